import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@landfall/clock';
import type { Roster } from '@landfall/identity';
import type { Database } from '@landfall/persistence';
import { type ProcessEngine, TimerSweeper } from '@landfall/process-engine';
import type { Schedules } from '@landfall/schedules';
import { LapsedIssues } from '@landfall/supervision';
import type { Meetings } from './meetings';
import type { Notifications } from './notifications';
import type { Supervision } from './supervision';

/** Whose work has to be done before the time of a demonstration goes on. */
export interface SettlingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: ProcessEngine;
  readonly roster: Roster;
  readonly schedules: Schedules;
  readonly notifications: Notifications;
  readonly supervision: Supervision;
  readonly meetings: Meetings;
}

/** After so long a move goes on all the same, and counts that it did. */
const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 15;
const MINUTE_MS = 60_000;

/** Does what is due, and tells when nothing is any more and when the next thing will be. */
export class DemoSettling {
  private readonly sweeps: readonly (() => Promise<unknown>)[];

  constructor(
    private readonly parts: SettlingParts,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    const { database, clock, engine, schedules, notifications, supervision, meetings } = parts;
    const timers = new TimerSweeper(database, clock, engine, { intervalMs: MINUTE_MS });
    const lapsed = new LapsedIssues({ database, engine }, { intervalMs: MINUTE_MS });
    const { fanOut, deliveries, reminders, digests } = notifications;
    this.sweeps = [
      () => timers.sweep(),
      () => schedules.sweep(),
      () => lapsed.sweep(),
      () => meetings.lapsedRequests.sweep(),
      () => meetings.unconfirmedItems.sweep(),
      () => reminders.sweep(),
      () => digests.tick(),
      () => supervision.lightReadings.sweep(),
      () => fanOut.sweep(),
      () => deliveries.sweep(),
    ];
  }

  /** Does what is due now and what comes of it, with the worker's help; answers false when patience ran out. */
  async settle(nudge: () => void): Promise<boolean> {
    const end = Date.now() + this.patienceMs;
    await this.parts.roster.refresh();
    for (;;) {
      let done = 0;
      for (const sweep of this.sweeps) done += Number((await sweep()) ?? 0);
      const drained = await this.drained(nudge, end);
      if (!drained) return false;
      if (done === 0 && drained === 'at once') return true;
      if (Date.now() > end) return false;
    }
  }

  /** The next whole minute at which something is due after an instant, if anything is. */
  async nextMoment(after: Date): Promise<Date | undefined> {
    const [row] = await this.parts.database.query<{ due_at: Date | null }>(
      `SELECT min(due_at) AS due_at FROM (
         SELECT min(due_at) AS due_at FROM timer WHERE state = 'armed' AND due_at > $1
         UNION ALL SELECT min(due_at) FROM user_task WHERE state IN ('created', 'claimed') AND due_at > $1
         UNION ALL SELECT min(due_at) FROM notice_delivery WHERE state = 'waiting' AND due_at > $1
         UNION ALL SELECT min(run_at) FROM outbox_message WHERE failed_at IS NULL AND run_at > $1) AS due`,
      [after],
    );
    const times = [row?.due_at, this.parts.schedules.nextAfter(after)].flatMap((time) => time?.getTime() ?? []);
    return times.length === 0 ? undefined : new Date(Math.ceil(Math.min(...times) / MINUTE_MS) * MINUTE_MS);
  }

  /** Waits until no job and no run is open. What is to run later by the clock is left to its sweep. */
  private async drained(nudge: () => void, end: number): Promise<'at once' | 'later' | false> {
    for (let looks = 0; ; looks += 1) {
      const [row] = await this.parts.database.query<{ jobs: number }>(
        'SELECT count(*)::int AS jobs FROM outbox_message WHERE failed_at IS NULL AND run_at IS NULL',
      );
      if (row?.jobs === 0 && (await this.parts.schedules.open()) === 0) return looks === 0 ? 'at once' : 'later';
      if (Date.now() > end) return false;
      nudge();
      await sleep(LOOK_AGAIN_MS);
    }
  }
}
