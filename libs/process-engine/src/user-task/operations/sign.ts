import { Rejection } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import type { LiveTask } from '../../commit/loaded-instance';
import type { Decided } from '../../commit/operation';
import { refuseProblems } from '../../form/form-validator';
import type { Entry, Turn } from '../../turn';
import {
  type Acting,
  actingOn,
  type Candidate,
  inHistory,
  inOwnRight,
  openTask,
  requireMemberTask,
  requireSeparation,
  requireUndelegated,
  supervises,
} from '../acting';
import { taskDefinition } from '../task-definition';
import { activate, blankTask, limit } from '../user-task-handlers';
import { isEnded, isSignerOutcome } from '../work-item';
import { completed, settle } from './settle';
import type { TaskOperationOf } from './task-operation';

const MOST_SIGNERS = 20;

/**
 * Asks further people to sign (加签): before the handler decides, after he has, or beside him with a share of their own.
 */
export const addSigners = (turn: Turn, taskId: string, operation: TaskOperationOf<'addSigners'>): Decided => {
  const { position, reason } = operation;
  const task = openTask(turn.tasks, taskId);
  const acting = signingRights(turn, task);
  requireMemberTask('add signers to', task);
  requireUndelegated('add signers to', task);
  const signers = newSigners(turn, task, acting, operation.signers);
  for (const signer of signers)
    if (position === 'parallel') requireSeparation(turn, task, [signer.accountId], signer.name);
  // Whoever asks for signatures before his own decides afterwards, so the task has to be somebody's.
  if (task.state === 'created' && position !== 'parallel') turn.putTask(claimedBy(turn, task, acting));
  const taken = turn.sharesOf(task.item_id).length;
  signers.forEach((signer, index) => {
    turn.addTask(signerTask(turn, task, acting, signer, position, taken + index));
    turn.tell({ kind: 'signersAdded', task, to: { accounts: [signer.accountId], groups: [] }, note: reason });
  });
  activate(turn, task.item_id);
  const payload = {
    taskId: task.id,
    task: task.task_key,
    slot: task.slot,
    position,
    signers: signers.map(({ name }) => name),
    reason,
  };
  return turn.finish({ kind: 'signersAdded', event: task.task_key, payload }, inHistory(turn.actor, acting));
};

/** Takes back the request for a signature that was not given yet (减签). */
export const removeSigner = (turn: Turn, taskId: string, { reason }: TaskOperationOf<'removeSigner'>): Decided => {
  const task = turn.tasks.get(taskId);
  if (!task || isEnded(task)) return notOpen(turn, taskId);
  if (task.added_by === null) {
    throw new Rejection({
      code: 'USER_TASK.NOT_A_SIGNER',
      status: 409,
      message: `Expected to remove a signer of user task '${task.task_key}', but this is a part of the task itself`,
      params: { task: task.task_key },
    });
  }
  const asker = [turn.actor, ...(turn.actor.principals ?? [])].find(({ accountId }) => accountId === task.added_by);
  if (!asker && !supervises(turn, task.candidate_group)) {
    throw new Rejection({
      code: 'USER_TASK.REMOVE_SIGNER_NOT_ALLOWED',
      status: 403,
      message: `Expected to remove a signer of user task '${task.task_key}', but '${turn.actor.name}' did not ask for the signature`,
      params: { task: task.task_key, actor: turn.actor.name },
    });
  }
  turn.endTask(task);
  const payload = { taskId, task: task.task_key, slot: task.slot, signers: [task.assignee_name], reason };
  const entry: Entry = { kind: 'signerRemoved', event: task.task_key, payload };
  return settle(turn, task, entry, inOwnRight(turn));
};

/** Gives a signature that was asked for. An objection afterwards sends the task back to its handler. */
export const sign = (
  turn: Turn,
  task: LiveTask,
  acting: Acting,
  { outcome, form }: TaskOperationOf<'complete'>,
): Decided => {
  if (!isSignerOutcome(outcome)) {
    throw new Rejection({
      code: 'USER_TASK.UNKNOWN_OUTCOME',
      status: 422,
      message: `Expected to complete user task '${task.task_key}', but it has no outcome '${outcome}'`,
      params: { task: task.task_key, outcome },
    });
  }
  refuseProblems(opinionProblems(form, outcome === 'object'));
  turn.putTask(completed(turn, task, acting, { outcome, form }));
  const payload = { taskId: task.id, task: task.task_key, slot: task.slot, outcome, form };
  const entry: Entry = { kind: 'signed', event: task.task_key, payload };
  const signedFor = turn.tasks.get(task.signs_for ?? '');
  if (outcome === 'object' && task.part === 'signerAfter' && signedFor) {
    reopen(turn, signedFor);
    const to = { accounts: signedFor.assignee === null ? [] : [signedFor.assignee], groups: [] };
    turn.tell({ kind: 'signersObjected', task: signedFor, to, note: textOf(form.opinion) });
    activate(turn, task.item_id);
    return turn.finish(entry, inHistory(turn.actor, acting));
  }
  return settle(turn, signedFor ?? task, entry, acting);
};

/** Opens an answered share again for whoever answered it; what was signed after it has to be signed anew. */
export const reopen = (turn: Turn, share: LiveTask): void => {
  turn.putTask({ ...share, ...UNANSWERED, state: share.assignee === null ? 'created' : 'claimed' });
  for (const signer of turn.sharesOf(share.item_id)) {
    if (signer.signs_for !== share.id || signer.part !== 'signerAfter') continue;
    turn.putTask({ ...signer, ...UNANSWERED, state: 'waiting' });
  }
};

/** What a task that was answered loses when it is opened again. */
export const UNANSWERED = {
  outcome: null,
  form: null,
  completed_by: null,
  completed_by_name: null,
  completed_for: null,
  completed_for_name: null,
  ended_at: null,
} as const;

const signingRights = (turn: Turn, task: LiveTask): Acting =>
  supervises(turn, task.candidate_group) && task.state === 'claimed'
    ? inOwnRight(turn)
    : actingOn('add signers to', task, turn.actor);

const claimedBy = (turn: Turn, task: LiveTask, acting: Acting): LiveTask => ({
  ...task,
  state: 'claimed',
  assignee: acting.account,
  assignee_name: acting.name,
  claimed_at: turn.at.toISOString(),
});

/** Everybody is asked once: the handler and those who sign already are left out. */
const newSigners = (turn: Turn, task: LiveTask, acting: Acting, asked: readonly Candidate[]): Candidate[] => {
  const shares = turn.sharesOf(task.item_id).filter(({ state }) => state !== 'cancelled');
  const signing = new Set(shares.flatMap(({ assignee }) => (assignee === null ? [] : [assignee])));
  const handler = task.assignee ?? acting.account;
  const signers = asked.filter(
    ({ accountId }, index) =>
      accountId !== handler &&
      !signing.has(accountId) &&
      asked.findIndex((other) => other.accountId === accountId) === index,
  );
  if (signers.length === 0) {
    throw new Rejection({
      code: 'USER_TASK.ALREADY_SIGNS',
      status: 409,
      message: `Expected somebody new to sign user task '${task.task_key}', but everybody named signs it already`,
      params: { task: task.task_key },
    });
  }
  if (shares.length + signers.length > MOST_SIGNERS + 1) {
    throw new Rejection({
      code: 'USER_TASK.TOO_MANY_SIGNERS',
      status: 422,
      message: `Expected at most ${MOST_SIGNERS} signers for user task '${task.task_key}', but there would be more`,
      params: { task: task.task_key, limit: MOST_SIGNERS },
    });
  }
  return signers;
};

const signerTask = (
  turn: Turn,
  task: LiveTask,
  acting: Acting,
  signer: Candidate,
  position: TaskOperationOf<'addSigners'>['position'],
  number: number,
): LiveTask => {
  const definition = taskDefinition(turn.definition, task.task_key);
  const parts = { before: 'signerBefore', after: 'signerAfter', parallel: beside(task.part) } as const;
  return blankTask({
    ...limit(turn, definition, task.candidate_group),
    id: uuid(),
    item_id: task.item_id,
    task_key: task.task_key,
    slot: `${task.slot}+${number}`,
    seq: task.seq,
    weight: 1,
    part: parts[position],
    signs_for: position === 'parallel' ? null : task.id,
    added_by: acting.account,
    state: position === 'after' ? 'waiting' : 'claimed',
    candidate_group: task.candidate_group,
    assignee: signer.accountId,
    assignee_name: signer.name,
    claimed_at: turn.at.toISOString(),
  });
};

const beside = (part: LiveTask['part']): LiveTask['part'] =>
  part === 'lead' || part === 'assist' ? 'assist' : 'share';

const opinionProblems = (form: Readonly<Record<string, unknown>>, required: boolean) => {
  const { opinion, ...unknown } = form;
  const [other] = Object.keys(unknown);
  if (other !== undefined) return [problem(other, 'FORM.UNKNOWN_FIELD', 'is not part of this form')];
  if (opinion === undefined || opinion === '')
    return required ? [problem('opinion', 'FORM.REQUIRED', 'is missing')] : [];
  if (typeof opinion !== 'string') return [problem('opinion', 'FORM.TYPE', 'must be of type string')];
  return opinion.length > 2000 ? [problem('opinion', 'FORM.TOO_LONG', 'must have at most 2000 characters')] : [];
};

const problem = (path: string, code: string, rule: string) => ({
  path,
  code,
  detail: `Expected a valid form, but '${path}' ${rule}`,
  params: { field: path, limit: 2000, type: 'string' },
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const notOpen = (turn: Turn, taskId: string): never => {
  openTask(turn.tasks, taskId);
  throw new Error(`Task '${taskId}' is open and ended at once`);
};
