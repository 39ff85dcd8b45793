import { ManualClock } from '@landfall/clock';
import { loadSettings } from '@landfall/config';
import { SYSTEM_ACTOR } from '@landfall/process-definition';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { type DemoTime, type Installation, openInstallation, prepareDatabase } from '.';
import { DemoSettling } from './demo-settling';
import { DemoTime as Time } from './demo-time';

/** The schedules that have runs; the digest has rows of its own. */
const schedulesThatRun = [
  ...['light-daily', 'calendar-check', 'street-town-batch', 'push-meeting-call', 'special-meeting-call'],
  'conference-yearly',
].map((key) => ({ key }));

describe('a move of the time of a demonstration', () => {
  const settings = loadSettings({ NODE_ENV: 'test', LANDFALL_DEMO: '1', LANDFALL_SAMPLE_DATA: 'false' });
  let testDatabase: TestDatabase;
  let installation: Installation;

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    const clock = new ManualClock(new Date('2026-11-25T02:00:00Z'));
    await prepareDatabase(settings, testDatabase.url, clock);
    installation = await openInstallation({ settings, databaseUrl: testDatabase.url, clock });
    // Nobody relays and runs jobs here; the daily lights would be waited for.
    for (const { key } of schedulesThatRun) await installation.schedules.pause(key, SYSTEM_ACTOR, '测试');
    await installation.database.query('DELETE FROM schedule_run');
    await installation.database.query('DELETE FROM outbox_message');
  });
  afterEach(async () => {
    await installation.close();
    await testDatabase.drop();
  });

  /** A worker that waits for so long at each step. */
  const worker = (patienceMs = 5_000): DemoTime => {
    const { database, demoTime } = installation;
    if (!demoTime) throw new Error('The installation has no clock of a demonstration');
    const settling = new DemoSettling(installation, patienceMs);
    return new Time({ clock: demoTime.clock, database, settling, isWorkday: (day) => day !== '2026-11-26' });
  };
  const nudge = () => undefined;

  it('passes every moment at which something is due, midnights among them', async () => {
    const time = worker();
    await time.move({ days: 1 }, SYSTEM_ACTOR);
    await time.carryOn(nudge);
    // 10:00, midnight, lights at seven, three calls of meetings from eight on, digest, the check and the year at nine, 10:00.
    expect((await time.state()).move).toMatchObject({ state: 'done', steps: 9, unsettled: 0 });
    const runs = await installation.database.query<{ state: string }>(
      `SELECT state FROM schedule_run WHERE day = '2026-11-26'`,
    );
    expect(runs.map(({ state }) => state)).toEqual(schedulesThatRun.map(() => 'skipped'));
  });

  it('goes to nine of the next working day', async () => {
    const { move } = await worker().move({ to: 'nextWorkday' }, SYSTEM_ACTOR);
    expect(move?.toAt).toEqual(new Date('2026-11-27T01:00:00Z'));
  });

  it('does not wait for ever: it goes on without what is stuck, and says at how many moments it did', async () => {
    const time = worker(60);
    await installation.database.query(
      `INSERT INTO outbox_message (job, payload, created_at) VALUES ('nobody.runs-this', '{}', now())`,
    );
    await time.move({ days: 1 }, SYSTEM_ACTOR);
    await time.carryOn(nudge);
    expect((await time.state()).move).toMatchObject({ state: 'done', steps: 9, unsettled: 9 });
  });

  it('that a worker broke off is carried on by the next one, from where it was', async () => {
    const time = worker();
    await time.move({ days: 2 }, SYSTEM_ACTOR);
    let steps = 0;
    await time.carryOn(nudge, () => ++steps > 3);
    const { move } = await time.state();
    expect(move).toMatchObject({ state: 'moving', steps: 3 });
    await worker().carryOn(nudge);
    expect((await time.state()).move).toMatchObject({ state: 'done', id: move?.id, steps: 16 });
  });

  it('is carried on by one worker at a time', async () => {
    const workers = [worker(), worker(), worker()];
    await workers[0]?.move({ days: 1 }, SYSTEM_ACTOR);
    await Promise.all(workers.map((one) => one.carryOn(nudge)));
    expect((await workers[0]?.state())?.move).toMatchObject({ state: 'done', steps: 9 });
  });
});
