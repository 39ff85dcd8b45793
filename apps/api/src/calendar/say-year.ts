import { addDays, type CalendarDay, type WorkingCalendar } from '@landfall/calendar';
import type { CalendarYear } from './calendar-answers';

/** Says a year of the calendar day by day. */
export const sayYear = (calendar: WorkingCalendar, year: number, today: CalendarDay): CalendarYear => {
  const notice = calendar.notice(year);
  const days: CalendarYear['days'] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const { on, kind, name } = calendar.day(day);
    days.push({ on, kind, name: name ?? null });
  }
  return {
    year,
    version: calendar.version,
    notice: notice ? { number: notice.number, issuedOn: notice.issuedOn } : null,
    years: calendar.years(),
    today,
    workdays: calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`),
    days,
    workingHours: calendar.data.workingHours.map(({ validFrom, shifts }) => ({
      validFrom,
      shifts: shifts.map((shift) => ({ ...shift })),
    })),
    unitExceptions: calendar.data.unitExceptions.filter(({ on }) => on.startsWith(`${year}-`)),
  };
};
