import type { ProcessDefinition } from '@landfall/process-definition';
import type { AnyMachineSnapshot } from 'xstate';

/** An open user task as it stands in the database, the columns that operations may change. */
export interface OpenTask {
  readonly id: string;
  readonly task_key: string;
  readonly slot: string;
  readonly state: 'created' | 'claimed' | 'completed' | 'cancelled';
  readonly candidate_group: string;
  readonly escalated_to: string | null;
  readonly assignee: string | null;
  readonly assignee_name: string | null;
  readonly claimed_at: string | null;
  readonly reminded_at: string | null;
  readonly reminders: number;
  readonly due_at: string;
}

export interface ArmedTimer {
  readonly id: string;
  readonly timer_key: string;
  readonly event: string;
  readonly due_at: string;
}

/** Everything about one instance that deciding needs, read under its lock. Replaced as a whole when an event is accepted. */
export interface LoadedInstance {
  readonly id: string;
  readonly definition: ProcessDefinition;
  readonly snapshot: AnyMachineSnapshot;
  readonly rev: number;
  readonly stage: string | null;
  readonly tasks: ReadonlyMap<string, OpenTask>;
  /** Armed timers by their key. */
  readonly timers: ReadonlyMap<string, ArmedTimer>;
}
