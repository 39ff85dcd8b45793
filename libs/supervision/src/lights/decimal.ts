const PLACES = 6;

/** A decimal text in units of its sixth place; undefined for anything else. */
const unitsOf = (text: string): bigint | undefined => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '0', places = ''] = match;
  const units = BigInt(whole + places.slice(0, PLACES).padEnd(PLACES, '0'));
  return sign === '-' ? -units : units;
};

/** Whether a text is a decimal number that amounts may be compared with. */
export const isDecimal = (text: string): boolean => unitsOf(text) !== undefined;

/**
 * Compares an amount with a percentage of a whole without binary fractions: -1 below it, 0 equal, 1 above; undefined when
 * one of the texts is no decimal number.
 */
export const compareShare = (part: string, percent: number, whole: string): -1 | 0 | 1 | undefined => {
  const [a, b] = [unitsOf(part), unitsOf(whole)];
  if (a === undefined || b === undefined) return undefined;
  const [left, right] = [a * 10_000n, b * BigInt(Math.round(percent * 100))];
  return left < right ? -1 : left > right ? 1 : 0;
};
