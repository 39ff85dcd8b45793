/** Runs a TypeScript source with its arguments, the dependencies installed first: `node run-source.mjs <file> [argument …]`. */
import './node-version.mjs';
import { join } from 'node:path';
import { prepare } from './prepare.mjs';
import { complain } from './progress.mjs';
import { root, runVisibly } from './run-program.mjs';

try {
  await prepare();
  const hook = join(root, 'test/environment/typescript-hook.cjs');
  process.exitCode = await runVisibly(process.execPath, ['--require', hook, ...process.argv.slice(2)]);
} catch (error) {
  complain(error.message);
  process.exitCode = 1;
}
