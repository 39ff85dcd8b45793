import type { Dictionary } from '../language/zh';
import { dayInWords } from '../time/shanghai-time';

/** A day (`YYYY-MM-DD`) as people say it: “11月25日(周三)”. */
export const dayOfYear = (day: string, t: Dictionary): string => dayInWords(`${day}T12:00:00+08:00`, t);

/** A span of days, both included. */
export const daysInWords = (from: string, to: string, t: Dictionary): string =>
  t.substitutions.days(dayOfYear(from, t), dayOfYear(to, t));
