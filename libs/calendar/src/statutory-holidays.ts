import type { CalendarDay } from './calendar-day';
import type { NamedDay } from './calendar-version';
import { readCalendarData } from './read-calendar-data';

let known: ReadonlyMap<CalendarDay, NamedDay['name']> | undefined;

/**
 * The holiday that a day is by law, whether or not the year's notice is issued; the notice adds bridging days and names the
 * weekends that are worked for them. Known until 2060.
 */
export const statutoryHoliday = (on: CalendarDay): NamedDay['name'] | undefined => {
  known ??= new Map(readCalendarData<NamedDay>('statutory-holidays.json').map((day) => [day.on, day.name]));
  return known.get(on);
};
