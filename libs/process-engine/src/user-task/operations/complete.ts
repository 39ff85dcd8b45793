import { outcomeEvent, outcomeSchema, Rejection, type UserTaskDefinition } from '@landfall/process-definition';
import type { LiveTask } from '../../commit/loaded-instance';
import type { Decided } from '../../commit/operation';
import { refuseProblems } from '../../form/form-validator';
import type { Entry, Turn } from '../../turn';
import { accountsOf, actingOn, openTask, requireSeparation, requireUndelegated } from '../acting';
import { taskDefinition } from '../task-definition';
import { isEnded, isMember } from '../work-item';
import { completed, settle } from './settle';
import { sign } from './sign';
import type { TaskOperationOf } from './task-operation';

/** Completes a task with one of its outcomes; the process moves on once its whole work item has come to a result. */
export const complete = (turn: Turn, taskId: string, operation: TaskOperationOf<'complete'>): Decided => {
  const task = openTask(turn.tasks, taskId);
  const acting = actingOn('complete', task, turn.actor);
  requireUndelegated('complete', task);
  requireSeparation(turn, task, accountsOf(turn, acting), acting.name);
  if (!isMember(task)) return sign(turn, task, acting, operation);
  const definition = taskDefinition(turn.definition, task.task_key);
  requireOutcome(turn, definition, task, operation.outcome);
  requireForm(turn, definition, operation);
  const done = completed(turn, task, acting, operation);
  turn.putTask(done);
  countOnce(turn, definition, done);
  return settle(turn, done, entryOf(done, operation), acting);
};

const entryOf = (task: LiveTask, { outcome, form }: Pick<TaskOperationOf<'complete'>, 'outcome' | 'form'>): Entry => ({
  kind: 'shareCompleted',
  event: outcomeEvent(task.task_key, outcome),
  payload: { taskId: task.id, task: task.task_key, slot: task.slot, outcome, form },
});

const requireOutcome = (turn: Turn, definition: UserTaskDefinition, task: LiveTask, outcome: string): void => {
  const { work } = definition;
  const assists = work?.kind === 'leadAssist' ? work.assist : [];
  const offered =
    definition.outcomes[outcome] !== undefined &&
    (work?.kind !== 'leadAssist' || assists.includes(outcome) === (task.part !== 'lead'));
  if (!offered) {
    throw new Rejection({
      code: 'USER_TASK.UNKNOWN_OUTCOME',
      status: 422,
      message: `Expected to complete user task '${task.task_key}', but it has no outcome '${outcome}'`,
      params: { task: task.task_key, outcome },
    });
  }
  if (task.part !== 'lead' || work?.kind !== 'leadAssist' || !work.waits) return;
  const open = turn.sharesOf(task.item_id).filter((share) => share.part === 'assist' && !isEnded(share));
  if (open.length === 0) return;
  throw new Rejection({
    code: 'USER_TASK.ASSISTANTS_OPEN',
    status: 409,
    message: `Expected to close user task '${task.task_key}', but ${open.length} assisting parts are still open`,
    params: { task: task.task_key, count: open.length },
  });
};

const requireForm = (
  turn: Turn,
  definition: UserTaskDefinition,
  { outcome, form }: TaskOperationOf<'complete'>,
): void => {
  turn.rules.forms.validate(definition, outcome, () => outcomeSchema(definition, outcome), form);
  const on = { at: turn.at.toISOString(), actor: turn.actor, outcome };
  refuseProblems(definition.check?.(form, turn.context, on) ?? []);
};

/**
 * Lets one signature count for every share that only its giver could do (自动去重).
 *
 * A share that somebody else could do is left to him: two signatures of one person are not two people's. So is a share
 * that was handed to him for advice, whose answer stays with its owner.
 */
const countOnce = (turn: Turn, definition: UserTaskDefinition, given: LiveTask): void => {
  if (!definition.countsSignatureOnce || definition.work === undefined) return;
  const account = given.assignee;
  for (const share of turn.sharesOf(given.item_id)) {
    if (!isMember(share) || isEnded(share) || share.part !== given.part || share.owner !== null) continue;
    const his =
      share.assignee === account ||
      (share.assignee === null && turn.rules.groups.soleMember(share.candidate_group) === account);
    if (!his) continue;
    turn.putTask({
      ...share,
      state: 'completed',
      assignee: given.assignee,
      assignee_name: given.assignee_name,
      claimed_at: share.claimed_at ?? turn.at.toISOString(),
      outcome: given.outcome,
      form: given.form,
      completed_by: given.completed_by,
      completed_by_name: given.completed_by_name,
      completed_for: given.completed_for,
      completed_for_name: given.completed_for_name,
      ended_at: turn.at.toISOString(),
    });
  }
};
