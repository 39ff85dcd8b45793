export type DatePrecision = 'year' | 'month' | 'day';

/** A date known to the day, the month or only the year; it is never given a day that nobody reported. */
export interface PartialDate {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly text: string;
  readonly precision: DatePrecision;
  /** The first and the last day it may mean (YYYY-MM-DD). */
  readonly from: string;
  readonly to: string;
}

const two = (value: string | number): string => String(value).padStart(2, '0');

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const PATTERNS = [
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/,
  /^(\d{4})(?:\/(\d{1,2})(?:\/(\d{1,2}))?)?$/,
  /^(\d{4})(?:\.(\d{1,2})(?:\.(\d{1,2}))?)?$/,
  /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/,
];

/** Reads 2023, 2023-05, 2023-05-09 and the same with slashes, points or 年月日; undefined when it is no such date. */
export const parsePartialDate = (raw: string): PartialDate | undefined => {
  const text = raw.normalize('NFKC').replace(/\s+/g, '');
  const match = PATTERNS.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1949 || year > 2100) return undefined;
  if (match[2] === undefined) {
    return { text: String(year), precision: 'year', from: `${year}-01-01`, to: `${year}-12-31` };
  }
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  const prefix = `${year}-${two(month)}`;
  const last = lastDayOf(year, month);
  if (match[3] === undefined)
    return { text: prefix, precision: 'month', from: `${prefix}-01`, to: `${prefix}-${last}` };
  const day = Number(match[3]);
  if (day < 1 || day > last) return undefined;
  const whole = `${prefix}-${two(day)}`;
  return { text: whole, precision: 'day', from: whole, to: whole };
};

/** Tells whether `a` was certainly before `b`; 2023 and 2023-05 may be the same day, so neither is before the other. */
export const certainlyBefore = (a: PartialDate, b: PartialDate): boolean => a.to < b.from;

/** Shortens a full date to what is known of it, as it is shown and reported. */
export const shownDate = (date: string, precision: DatePrecision): string =>
  date.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10);
