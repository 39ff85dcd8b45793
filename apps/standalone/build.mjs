import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, runQuietly } from './run-program.mjs';

/** What can be built. A stamp with the hash of the sources, written last, tells that the result is whole and current. */
export const BUILDS = {
  server: {
    title: 'Building the server',
    sources: ['apps/api', 'apps/worker', 'apps/standalone/src', 'libs', 'workflows'],
    settings: ['.swcrc', 'nest-cli.json', 'tsconfig.json', 'package-lock.json'],
    counts: (path) => !/\.(spec|e2e-spec)\.ts$|\.md$/.test(path),
    results: ['apps/api', 'apps/worker', 'apps/standalone', 'libs', 'workflows'],
    run: async (what, started) => {
      await runQuietly(process.execPath, [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build'], {
        what: 'nest build to build the server',
        started,
      });
      // The compiler leaves data files behind; the compiled code looks for them beside itself.
      for (const path of filesOf(what).filter((file) => !file.endsWith('.ts'))) {
        mkdirSync(join(dist, dirname(path)), { recursive: true });
        cpSync(join(root, path), join(dist, path));
      }
    },
  },
  web: {
    title: 'Building the web client',
    sources: ['apps/web'],
    settings: ['package-lock.json'],
    counts: (path) => !/\.(spec|e2e-spec)\.tsx?$|\.md$/.test(path),
    results: ['apps/web'],
    run: (_, started) =>
      runQuietly(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel=warn'], {
        what: 'vite build to build the web client',
        started,
        cwd: join(root, 'apps/web'),
        env: { ...process.env, NODE_ENV: 'production' },
      }),
  },
};

const dist = join(root, 'dist');
const stampOf = (name) => join(dist, `.${name}-built-from`);

/** Whether a build's result was made from the sources as they are now. */
export const isBuilt = (name) =>
  existsSync(stampOf(name)) &&
  readFileSync(stampOf(name), 'utf8') === hashOf(BUILDS[name]) &&
  BUILDS[name].results.some((path) => existsSync(join(dist, path)));

/** Builds anew, from nothing, so that a removed source leaves no result. */
export const build = async (name, started) => {
  const hash = hashOf(BUILDS[name]);
  rmSync(stampOf(name), { force: true });
  for (const path of BUILDS[name].results) {
    rmSync(join(dist, path), { recursive: true, force: true });
  }
  await BUILDS[name].run(BUILDS[name], started);
  writeFileSync(stampOf(name), hash);
};

const hashOf = (what) => {
  const hash = createHash('sha256');
  for (const path of [...what.settings, ...filesOf(what)]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
};

const filesOf = ({ sources, counts }) =>
  sources
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .filter((path) => counts(path) && !path.includes('/node_modules/'))
    .sort();
