import type { DeadlineBasis, LocalizedText } from '../api/contract';
import { isoDay } from '../time/shanghai-time';

export type DayKind =
  | 'receipt'
  | 'counted'
  | 'weekend'
  | 'holiday'
  | 'dayOff'
  | 'makeUpWorkday'
  | 'unitWorkday'
  | 'paused'
  | 'due';

/** A day between receipt and deadline, and what the arithmetic did with it. */
export interface CountedDay {
  day: string;
  kind: DayKind;
  /** The last day may itself be a make-up workday. */
  isExtra: boolean;
  name: LocalizedText | null;
}

const DAY = 86_400_000;

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** Monday is 0. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Longer than this nobody reads day by day. */
const MOST_DAYS = 56;

/**
 * The days of a deadline one by one, from receipt to the last.
 *
 * @returns nothing where days do not tell the arithmetic: limits in hours within a day or two, and very long ones
 */
export const countedDays = (basis: DeadlineBasis, now: number): CountedDay[] => {
  const first = isoDay(basis.from);
  const last = isoDay(basis.dueAt);
  const today = isoDay(new Date(now).toISOString());
  const days: CountedDay[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) {
    if (days.length >= MOST_DAYS) return [];
    days.push(dayOf(day, basis, first, last, today));
  }
  const inHours = basis.unit === 'hour' || basis.unit === 'workingHour';
  return inHours && days.length < 3 ? [] : days;
};

const dayOf = (day: string, basis: DeadlineBasis, first: string, last: string, today: string): CountedDay => {
  const extra = basis.makeUp.find(({ on }) => on === day);
  const told = { day, isExtra: extra !== undefined, name: extra?.name ?? null };
  if (day === last) return { ...told, kind: 'due' };
  if (day === first) return { ...told, kind: 'receipt' };
  const run = basis.skipped.find(({ from, to }) => from <= day && day <= to);
  if (run) return { ...told, kind: run.kind, name: run.name ?? null };
  const stands = basis.pauses.some(
    ({ from, to }) => isoDay(from) <= day && (to === null ? day <= today : day < isoDay(to)),
  );
  if (stands) return { ...told, kind: 'paused' };
  return { ...told, kind: extra?.kind ?? 'counted' };
};

const isArithmetic = (basis: Record<string, unknown>): boolean =>
  typeof basis.calendar === 'object' && basis.calendar !== null && Array.isArray(basis.skipped);

/** The arithmetic as the calendar stores it; deadlines of before there was a calendar have none. */
export const arithmeticOf = (basis: Record<string, unknown> | null): DeadlineBasis | null =>
  basis && isArithmetic(basis) ? (basis as unknown as DeadlineBasis) : null;
