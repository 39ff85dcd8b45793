const DAY_MS = 86_400_000;
/** Asia/Shanghai has had no daylight saving time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The calendar day in Binhai (YYYY-MM-DD) of an instant. */
export const calendarDay = (instant: Date): string =>
  new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** Whole days from the day of an instant to that of a later one. */
export const daysWaited = (since: Date, now: Date): number =>
  Math.round((Date.parse(calendarDay(now)) - Date.parse(calendarDay(since))) / DAY_MS);
