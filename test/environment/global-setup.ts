import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startEmbeddedPostgres } from '../../libs/embedded-postgres/src';
import { startTestRedis } from './test-redis';

declare global {
  /** Ends the servers of the test run; resolves when they are gone. */
  var landfallStopTestServers: (() => Promise<void>) | undefined;
}

/**
 * Starts the one PostgreSQL and the one Redis of a test run and tells the workers their addresses.
 *
 * jest compiles this file but does not resolve the aliases in it, hence the path to the library.
 */
export default async (): Promise<void> => {
  const reaper = startReaper();
  globalThis.landfallStopTestServers = reaper.reap;
  const folder = await mkdtemp(join(tmpdir(), 'landfall-test-'));
  reaper.note(`folder ${folder}`);
  const [postgres, redis] = await Promise.all([
    startEmbeddedPostgres({ dataDir: folder, durable: false }),
    startTestRedis(folder, (pid) => reaper.note(`pid ${pid}`)),
  ]);
  reaper.note(`pid ${postgres.pid}`);
  reaper.note(`folder ${dirname(postgres.cluster)}`);
  process.env.LANDFALL_TEST_DATABASE_URL = postgres.url;
  process.env.LANDFALL_TEST_REDIS_URL = redis.url;
};

const startReaper = () => {
  const reaper = spawn(process.execPath, [join(__dirname, 'reaper.mjs')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  reaper.unref();
  const ended = new Promise<void>((resolve) => {
    reaper.on('exit', () => resolve());
  });
  return {
    note: (line: string) => {
      reaper.stdin.write(`${line}\n`);
    },
    reap: () => {
      reaper.ref();
      reaper.stdin.end();
      return ended;
    },
  };
};
