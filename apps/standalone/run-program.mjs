import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a person should read as it is: no stack belongs to it. */
export class PlainError extends Error {}

/** Runs a program quietly to its end; what it said is told only when it fails. `started` is told its number. */
export const runQuietly = (command, args, { what, cwd = root, env = process.env, started = () => {} }) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    if (child.pid !== undefined) {
      started(child.pid);
    }
    let output = '';
    const listen = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', (error) => reject(new PlainError(`Expected ${what}, but: ${error.message}`)));
    child.on('close', (code, signal) =>
      code === 0
        ? resolve(output)
        : reject(new PlainError(`Expected ${what}, but it ended with ${signal ?? code}:\n${tail(output)}`)),
    );
  });

const tail = (output) => output.trimEnd().split('\n').slice(-60).join('\n');

/** Runs a program in the same terminal to its end and answers with its exit code. */
export const runVisibly = (command, args, { cwd = root, env = process.env } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : code));
  });
