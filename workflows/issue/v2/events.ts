import type { ProcessEvent } from '@landfall/process-definition';

/** What an issue is told: outcomes of tasks, events of people, timers, what becomes of its supervision item and of its push request. */
export type IssueEvent = ProcessEvent & {
  /** The supervision item that a signal speaks of, by its correlation key. */
  readonly item?: string;
  /** What the item says of its end. */
  readonly note?: string | null;
  /** The push request that a signal speaks of, by its correlation key. */
  readonly request?: string;
  /** YYYY-MM-DD: when what the meeting ordered is due, and who carries it out. */
  readonly dueOn?: string | null;
  readonly leadUnit?: string | null;
  readonly requirement?: string;
  readonly reason?: string | null;
  /** Whether the request is looked at again after its meeting failed. */
  readonly goesOn?: boolean;
  /** How the request ended without a meeting. */
  readonly outcome?: string;
};
