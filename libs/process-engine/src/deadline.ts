import type { DeadlineRule } from '@landfall/process-definition';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Asia/Shanghai has had no daylight saving time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;
const CLOSING_TIME_MS = 17.5 * HOUR_MS;

/** How a due time came about; stored with the task so that the page can show the arithmetic. */
export interface Deadline {
  readonly dueAt: Date;
  readonly arithmetic: {
    readonly from: string;
    readonly amount: number;
    readonly unit: DeadlineRule['unit'];
    readonly source: string;
    readonly calendar: 'plain-days';
    readonly dueAt: string;
  };
}

/**
 * Computes when a task is due: the day of receipt is not counted and the last day ends at 17:30 in Asia/Shanghai
 * (domain-model 3.6). Working days count as plain days until the working-time calendar exists.
 */
export const computeDeadline = (rule: DeadlineRule, from: Date): Deadline => {
  const dueAt =
    rule.unit === 'hour' ? new Date(from.getTime() + rule.amount * HOUR_MS) : endOfDayAfter(from, rule.amount);
  return {
    dueAt,
    arithmetic: {
      from: from.toISOString(),
      amount: rule.amount,
      unit: rule.unit,
      source: rule.source,
      calendar: 'plain-days',
      dueAt: dueAt.toISOString(),
    },
  };
};

const endOfDayAfter = (from: Date, days: number): Date => {
  const localDay = Math.floor((from.getTime() + SHANGHAI_OFFSET_MS) / DAY_MS);
  return new Date((localDay + days) * DAY_MS + CLOSING_TIME_MS - SHANGHAI_OFFSET_MS);
};
