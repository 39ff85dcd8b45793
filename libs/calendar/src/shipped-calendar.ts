import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarVersion, HolidayNotice, WorkingHours } from './calendar-version';

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
  notices: readNotices(),
  workingHours: [WORKING_HOURS],
  unitExceptions: [],
});

// The build compiles TypeScript only, so compiled code reads the data where the sources have it.
const FOLDERS = [join(__dirname, '../data'), join(__dirname, '../../../../libs/calendar/data')];

const readNotices = (): HolidayNotice[] => {
  const path = FOLDERS.map((folder) => join(folder, 'holiday-notices.json')).find((candidate) => existsSync(candidate));
  if (path === undefined) {
    throw new Error(`Expected to find holiday-notices.json in one of ${FOLDERS.join(', ')}, but it is in neither`);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as HolidayNotice[];
};
