import type { CalendarDay, LocalizedText } from '../api/contract';
import type { Dictionary } from '../language/zh';

export interface HolidayRun {
  /** More than one when two holidays follow each other without a day between them. */
  name: LocalizedText[];
  from: string;
  to: string;
  days: number;
  makeUp: string[];
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The holidays of a year as a notice lists them, with the days that are worked in their place. */
export const holidaysOf = (days: readonly CalendarDay[]): HolidayRun[] => {
  const runs: HolidayRun[] = [];
  for (const { on, kind, name } of days) {
    if (kind !== 'holiday' || !name) continue;
    const last = runs.at(-1);
    if (last && dayAfter(last.to) === on) {
      last.to = on;
      last.days += 1;
      if (!last.name.some(({ zh }) => zh === name.zh)) last.name.push(name);
    } else {
      runs.push({ name: [name], from: on, to: on, days: 1, makeUp: [] });
    }
  }
  for (const { on, kind, name } of days) {
    if (kind !== 'makeUpWorkday' || !name) continue;
    runs.find((run) => run.name.some(({ zh }) => zh === name.zh || name.zh.split('、').includes(zh)))?.makeUp.push(on);
  }
  return runs;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** “10月1日至8日” or “1–8 Oct”. */
export const rangeInWords = (from: string, to: string, t: Dictionary): string => {
  const [, fromMonth = 1, fromDay] = from.split('-').map(Number);
  const [, toMonth = 1, toDay] = to.split('-').map(Number);
  const chinese = t.colon === '：';
  if (chinese) {
    const end = from === to ? '' : `至${fromMonth === toMonth ? '' : `${toMonth}月`}${toDay}日`;
    return `${fromMonth}月${fromDay}日${end}`;
  }
  if (from === to) return `${fromDay} ${MONTHS[fromMonth - 1]}`;
  return `${fromDay}${fromMonth === toMonth ? '' : ` ${MONTHS[fromMonth - 1]}`}–${toDay} ${MONTHS[toMonth - 1]}`;
};
