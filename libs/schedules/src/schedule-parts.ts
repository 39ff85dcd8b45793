import type { Clock } from '@landfall/clock';
import type { Outbox } from '@landfall/outbox';
import type { Database } from '@landfall/persistence';
import type { WorkingDays } from './occurrences';
import { isWatched, type Planned, type Schedule } from './schedule';

/** What schedules stand on. */
export interface ScheduleParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly calendar: () => WorkingDays;
  /** Called after a commit that filled the outbox. */
  readonly onOutbox?: () => void;
}

/** How long a run belongs to the worker that began it, unless that one says again that it is at it. */
export interface RunPace {
  readonly leaseMs: number;
  /** A run that nobody has taken for so long, or whose worker is gone, is announced anew. */
  readonly announceAgainMs: number;
}

export const USUAL_PACE: RunPace = { leaseMs: 60_000, announceAgainMs: 30_000 };

/** Those of the list that are run from here. */
export const ownSchedules = (planned: readonly Planned[]): ReadonlyMap<string, Planned<Schedule>> =>
  new Map(planned.flatMap((schedule) => (isWatched(schedule) ? [] : [[schedule.key, schedule] as const])));
