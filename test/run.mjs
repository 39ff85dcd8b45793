/** `npm test`: does its own set-up and runs every test. Arguments go to jest. Ends with `N passed, N failed`. */
import '../apps/standalone/node-version.mjs';
import { prepare } from '../apps/standalone/prepare.mjs';
import { complain } from '../apps/standalone/progress.mjs';
import { root } from '../apps/standalone/run-program.mjs';

const line = (passed, failed, skipped = 0) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

try {
  process.chdir(root);
  await prepare();
  process.env.NODE_ENV = 'test';
  const { buildArgv, runCLI } = (await import('jest')).default;
  const argv = await buildArgv(['--config', 'test/jest.config.cjs', ...process.argv.slice(2)]);
  const { results } = await runCLI(argv, [root]);
  // A file that could not even be loaded has no tests to count, and must not go unnoticed.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  console.log(line(results.numPassedTests, failed, results.numPendingTests + results.numTodoTests));
  process.exit(results.success && failed === 0 ? 0 : 1);
} catch (error) {
  complain(error.message);
  console.log(line(0, 1));
  process.exit(1);
}
