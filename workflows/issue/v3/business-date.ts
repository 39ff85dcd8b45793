const DAY_MS = 86_400_000;
/** Asia/Shanghai has had no daylight saving time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const NINE_O_CLOCK_MS = 9 * 3_600_000;

/** The date in Asia/Shanghai of an instant (ISO 8601). */
export const businessDate = (at: string): string =>
  new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

export const days = (count: number): number => count * DAY_MS;

/** Milliseconds from an instant to nine o'clock of a date; none when that has passed. */
export const untilMorning = (at: string, date: string): number =>
  Math.max(0, Date.parse(date) - SHANGHAI_OFFSET_MS + NINE_O_CLOCK_MS - Date.parse(at));
