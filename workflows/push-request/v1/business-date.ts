const DAY_MS = 86_400_000;
/** Asia/Shanghai has had no daylight saving time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The date in Asia/Shanghai of an instant (ISO 8601). */
export const businessDate = (at: string): string =>
  new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

export const days = (count: number): number => count * DAY_MS;

/** The date that is a number of weekdays after another one. A machine knows no holidays: good enough to sort by. */
export const weekdaysAfter = (date: string, count: number): string => {
  let day = Date.parse(date);
  for (let left = count; left > 0; ) {
    day += DAY_MS;
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(day).toISOString().slice(0, 10);
};
