import {
  computeDeadline,
  type Deadline,
  type DeadlineArithmetic,
  deadlineOf,
  isPaused,
  pauseDeadline,
  resumeDeadline,
  type WorkingCalendar,
} from '@landfall/calendar';
import type { DeadlineRule } from '@landfall/process-definition';

/** When something is due, and how that came about, as both are stored with a task or a timer. */
export interface Due {
  readonly due_at: string;
  readonly deadline: Readonly<Record<string, unknown>>;
}

export const dueAfter = (rule: DeadlineRule, from: Date, calendar: WorkingCalendar, unit?: string): Due =>
  toDue(computeDeadline(rule, from, calendar, unit === undefined ? {} : { unit }));

/** A deadline whose clock stops now. */
export const stopped = (due: Due, at: Date): Due => {
  const deadline = deadlineOfDue(due);
  return isPaused(deadline.arithmetic) ? due : toDue(pauseDeadline(deadline, at));
};

/** A deadline whose clock goes on now. */
export const resumed = (due: Due, at: Date, calendar: WorkingCalendar): Due => {
  const deadline = deadlineOfDue(due);
  return isPaused(deadline.arithmetic) ? toDue(resumeDeadline(deadline, at, calendar)) : due;
};

const toDue = ({ dueAt, arithmetic }: Deadline): Due => ({ due_at: dueAt.toISOString(), deadline: { ...arithmetic } });

const deadlineOfDue = ({ deadline }: Due): Deadline => deadlineOf(deadline as unknown as DeadlineArithmetic);
