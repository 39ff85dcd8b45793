import type { CancelTimer, Command, StartTimer } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import type { ChangeSet } from '../commit/change-set';
import type { InstanceDraft } from '../instance-draft';

/** The job that fires a timer at its time; a timer that is due later than the horizon is left to the sweeper. */
export const FIRE_TIMER_JOB = 'engine.fire-timer';

const paramsOf = <Params>(command: Command): Params => command.params as unknown as Params;

/**
 * Arms a timer: a row first, and for one that is due soon a job as its alarm clock (design law 5). An armed timer of the
 * same key is replaced.
 */
export const startTimer = (
  draft: InstanceDraft,
  changes: ChangeSet,
  command: Command,
  at: Date,
  alarmHorizonMs: number,
): void => {
  const { timer, delayMs, event } = paramsOf<StartTimer>(command);
  disarm(draft, changes, timer, at);
  const dueAt = new Date(at.getTime() + delayMs);
  const row = { id: uuid(), timer_key: timer, event, due_at: dueAt.toISOString() };
  draft.timers.set(timer, row);
  changes.insert('timer', { ...row, instance_id: draft.id, state: 'armed', armed_at: at, ended_at: null });
  if (delayMs <= alarmHorizonMs) changes.enqueue(FIRE_TIMER_JOB, { timerId: row.id }, dueAt);
};

/** Disarms a timer; one that has fired or was never armed is left alone, because leaving a state always says cancel. */
export const cancelTimer = (draft: InstanceDraft, changes: ChangeSet, command: Command, at: Date): void => {
  disarm(draft, changes, paramsOf<CancelTimer>(command).timer, at);
};

const disarm = (draft: InstanceDraft, changes: ChangeSet, key: string, at: Date): void => {
  const armed = draft.timers.get(key);
  if (!armed) return;
  draft.timers.delete(key);
  changes.update('timer', armed.id, { state: 'cancelled', ended_at: at });
};
