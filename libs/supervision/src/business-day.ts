import { instantAt, isCalendarDay } from '@landfall/calendar';

export { addDays, dayOf, daysBetween } from '@landfall/calendar';

const DAY_MS = 86_400_000;
/** Asia/Shanghai has had no daylight saving time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The instant at which a day reaches an hour in Binhai; 17.5 is half past five. */
export const instantOn = (day: string, hour = 0): Date =>
  new Date(instantAt(day, '00:00').getTime() + hour * 3_600_000);

/** The number of the day that an instant (milliseconds) falls on in Binhai; days in a row have numbers in a row. */
export const dayNumberOf = (milliseconds: number): number => Math.floor((milliseconds + SHANGHAI_OFFSET_MS) / DAY_MS);

export const dayOfNumber = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The instant (milliseconds) at which a day begins in Binhai. */
export const instantOfNumber = (day: number): number => day * DAY_MS - SHANGHAI_OFFSET_MS;

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const two = (value: number): string => String(value).padStart(2, '0');

/** The same day some months later, or the last of that month where it has fewer days (31 January + 1: 28 February). */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return `${toYear}-${two(toMonth)}-${two(Math.min(date, lastDayOf(toYear, toMonth)))}`;
};

export const endOfMonth = (day: string): string => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return `${day.slice(0, 7)}-${two(lastDayOf(year, month))}`;
};

/** The Monday of a day's week. */
export const weekOf = (day: string): string => {
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  return dayOfNumber(number - ((new Date(number * DAY_MS).getUTCDay() + 6) % 7));
};

/** Whether something is a day that exists (YYYY-MM-DD). */
export const isDay = (value: unknown): value is string => typeof value === 'string' && isCalendarDay(value);
