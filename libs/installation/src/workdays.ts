import { shippedCalendar, WorkingCalendar } from '@landfall/calendar';

const calendar = new WorkingCalendar(shippedCalendar());

/** Whether people work on a day (YYYY-MM-DD), by the State Council's notices on holidays and make-up days. */
export const isWorkday = (day: string): boolean => calendar.isWorkday(day);
