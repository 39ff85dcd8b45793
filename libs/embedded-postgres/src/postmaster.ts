import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** PostgreSQL's first process of a cluster, as its file postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/**
 * The living server of a cluster, if there is one.
 *
 * A postmaster.pid that a crash left is PostgreSQL's own to clean: it also looks for orphans that still hold the shared
 * memory. Only where the number now belongs to another program would PostgreSQL wait for that program, so then the file
 * is removed here.
 */
export const findPostmaster = async (cluster: string): Promise<Postmaster | undefined> => {
  const file = join(cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) {
    return undefined;
  }
  if (!(await isPostmasterOf(cluster, pid))) {
    await rm(file, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' };
};

/** Whether a process with this number runs, whoever's it is. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const isPostmasterOf = async (cluster: string, pid: number): Promise<boolean> => {
  const command = commandOf(pid);
  const folder = await realpath(cluster).catch(() => cluster);
  return (
    command === undefined || (command.includes('postgres') && [cluster, folder].some((path) => command.includes(path)))
  );
};

/** The command line of a process; undefined where the operating system does not tell. */
const commandOf = (pid: number): string | undefined => {
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  const answer = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return answer.error ? undefined : answer.stdout;
};
