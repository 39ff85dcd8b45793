import { addDays, type CalendarDay, dayOf } from './calendar-day';
import type { DeadlinePause } from './deadline';
import type { Interval, WorkingCalendar } from './working-calendar';

/** The pauses that are over, as stretches of time in order. */
export const closedPauses = (pauses: readonly DeadlinePause[]): Interval[] =>
  pauses.flatMap(({ from, to }) => (to === null ? [] : [{ from: new Date(from), to: new Date(to) }]));

/**
 * Tells of a day whether the clock of days stood on it: from the day of the pause, or the next one when that day's work was
 * over, up to the day before the clock ran again. So a pause that ends on the day it began takes no day.
 */
export const pausedDays = (
  pauses: readonly DeadlinePause[],
  calendar: WorkingCalendar,
): ((day: CalendarDay) => boolean) => {
  const ranges = closedPauses(pauses).map(({ from, to }) => {
    const day = dayOf(from);
    return { first: from < calendar.closingOf(day) ? day : addDays(day, 1), end: dayOf(to) };
  });
  return (day) => ranges.some(({ first, end }) => first <= day && day < end);
};
