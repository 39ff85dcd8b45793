import type { LocalizedText } from '@landfall/process-definition';
import { countDeadline, type Deadline, type DeadlineBasis, type DeadlinePause, deadlineOf } from './deadline';
import type { WorkingCalendar } from './working-calendar';

/** Whether the clock of a deadline stands. */
export const isPaused = (arithmetic: Pick<DeadlineBasis, 'pauses'>): boolean => lastPause(arithmetic)?.to === null;

/**
 * Stops the clock of a deadline. Its due time stays written as it was and counts again once the clock runs.
 *
 * @throws Error when the clock stands already.
 */
export const pauseDeadline = (deadline: Deadline, at: Date, reason?: LocalizedText): Deadline => {
  const { arithmetic } = deadline;
  if (isPaused(arithmetic)) throw new Error('Expected a deadline whose clock runs, but it is paused');
  // A clock that was set back must not let two pauses overlap: time would be given twice.
  const from = notBefore(at, lastPause(arithmetic)?.to ?? arithmetic.from);
  const pause: DeadlinePause = { from, to: null, ...(reason === undefined ? {} : { reason }) };
  return deadlineOf({ ...arithmetic, pauses: [...(arithmetic.pauses ?? []), pause] });
};

/**
 * Lets the clock of a deadline run again; what was left of the time is left still.
 *
 * - working days and days: the days on which the clock stood are not counted, from the day of the pause up to the day
 *   before it ends, so a pause within one day moves nothing;
 * - working hours and hours: exactly the time that the clock stood is added.
 *
 * A pause that began after the due time moves nothing.
 *
 * @throws Error when the clock runs already.
 */
export const resumeDeadline = (deadline: Deadline, at: Date, calendar: WorkingCalendar): Deadline => {
  const { arithmetic } = deadline;
  const open = lastPause(arithmetic);
  if (open === undefined || open.to !== null) throw new Error('Expected a deadline that is paused, but its clock runs');
  const closed = { ...open, to: notBefore(at, open.from) };
  return countDeadline({ ...arithmetic, pauses: [...arithmetic.pauses.slice(0, -1), closed] }, calendar);
};

// Deadlines that were stored before there was a calendar know of no pauses.
const lastPause = ({ pauses }: Pick<DeadlineBasis, 'pauses'>): DeadlinePause | undefined => pauses?.at(-1);

const notBefore = (at: Date, earliest: string): string =>
  new Date(Math.max(at.getTime(), Date.parse(earliest))).toISOString();
