/** `npm run verify`: format, lint, types, dependency rules and generated files. Ends with `N passed, N failed`. */
import './node-version.mjs';
import { join } from 'node:path';
import { prepare } from './prepare.mjs';
import { complain, step } from './progress.mjs';
import { root, runQuietly } from './run-program.mjs';

const bin = (path) => join(root, 'node_modules', path);

const CHECKS = [
  [
    'Format and lint',
    bin('@biomejs/biome/bin/biome'),
    'ci',
    '--colors=off',
    '--reporter=summary',
    '--error-on-warnings',
    '.',
  ],
  ['Types of the server', bin('typescript/bin/tsc'), '--noEmit', '--project', 'tsconfig.json'],
  ['Types of the web client', bin('typescript/bin/tsc'), '--noEmit', '--project', 'apps/web/tsconfig.json'],
  [
    'Dependency rules',
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
    'apps',
    'libs',
    'workflows',
  ],
  ['Generated files', join(root, 'apps/standalone/generate.mjs'), '--check'],
];

let failed = 0;
try {
  process.chdir(root);
  await prepare(['server']);
  for (const [title, script, ...args] of CHECKS) {
    await step(title, () => runQuietly(process.execPath, [script, ...args], { what: `'${title}' to pass` })).catch(
      (error) => {
        failed += 1;
        complain(error.message);
      },
    );
  }
} catch (error) {
  failed = CHECKS.length;
  complain(error.message);
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
