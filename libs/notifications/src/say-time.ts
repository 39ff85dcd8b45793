import { sayDay } from '@landfall/calendar';
import type { LocalizedText } from '@landfall/process-definition';
import { dayOf, timeOf } from './business-day';

const WEEKDAYS: readonly LocalizedText[] = [
  { zh: '周日', en: 'Sun' },
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
];

/** An instant in Binhai's time in words: 11月26日（周四）17:30, Thu 26 Nov 17:30. */
export const sayInstant = (instant: Date): LocalizedText => {
  const date = dayOf(instant);
  const day = sayDay(date);
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return { zh: `${day.zh}（${weekday?.zh}）${timeOf(instant)}`, en: `${weekday?.en} ${day.en} ${timeOf(instant)}` };
};

/** A task with the process it belongs to: “初审”（某某项目）. */
export const sayTask = (title: LocalizedText, subject: string | undefined): LocalizedText => ({
  zh: subject === undefined ? `“${title.zh}”` : `“${title.zh}”（${subject}）`,
  en: subject === undefined ? `‘${title.en}’` : `‘${title.en}’ (${subject})`,
});
