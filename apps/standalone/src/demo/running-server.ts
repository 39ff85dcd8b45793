import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A Landfall to talk to, and how to leave it. */
export interface RunningServer {
  readonly url: string;
  readonly startedHere: boolean;
  leave(): Promise<void>;
}

const START_LIMIT_MS = 180_000;

/** Finds the server that runs already, or starts one of its own that ends with the demonstration. */
export const findOrStartServer = async (root: string, given: string | undefined): Promise<RunningServer> => {
  const url = given ?? `http://localhost:${process.env.PORT ?? '3000'}`;
  if (await isLandfall(url)) return { url, startedHere: false, leave: async () => {} };
  if (given !== undefined) throw new Error(`Expected Landfall at ${given}, but nothing answers there.`);
  return startServer(root);
};

const isLandfall = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(`${url}/api/openapi.json`, { signal: AbortSignal.timeout(3_000) });
    const { info } = (await response.json()) as { info?: { title?: string } };
    return response.ok && /landfall/i.test(info?.title ?? '');
  } catch {
    return false;
  }
};

const startServer = (root: string): Promise<RunningServer> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'apps/standalone/start.mjs')], {
      cwd: root,
      env: { ...process.env, LANDFALL_LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const limit = setTimeout(() => {
      child.kill('SIGTERM');
      reject(new Error('Expected Landfall to start within three minutes, but it did not.'));
    }, START_LIMIT_MS);
    const ended = new Promise<void>((done) => child.on('exit', () => done()));
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const url = /Landfall is ready:\s+(\S+)/.exec(output)?.[1];
      if (url === undefined) return;
      clearTimeout(limit);
      resolve({
        url,
        startedHere: true,
        leave: async () => {
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
