const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Asia/Shanghai has had no daylight saving time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;

/** The date in Asia/Shanghai of an instant (ISO 8601). */
export const businessDate = (at: string): string =>
  new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

export const days = (count: number): number => count * DAY_MS;

export const addDays = (date: string, count: number): string =>
  new Date(Date.parse(date) + count * DAY_MS).toISOString().slice(0, 10);

/** Milliseconds from an instant to an hour of a date in Binhai; none when that has passed. */
export const untilHour = (at: string, date: string, hour: number): number =>
  Math.max(0, Date.parse(date) - SHANGHAI_OFFSET_MS + hour * HOUR_MS - Date.parse(at));

/** The hours since midnight of a time of day (HH:mm). */
export const hoursOf = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) + (minutes ?? 0) / 60;
};

/** The date that is a number of weekdays before another one: close to working days, for simulation. */
export const weekdaysBefore = (date: string, count: number): string => weekdaysFrom(date, count, -DAY_MS);

export const weekdaysAfter = (date: string, count: number): string => weekdaysFrom(date, count, DAY_MS);

const weekdaysFrom = (date: string, count: number, step: number): string => {
  let day = Date.parse(date);
  for (let left = count; left > 0; ) {
    day += step;
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(day).toISOString().slice(0, 10);
};
