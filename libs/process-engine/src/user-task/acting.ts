import { type Actor, type Principal, Rejection } from '@landfall/process-definition';
import type { LiveTask, LoadedInstance } from '../commit/loaded-instance';
import type { Turn } from '../turn';
import { taskDefinition } from './task-definition';

/** Somebody whom work is given to. */
export interface Candidate {
  readonly accountId: string;
  readonly name: string;
  readonly groups: readonly string[];
}

/** Whose right an actor uses on a task: his own, or that of somebody whose substitute he is today. */
export interface Acting {
  readonly account: string;
  readonly name: string;
  readonly principal: Principal | undefined;
}

/** Working under this key says that a task must not be done by whoever started the process. */
export const INITIATOR = 'initiator';

export const existing = (instance: LoadedInstance | undefined): LoadedInstance => {
  if (instance) return instance;
  throw new Rejection({
    code: 'PROCESS.NOT_FOUND',
    status: 404,
    message: 'Expected a process instance, but there is none with this id',
  });
};

/** A task that can be worked on now. @throws Rejection when it has ended, waits for others or stands still */
export const openTask = (tasks: ReadonlyMap<string, LiveTask>, taskId: string): LiveTask => {
  const task = tasks.get(taskId);
  if (task?.state === 'created' || task?.state === 'claimed') return task;
  if (task?.state === 'waiting') {
    throw new Rejection({
      code: 'USER_TASK.WAITING',
      status: 409,
      message: `Expected user task '${task.task_key}' to be worked on, but it waits for others to sign first`,
      params: { task: task.task_key },
    });
  }
  if (task?.state === 'suspended') {
    throw new Rejection({
      code: 'USER_TASK.SUSPENDED',
      status: 409,
      message: `Expected user task '${task.task_key}' to be worked on, but it stands still until the process comes back to it`,
      params: { task: task.task_key },
    });
  }
  throw new Rejection({
    code: 'USER_TASK.NOT_OPEN',
    status: 409,
    message: 'Expected an open user task, but it was completed or cancelled',
  });
};

export const claimedByOther = (verb: string, task: LiveTask): Rejection =>
  new Rejection({
    code: 'USER_TASK.ALREADY_CLAIMED',
    status: 409,
    message: `Expected to ${verb} user task '${task.task_key}', but it is claimed by '${task.assignee_name}'`,
    params: { verb, task: task.task_key, assignee: task.assignee_name },
  });

export const isCandidate = (groups: readonly string[], task: LiveTask): boolean =>
  groups.includes(task.candidate_group) || (task.escalated_to !== null && groups.includes(task.escalated_to));

/** Whether somebody works for a unit that has the task, in his own right or as a substitute. */
export const memberOf = (actor: Actor, task: LiveTask): Acting | undefined => {
  if (isCandidate(actor.groups, task)) return { account: actor.accountId, name: actor.name, principal: undefined };
  const principal = actor.principals?.find(({ groups }) => isCandidate(groups, task));
  return principal && { account: principal.accountId, name: principal.name, principal };
};

/**
 * Whose right an actor uses to work on an open task.
 *
 * @throws Rejection `USER_TASK.ALREADY_CLAIMED` (409) when it is somebody else's, `USER_TASK.NOT_CANDIDATE` (403) when
 * nobody has it and the actor is not of its group
 */
export const actingOn = (verb: string, task: LiveTask, actor: Actor): Acting => {
  if (task.state === 'claimed') {
    if (task.assignee === actor.accountId) {
      return { account: actor.accountId, name: actor.name, principal: undefined };
    }
    const principal = actor.principals?.find(({ accountId }) => accountId === task.assignee);
    if (principal) return { account: principal.accountId, name: principal.name, principal };
    throw claimedByOther(verb, task);
  }
  const member = memberOf(actor, task);
  if (member) return member;
  throw new Rejection({
    code: 'USER_TASK.NOT_CANDIDATE',
    status: 403,
    message: `Expected to ${verb} user task '${task.task_key}', but '${actor.name}' is not in '${task.candidate_group}'`,
    params: { verb, task: task.task_key, actor: actor.name, group: task.candidate_group },
  });
};

/** The actor as history knows him: with the name of whom he stands in for. */
export const inHistory = (actor: Actor, { principal }: Acting): Actor =>
  principal ? { ...actor, onBehalfOf: principal.name } : actor;

export const inOwnRight = ({ actor }: Turn): Acting => ({
  account: actor.accountId,
  name: actor.name,
  principal: undefined,
});

/** The accounts that count when duties are kept apart: a substitute's hands and whose work it is. */
export const accountsOf = ({ actor }: Turn, { account }: Acting): string[] => [...new Set([account, actor.accountId])];

/** The actor and those whose substitute he is. */
export const selves = (actor: Actor): string[] => [
  actor.accountId,
  ...(actor.principals ?? []).map(({ accountId }) => accountId),
];

export const supervises = (turn: Turn, group: string): boolean =>
  turn.rules.supervisorsOf(group).some((supervisor) => turn.actor.groups.includes(supervisor));

export const oversees = (turn: Turn, group: string): boolean =>
  supervises(turn, group) || turn.rules.overseersOf(group).some((overseer) => turn.actor.groups.includes(overseer));

/** @throws Rejection `USER_TASK.OVERSIGHT_ONLY` (403) unless the actor oversees the task's group */
export const requireOversight = (
  verb: string,
  turn: Turn,
  task: Pick<LiveTask, 'task_key' | 'candidate_group'>,
): void => {
  if (oversees(turn, task.candidate_group)) return;
  throw new Rejection({
    code: 'USER_TASK.OVERSIGHT_ONLY',
    status: 403,
    message: `Expected to ${verb} user task '${task.task_key}', but '${turn.actor.name}' does not oversee '${task.candidate_group}'`,
    params: { verb, task: task.task_key, actor: turn.actor.name, group: task.candidate_group },
  });
};

/** @throws Rejection `USER_TASK.ASSIGNEE_NOT_CANDIDATE` (422) unless the task can be given to this person */
export const requireCandidate = (verb: string, task: LiveTask, to: Candidate): void => {
  if (isCandidate(to.groups, task)) return;
  throw new Rejection({
    code: 'USER_TASK.ASSIGNEE_NOT_CANDIDATE',
    status: 422,
    message: `Expected to ${verb} user task '${task.task_key}', but '${to.name}' is not in '${task.candidate_group}'`,
    params: { verb, task: task.task_key, assignee: to.name, group: task.candidate_group },
  });
};

/** The duty that keeps somebody from doing a task, if there is one: a task he handled, or the start of the process. */
export const conflictOf = (turn: Turn, task: LiveTask, accounts: readonly string[]): string | undefined =>
  (taskDefinition(turn.definition, task.task_key).separateFrom ?? []).find((key) =>
    key === INITIATOR
      ? accounts.includes(turn.instance.startedBy)
      : turn.work.steps.some(
          (step) => step.task === key && (accounts.includes(step.account) || accounts.includes(step.by)),
        ),
  );

/**
 * Keeps apart what two people have to do: whoever handled one of the named tasks, or stood in for its handler, does not
 * do this one.
 *
 * @throws Rejection `USER_TASK.SEPARATION_OF_DUTIES` (403)
 */
export const requireSeparation = (turn: Turn, task: LiveTask, accounts: readonly string[], name: string): void => {
  const conflict = conflictOf(turn, task, accounts);
  if (conflict === undefined) return;
  throw new Rejection({
    code: 'USER_TASK.SEPARATION_OF_DUTIES',
    status: 403,
    message: `Expected somebody else to do user task '${task.task_key}', but '${name}' did '${conflict}' and the two are kept apart`,
    params: { task: task.task_key, actor: name, other: conflict },
  });
};

/** @throws Rejection `USER_TASK.SIGNER_ONLY_SIGNS` (409) for a signature that somebody asked for */
export const requireMemberTask = (verb: string, task: LiveTask): void => {
  if (task.added_by === null) return;
  throw new Rejection({
    code: 'USER_TASK.SIGNER_ONLY_SIGNS',
    status: 409,
    message: `Expected to ${verb} user task '${task.task_key}', but it is a signature that was asked for, which is only given`,
    params: { verb, task: task.task_key },
  });
};

/** @throws Rejection `USER_TASK.DELEGATED` (409) while somebody else was asked to work on the task */
export const requireUndelegated = (verb: string, task: LiveTask): void => {
  if (task.owner === null) return;
  throw new Rejection({
    code: 'USER_TASK.DELEGATED',
    status: 409,
    message: `Expected to ${verb} user task '${task.task_key}', but '${task.owner_name}' has delegated it and gets it back first`,
    params: { verb, task: task.task_key, owner: task.owner_name },
  });
};
