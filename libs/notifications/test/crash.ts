import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CrashOrder } from './crashing-process';

const root = join(__dirname, '../../..');

/** A worker that is killed at a step of its work; answers the signal that ended it. */
export const crash = (order: CrashOrder) =>
  new Promise<string | null>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--require',
        join(root, 'test/environment/typescript-hook.cjs'),
        join(root, 'libs/notifications/test/crashing-process.ts'),
        JSON.stringify(order),
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    child.on('error', reject);
    child.on('exit', (_code, signal) => resolve(signal));
  });
