import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PlainError, root, runQuietly } from './run-program.mjs';

const stamp = join(root, 'node_modules/.landfall-installed');

/**
 * Whether node_modules holds what package-lock.json asks for.
 *
 * npm notes what it installed in node_modules/.package-lock.json, at the very end, so an interrupted installation has no
 * such note. Packages for other kinds of computers may be absent; and where one for this kind is, it counts as present
 * once npm ci has run: then the registry does not have it.
 */
export const areDependenciesCurrent = () => {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) {
    return false;
  }
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) {
    return true;
  }
  const asked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(asked).every(
    ([path, wanted]) =>
      path === '' ||
      (installed[path]
        ? installed[path].version === wanted.version && installed[path].integrity === wanted.integrity
        : (wanted.optional || wanted.devOptional) && !isForThisComputer(wanted)),
  );
};

/** Installs exactly what package-lock.json says. */
export const installDependencies = async (started) => {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const isNpm = npm !== undefined && basename(npm).startsWith('npm');
  const what = 'npm ci to install the dependencies';
  await (isNpm
    ? runQuietly(process.execPath, [npm, ...args], { what, started })
    : runQuietly(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { what, started }));
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) {
    throw new PlainError('Expected npm ci to install the dependencies, but node_modules is not whole.');
  }
  writeFileSync(stamp, fingerprint());
};

/** Optional packages without a kind of computer are parts of those with one: not needed where that is not. */
const isForThisComputer = ({ os, cpu, libc }) =>
  os?.includes(process.platform) && cpu?.includes(process.arch) && (libc === undefined || libc.includes(ownLibc()));

const ownLibc = () => {
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
};

const fingerprint = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
