const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');

/** The build's own swc settings, but for the aliases: those are jest's to resolve. */
const { $schema, ...swcrc } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
const { baseUrl, paths, ...jsc } = swcrc.jsc;

/** Packages that are ECMAScript modules only; jest on Node 20 needs them compiled. */
const MODULES_ONLY = [
  '@borewit',
  '@nestjs',
  '@tokenizer',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'uuid',
];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: root,
  roots: ['apps', 'libs', 'workflows', 'test'].map((folder) => `<rootDir>/${folder}`),
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts', '<rootDir>/test/**/*.e2e-spec.ts'],
  testTimeout: 30_000,
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/environment/global-setup.ts',
  globalTeardown: '<rootDir>/test/environment/global-teardown.ts',
  moduleNameMapper: {
    '^@landfall/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@workflows/(.+)$': '<rootDir>/workflows/$1',
    // It names itself only to `import`, and compiled code requires.
    '^file-type$': '<rootDir>/node_modules/file-type/index.js',
  },
  transform: { '^.+\\.(ts|tsx|js|mjs)$': ['@swc/jest', { ...swcrc, jsc, swcrc: false, sourceMaps: 'inline' }] },
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES_ONLY.join('|')})/)`],
};
