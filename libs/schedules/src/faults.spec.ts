import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { JobQueues, JobRunner, OutboxRelay, openQueueBackend, QueueAlarms, type QueueBackend } from '@landfall/outbox';
import { remembering, SchedulesUnderTest, ZHANG } from '../test/schedules-under-test';
import type { RunContext, RunPace, Schedules } from '.';

const until = async (condition: () => boolean | Promise<boolean>, limitMs = 20_000): Promise<void> => {
  const end = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('What was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const QUICK: RunPace = { leaseMs: 400, announceAgainMs: 300 };

const root = join(__dirname, '../../..');
const crash = (order: { databaseUrl: string; runId: string }) =>
  new Promise<string | null>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--require',
        join(root, 'test/environment/typescript-hook.cjs'),
        join(root, 'libs/schedules/test/crashing-process.ts'),
        JSON.stringify(order),
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    child.on('error', reject);
    child.on('exit', (_code, signal) => resolve(signal));
  });

describe.each(['redis', 'postgresql'] as const)('schedules with the queue on %s', (kind) => {
  let world: SchedulesUnderTest;
  let backend: QueueBackend;
  let queues: JobQueues;
  let relay: OutboxRelay;
  let runner: JobRunner | undefined;
  let seen: RunContext[];
  let number = 0;

  beforeEach(async () => {
    seen = [];
    number += 1;
    world = await SchedulesUnderTest.open('2026-11-25 07:30');
    backend = await openQueueBackend({
      databaseUrl: world.databaseUrl,
      redisUrl: kind === 'redis' ? process.env.LANDFALL_TEST_REDIS_URL : undefined,
      prefix: `schedules-${process.pid}-${number}`,
    });
    queues = new JobQueues(backend, ['schedules.run-long']);
    relay = new OutboxRelay(world.database, world.clock, queues.queueFor, { intervalMs: 20, staleMs: 200 });
  });
  afterEach(async () => {
    await relay.stop();
    await runner?.stop();
    runner = undefined;
    await queues.close();
    await backend.close();
    await world.close();
  });

  /** A worker that relays and runs; its sweep is called by the test. */
  const work = (schedules: Schedules): void => {
    runner = new JobRunner(world.database, world.clock, backend, schedules.jobs, { longJobs: ['schedules.run-long'] });
    runner.start();
    relay.start();
  };
  const ended = async () => (await world.runs()).every((run) => !/due|running/.test(run));

  it('runs short and long ones through the queue it was asked for', async () => {
    expect(backend.kind).toBe(kind);
    const schedules = world.process([remembering(seen), remembering(seen, { key: 'long-one', long: true })]);
    await schedules.sweep();
    work(schedules);
    world.setTime('2026-11-25 08:00');
    expect(await schedules.sweep()).toBe(2);
    await until(async () => (await schedules.open()) === 0);
    expect(seen.map(({ key }) => key).sort()).toEqual(['batch:2026-11-25T08:00', 'long-one:2026-11-25T08:00']);
  });

  it('a lost job changes nothing: the queue is emptied, the outbox too, and each time is run once', async () => {
    const schedules = world.process([remembering(seen, { catchUp: 'all' })], QUICK);
    await schedules.sweep();
    world.setTime('2026-11-25 08:00');
    await schedules.sweep();
    await relay.relay();
    await queues.flush();
    await world.database.query('DELETE FROM outbox_message');
    world.setTime('2026-11-26 08:00');
    await schedules.sweep();
    work(schedules);
    await until(async () => {
      await schedules.sweep();
      return ended();
    });
    expect(seen.map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-26']);
    expect(await world.runs()).toEqual(['2026-11-25 done', '2026-11-26 done']);
  });

  it('a doubled and a late job change nothing', async () => {
    const schedules = world.process([remembering(seen)]);
    await schedules.sweep();
    world.setTime('2026-11-25 08:00');
    await schedules.sweep();
    await world.database.query(
      'INSERT INTO outbox_message (job, payload, created_at) SELECT job, payload, created_at FROM outbox_message, generate_series(1, 5)',
    );
    work(schedules);
    await until(async () => (await world.database.query('SELECT FROM outbox_message')).length === 0);
    const [run] = (await schedules.runs('batch', { limit: 1 })).runs;
    world.setTime('2026-11-27 08:00');
    await world.database.query(
      `INSERT INTO outbox_message (job, payload, created_at) VALUES ('schedules.run', $1, now())`,
      [JSON.stringify({ runId: run?.id })],
    );
    await until(async () => (await world.database.query('SELECT FROM outbox_message')).length === 0);
    expect(seen).toHaveLength(1);
  });

  it('a worker that is killed in the middle of a run leaves it to the next one, which knows that it is the second', async () => {
    const schedules = world.process([remembering(seen, { catchUp: 'all' })], QUICK);
    await world.database.query('CREATE TABLE effect (key text)');
    await schedules.sweep();
    world.setTime('2026-11-25 08:00');
    await schedules.sweep();
    const [run] = (await schedules.runs('batch', { limit: 1 })).runs;
    expect(await crash({ databaseUrl: world.databaseUrl, runId: run?.id ?? '' })).toBe('SIGKILL');
    expect(await world.database.query('SELECT key FROM effect')).toEqual([{ key: 'begun 1' }]);
    expect(await world.runs()).toEqual(['2026-11-25 running']);
    // The killed worker had the usual lease of a minute; it is let run out.
    await world.database.query(`UPDATE schedule_run SET lease_until = clock_timestamp(), queued_at = 'epoch'`);
    work(schedules);
    await until(async () => {
      await schedules.sweep();
      return ended();
    });
    expect(seen.map(({ attempt }) => attempt)).toEqual([2]);
  }, 60_000);

  it('a worker that is dead over the time makes it good when it comes back, late and once', async () => {
    const before = world.process([remembering(seen)]);
    await before.sweep();
    world.setTime('2026-11-26 10:00');
    const after = world.process([remembering(seen)]);
    work(after);
    await after.sweep();
    await until(async () => (await after.open()) === 0);
    expect(seen.map(({ day }) => day)).toEqual(['2026-11-26']);
    expect(await world.runs()).toEqual(['2026-11-25 missed', '2026-11-26 done']);
  });

  it('tries a failing run again by the queue, and what somebody has run at once too', async () => {
    const schedules = world.process([
      remembering(seen, {}, async ({ attempt }) => {
        if (attempt < 3) throw new Error('not yet');
      }),
    ]);
    work(schedules);
    await schedules.runNow('batch', ZHANG);
    await until(async () => (await schedules.open()) === 0);
    expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect((await schedules.runs('batch', { limit: 1 })).runs).toMatchObject([{ state: 'done', error: null }]);
  });

  it('rings at the times of the list and at no others, and can be set anew when it was emptied', async () => {
    const rings: string[] = [];
    const alarms = new QueueAlarms(backend, (key) => rings.push(key));
    const timeZone = 'Asia/Shanghai';
    await alarms.set([
      { key: 'gone', cron: '0 8 * * *', timeZone },
      { key: 'batch', cron: '0 8 * * *', timeZone },
    ]);
    expect(await alarms.keys()).toEqual(['batch', 'gone']);
    // A pattern of seconds, so that nobody waits for eight o'clock.
    await alarms.set([{ key: 'batch', cron: '* * * * * *', timeZone }]);
    expect(await alarms.keys()).toEqual(['batch']);
    alarms.start();
    await until(() => rings.length >= 2);
    expect(new Set(rings)).toEqual(new Set(['batch']));
    await alarms.flush();
    await alarms.set([{ key: 'batch', cron: '0 8 * * *', timeZone }]);
    expect(await alarms.keys()).toEqual(['batch']);
    await alarms.stop();
  });
});
