import type { Dictionary } from '../language/zh';
import { dateInWords } from '../time/shanghai-time';

/** A span of days, both included. */
export const daysInWords = (from: string, to: string, t: Dictionary): string =>
  t.substitutions.days(dateInWords(from, t), dateInWords(to, t));
