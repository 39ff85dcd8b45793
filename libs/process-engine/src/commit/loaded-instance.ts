import type { FormValues, ProcessDefinition } from '@landfall/process-definition';
import type { AnyMachineSnapshot } from 'xstate';
import type { InstanceWork } from '../user-task/instance-work';

export type UserTaskState = 'waiting' | 'created' | 'claimed' | 'suspended' | 'completed' | 'skipped' | 'cancelled';

/** What a task is in its work item: the only one, one of several, 主办, 协办, or a signature that somebody asked for. */
export type TaskPart = 'sole' | 'share' | 'lead' | 'assist' | 'signerBefore' | 'signerAfter';

/**
 * A user task of a live work item as it stands in the database, the columns that operations may change.
 *
 * A work item is what one opening of a task asks for; its tasks are the shares of it. All of them are live until the item
 * is decided or cancelled, those that are completed too, because the decision is made of them.
 */
export interface LiveTask {
  readonly id: string;
  readonly item_id: string;
  readonly task_key: string;
  readonly slot: string;
  readonly seq: number;
  readonly weight: number;
  readonly part: TaskPart;
  /** The task that a signer's task signs for. */
  readonly signs_for: string | null;
  readonly added_by: string | null;
  readonly state: UserTaskState;
  readonly live: boolean;
  readonly candidate_group: string;
  readonly escalated_to: string | null;
  readonly assignee: string | null;
  readonly assignee_name: string | null;
  /** Whose task it is while somebody else was asked to work on it (委派). */
  readonly owner: string | null;
  readonly owner_name: string | null;
  readonly claimed_at: string | null;
  readonly reminded_at: string | null;
  readonly reminders: number;
  /** The day it was urged last, YYYY-MM-DD in Asia/Shanghai, and how often that day. */
  readonly urged_on: string | null;
  readonly urges: number;
  readonly due_at: string;
  readonly deadline: Readonly<Record<string, unknown>>;
  readonly suspended_at: string | null;
  readonly ended_at: string | null;
  readonly outcome: string | null;
  readonly form: FormValues | null;
  readonly completed_by: string | null;
  readonly completed_by_name: string | null;
  /** For whom a substitute completed it. */
  readonly completed_for: string | null;
  readonly completed_for_name: string | null;
}

/** A timer that is armed, or stands still while the clocks of its instance do. */
export interface LiveTimer {
  readonly id: string;
  readonly timer_key: string;
  readonly event: string;
  readonly due_at: string;
  readonly deadline: Readonly<Record<string, unknown>> | null;
  readonly suspended_at: string | null;
}

/** Everything about one instance that deciding needs, read under its lock. Replaced as a whole when an event is accepted. */
export interface LoadedInstance {
  readonly id: string;
  readonly definition: ProcessDefinition;
  readonly snapshot: AnyMachineSnapshot;
  readonly rev: number;
  readonly stage: string | null;
  readonly startedBy: string;
  /** The tasks of live work items by their id. */
  readonly tasks: ReadonlyMap<string, LiveTask>;
  /** Live timers by their key. */
  readonly timers: ReadonlyMap<string, LiveTimer>;
  readonly work: InstanceWork;
}

export const isOpen = (task: Pick<LiveTask, 'state'>): boolean => task.state === 'created' || task.state === 'claimed';
