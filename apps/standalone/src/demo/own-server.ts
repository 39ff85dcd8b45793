import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A Landfall with a database of its own whose time can be moved. */
export interface OwnServer {
  readonly url: string;
  leave(): Promise<void>;
}

export interface OwnServerOptions {
  readonly root: string;
  /** Emptied first. */
  readonly folder: string;
  /** YYYY-MM-DD; its time begins at nine of that day. */
  readonly from: string;
}

const START_LIMIT_MS = 180_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts Landfall on an empty database; whatever runs already is left alone. */
export const startOwnServer = async ({ root, folder, from }: OwnServerOptions): Promise<OwnServer> => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const { DATABASE_URL: _, REDIS_URL: __, ...inherited } = process.env;
  const environment = {
    ...inherited,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    LANDFALL_DEMO: '1',
    LANDFALL_DEMO_FROM: from,
    LANDFALL_DATA_DIR: folder,
    LANDFALL_LOG_LEVEL: 'error',
  };
  return new Promise((resolve, reject) => {
    // A group of its own: Ctrl-C reaches the demonstration alone, which then ends the server in good order.
    const child = spawn(process.execPath, [join(root, 'apps/standalone/start.mjs')], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const limit = setTimeout(() => {
      child.kill('SIGTERM');
      reject(new Error('Expected Landfall to start within three minutes, but it did not.'));
    }, START_LIMIT_MS);
    const ended = new Promise<void>((done) => child.on('exit', () => done()));
    const endWithUs = () => child.kill('SIGTERM');
    process.once('exit', endWithUs);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const url = /Landfall is ready:\s+(\S+)/.exec(output)?.[1];
      if (url === undefined) return;
      clearTimeout(limit);
      resolve({
        url,
        leave: async () => {
          process.off('exit', endWithUs);
          child.kill('SIGTERM');
          await ended;
        },
      });
    });
    child.on('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`Expected Landfall to start, but it ended with ${code}:\n${output}`));
    });
  });
};
