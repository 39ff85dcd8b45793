const DAY_MS = 86_400_000;
/** Asia/Shanghai has had no daylight saving time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The date in Asia/Shanghai of an instant (ISO 8601). */
export const businessDate = (at: string): string =>
  new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** Whole days from one date to a later one; negative when it is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export const days = (count: number): number => count * DAY_MS;

export const minutes = (count: number): number => count * 60_000;
