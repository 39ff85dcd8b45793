/**
 * Lets a plain node process load the sources: child processes that a test kills are real processes, and jest's own
 * loader does not reach into them.
 */
const { transformFileSync } = require('@swc/core');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformFileSync(filename, { cwd: root, root, sourceMaps: 'inline' });
  module._compile(code, filename);
};
