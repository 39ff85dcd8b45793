import { type CalendarDay, daysBetween, type WorkingCalendar, yearOf } from '@landfall/calendar';

/** A year whose holiday arrangement is needed and not known. */
export interface MissingYear {
  readonly year: number;
  /** The administrator has to act: the year runs already, or it comes next and November has begun. */
  readonly isAlarm: boolean;
  /** Open deadlines that count days of the year, by weekends and statutory holidays as the best guess. */
  readonly openDeadlines: number;
  /** Days until the year begins; negative once it runs. */
  readonly daysLeft: number;
}

/** The State Council publishes a year's arrangement in October or November of the year before. */
const ALARM_FROM = '11-01';

/**
 * Tells which years have no notice although one runs, begins within a number of days or is counted by open deadlines.
 *
 * @param openDeadlines how many open deadlines count days of a year without a notice, by year.
 */
export const missingYears = (
  calendar: WorkingCalendar,
  today: CalendarDay,
  horizonDays: number,
  openDeadlines: ReadonlyMap<number, number>,
): MissingYear[] => {
  const thisYear = yearOf(today);
  const lastAlarmed = today.slice(5) >= ALARM_FROM ? thisYear + 1 : thisYear;
  const soon = [thisYear, thisYear + 1].filter((year) => daysUntil(today, year) <= horizonDays);
  return [...new Set([thisYear, lastAlarmed, ...soon, ...openDeadlines.keys()])]
    .filter((year) => !calendar.hasNotice(year))
    .sort((a, b) => a - b)
    .map((year) => ({
      year,
      isAlarm: year <= lastAlarmed,
      openDeadlines: openDeadlines.get(year) ?? 0,
      daysLeft: daysUntil(today, year),
    }));
};

const daysUntil = (today: CalendarDay, year: number): number => daysBetween(today, `${year}-01-01`);
