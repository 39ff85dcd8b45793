/** Counts above 99 are not worth reading. */
export const countInWords = (count: number): string => (count > 99 ? '99+' : String(count));
