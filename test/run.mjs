/** `npm test`: does its own set-up and runs every test. Arguments go to jest. Ends with `N passed, N failed`. */
import '../apps/standalone/node-version.mjs';

// Imported after the version is known: an old Node would stumble over these and not say why.
const { writeSync } = await import('node:fs');
const { join } = await import('node:path');
const { prepare } = await import('../apps/standalone/prepare.mjs');
const { complain } = await import('../apps/standalone/progress.mjs');
const { root } = await import('../apps/standalone/run-program.mjs');

// Said at the very end, however that comes: jest may close the streams and end the process itself.
let closingLine = '0 passed, 1 failed';
process.on('exit', () => writeSync(1, `${closingLine}\n`));

try {
  process.chdir(root);
  await prepare(['web']);
  process.env.NODE_ENV = 'test';
  const { buildArgv, runCLI } = await import('jest');
  const argv = await buildArgv(process.argv.slice(2));
  const { results } = await runCLI(argv, [join(root, 'test/jest.config.cjs')]);
  // A file that could not even be loaded has no tests to count, and must not go unnoticed.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  closingLine = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  process.exit(results.success && failed === 0 ? 0 : 1);
} catch (error) {
  complain(error.message);
  process.exit(1);
}
