import { type Actor, Rejection } from '@landfall/process-definition';
import type { LoadedInstance, OpenTask } from '../commit/loaded-instance';

export const existing = (instance: LoadedInstance | undefined): LoadedInstance => {
  if (instance) return instance;
  throw new Rejection({
    code: 'PROCESS.NOT_FOUND',
    status: 404,
    message: 'Expected a process instance, but there is none with this id',
  });
};

export const openTask = (instance: LoadedInstance, taskId: string): OpenTask => {
  const task = instance.tasks.get(taskId);
  if (task) return task;
  throw new Rejection({
    code: 'USER_TASK.NOT_OPEN',
    status: 409,
    message: 'Expected an open user task, but it was completed or cancelled',
  });
};

export const claimedByOther = (verb: string, task: OpenTask): Rejection =>
  new Rejection({
    code: 'USER_TASK.ALREADY_CLAIMED',
    status: 409,
    message: `Expected to ${verb} user task '${task.task_key}', but it is claimed by '${task.assignee_name}'`,
    params: { verb, task: task.task_key, assignee: task.assignee_name },
  });

export const requireMember = (verb: string, task: OpenTask, actor: Actor): void => {
  const { candidate_group, escalated_to } = task;
  if (actor.groups.includes(candidate_group) || (escalated_to && actor.groups.includes(escalated_to))) return;
  throw new Rejection({
    code: 'USER_TASK.NOT_CANDIDATE',
    status: 403,
    message: `Expected to ${verb} user task '${task.task_key}', but '${actor.name}' is not in '${candidate_group}'`,
    params: { verb, task: task.task_key, actor: actor.name, group: candidate_group },
  });
};
