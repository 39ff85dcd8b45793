import { parallelsAround, Rejection, relocationScope, statesOfTask } from '@landfall/process-definition';
import type { LiveTask } from '../../commit/loaded-instance';
import type { Decided } from '../../commit/operation';
import { setBack } from '../../timer/timer-handlers';
import type { Turn } from '../../turn';
import {
  actingOn,
  inHistory,
  inOwnRight,
  openTask,
  requireMemberTask,
  requireOversight,
  requireUndelegated,
  selves,
} from '../acting';
import { type InstanceWork, type Step, stepOf, takenBack, type Undo } from '../instance-work';
import { taskDefinition } from '../task-definition';
import { activate, openSlots, suspend } from '../user-task-handlers';
import { isEnded, isMember, ruleOf } from '../work-item';
import { completed, holdClocks } from './settle';
import { reopen, UNANSWERED } from './sign';
import type { ReturnTarget, TaskOperationOf } from './task-operation';

/** What a returned task was completed with; definitions have outcomes of their own. */
export const RETURNED = 'returned';

/**
 * Sends work back to an earlier step (退回). What is left is cancelled when the process goes on in order afterwards; it is
 * put aside, with its handlers, its answers and the rest of its time, when it comes straight back.
 */
export const returnTask = (turn: Turn, taskId: string, operation: TaskOperationOf<'return'>): Decided => {
  const { to, afterwards, reason } = operation;
  const task = openTask(turn.tasks, taskId);
  const acting = actingOn('return', task, turn.actor);
  requireMemberTask('return', task);
  requireUndelegated('return', task);
  const signer = to.kind === 'previous' ? signedBefore(turn, task) : undefined;
  if (signer) {
    reopen(turn, signer);
    activate(turn, task.item_id);
    const payload = { taskId, task: task.task_key, slot: task.slot, to: signer.task_key, afterwards, reason };
    tellReturned(turn, signer, reason);
    return turn.finish({ kind: 'taskReturned', event: task.task_key, payload }, inHistory(turn.actor, acting));
  }
  const step = requireTarget(turn, task, to);
  if (afterwards === 'jumpBack' && taskDefinition(turn.definition, step.task).goesOnInOrder) {
    throw new Rejection({
      code: 'USER_TASK.GOES_ON_IN_ORDER',
      status: 409,
      message: `Expected to come straight back from '${step.task}', but what follows it rests on it and is done anew`,
      params: { task: step.task },
    });
  }
  turn.remembersHandlers = true;
  if (afterwards === 'jumpBack') {
    turn.putsAside = true;
    for (const share of turn.sharesOf(task.item_id)) suspend(turn, share);
    const leaves = goTo(turn, step);
    turn.putsAside = false;
    const heldTasks = [...turn.aside.tasks];
    const heldTimers = [...turn.aside.timers];
    const awaited = { task: step.task, slot: step.slot, leaves, heldTasks, heldTimers, name: acting.name };
    turn.work = { ...turn.work, resume: [...turn.work.resume, awaited] };
  } else {
    turn.putTask(completed(turn, task, acting, { outcome: RETURNED, form: { reason } }));
    turn.endItem(task.item_id);
    goTo(turn, step);
    // Time in which the filer mends is no time of whoever returned it, however it was returned.
    if (turn.pauses) holdClocks(turn, [task]);
  }
  const back = openedFor(turn, step);
  if (back) tellReturned(turn, back, reason);
  const payload = {
    taskId,
    task: task.task_key,
    slot: task.slot,
    to: step.task,
    afterwards,
    reason,
    assignee: step.name,
  };
  return turn.finish({ kind: 'taskReturned', event: task.task_key, payload }, inHistory(turn.actor, acting));
};

/** Opens a step again that was done before; for those who oversee it. */
export const redo = (turn: Turn, row: LiveTask, { reason }: TaskOperationOf<'redo'>): Decided => {
  requireOversight('redo', turn, row);
  const live = turn.tasks.get(row.id);
  if (turn.standsStill || (live && isPutAside(turn, live))) throw standsStill('redo', row);
  if (live && !isEnded(live)) {
    throw new Rejection({
      code: 'USER_TASK.NOT_DONE',
      status: 409,
      message: `Expected user task '${row.task_key}' to be done before it is redone, but it is open`,
      params: { task: row.task_key },
    });
  }
  if (live && isMember(live)) {
    reopen(turn, live);
    activate(turn, live.item_id);
  } else {
    const step = stepOf(turn.work, row.task_key, row.slot);
    if (!step || step.beside || step.leaves.length === 0 || isOpenNow(turn, step)) throw noSuchStep(row.task_key);
    turn.remembersHandlers = true;
    goTo(turn, step);
  }
  const again = openedFor(turn, { task: row.task_key, slot: row.slot });
  if (again) turn.tell({ kind: 'redone', task: again, to: recipients(again), note: reason });
  const payload = { taskId: row.id, task: row.task_key, slot: row.slot, reason };
  return turn.finish({ kind: 'taskRedone', event: row.task_key, payload }, inHistory(turn.actor, inOwnRight(turn)));
};

/**
 * Takes back what one has just decided (撤回), while nobody has acted on it: the process is where it was, with the same
 * data, tasks, answers of others and deadlines.
 *
 * @param rows the tasks of the work item as they are stored; those of a decided item are no longer live
 */
export const withdraw = (
  turn: Turn,
  row: LiveTask,
  rows: readonly LiveTask[],
  { reason }: TaskOperationOf<'withdraw'>,
): Decided => {
  const own = selves(turn.actor);
  if (row.state !== 'completed' || ![row.assignee, row.completed_by].some((account) => own.includes(account ?? ''))) {
    throw notWithdrawable(row, 'notYours');
  }
  const live = turn.tasks.get(row.id);
  if (live && isPutAside(turn, live)) throw standsStill('withdraw', row);
  if (live) takeBackShare(turn, live);
  else takeBackDecision(turn, row, rows);
  const principal = turn.actor.principals?.find(({ accountId }) => accountId === row.assignee);
  const acting = principal ? { account: principal.accountId, name: principal.name, principal } : inOwnRight(turn);
  const payload = { taskId: row.id, task: row.task_key, slot: row.slot, outcome: row.outcome, reason };
  return turn.finish({ kind: 'taskWithdrawn', event: row.task_key, payload }, inHistory(turn.actor, acting));
};

/** The item is not decided yet, so that only those who sign after this share could have built on it. */
const takeBackShare = (turn: Turn, share: LiveTask): void => {
  const shares = turn.sharesOf(share.item_id);
  const rule = ruleOf(taskDefinition(turn.definition, share.task_key), shares);
  const builtOn = shares.some(
    (other) =>
      other.id !== share.id &&
      isEnded(other) &&
      (other.signs_for === share.id || (rule?.kind === 'sequential' && isMember(other) && other.seq > share.seq)),
  );
  if (builtOn) throw notWithdrawable(share, 'signedOn');
  reopen(turn, share);
  activate(turn, share.item_id);
};

const takeBackDecision = (turn: Turn, row: LiveTask, rows: readonly LiveTask[]): void => {
  const undo = turn.work.undo.find(({ taskId }) => taskId === row.id);
  if (!undo) throw notWithdrawable(row, 'final');
  const untouched = Object.entries(undo.opened).every(([id, assignee]) => {
    const task = turn.tasks.get(id);
    return task !== undefined && !isEnded(task) && task.assignee === assignee && task.owner === null;
  });
  const again = openedFor(turn, { task: row.task_key, slot: row.slot });
  if (!untouched || (again && !(again.id in undo.opened))) throw notWithdrawable(row, 'takenUp');
  const context = takenBack(turn.context, undo.patch);
  if (!context) throw notWithdrawable(row, 'builtOn');
  const revived = rows.filter((other) => undo.cut.includes(other.id) || isAnswered(other));
  // A state that its own outcome entered anew is not left again: what that opened ends here, and its clocks are set back.
  for (const task of Object.keys(undo.opened).flatMap((id) => turn.tasks.get(id) ?? [])) turn.endItem(task.item_id);
  for (const other of revived) turn.putTask({ ...alive(other, undo), live: true });
  turn.putContext(context);
  turn.remembersHandlers = true;
  turn.keptTimers = undo.timers;
  if (undo.left.length > 0) {
    goTo(turn, { task: row.task_key, slot: row.slot, group: row.candidate_group, leaves: undo.left });
  } else for (const [timer, kept] of Object.entries(undo.timers)) setBack(turn, timer, kept);
  activate(turn, row.item_id);
  turn.work = {
    ...turn.work,
    undo: turn.work.undo.filter((other) => other !== undo),
    steps: turn.work.steps.filter(({ rev }) => rev !== undo.rev),
    held: turn.work.held.filter(({ since }) => since !== undo.at),
  };
};

const isAnswered = ({ state }: Pick<LiveTask, 'state'>): boolean => state === 'completed' || state === 'skipped';

/** What was answered before stays answered; the decision that is taken back and what it cut off are open again. */
const alive = (task: LiveTask, undo: Undo): LiveTask => {
  const kept = task.id !== undo.taskId && isAnswered(task);
  if (kept) return task;
  return { ...task, ...UNANSWERED, state: task.assignee === null ? 'created' : 'claimed' };
};

/** The steps that a task can be returned to, the latest first. */
export const returnTargets = (
  turn: Pick<Turn, 'definition' | 'snapshot' | 'work' | 'tasks'>,
  task: LiveTask,
): Step[] => {
  const { returnsTo } = taskDefinition(turn.definition, task.task_key);
  if (returnsTo === 'none') return [];
  const found = [...turn.work.steps]
    .sort((a, b) => b.rev - a.rev)
    .filter((step) => step.task !== task.task_key && !step.beside && isBefore(turn, task, step));
  return returnsTo === 'previous' ? found.slice(0, 1) : found;
};

/** Going to the step leaves the task, and does not disturb a parallel region that the task is not in. */
const isBefore = (turn: Pick<Turn, 'definition' | 'snapshot'>, task: LiveTask, step: Step): boolean => {
  const active = new Set(turn.snapshot._nodes.map((node) => node.path.join('.')));
  if (step.leaves.length === 0 || step.leaves.some((leaf) => active.has(leaf))) return false;
  const scope = relocationScope(turn.snapshot, step.leaves);
  const own = statesOfTask(turn.definition, task.task_key).filter((state) => active.has(state));
  return own.some((state) => scope === '' || state === scope || state.startsWith(`${scope}.`));
};

const requireTarget = (turn: Turn, task: LiveTask, to: ReturnTarget): Step => {
  const targets = returnTargets(turn, task);
  const found =
    to.kind === 'previous'
      ? targets[0]
      : to.kind === 'initiator'
        ? initiatorStep(turn, task, targets)
        : targets.find((step) => step.task === to.task && (to.slot === undefined || step.slot === to.slot));
  if (found) return found;
  throw new Rejection({
    code: 'USER_TASK.RETURN_NOT_ALLOWED',
    status: 409,
    message: `Expected an earlier step that user task '${task.task_key}' can be returned to, but there is none`,
    params: { task: task.task_key },
  });
};

/** The step in which the initiator mends what he filed, although it may never have been open; else the first step. */
const initiatorStep = (turn: Turn, task: LiveTask, targets: readonly Step[]): Step | undefined => {
  const key = turn.definition.initiatorStep;
  if (taskDefinition(turn.definition, task.task_key).returnsTo !== undefined) return undefined;
  if (key === undefined) return targets.at(-1);
  const [state] = statesOfTask(turn.definition, key);
  if (state === undefined || key === task.task_key) return undefined;
  const blank = { task: key, slot: '', group: '', account: '', name: '', by: '', rev: 0, leaves: [state] };
  const step = stepOf(turn.work, key, '') ?? blank;
  return isBefore(turn, task, step) ? step : undefined;
};

/** In a sequence the one who signed before. */
const signedBefore = (turn: Turn, task: LiveTask): LiveTask | undefined => {
  const shares = turn.sharesOf(task.item_id);
  if (ruleOf(taskDefinition(turn.definition, task.task_key), shares)?.kind !== 'sequential') return undefined;
  return shares
    .filter((share) => isMember(share) && share.state === 'completed' && share.seq < task.seq)
    .sort((a, b) => a.seq - b.seq)
    .at(-1);
};

/**
 * Moves the process to a step and sees that its task is open there.
 *
 * @returns the atomic states that were left
 * @throws Rejection `PROCESS.STEP_PASSED_OVER` (409) when the machine passes over the step, because what it asks is known
 */
const goTo = (turn: Turn, step: Pick<Step, 'task' | 'slot' | 'group' | 'leaves'>): string[] => {
  const active = new Set(turn.states);
  const isThere = step.leaves.every((leaf) => active.has(leaf));
  const left = isThere ? [] : turn.relocate(withSiblings(turn, turn.work, step.leaves), step.task);
  const now = new Set(turn.snapshot._nodes.map((node) => node.path.join('.')));
  if (!step.leaves.every((leaf) => now.has(leaf))) {
    throw new Rejection({
      code: 'PROCESS.STEP_PASSED_OVER',
      status: 409,
      message: `Expected to go back to '${step.task}', but the process passes over it as it stands`,
      params: { task: step.task },
    });
  }
  if (!openedFor(turn, step) && step.group !== '') {
    openSlots(turn, step.task, [{ slot: step.slot, group: step.group }]);
  }
  return left;
};

/** A region of a parallel state that is entered again finds its neighbours as they were when the whole was left. */
const withSiblings = (turn: Turn, work: InstanceWork, leaves: readonly string[]): string[] => {
  const active = new Set(turn.snapshot._nodes.map((node) => node.path.join('.')));
  const [first] = leaves;
  const outer = first === undefined ? [] : parallelsAround(turn.definition, first);
  const entered = outer.find((parallel) => !active.has(parallel));
  if (entered === undefined) return [...leaves];
  const regionOf = (leaf: string): string => leaf.slice(entered.length + 1).split('.')[0] ?? '';
  const own = new Set(leaves.map(regionOf));
  return [...leaves, ...(work.inside[entered] ?? []).filter((leaf) => !own.has(regionOf(leaf)))];
};

const openedFor = (turn: Turn, { task, slot }: Pick<Step, 'task' | 'slot'>): LiveTask | undefined =>
  [...turn.tasks.values()].find((live) => live.task_key === task && live.slot === slot && !isEnded(live));

const isOpenNow = (turn: Turn, step: Step): boolean => openedFor(turn, step) !== undefined;

const recipients = (task: LiveTask) =>
  task.assignee === null ? { accounts: [], groups: [task.candidate_group] } : { accounts: [task.assignee], groups: [] };

const tellReturned = (turn: Turn, task: LiveTask, reason: string): void =>
  turn.tell({ kind: 'returned', task, to: recipients(task), note: reason });

/** An item that is put aside is not worked on until the process comes back to it. */
const isPutAside = (turn: Turn, task: LiveTask): boolean =>
  turn.sharesOf(task.item_id).some(({ state }) => state === 'suspended');

const standsStill = (verb: string, { task_key }: LiveTask): Rejection =>
  new Rejection({
    code: 'PROCESS.STANDS_STILL',
    status: 409,
    message: `Expected to ${verb} user task '${task_key}', but the process stands still; let it go on first`,
    params: { verb, task: task_key },
  });

const noSuchStep = (task: string): Rejection =>
  new Rejection({
    code: 'USER_TASK.NOT_REDOABLE',
    status: 409,
    message: `Expected user task '${task}' to be a step that was done in this process, but it is not`,
    params: { task },
  });

const REASONS = {
  notYours: 'it is not yours to take back',
  signedOn: 'others have signed on it',
  final: 'what followed from it cannot be taken back any more',
  takenUp: 'somebody has taken up what followed from it',
  builtOn: 'others have built on it',
} as const;

const notWithdrawable = ({ task_key }: LiveTask, why: keyof typeof REASONS): Rejection =>
  new Rejection({
    code: 'USER_TASK.NOT_WITHDRAWABLE',
    status: 409,
    message: `Expected to withdraw user task '${task_key}', but ${REASONS[why]}`,
    params: { task: task_key, why },
  });
