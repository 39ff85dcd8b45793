import type { CalendarVersion, HolidayNotice, WorkingHours } from './calendar-version';
import { readCalendarData } from './read-calendar-data';

/** 08:30–12:00 and 13:30–17:30, valid as long as anybody looks back. */
const WORKING_HOURS: WorkingHours = {
  validFrom: '1970-01-01',
  shifts: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
};

/** The calendar that the product is shipped with: the notices of 2022 to 2026 and the usual hours, no unit's exceptions. */
export const shippedCalendar = (): CalendarVersion => ({
  version: 1,
  notices: readCalendarData<HolidayNotice>('holiday-notices.json'),
  workingHours: [WORKING_HOURS],
  unitExceptions: [],
});
