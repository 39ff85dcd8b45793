const DECIMALS = 4;

/** Reads a plain decimal with at most 4 decimals as a whole number of 1/10000, so that comparing is exact. */
const scaled = (amount: string): bigint => {
  const [whole = '0', fraction = ''] = amount.trim().split('.');
  return BigInt(whole + fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
};

const PLAIN_DECIMAL = /^\d{1,14}(\.\d{1,4})?$/;

export const isAmount = (value: unknown): value is string => typeof value === 'string' && PLAIN_DECIMAL.test(value);

export const atLeast = (amount: string | null, limit: string): boolean =>
  amount !== null && scaled(amount) >= scaled(limit);

export const exceeds = (amount: string, limit: string): boolean => scaled(amount) > scaled(limit);

/** Divides an amount by a measure (亩) and rounds half up to 4 decimals. */
export const per = (amount: string, measure: number): string => {
  const units = BigInt(Math.round(measure * 10 ** DECIMALS));
  const quotient = (scaled(amount) * 10n ** BigInt(DECIMALS) * 2n + units) / (units * 2n);
  const digits = quotient.toString().padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
};
