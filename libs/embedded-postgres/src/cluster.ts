import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { giveTo, makePrivateFolder, type Place } from './place';
import { ProgramError, runProgram } from './postgres-command';
import { isAlive } from './postmaster';

/** The database's owner; the only user besides none. */
export const OWNER = 'landfall';

const PASSWORD_FILE = 'landfall.password';

/** Reads the password that was made with the cluster. */
export const readPassword = async (place: Place): Promise<string> =>
  (
    await readFile(join(place.cluster, PASSWORD_FILE), 'utf8').catch((error: Error) => {
      throw new EmbeddedPostgresError(
        `Expected to read the password of the database in ${place.cluster}, but: ${error.message}. A database that root made is started by root.`,
      );
    })
  ).trim();

/**
 * Makes the database cluster (initdb) unless there is one.
 *
 * It is made aside and renamed when it is whole: an interrupted start leaves no half cluster to be taken for a real one,
 * and of two starts at once the second finds the first one's.
 */
export const createCluster = async (place: Place, durable: boolean, log: (sentence: string) => void): Promise<void> => {
  await removeAbandonedDrafts(place);
  if (existsSync(join(place.cluster, 'PG_VERSION'))) {
    return;
  }
  log('Making a new database; this happens once.');
  const draft = `${place.cluster}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  try {
    await makePrivateFolder(draft, place.user);
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await giveTo(place.user, passwordFile);
    await initialise(place, draft, passwordFile, durable);
    await rename(passwordFile, join(draft, PASSWORD_FILE));
    await chmod(join(draft, PASSWORD_FILE), 0o600);
    await rename(draft, place.cluster);
  } catch (error) {
    // Another start was faster; its cluster is as good.
    if (!existsSync(join(place.cluster, 'PG_VERSION'))) {
      throw error;
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
};

const initialise = async (place: Place, draft: string, passwordFile: string, durable: boolean): Promise<void> => {
  // Sorting is PostgreSQL's own, alike everywhere; but what is a letter comes from the C library, and trigrams of Chinese
  // text need one that knows Chinese letters, which the plain C locale does not.
  const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8'];
  for (const [index, characterType] of characterTypes.entries()) {
    try {
      await runProgram(place, 'initdb', [
        `--pgdata=${draft}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${characterType}`,
        '--set=timezone=UTC',
        '--set=log_timezone=UTC',
        ...(durable ? [] : ['--no-sync']),
      ]);
      return;
    } catch (error) {
      const nextMayDo = error instanceof ProgramError && error.output.includes('invalid locale name');
      if (!nextMayDo || index === characterTypes.length - 1) {
        throw error;
      }
    }
  }
};

const removeAbandonedDrafts = async (place: Place): Promise<void> => {
  const prefix = `${basename(place.cluster)}.new-`;
  for (const name of await readdir(dirname(place.cluster))) {
    if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10))) {
      // The initdb of a killed start may still be writing; the next start removes what is left then.
      await rm(join(dirname(place.cluster), name), { recursive: true, force: true }).catch(() => {});
    }
  }
};
