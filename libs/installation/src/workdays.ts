import { isWorkday as isWorkdayInChina } from 'chinese-days';

/** Whether people work on a day (YYYY-MM-DD), by the State Council's notices on holidays and make-up days. */
export const isWorkday = (day: string): boolean => isWorkdayInChina(day);
