import { instantAt, shippedCalendar, WorkingCalendar } from '@landfall/calendar';
import { ManualClock } from '@landfall/clock';
import { Outbox } from '@landfall/outbox';
import { Database } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { type AnySchedule, type RunContext, type RunPace, type Schedule, Schedules, type WorkingDays } from '../src';

export const ZHANG: Actor = { accountId: 'zhang', name: '张三', unit: 'LGO', groups: ['LGO.staff'] };

/** A schedule that keeps what it was told and does what a test wants. */
export const remembering = (
  seen: RunContext[],
  more: Partial<Omit<Schedule, 'run'>> = {},
  run: Schedule['run'] = async () => undefined,
): Schedule => ({
  key: 'batch',
  title: { zh: '批次', en: 'Batch' },
  purpose: { zh: '凑够一批就开会', en: 'Calls a meeting when a batch is full' },
  cron: '0 8 * * *',
  workdays: 'any',
  catchUp: 'latest',
  ...more,
  run: async (context) => {
    seen.push(context);
    return run(context);
  },
});

/** Schedules on a database of their own, at a time that is set; jobs run when a test says so. */
export class SchedulesUnderTest {
  calendar: WorkingDays = new WorkingCalendar(shippedCalendar());

  private constructor(
    readonly database: Database,
    readonly databaseUrl: string,
    readonly clock: ManualClock,
    private readonly testDatabase: TestDatabase,
  ) {}

  /** @param at such as `2026-11-25 07:30` in Shanghai */
  static async open(at: string): Promise<SchedulesUnderTest> {
    const testDatabase = await createTestDatabase();
    const database = new Database({ url: testDatabase.url });
    return new SchedulesUnderTest(database, testDatabase.url, new ManualClock(instantOf(at)), testDatabase);
  }

  /** A process with this list. */
  process(schedules: readonly AnySchedule[], pace?: RunPace): Schedules {
    const { database, clock } = this;
    const outbox = new Outbox(clock);
    return new Schedules({
      database,
      clock,
      outbox,
      calendar: () => this.calendar,
      schedules,
      ...(pace ? { pace } : {}),
    });
  }

  setTime(at: string): void {
    this.clock.set(instantOf(at));
  }

  /** Does every job of the outbox as the queue would, those that come of them too; a failing one is tried no more. */
  async runJobs(schedules: Schedules): Promise<void> {
    for (;;) {
      const messages = await this.database.query<{ id: string; job: string; payload: Record<string, unknown> }>(
        'DELETE FROM outbox_message WHERE id = (SELECT min(id) FROM outbox_message) RETURNING id, job, payload',
      );
      const [message] = messages;
      if (!message) return;
      await schedules.jobs[message.job]?.(message.payload, { id: message.id }).catch(() => undefined);
    }
  }

  /** Sweeps and does what is due. */
  async pass(schedules: Schedules, at: string): Promise<void> {
    this.setTime(at);
    await schedules.sweep();
    await this.runJobs(schedules);
  }

  /** Each run as `day state`, in order. */
  async runs(key = 'batch'): Promise<string[]> {
    const rows = await this.database.query<{ day: string; state: string }>(
      'SELECT day, state FROM schedule_run WHERE schedule_key = $1 ORDER BY due_at, id',
      [key],
    );
    return rows.map(({ day, state }) => `${day} ${state}`);
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.testDatabase.drop();
  }
}

const instantOf = (at: string): Date => instantAt(at.slice(0, 10), at.slice(11));
