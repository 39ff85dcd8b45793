import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { SystemClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import {
  type JobHandlers,
  JobQueues,
  JobRunner,
  Outbox,
  OutboxRelay,
  openQueueBackend,
  outboxState,
  type QueueBackend,
  type RelayStep,
} from '.';

const root = join(__dirname, '../../..');
const until = async (condition: () => boolean | Promise<boolean>, limitMs = 20_000): Promise<void> => {
  const end = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('What was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** A process that puts a message into the outbox, relays it and is killed at a step of relaying. */
const crashWhileRelaying = (order: { databaseUrl: string; redisUrl: string | undefined; dieAt: string }) =>
  new Promise<string | null>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--require',
        join(root, 'test/environment/typescript-hook.cjs'),
        join(root, 'libs/process-engine/test/crashing-process.ts'),
        JSON.stringify({ ...order, work: { kind: 'relay' } }),
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    child.on('error', reject);
    child.on('exit', (_code, signal) => resolve(signal));
  });

describe.each(['redis', 'postgresql'] as const)('the outbox with its jobs on %s', (kind) => {
  const clock = new SystemClock();
  let testDatabase: TestDatabase;
  let database: Database;
  let backend: QueueBackend;
  let queues: JobQueues;
  let relay: OutboxRelay;
  let runner: JobRunner | undefined;
  const redisUrl = () => {
    if (kind !== 'redis') return undefined;
    const url = process.env.LANDFALL_TEST_REDIS_URL;
    if (!url) throw new Error('The test run has no Redis');
    return url;
  };

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
    backend = await openQueueBackend({ databaseUrl: testDatabase.url, redisUrl: redisUrl() });
    queues = new JobQueues(backend, ['test.long']);
    await queues.flush();
    relay = new OutboxRelay(database, clock, queues.queueFor, { intervalMs: 20, staleMs: 200, firstRetryMs: 20 });
    await database.query('CREATE TABLE effect (key text)');
  });
  afterEach(async () => {
    await relay.stop();
    await runner?.stop();
    runner = undefined;
    await queues.close();
    await backend.close();
    await database.close();
    await testDatabase.drop();
  });

  const count: JobHandlers = {
    'test.count': async ({ key }) => {
      await database.query('INSERT INTO effect VALUES ($1)', [key]);
    },
  };
  const run = (
    handlers: JobHandlers,
    onFailed?: (message: { id: string; job: string }, error: unknown) => Promise<void>,
  ) => {
    runner = new JobRunner(database, clock, backend, handlers, {
      longJobs: ['test.long'],
      ...(onFailed ? { onFailed } : {}),
    });
    runner.start();
  };
  const enqueue = (job: string, payload: Record<string, unknown>, runAt?: Date) =>
    database.transaction((tx) => new Outbox(clock).enqueue(tx, job, payload, runAt));
  const effects = async () =>
    (await database.query<{ key: string }>('SELECT key FROM effect ORDER BY key')).map(({ key }) => key);
  const empty = async () => (await database.query('SELECT 1 FROM outbox_message')).length === 0;

  it('runs on the backend it was asked for', () => {
    expect(backend.kind).toBe(kind);
  });

  it('runs what was committed and never what was rolled back', async () => {
    run(count);
    relay.start();
    await enqueue('test.count', { key: 'kept' });
    await expect(
      database.transaction(async (tx) => {
        await new Outbox(clock).enqueue(tx, 'test.count', { key: 'dropped' });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await until(empty);
    expect(await effects()).toEqual(['kept']);
  });

  it('runs a delayed job not before its time', async () => {
    run(count);
    relay.start();
    const runAt = new Date(Date.now() + 700);
    await enqueue('test.count', { key: 'later' }, runAt);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await effects()).toEqual([]);
    await until(empty);
    expect(Date.now()).toBeGreaterThanOrEqual(runAt.getTime());
  });

  it('runs everything after the queue was flushed', async () => {
    for (const key of ['a', 'b', 'c']) await enqueue('test.count', { key });
    expect(await relay.relay()).toBe(3);
    await queues.flush();
    run(count);
    relay.start();
    await until(empty);
    expect(await effects()).toEqual(['a', 'b', 'c']);
  });

  it('does nothing for a job whose message is done', async () => {
    await enqueue('test.count', { key: 'once' });
    await relay.relay();
    await database.query('DELETE FROM outbox_message');
    run(count);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await effects()).toEqual([]);
  });

  it('tries a failing job again, keeps it when it failed for good, and says so', async () => {
    let attempts = 0;
    const failed: unknown[] = [];
    run(
      {
        'test.flaky': async () => {
          attempts += 1;
          if (attempts < 3) throw new Error('not yet');
        },
        'test.broken': async () => {
          throw new Error('never');
        },
      },
      async (message, error) => {
        failed.push([message.job, (error as Error).message]);
      },
    );
    relay.start();
    await enqueue('test.flaky', {});
    await enqueue('test.broken', {});
    await until(() => failed.length === 1, 25_000);
    expect(attempts).toBe(3);
    expect(failed).toEqual([['test.broken', 'never']]);
    expect(await outboxState(database)).toMatchObject({ waiting: 0, failed: 1 });
  }, 40_000);

  it('does not let a long job hold up short ones', async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    run({ ...count, 'test.long': () => held });
    relay.start();
    await enqueue('test.long', {});
    await enqueue('test.count', { key: 'short' });
    await until(async () => (await effects()).length === 1);
    release();
    await until(empty);
  });

  it.each<RelayStep>(['read', 'added', 'marked', 'committed'])(
    'survives a kill at step %s of relaying: the job runs, and its effect is there once',
    async (dieAt) => {
      expect(await crashWhileRelaying({ databaseUrl: testDatabase.url, redisUrl: redisUrl(), dieAt })).toBe('SIGKILL');
      run(count);
      relay.start();
      await until(empty);
      expect(await effects()).toEqual([dieAt]);
    },
    60_000,
  );
});
