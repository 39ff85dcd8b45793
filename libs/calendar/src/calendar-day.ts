const DAY_MS = 86_400_000;
/** Asia/Shanghai has had no daylight saving time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** A calendar day in Asia/Shanghai, written YYYY-MM-DD: such days sort as text. */
export type CalendarDay = string;

/** A time of day in Asia/Shanghai, written HH:MM. */
export type TimeOfDay = string;

/** The day that an instant falls on in Asia/Shanghai, wherever the program runs. */
export const dayOf = (instant: Date): CalendarDay =>
  new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** The instant of a time of day (HH:MM) on a day in Asia/Shanghai. */
export const instantAt = (day: CalendarDay, time: TimeOfDay): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(midnight(day) + (hours * 60 + minutes) * 60_000 - SHANGHAI_OFFSET_MS);
};

/** The day that lies a number of calendar days after another one, or before it when negative. */
export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  new Date(midnight(day) + days * DAY_MS).toISOString().slice(0, 10);

/** How many calendar days one day lies after another. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number => (midnight(to) - midnight(from)) / DAY_MS;

/** The year of a day. */
export const yearOf = (day: CalendarDay): number => Number(day.slice(0, 4));

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (day: CalendarDay): boolean => [0, 6].includes(new Date(midnight(day)).getUTCDay());

/** Whether a text is a day that exists, written YYYY-MM-DD. */
export const isCalendarDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const midnight = (day: CalendarDay): number => {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new Error(`Expected a day written YYYY-MM-DD, but got '${day}'`);
  return time;
};
