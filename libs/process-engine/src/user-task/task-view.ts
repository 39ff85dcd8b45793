import type { LocalizedText } from '@landfall/process-definition';
import type { TaskPart, UserTaskState } from '../commit/loaded-instance';
import type { DefinitionRegistry } from '../definition/definition-registry';

type Person = { readonly accountId: string; readonly name: string };

/** A user task as lists and pages show it. */
export interface UserTask {
  readonly id: string;
  readonly instanceId: string;
  readonly definition: { readonly key: string; readonly version: number };
  readonly taskKey: string;
  readonly slot: string;
  readonly title: LocalizedText;
  readonly stage: string | null;
  readonly state: UserTaskState;
  /** Tasks of one opening share their item. */
  readonly itemId: string;
  readonly part: TaskPart;
  readonly weight: number;
  /** The task that a signer's task signs for. */
  readonly signsFor: string | null;
  readonly addedBy: string | null;
  readonly candidateGroup: string;
  readonly escalatedTo: string | null;
  readonly assignee: Person | null;
  /** Whose task it is while it is delegated to its assignee. */
  readonly owner: Person | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly deadline: Readonly<Record<string, unknown>>;
  readonly suspendedAt: Date | null;
  readonly reminders: number;
  readonly outcome: string | null;
  readonly completedBy: Person | null;
  /** For whom a substitute completed it. */
  readonly completedFor: Person | null;
  readonly endedAt: Date | null;
}

export interface TaskRow {
  id: string;
  instance_id: string;
  definition_key: string;
  definition_version: number;
  task_key: string;
  slot: string;
  stage: string | null;
  state: UserTaskState;
  item_id: string;
  part: TaskPart;
  weight: number;
  signs_for: string | null;
  added_by: string | null;
  candidate_group: string;
  escalated_to: string | null;
  assignee: string | null;
  assignee_name: string | null;
  owner: string | null;
  owner_name: string | null;
  created_at: Date;
  due_at: Date;
  deadline: Record<string, unknown>;
  suspended_at: Date | null;
  reminders: number;
  outcome: string | null;
  completed_by: string | null;
  completed_by_name: string | null;
  completed_for: string | null;
  completed_for_name: string | null;
  ended_at: Date | null;
}

/** The columns of `user_task t` that a `TaskRow` has. */
export const TASK_VIEW_COLUMNS = [
  ...['id', 'instance_id', 'definition_key', 'definition_version', 'task_key', 'slot', 'stage', 'state', 'item_id'],
  ...['part', 'weight', 'signs_for', 'added_by', 'candidate_group', 'escalated_to', 'assignee', 'assignee_name'],
  ...['owner', 'owner_name', 'created_at', 'due_at', 'deadline', 'suspended_at', 'reminders', 'outcome'],
  ...['completed_by', 'completed_by_name', 'completed_for', 'completed_for_name', 'ended_at'],
]
  .map((column) => `t.${column}`)
  .join(', ');

const personOf = (accountId: string | null, name: string | null): Person | null =>
  accountId === null ? null : { accountId, name: name ?? accountId };

/** Reads a row, with the title its definition gives the task. */
export const taskView = (row: TaskRow, definitions: DefinitionRegistry): UserTask => {
  const definition = definitions.get(row.definition_key, row.definition_version);
  return {
    id: row.id,
    instanceId: row.instance_id,
    definition: { key: row.definition_key, version: row.definition_version },
    taskKey: row.task_key,
    slot: row.slot,
    title: definition.userTasks[row.task_key]?.title ?? { zh: row.task_key, en: row.task_key },
    stage: row.stage,
    state: row.state,
    itemId: row.item_id,
    part: row.part,
    weight: row.weight,
    signsFor: row.signs_for,
    addedBy: row.added_by,
    candidateGroup: row.candidate_group,
    escalatedTo: row.escalated_to,
    assignee: personOf(row.assignee, row.assignee_name),
    owner: personOf(row.owner, row.owner_name),
    createdAt: row.created_at,
    dueAt: row.due_at,
    deadline: row.deadline,
    suspendedAt: row.suspended_at,
    reminders: row.reminders,
    outcome: row.outcome,
    completedBy: personOf(row.completed_by, row.completed_by_name),
    completedFor: personOf(row.completed_for, row.completed_for_name),
    endedAt: row.ended_at,
  };
};
