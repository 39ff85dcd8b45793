import { shippedCalendar, WorkingCalendar } from '@landfall/calendar';

/** Holidays and make-up days of the State Council's notices. */
export const workingCalendar = new WorkingCalendar(shippedCalendar());

/** Whether people work on a day (YYYY-MM-DD), by the State Council's notices on holidays and make-up days. */
export const isWorkday = (day: string): boolean => workingCalendar.isWorkday(day);
