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
import type { CountdownRule, DeadlineRule } from '@landfall/process-definition';
import { countBack, isCountedBack } from './countdown';

/** When something is due, and how that came about, as both are stored with a task or a timer. */
export interface Due {
  readonly due_at: string;
  readonly deadline: Readonly<Record<string, unknown>>;
}

export const dueAfter = (rule: DeadlineRule, from: Date, calendar: WorkingCalendar, unit?: string): Due =>
  toDue(computeDeadline(rule, from, calendar, unit === undefined ? {} : { unit }));

/** When a timer that is armed now is due, counted back from a date. */
export const dueBefore = (rule: CountdownRule, date: string, armed: Date, calendar: WorkingCalendar): Due => {
  const { amount, source, at } = rule;
  const arithmetic = countBack(
    { amount, source, countdown: { before: date, at, armedAt: armed.toISOString() } },
    calendar,
  );
  return toDue(deadlineOf(arithmetic));
};

/** A deadline whose clock stops now; a date comes nearer all the same, so what is counted back from it has no clock. */
export const stopped = (due: Due, at: Date): Due => {
  if (isCountedBack(due.deadline)) return due;
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
