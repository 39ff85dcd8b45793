import type { Dictionary } from '../language/zh';
import { presentTime } from './present';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The parts of an instant on the clocks of Shanghai, wherever the browser is. China keeps UTC+8 all year. */
interface ShanghaiParts {
  year: number;
  month: number;
  day: number;
  weekday: number;
  clock: string;
  /** Whole days since 1970-01-01 in Shanghai. */
  dayNumber: number;
}

const two = (n: number): string => String(n).padStart(2, '0');

export const shanghaiParts = (instant: string | number): ShanghaiParts => {
  const shifted = new Date(new Date(instant).getTime() + 8 * HOUR);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    clock: `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`,
    dayNumber: Math.floor(shifted.getTime() / DAY),
  };
};

const isChinese = (t: Dictionary): boolean => t.colon === '：';

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** “11月25日（周三）”, with the year when it is not this one. */
export const dayInWords = (instant: string, t: Dictionary, now = presentTime()): string => {
  const parts = shanghaiParts(instant);
  const otherYear = parts.year !== shanghaiParts(now).year;
  const weekday = t.time.weekdays[parts.weekday] ?? '';
  if (isChinese(t)) return `${otherYear ? `${parts.year}年` : ''}${parts.month}月${parts.day}日（${weekday}）`;
  return `${weekday} ${parts.day} ${monthNames[parts.month - 1] ?? ''}${otherYear ? ` ${parts.year}` : ''}`;
};

/** A day (`YYYY-MM-DD`) as people say it: “11月25日（周三）”. */
export const dateInWords = (day: string, t: Dictionary, now = presentTime()): string =>
  dayInWords(`${day}T12:00:00+08:00`, t, now);

/** “11月25日（周三）17:30”. */
export const momentInWords = (instant: string, t: Dictionary, now = presentTime()): string =>
  `${dayInWords(instant, t, now)}${isChinese(t) ? '' : ' '}${shanghaiParts(instant).clock}`;

/** The shortest form that is not ambiguous: “今天 09:12”, “昨天 17:02”, “11月20日 14:05”, “2025-11-20”. */
export const moment = (instant: string, t: Dictionary, now = presentTime()): string => {
  const parts = shanghaiParts(instant);
  const today = shanghaiParts(now);
  if (parts.dayNumber === today.dayNumber) return t.time.today(parts.clock);
  if (parts.dayNumber === today.dayNumber - 1) return t.time.yesterday(parts.clock);
  if (parts.year !== today.year) return `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
  if (isChinese(t)) return `${parts.month}月${parts.day}日 ${parts.clock}`;
  return `${parts.day} ${monthNames[parts.month - 1] ?? ''} ${parts.clock}`;
};

/** “2026-11-25 17:30”, for titles that give the exact time. */
export const exactMoment = (instant: string): string => {
  const parts = shanghaiParts(instant);
  return `${parts.year}-${two(parts.month)}-${two(parts.day)} ${parts.clock}`;
};

/** “2026-11-25”. */
export const isoDay = (instant: string): string => exactMoment(instant).slice(0, 10);

/** How long something took, in the largest units that matter. */
export const span = (milliseconds: number, t: Dictionary): string => {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return t.time.lessThanMinute;
  if (minutes < 60) return t.time.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return t.time.hours(hours);
  const days = Math.floor(hours / 24);
  const rest = hours % 24;
  return rest === 0 || days >= 10 ? t.time.days(days) : t.time.daysHours(days, rest);
};

export type Urgency = 'overdue' | 'soon' | 'calm';

/** A deadline as a person says it: until when, and how much is left or over. */
export const deadlineInWords = (
  dueAt: string,
  t: Dictionary,
  now = presentTime(),
): { by: string; left: string; urgency: Urgency } => {
  const by = t.deadline.by(momentInWords(dueAt, t, now));
  const rest = new Date(dueAt).getTime() - now;
  const days = shanghaiParts(dueAt).dayNumber - shanghaiParts(now).dayNumber;
  if (rest < 0) {
    const hours = Math.floor(-rest / HOUR);
    const over = days < 0 ? t.deadline.daysOver(-days) : hours > 0 ? t.deadline.hoursOver(hours) : t.deadline.justOver;
    return { by, left: over, urgency: 'overdue' };
  }
  if (days > 0) return { by, left: t.deadline.daysLeft(days), urgency: days <= 1 ? 'soon' : 'calm' };
  const hours = Math.floor(rest / HOUR);
  const left = hours > 0 ? t.deadline.hoursLeft(hours) : t.deadline.minutesLeft(Math.max(1, Math.floor(rest / 60_000)));
  return { by, left, urgency: 'soon' };
};
