import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CrashOrder } from './crashing-process';

const root = join(__dirname, '../../..');

/** Runs a process that kills itself with SIGKILL at a step of its commit. */
export const crash = (order: CrashOrder): Promise<{ signal: string | null; answered: boolean }> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--require',
        join(root, 'test/environment/typescript-hook.cjs'),
        join(root, 'libs/process-engine/test/crashing-process.ts'),
        JSON.stringify(order),
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    child.on('error', reject);
    child.on('exit', (_code, signal) => resolve({ signal, answered: output.includes('answered') }));
  });
