import { type CancelTimer, type Command, isCountdown, type StartTimer } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import type { LiveTimer } from '../commit/loaded-instance';
import { type Due, dueAfter, dueBefore, resumed, stopped } from '../deadline';
import type { Turn } from '../turn';
import type { TimerDue } from '../user-task/instance-work';

/** The job that fires a timer at its time; a timer that is due later than the horizon is left to the sweeper. */
export const FIRE_TIMER_JOB = 'engine.fire-timer';

const paramsOf = <Params>(command: Command): Params => command.params as unknown as Params;

/** `xstate.after.<delay>.<state>` names the delay; a state's own dots come after it. */
export const delayOf = (timerKey: string): string => timerKey.replace(/^xstate\.after\./, '').split('.')[0] ?? timerKey;

/**
 * Arms a timer: a row first, and for one that is due soon a job as its alarm clock (design law 5). An armed timer of the
 * same key is replaced; one that stood still goes on with the rest of its time.
 */
export const startTimer = (turn: Turn, command: Command): void => {
  const { timer, delayMs, event } = paramsOf<StartTimer>(command);
  const known = turn.timers.get(timer);
  if (known?.suspended_at) {
    const since = new Date(known.suspended_at);
    const due = countedBack(turn, timer) ?? goingOn(known, since, turn);
    arm(turn, { ...known, ...due, suspended_at: null });
    return;
  }
  disarm(turn, timer);
  const kept = turn.keptTimers[timer];
  const due = dueOf(turn, timer, delayMs);
  const row: LiveTimer = {
    id: uuid(),
    timer_key: timer,
    event,
    ...(kept ?? due),
    suspended_at: null,
  };
  turn.timers.set(timer, row);
  turn.changes.insert('timer', {
    ...row,
    instance_id: turn.id,
    state: 'armed',
    armed_at: turn.at,
    ended_at: null,
  });
  alarm(turn, row);
};

const dueOf = (turn: Turn, timer: string, delayMs: number): Pick<LiveTimer, 'due_at' | 'deadline'> => {
  const rule = turn.definition.delayRules?.[delayOf(timer)];
  if (rule && !isCountdown(rule)) return dueAfter(rule, turn.at, turn.rules.calendar());
  const plain = { due_at: new Date(turn.at.getTime() + delayMs).toISOString(), deadline: null };
  return countedBack(turn, timer) ?? plain;
};

/** When a timer is due that counts back from a date, where there is one; read anew whenever it is armed. */
const countedBack = (turn: Turn, timer: string): Due | undefined => {
  const rule = turn.definition.delayRules?.[delayOf(timer)];
  const date = rule && isCountdown(rule) ? rule.before(turn.context) : null;
  if (!rule || !isCountdown(rule) || date === null) return undefined;
  return dueBefore(rule, date, turn.at, turn.rules.calendar());
};

/** A timer without working time keeps its milliseconds. */
const goingOn = (timer: LiveTimer, since: Date, turn: Turn): Due | Pick<LiveTimer, 'due_at'> => {
  const { deadline, due_at } = timer;
  if (deadline !== null) return resumed({ due_at, deadline }, turn.at, turn.rules.calendar());
  return { due_at: new Date(new Date(due_at).getTime() + turn.at.getTime() - since.getTime()).toISOString() };
};

const arm = (turn: Turn, timer: LiveTimer): void => {
  turn.timers.set(timer.timer_key, timer);
  const { due_at, deadline, suspended_at } = timer;
  turn.changes.update('timer', timer.id, { state: 'armed', due_at, deadline, suspended_at, ended_at: null });
  alarm(turn, timer);
};

/** Lets a timer that runs be due when it was before it was armed anew. */
export const setBack = (turn: Turn, key: string, kept: TimerDue): void => {
  const running = turn.timers.get(key);
  if (running && running.suspended_at === null) arm(turn, { ...running, ...kept });
};

const alarm = (turn: Turn, timer: LiveTimer): void => {
  const dueAt = new Date(timer.due_at);
  if (dueAt.getTime() - turn.at.getTime() > turn.rules.alarmHorizonMs) return;
  turn.changes.enqueue(FIRE_TIMER_JOB, { timerId: timer.id }, dueAt);
};

/**
 * Disarms a timer, or lets it stand still while the process means to come back; one that has fired or was never armed is
 * left alone, because leaving a state always says cancel.
 */
export const stopTimer = (turn: Turn, command: Command): void => {
  const { timer } = paramsOf<CancelTimer>(command);
  const armed = turn.timers.get(timer);
  if (!armed) return;
  if (!turn.keepsWork) {
    disarm(turn, timer);
    return;
  }
  if (armed.suspended_at !== null) return;
  const { due_at, deadline } = armed;
  const still: LiveTimer = {
    ...armed,
    deadline: deadline === null ? null : stopped({ due_at, deadline }, turn.at).deadline,
    suspended_at: turn.at.toISOString(),
  };
  turn.timers.set(timer, still);
  turn.aside.timers.push(still.id);
  turn.changes.update('timer', still.id, {
    state: 'suspended',
    due_at: still.due_at,
    deadline: still.deadline,
    suspended_at: still.suspended_at,
    ended_at: null,
  });
};

const disarm = (turn: Turn, key: string): void => {
  const armed = turn.timers.get(key);
  if (!armed) return;
  turn.timers.delete(key);
  turn.stopped.set(key, { due_at: armed.due_at, deadline: armed.deadline });
  turn.changes.update('timer', armed.id, { state: 'cancelled', ended_at: turn.at });
};
