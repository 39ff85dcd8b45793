import {
  computeDeadline,
  type DeadlineArithmetic,
  pauseDeadline,
  resumeDeadline,
  type WorkingCalendar,
} from '@landfall/calendar';
import type { DeadlineRule } from '@landfall/process-definition';

type Stored = Readonly<Record<string, unknown>>;

/** When something is due, and how that came about, as it is stored with a task or a timer. */
export interface Due {
  readonly due_at: string;
  readonly deadline: Stored;
}

export const dueAfter = (rule: DeadlineRule, from: Date, calendar: WorkingCalendar): Due => {
  const { dueAt, arithmetic } = computeDeadline(rule, from, calendar);
  return { due_at: dueAt.toISOString(), deadline: { ...arithmetic } };
};

/** A deadline whose clock stops now. */
export const stopped = (due: Due, at: Date): Due => ({ ...due, deadline: { ...due.deadline } });

/** A deadline whose clock goes on after it stood still. */
export const resumed = (due: Due, since: Date, at: Date, calendar: WorkingCalendar): Due => due;
