import { addDays, type CalendarDay, dayOf } from '@landfall/calendar';
import type { Pattern } from './pattern';
import { plannedTimesAfter } from './planned-times';
import type { WorkdayRule } from './schedule';

/** Tells working days; `libs/calendar`'s working calendar is one. */
export interface WorkingDays {
  isWorkday(day: CalendarDay): boolean;
}

/** A time at which a schedule is to run. */
export interface Occurrence {
  /** What the pattern says; it names the occurrence, however the calendar moves it. */
  readonly plannedAt: Date;
  /** When it is to run. */
  readonly dueAt: Date;
  readonly day: CalendarDay;
  /** The pattern's day, where the calendar moved it. */
  readonly movedFrom: CalendarDay | null;
}

interface Timing {
  readonly pattern: Pattern;
  readonly workdays: WorkdayRule;
}

const DAY_MS = 86_400_000;

/** Longer than any holiday with its weekends: what was planned earlier is due by now. */
const LONGEST_REST_DAYS = 31;
/** A pattern that meets no working day for so long never does. */
const HORIZON_DAYS = 10 * 366;
/** Bounds what a long absence makes of a daily pattern. */
const AT_MOST = 1_000;

/**
 * What is due after one instant and not after another, in order. Of several that the calendar moves to one time the last
 * one counts, because one run does for all of them.
 */
export const occurrencesBetween = (
  timing: Timing,
  calendar: WorkingDays,
  after: Date,
  upTo: Date,
): readonly Occurrence[] => {
  const byDue = new Map<number, Occurrence>();
  for (const plannedAt of plannedTimesAfter(timing.pattern, lookFrom(timing, after))) {
    if (plannedAt > upTo) break;
    const occurrence = occurrenceOf(plannedAt, timing.workdays, calendar);
    if (!occurrence || occurrence.dueAt <= after || occurrence.dueAt > upTo) continue;
    byDue.set(occurrence.dueAt.getTime(), occurrence);
  }
  return [...byDue.values()].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()).slice(-AT_MOST);
};

/** The next one after an instant; a pattern that meets days of rest only has none. */
export const nextOccurrence = (timing: Timing, calendar: WorkingDays, after: Date): Occurrence | undefined => {
  let next: Occurrence | undefined;
  for (const plannedAt of plannedTimesAfter(timing.pattern, lookFrom(timing, after))) {
    // Nothing that is planned later can be due earlier.
    if (plannedAt > (next?.dueAt ?? new Date(after.getTime() + HORIZON_DAYS * DAY_MS))) break;
    const occurrence = occurrenceOf(plannedAt, timing.workdays, calendar);
    if (!occurrence || occurrence.dueAt <= after) continue;
    if (!next || occurrence.dueAt <= next.dueAt) next = occurrence;
  }
  return next;
};

/** Where to begin looking for what is due after an instant: only what moves was planned before. */
const lookFrom = ({ workdays }: Timing, after: Date): Date =>
  workdays === 'moveToNext' ? new Date(after.getTime() - LONGEST_REST_DAYS * DAY_MS) : after;

const occurrenceOf = (plannedAt: Date, workdays: WorkdayRule, calendar: WorkingDays): Occurrence | undefined => {
  const planned = dayOf(plannedAt);
  if (workdays === 'any' || calendar.isWorkday(planned)) {
    return { plannedAt, dueAt: plannedAt, day: planned, movedFrom: null };
  }
  if (workdays === 'onlyWorkdays') return undefined;
  let days = 1;
  while (!calendar.isWorkday(addDays(planned, days))) days += 1;
  // China keeps one time all year: the same hour of a later day is whole days later.
  const dueAt = new Date(plannedAt.getTime() + days * DAY_MS);
  return { plannedAt, dueAt, day: addDays(planned, days), movedFrom: planned };
};
