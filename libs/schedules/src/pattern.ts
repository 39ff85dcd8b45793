import type { LocalizedText } from '@landfall/process-definition';
import { CronExpressionParser } from 'cron-parser';
import type { WorkdayRule } from './schedule';

export const TIME_ZONE = 'Asia/Shanghai';

/** A pattern of times that can be said in words: at fixed times of day, on all or some days. */
export interface Pattern {
  readonly cron: string;
  /** HH:MM, in order. */
  readonly times: readonly string[];
  /** Empty: every one. */
  readonly daysOfMonth: readonly number[];
  readonly months: readonly number[];
  /** 0 is Sunday. */
  readonly daysOfWeek: readonly number[];
}

const LIST = /^\d{1,2}(,\d{1,2})*$/;
const numbersOf = (field: string): number[] => (field === '*' ? [] : field.split(',').map(Number));
const two = (value: number): string => String(value).padStart(2, '0');

/** @throws Error where the pattern is not daily, weekly, monthly or yearly at fixed times. */
export const readPattern = (key: string, cron: string): Pattern => {
  const fields = cron.trim().split(/\s+/);
  const [minute = '', hours = '', days = '', months = '', weekdays = ''] = fields;
  const isFixed = fields.length === 5 && /^\d{1,2}$/.test(minute) && LIST.test(hours);
  const isPlain = [days, months, weekdays].every((field) => field === '*' || LIST.test(field));
  // cron takes a day that fits either; nobody means that, and no sentence says it.
  const isOneOf = days === '*' || weekdays === '*';
  const isYearly = months === '*' || days !== '*';
  if (!isFixed || !isPlain || !isOneOf || !isYearly || !isPossible(cron)) {
    throw new Error(
      `Expected schedule '${key}' to be daily, weekly, monthly or yearly at fixed times, such as '0 8 * * *', '0 9 * * 1', '0 9 10,25 * *' or '0 9 2 1 *', but its pattern is '${cron}'.`,
    );
  }
  return {
    cron,
    times: numbersOf(hours)
      .sort((a, b) => a - b)
      .map((hour) => `${two(hour)}:${two(Number(minute))}`),
    daysOfMonth: numbersOf(days),
    months: numbersOf(months),
    daysOfWeek: numbersOf(weekdays).map((day) => day % 7),
  };
};

const isPossible = (cron: string): boolean => {
  try {
    CronExpressionParser.parse(cron, { tz: TIME_ZONE, currentDate: new Date(0) }).next();
    return true;
  } catch {
    return false;
  }
};

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS_EN = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const each = <Name>(numbers: readonly number[], name: (value: number) => Name): Name[] => numbers.map(name);

/** The pattern in words: “每月10日、25日 09:00；遇休息日顺延至下一工作日”. */
export const sayPattern = (pattern: Pattern, workdays: WorkdayRule): LocalizedText => {
  const { zh, en } = sayDays(pattern, workdays);
  const { zh: restZh, en: restEn } = sayRest(pattern, workdays);
  return {
    zh: `${zh} ${pattern.times.join('、')}${restZh}`,
    en: `${en} at ${pattern.times.join(', ')}${restEn}`,
  };
};

const sayDays = ({ daysOfMonth, months, daysOfWeek }: Pattern, workdays: WorkdayRule): LocalizedText => {
  const daysZh = each(daysOfMonth, (day) => `${day}日`).join('、');
  const daysEn = daysOfMonth.join(', ');
  if (daysOfMonth.length > 0 && months.length > 0) {
    const monthsZh = each(months, (month) => `${month}月`).join('、');
    return {
      zh: `每年${monthsZh}${months.length > 1 ? '的' : ''}${daysZh}`,
      en: `Every year on ${daysEn} ${each(months, (month) => MONTHS_EN[month - 1] ?? '').join(', ')}`,
    };
  }
  if (daysOfMonth.length > 0) return { zh: `每月${daysZh}`, en: `Every month on the days ${daysEn}` };
  if (daysOfWeek.length > 0) {
    return {
      zh: `每周${each(daysOfWeek, (day) => WEEKDAYS_ZH[day] ?? '').join('、')}`,
      en: `Every ${each(daysOfWeek, (day) => WEEKDAYS_EN[day] ?? '').join(', ')}`,
    };
  }
  return workdays === 'any' ? { zh: '每日', en: 'Every day' } : { zh: '每个工作日', en: 'Every working day' };
};

/** A daily pattern has said so already. */
const sayRest = ({ daysOfMonth, daysOfWeek }: Pattern, workdays: WorkdayRule): LocalizedText => {
  if (workdays === 'any' || (daysOfMonth.length === 0 && daysOfWeek.length === 0)) return { zh: '', en: '' };
  return workdays === 'moveToNext'
    ? { zh: '；遇休息日顺延至下一工作日', en: '; on a day of rest moved to the next working day' }
    : { zh: '；遇休息日不办', en: '; not on days of rest' };
};
