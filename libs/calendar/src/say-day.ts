import type { LocalizedText } from '@landfall/process-definition';
import type { CalendarDay } from './calendar-day';

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day (YYYY-MM-DD) in words, without its year: 11月26日, 26 Nov. */
export const sayDay = (day: CalendarDay): LocalizedText => {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return { zh: `${month}月${date}日`, en: `${date} ${MONTHS[month - 1]}` };
};
