import type { ProcessEvent } from '@landfall/process-definition';

/** What an item is told: outcomes of tasks, events of people, timers, and its number. */
export type ItemEvent = ProcessEvent & {
  /** Of `numbered`: 督办〔2026〕1号. */
  readonly number?: string;
};
