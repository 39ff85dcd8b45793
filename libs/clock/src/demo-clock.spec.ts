import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '@landfall/persistence';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { ManualClock } from './clock';
import { DemoClock } from './demo-clock';

const HOUR_MS = 3_600_000;

describe('the clock of a demonstration', () => {
  const base = new ManualClock(new Date('2026-11-25T02:00:00Z'));
  const clocks: DemoClock[] = [];
  let testDatabase: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    base.set(new Date('2026-11-25T02:00:00Z'));
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
  });
  afterEach(async () => {
    await Promise.all(clocks.splice(0).map((clock) => clock.close()));
    await database.close();
    await testDatabase.drop();
  });

  const open = async (): Promise<DemoClock> => {
    const clock = new DemoClock(testDatabase.url, base);
    clocks.push(clock);
    await clock.open();
    return clock;
  };
  const until = async (condition: () => boolean): Promise<number> => {
    for (let waited = 0; waited < 5_000; waited += 5) {
      if (condition()) return waited;
      await sleep(5);
    }
    throw new Error('What was waited for did not happen');
  };

  it('tells the real time until it is moved, and goes on from where it was moved to', async () => {
    const clock = await open();
    expect(clock.now()).toEqual(new Date('2026-11-25T02:00:00Z'));
    await clock.moveTo(new Date('2026-12-01T01:00:00Z'));
    base.advance(HOUR_MS);
    expect(clock.now()).toEqual(new Date('2026-12-01T02:00:00Z'));
    expect(clock.offset).toBe(143 * HOUR_MS);
  });

  it('begins on an earlier day where nothing has happened yet, and never goes back to it', async () => {
    const clock = new DemoClock(testDatabase.url, base);
    clocks.push(clock);
    const beginning = new Date('2026-01-02T01:00:00Z');
    expect(clock.now()).toEqual(base.now());
    await clock.open(beginning);
    expect(clock.now()).toEqual(beginning);
    await clock.moveTo(new Date('2026-03-01T01:00:00Z'));
    const later = new DemoClock(testDatabase.url, base);
    clocks.push(later);
    await later.open(beginning);
    expect(later.now()).toEqual(new Date('2026-03-01T01:00:00Z'));
  });

  it('is the same in every process at once, and in one that starts later', async () => {
    const [one, other] = [await open(), await open()];
    await one.moveTo(new Date('2026-12-01T01:00:00Z'));
    // Told, not found by looking again: that takes up to a second.
    expect(await until(() => other.now() > new Date('2026-12-01'))).toBeLessThan(900);
    expect((await open()).now()).toEqual(one.now());
  });

  it('never goes back, whoever asks and whatever the computer does', async () => {
    const [one, other] = [await open(), await open()];
    await Promise.all([one.moveTo(new Date('2026-12-05T01:00:00Z')), other.moveTo(new Date('2026-12-01T01:00:00Z'))]);
    await one.moveTo(new Date('2026-01-01T00:00:00Z'));
    await until(() => other.now() >= new Date('2026-12-05'));
    expect(one.now()).toEqual(new Date('2026-12-05T01:00:00Z'));
    base.advance(-HOUR_MS);
    expect(one.now()).toEqual(new Date('2026-12-05T01:00:00Z'));
  });

  it('finds what it was not told when its connection broke', async () => {
    const [one, other] = [await open(), await open()];
    await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'landfall-demo-clock'`,
    );
    await sleep(50);
    await one.moveTo(new Date('2026-12-01T01:00:00Z'));
    await until(() => other.now() > new Date('2026-12-01'));
  });
});
