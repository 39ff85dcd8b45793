import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Starts a Redis for a test run: the system's own redis-server, or else Valkey compiled to WebAssembly.
 *
 * `started` is told the process at once, so that it can be ended even if it never answers.
 */
export const startTestRedis = async (
  folder: string,
  started: (pid: number) => void,
): Promise<{ readonly url: string }> => {
  const port = await freePort();
  const server = hasRedisServer() ? startRedisServer(port, folder) : startValkey(port);
  let failure: string | undefined;
  server.on('error', (error) => {
    failure = error.message;
  });
  server.on('exit', (code, signal) => {
    failure ??= `it ended with ${signal ?? code}`;
  });
  server.unref();
  if (server.pid !== undefined) {
    started(server.pid);
  }
  for (let waited = 0; waited < 20_000; waited += 50) {
    if (failure === undefined && (await answers(port))) {
      return { url: `redis://127.0.0.1:${port}` };
    }
    if (failure !== undefined) {
      break;
    }
    await sleep(50);
  }
  throw new Error(`Expected a Redis for the tests, but ${failure ?? 'it did not answer within 20 seconds'}.`);
};

const hasRedisServer = (): boolean =>
  process.env.LANDFALL_TEST_REDIS !== 'valkey' && spawnSync('redis-server', ['--version']).status === 0;

const startRedisServer = (port: number, folder: string): ChildProcess =>
  spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    { detached: true, stdio: 'ignore' },
  );

const startValkey = (port: number): ChildProcess =>
  spawn(process.execPath, ['--no-warnings', join(__dirname, 'valkey-server.mjs'), String(port)], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.on('connect', () => socket.write('PING\r\n'));
    socket.on('data', (data) => done(data.toString().startsWith('+PONG')));
    socket.on('error', () => done(false));
  });
