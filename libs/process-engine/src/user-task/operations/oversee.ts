import { Rejection } from '@landfall/process-definition';
import type { LiveTask } from '../../commit/loaded-instance';
import type { Decided } from '../../commit/operation';
import type { Turn } from '../../turn';
import { inOwnRight, memberOf, openTask, oversees, requireOversight, selves } from '../acting';
import { taskDefinition } from '../task-definition';
import { whoWorksOn } from '../user-task-handlers';
import { isEnded, isMember } from '../work-item';
import { settle } from './settle';
import type { TaskOperationOf } from './task-operation';

/** Passes over a share that is not needed, where the definition allows it; for those who oversee it, with a reason. */
export const skip = (turn: Turn, taskId: string, { reason }: TaskOperationOf<'skip'>): Decided => {
  const task = turn.tasks.get(taskId);
  if (!task || isEnded(task) || task.state === 'suspended') openTask(turn.tasks, taskId);
  const skipped = task as LiveTask;
  requireOversight('skip', turn, skipped);
  if (taskDefinition(turn.definition, skipped.task_key).skipAs === undefined || !isMember(skipped)) {
    throw new Rejection({
      code: 'USER_TASK.NOT_SKIPPABLE',
      status: 409,
      message: `Expected a user task that can be skipped, but nobody passes over '${skipped.task_key}'`,
      params: { task: skipped.task_key },
    });
  }
  const ended_at = turn.at.toISOString();
  turn.putTask({ ...skipped, state: 'skipped', owner: null, owner_name: null, form: { reason }, ended_at });
  for (const signer of turn.sharesOf(skipped.item_id)) if (signer.signs_for === taskId) turn.endTask(signer);
  const payload = { taskId, task: skipped.task_key, slot: skipped.slot, reason };
  return settle(turn, skipped, { kind: 'taskSkipped', event: skipped.task_key, payload }, inOwnRight(turn));
};

/** Asks whoever has a task to get on with it (催办), a few times a day at most. */
export const urge = (turn: Turn, taskId: string, { note }: TaskOperationOf<'urge'>): Decided => {
  const task = openTask(turn.tasks, taskId);
  requirePart('urge', turn, task);
  if (selves(turn.actor).includes(task.assignee ?? '')) {
    throw new Rejection({
      code: 'USER_TASK.OWN_TASK',
      status: 409,
      message: `Expected to urge somebody else, but user task '${task.task_key}' is your own`,
      params: { task: task.task_key },
    });
  }
  const today = shanghaiDay(turn.at);
  const urges = task.urged_on === today ? task.urges : 0;
  if (urges >= turn.rules.urgesPerDay) {
    throw new Rejection({
      code: 'USER_TASK.URGED_ENOUGH',
      status: 429,
      message: `Expected user task '${task.task_key}' to be urged at most ${turn.rules.urgesPerDay} times a day, but that is reached`,
      params: { task: task.task_key, limit: turn.rules.urgesPerDay },
    });
  }
  turn.putTask({
    ...task,
    reminded_at: turn.at.toISOString(),
    reminders: task.reminders + 1,
    urged_on: today,
    urges: urges + 1,
  });
  turn.tell({ kind: 'urged', task, to: whoWorksOn(task), note });
  const payload = { taskId, task: task.task_key, slot: task.slot, assignee: task.assignee_name, note };
  return turn.finish({ kind: 'taskUrged', event: task.task_key, payload });
};

/** Asia/Shanghai has had no daylight saving time since 1991. */
const shanghaiDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * Lets those do something about a task who have a part in its process: who started it, did a step of it, works on it now or
 * oversees it.
 *
 * @throws Rejection `PROCESS.NO_PART` (403)
 */
export const requirePart = (verb: string, turn: Turn, task: Pick<LiveTask, 'task_key' | 'candidate_group'>): void => {
  const own = selves(turn.actor);
  const { steps } = turn.work;
  const hasPart =
    own.includes(turn.instance.startedBy) ||
    steps.some(({ account, by }) => own.includes(account) || own.includes(by)) ||
    [...turn.tasks.values()].some((live) => own.includes(live.assignee ?? '') || memberOf(turn.actor, live)) ||
    oversees(turn, task.candidate_group);
  if (hasPart) return;
  throw new Rejection({
    code: 'PROCESS.NO_PART',
    status: 403,
    message: `Expected to ${verb} user task '${task.task_key}', but '${turn.actor.name}' has no part in this process`,
    params: { verb, task: task.task_key, actor: turn.actor.name },
  });
};
