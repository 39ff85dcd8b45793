import type { WorkingDays } from '../src';
import { addDays } from '../src/business-day';

const isWorkday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Monday to Friday, without holidays: for tests that are about lights and waiting, not about the calendar. */
export const plainCalendar: WorkingDays = {
  isWorkday,
  workingDaysBetween: (from, to) => {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count += 1;
    return count;
  },
};
