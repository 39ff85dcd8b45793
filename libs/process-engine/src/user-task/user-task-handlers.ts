import type {
  CancelUserTask,
  Command,
  EscalateUserTask,
  OpenUserTask,
  ProcessDefinition,
  RemindUserTask,
} from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import type { ChangeSet } from '../commit/change-set';
import type { OpenTask } from '../commit/loaded-instance';
import { computeDeadline } from '../deadline';
import type { InstanceDraft } from '../instance-draft';

const paramsOf = <Params>(command: Command): Params => command.params as unknown as Params;

/** Opens one task per slot, with its deadline; an open task of the same key and slot stays as it is. */
export const openUserTask = (draft: InstanceDraft, changes: ChangeSet, command: Command, at: Date): void => {
  const { task, slots } = paramsOf<OpenUserTask>(command);
  const definition = taskDefinition(draft.definition, task);
  for (const { slot, group } of slots) {
    const open = [...draft.tasks.values()].some((known) => known.task_key === task && known.slot === slot);
    if (open) continue;
    const { dueAt, arithmetic } = computeDeadline(definition.deadline, at);
    const row: OpenTask = {
      id: uuid(),
      task_key: task,
      slot,
      state: 'created',
      candidate_group: group,
      escalated_to: null,
      assignee: null,
      assignee_name: null,
      claimed_at: null,
      reminded_at: null,
      reminders: 0,
      due_at: dueAt.toISOString(),
    };
    draft.tasks.set(row.id, row);
    changes.insert('user_task', {
      ...row,
      instance_id: draft.id,
      definition_key: draft.definition.key,
      definition_version: draft.definition.version,
      stage: draft.stage,
      created_at: at,
      deadline: arithmetic,
      ended_at: null,
      outcome: null,
      form: null,
      completed_by: null,
      completed_by_name: null,
    });
  }
};

/** Cancels what is still open of a task key; leaving a state whose task was completed finds nothing to cancel. */
export const cancelUserTask = (draft: InstanceDraft, changes: ChangeSet, command: Command, at: Date): void => {
  const { task, slot } = paramsOf<CancelUserTask>(command);
  for (const open of openTasks(draft, task)) {
    if (slot !== undefined && open.slot !== slot) continue;
    draft.tasks.delete(open.id);
    changes.update('user_task', open.id, { ...changedColumns({ ...open, state: 'cancelled' }), ended_at: at });
  }
};

export const remindUserTask = (draft: InstanceDraft, changes: ChangeSet, command: Command, at: Date): void => {
  const { task } = paramsOf<RemindUserTask>(command);
  for (const open of openTasks(draft, task)) {
    replaceTask(draft, changes, { ...open, reminded_at: at.toISOString(), reminders: open.reminders + 1 });
  }
};

export const escalateUserTask = (draft: InstanceDraft, changes: ChangeSet, command: Command): void => {
  const { task, group } = paramsOf<EscalateUserTask>(command);
  for (const open of openTasks(draft, task)) replaceTask(draft, changes, { ...open, escalated_to: group });
};

/** Stores the new standing of an open task, in the draft and in the change set. */
export const replaceTask = (draft: InstanceDraft, changes: ChangeSet, task: OpenTask): void => {
  draft.tasks.set(task.id, task);
  changes.update('user_task', task.id, { ...changedColumns(task), ended_at: null });
};

/** All columns that an operation may change, so that every update of a task has the same shape. */
export const changedColumns = (task: OpenTask) => ({
  state: task.state,
  escalated_to: task.escalated_to,
  assignee: task.assignee,
  assignee_name: task.assignee_name,
  claimed_at: task.claimed_at,
  reminded_at: task.reminded_at,
  reminders: task.reminders,
  outcome: null as string | null,
  form: null as unknown,
  completed_by: null as string | null,
  completed_by_name: null as string | null,
});

const openTasks = (draft: InstanceDraft, task: string): OpenTask[] =>
  [...draft.tasks.values()].filter((open) => open.task_key === task);

const taskDefinition = (definition: ProcessDefinition, task: string) => {
  const found = definition.userTasks[task];
  if (!found) throw new Error(`Process '${definition.key}' opens user task '${task}', which it does not define`);
  return found;
};
