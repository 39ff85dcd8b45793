/**
 * Amounts in 万元 as decimal strings. They are moved and grouped as text, never made a float.
 */
const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** Reads what a person typed or pasted: full-width digits, thousands separators and spaces are taken away. */
export const readAmount = (typed: string): string => typed.normalize('NFKC').replace(/[\s,，_']/g, '');

/** An amount above zero with at most 15 digits before and 4 behind the point. */
export const isAmount = (text: string): boolean => {
  const match = DECIMAL.exec(text);
  if (!match) return false;
  const [, whole = '', fraction = ''] = match;
  return whole.length <= 15 && fraction.length <= 4 && /[1-9]/.test(whole + fraction);
};

/** “50400.0000” → “50400”, “0.5000” → “0.5”. */
export const trimAmount = (text: string): string => {
  const match = DECIMAL.exec(text);
  if (!match) return text;
  const whole = (match[1] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
};

/** “1234567.5” → “1,234,567.5”. Text that is no amount comes back as it is. */
export const groupAmount = (text: string): string => {
  const match = DECIMAL.exec(trimAmount(text));
  if (!match) return text;
  const whole = (match[1] ?? '').replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return match[2] ? `${whole}.${match[2]}` : whole;
};

/** Moves the decimal point to the left; nothing is rounded. Null when less than one is left. */
const shifted = (text: string, places: number): string | null => {
  const match = DECIMAL.exec(trimAmount(text));
  const whole = match?.[1] ?? '';
  if (!match || whole.length <= places) return null;
  return trimAmount(`${whole.slice(0, -places)}.${whole.slice(-places)}${match[2] ?? ''}`);
};

/** The same amount in 亿元 when it is at least one, otherwise null. */
export const inHundredMillions = (text: string): string | null => shifted(text, 4);

/** An amount as English says it: “CNY 18 bn”, “CNY 504 m”; null when it is less than a million. */
export const inEnglish = (text: string): string | null => {
  const billions = shifted(text, 5);
  if (billions) return `CNY ${groupAmount(billions)} bn`;
  const millions = shifted(text, 2);
  return millions ? `CNY ${groupAmount(millions)} m` : null;
};
