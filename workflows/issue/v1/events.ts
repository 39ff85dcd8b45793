import type { ProcessEvent } from '@landfall/process-definition';

/** What an issue is told: outcomes of tasks, events of people, timers, and what becomes of its supervision item. */
export type IssueEvent = ProcessEvent & {
  /** The supervision item that a signal speaks of, by its correlation key. */
  readonly item?: string;
  /** What the item says of its end. */
  readonly note?: string;
};
