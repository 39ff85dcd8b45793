import { dayOf, daysBetween } from './calendar-day';
import { countDeadline, type Deadline, type DeadlineArithmetic, type DeadlineBasis } from './deadline';
import type { WorkingCalendar } from './working-calendar';

/** Counts a deadline anew by another calendar, its pauses kept. */
export const recomputeDeadline = (basis: DeadlineBasis, calendar: WorkingCalendar): Deadline =>
  countDeadline(basis, calendar);

/** A deadline that is still waited for; `id` is the caller's. */
export interface OpenDeadline {
  readonly id: string;
  readonly dueAt: Date;
  readonly arithmetic: DeadlineBasis;
}

/** What another calendar makes of an open deadline. */
export interface DeadlineChange {
  readonly id: string;
  readonly before: Date;
  readonly after: Date;
  /** Calendar days in Asia/Shanghai; negative when it becomes earlier. */
  readonly daysMoved: number;
  readonly deadline: Deadline;
}

/**
 * Counts every open deadline by another calendar and answers those of which something changes: the due time, whether it is
 * provisional, or the days that are told; a new version number alone is no change.
 */
export const changeDeadlines = (open: readonly OpenDeadline[], next: WorkingCalendar): DeadlineChange[] =>
  open.flatMap(({ id, dueAt, arithmetic }) => {
    const deadline = recomputeDeadline(arithmetic, next);
    const moves = deadline.dueAt.getTime() !== dueAt.getTime();
    if (!moves && told(arithmetic) === told(deadline.arithmetic)) return [];
    const daysMoved = daysBetween(dayOf(dueAt), dayOf(deadline.dueAt));
    return [{ id, before: dueAt, after: deadline.dueAt, daysMoved, deadline }];
  });

/** The open deadlines that another calendar moves. */
export const previewChange = (open: readonly OpenDeadline[], next: WorkingCalendar): DeadlineChange[] =>
  changeDeadlines(open, next).filter(({ before, after }) => before.getTime() !== after.getTime());

const told = ({ provisional, yearsWithoutNotice, skipped, makeUp }: Partial<DeadlineArithmetic>): string =>
  JSON.stringify([provisional, yearsWithoutNotice, skipped?.map(runText), makeUp?.map(({ on, kind }) => [on, kind])]);

// jsonb keeps keys in an order of its own.
const runText = ({ from, to, kind, name }: DeadlineArithmetic['skipped'][number]) => [from, to, kind, name?.zh];
