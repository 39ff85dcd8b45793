import { isSystem, Rejection } from '@landfall/process-definition';
import type { LiveTask } from '../../commit/loaded-instance';
import type { Decided } from '../../commit/operation';
import type { Turn } from '../../turn';
import {
  type Acting,
  accountsOf,
  actingOn,
  type Candidate,
  claimedByOther,
  inHistory,
  inOwnRight,
  openTask,
  requireCandidate,
  requireMemberTask,
  requireSeparation,
  requireUndelegated,
  supervises,
} from '../acting';
import { activate } from '../user-task-handlers';
import { isEnded } from '../work-item';
import { settle } from './settle';
import type { TaskOperationOf } from './task-operation';

/** Takes a task of one's groups; for somebody whose substitute one is, it becomes his. */
export const claim = (turn: Turn, taskId: string): Decided => {
  const task = openTask(turn.tasks, taskId);
  if (task.state === 'claimed') throw claimedByOther('claim', task);
  const acting = actingOn('claim', task, turn.actor);
  requireSeparation(turn, task, accountsOf(turn, acting), acting.name);
  turn.putTask(heldBy(turn, task, { accountId: acting.account, name: acting.name }));
  return finished(turn, task, 'taskClaimed', acting, { assignee: acting.name });
};

/** Gives a task back to its group. */
export const unclaim = (turn: Turn, taskId: string): Decided => {
  const task = openTask(turn.tasks, taskId);
  if (task.state !== 'claimed') {
    throw new Rejection({
      code: 'USER_TASK.NOT_CLAIMED',
      status: 409,
      message: `Expected to unclaim user task '${task.task_key}', but nobody has claimed it`,
      params: { task: task.task_key },
    });
  }
  requireMemberTask('unclaim', task);
  requireUndelegated('unclaim', task);
  const acting = supervises(turn, task.candidate_group) ? inOwnRight(turn) : actingOn('unclaim', task, turn.actor);
  turn.putTask(heldBy(turn, task, null));
  return finished(turn, task, 'taskUnclaimed', acting, { assignee: null });
};

/** Gives a task to somebody of its group; for those who supervise the group. */
export const assign = (turn: Turn, taskId: string, { to }: TaskOperationOf<'assign'>): Decided => {
  const task = openTask(turn.tasks, taskId);
  if (!supervises(turn, task.candidate_group)) {
    throw new Rejection({
      code: 'USER_TASK.ASSIGN_NOT_ALLOWED',
      status: 403,
      message: `Expected to assign user task '${task.task_key}', but '${turn.actor.name}' does not head '${task.candidate_group}'`,
      params: { task: task.task_key, actor: turn.actor.name, group: task.candidate_group },
    });
  }
  requireMemberTask('assign', task);
  requireCandidate('assign', task, to);
  requireSeparation(turn, task, [to.accountId], to.name);
  const assigned = heldBy(turn, task, to);
  turn.putTask(assigned);
  tellAssignee(turn, assigned, 'assigned');
  return finished(turn, task, 'taskAssigned', inOwnRight(turn), { assignee: to.name });
};

/** Hands a task on to a colleague of the group for good (转办). */
export const transfer = (turn: Turn, taskId: string, { to, reason }: TaskOperationOf<'transfer'>): Decided => {
  const task = openTask(turn.tasks, taskId);
  const acting = supervises(turn, task.candidate_group) ? inOwnRight(turn) : actingOn('transfer', task, turn.actor);
  requireMemberTask('transfer', task);
  requireUndelegated('transfer', task);
  requireOther('transfer', task, to);
  requireCandidate('transfer', task, to);
  requireSeparation(turn, task, [to.accountId], to.name);
  const transferred = heldBy(turn, task, to);
  turn.putTask(transferred);
  tellAssignee(turn, transferred, 'transferred', reason);
  return finished(turn, task, 'taskTransferred', acting, { assignee: to.name, reason });
};

/** Lets somebody else work on a task and gets it back to decide it (委派); anybody can be asked, nobody else decides. */
export const delegate = (turn: Turn, taskId: string, { to, note }: TaskOperationOf<'delegate'>): Decided => {
  const task = openTask(turn.tasks, taskId);
  const acting = actingOn('delegate', task, turn.actor);
  requireMemberTask('delegate', task);
  requireUndelegated('delegate', task);
  requireOther('delegate', { ...task, assignee: acting.account }, to);
  requireSeparation(turn, task, accountsOf(turn, acting), acting.name);
  const delegated = { ...heldBy(turn, task, to), owner: acting.account, owner_name: acting.name };
  turn.putTask(delegated);
  tellAssignee(turn, delegated, 'delegated', note);
  return finished(turn, task, 'taskDelegated', acting, { assignee: to.name, note });
};

/** Brings a delegated task back to its owner, by whoever was asked or by the owner himself. */
export const resolve = (turn: Turn, taskId: string, { note }: TaskOperationOf<'resolve'>): Decided => {
  const task = openTask(turn.tasks, taskId);
  if (task.owner === null) {
    throw new Rejection({
      code: 'USER_TASK.NOT_DELEGATED',
      status: 409,
      message: `Expected to resolve user task '${task.task_key}', but nobody has delegated it`,
      params: { task: task.task_key },
    });
  }
  const isOwner = [turn.actor, ...(turn.actor.principals ?? [])].some(({ accountId }) => accountId === task.owner);
  const acting = isOwner ? inOwnRight(turn) : actingOn('resolve', task, turn.actor);
  const resolved = resolvedTask(turn, task);
  turn.putTask(resolved);
  if (!isOwner) tellAssignee(turn, resolved, 'resolved', note);
  return finished(turn, task, 'taskResolved', acting, { assignee: task.owner_name, note });
};

/**
 * Hands over what somebody leaves behind (交接): his tasks to a successor or to their groups, what he was asked to do back
 * to who asked him, what he had others do to the successor.
 */
export const handOver = (turn: Turn, taskId: string, operation: TaskOperationOf<'handOver'>): Decided => {
  const { from, to, reason } = operation;
  const task = turn.tasks.get(taskId);
  const { groups } = turn.actor;
  const administers = turn.rules.administrators.some((group) => groups.includes(group)) || isSystem(turn.actor);
  if (!task || isEnded(task)) openTask(turn.tasks, taskId);
  else if (!administers && !supervises(turn, task.candidate_group)) {
    throw new Rejection({
      code: 'USER_TASK.HAND_OVER_NOT_ALLOWED',
      status: 403,
      message: `Expected to hand over user task '${task.task_key}', but '${turn.actor.name}' does not head '${task.candidate_group}'`,
      params: { task: task.task_key, actor: turn.actor.name, group: task.candidate_group },
    });
  } else if (task.assignee === from || task.owner === from) {
    if (to) {
      if (task.added_by === null) requireCandidate('hand over', task, to);
      requireSeparation(turn, task, [to.accountId], to.name);
    }
    if (task.added_by !== null && !canSign(turn, task, to)) {
      turn.endTask(task);
      const payload = { taskId, task: task.task_key, slot: task.slot, assignee: null, reason };
      const entry = { kind: 'taskHandedOver', event: task.task_key, payload };
      return settle(turn, task, entry, inOwnRight(turn));
    }
    const handedOver = passedOn(turn, task, from, to);
    turn.putTask(handedOver);
    activate(turn, task.item_id);
    tellAssignee(turn, handedOver, 'handedOver', reason);
    return finished(turn, task, 'taskHandedOver', inOwnRight(turn), { assignee: handedOver.assignee_name, reason });
  }
  throw new Rejection({
    code: 'USER_TASK.NOT_HELD',
    status: 409,
    message: 'Expected to hand over a user task of the account, but it holds it no longer',
  });
};

/** A signature that was asked of one person goes to a successor who does not sign yet, or lapses: no group gives it. */
const canSign = (turn: Turn, task: LiveTask, to: Candidate | null): boolean =>
  to !== null && turn.sharesOf(task.item_id).every(({ id, assignee }) => id === task.id || assignee !== to.accountId);

const passedOn = (turn: Turn, task: LiveTask, from: string, to: Candidate | null): LiveTask => {
  if (task.owner === from && to) return { ...task, owner: to.accountId, owner_name: to.name };
  if (task.owner !== null && task.owner !== from) return resolvedTask(turn, task);
  const held = heldBy(turn, task, to);
  return { ...held, state: task.state === 'waiting' || task.state === 'suspended' ? task.state : held.state };
};

const resolvedTask = (turn: Turn, task: LiveTask): LiveTask =>
  heldBy(turn, task, { accountId: task.owner ?? '', name: task.owner_name ?? '' });

const heldBy = (turn: Turn, task: LiveTask, to: Pick<Candidate, 'accountId' | 'name'> | null): LiveTask => ({
  ...task,
  state: to ? 'claimed' : 'created',
  assignee: to?.accountId ?? null,
  assignee_name: to?.name ?? null,
  owner: null,
  owner_name: null,
  claimed_at: to ? turn.at.toISOString() : null,
});

const tellAssignee = (
  turn: Turn,
  task: LiveTask,
  kind: 'assigned' | 'transferred' | 'delegated' | 'resolved' | 'handedOver',
  note?: string,
): void => {
  const to =
    task.assignee === null
      ? { accounts: [], groups: [task.candidate_group] }
      : { accounts: [task.assignee], groups: [] };
  if (task.assignee === turn.actor.accountId) return;
  turn.tell({ kind, task, to, ...(note === undefined ? {} : { note }) });
};

const requireOther = (verb: string, task: LiveTask, to: Candidate): void => {
  if (task.assignee !== to.accountId) return;
  throw new Rejection({
    code: 'USER_TASK.SAME_ASSIGNEE',
    status: 422,
    message: `Expected to ${verb} user task '${task.task_key}' to somebody else, but '${to.name}' has it`,
    params: { verb, task: task.task_key, assignee: to.name },
  });
};

const finished = (
  turn: Turn,
  task: LiveTask,
  kind: string,
  acting: Acting,
  more: Readonly<Record<string, unknown>>,
): Decided =>
  turn.finish(
    { kind, event: task.task_key, payload: { taskId: task.id, task: task.task_key, slot: task.slot, ...more } },
    inHistory(turn.actor, acting),
  );
