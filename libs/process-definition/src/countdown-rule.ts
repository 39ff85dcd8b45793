import type { DeadlineRule } from './user-task-definition';

/**
 * The limit of a delay that is counted back from a date: at `at` o'clock (HH:mm, Asia/Shanghai) on the working day that is
 * the `amount`-th before the date; 0 means the date itself, or the working day before it where it is none.
 *
 * What has passed when the delay begins is due at once; without a date the machine's own number counts. The date is read
 * when the delay begins or goes on: a state that learns another date enters itself anew.
 */
export interface CountdownRule {
  readonly before: (context: Readonly<Record<string, unknown>>) => string | null;
  readonly amount: number;
  readonly unit: 'workingDay';
  readonly at: string;
  readonly source: string;
}

/** How long a delay takes: from when it begins, or up to a date. */
export type DelayRule = DeadlineRule | CountdownRule;

export const isCountdown = (rule: DelayRule): rule is CountdownRule => 'before' in rule;
