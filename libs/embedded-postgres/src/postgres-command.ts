import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import type { OperatingSystemUser } from './operating-system-user';

/** Where PostgreSQL's programs are and who runs them (undefined: the user of this process). */
export interface PostgresPrograms {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly folder: string;
  readonly user: OperatingSystemUser | undefined;
}

export type ProgramName = 'initdb' | 'postgres' | 'pg_ctl';

/** The full path of one of PostgreSQL's programs. */
export const programPath = (programs: Pick<PostgresPrograms, 'folder'>, name: ProgramName): string =>
  join(programs.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/**
 * How each of PostgreSQL's programs is spawned: as its user, in a folder everybody can enter, and with none of our
 * environment, because a PGDATA or PGPORT meant for another server must not reach this one.
 */
export const spawnOptions = (programs: Pick<PostgresPrograms, 'user'>) => ({
  cwd: process.platform === 'win32' ? undefined : '/',
  env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C' },
  ...(programs.user && { uid: programs.user.uid, gid: programs.user.gid }),
});

/** Runs one of PostgreSQL's programs to its end; its own words are in the error when it fails. */
export const runProgram = (programs: PostgresPrograms, name: ProgramName, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(programPath(programs, name), args, {
      ...spawnOptions(programs),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.on('error', (error) => reject(new ProgramError(name, error.message)));
    child.on('close', (code, signal) =>
      code === 0 ? resolve(output) : reject(new ProgramError(name, output.trim() || `it ended with ${signal ?? code}`)),
    );
  });

/** One of PostgreSQL's programs failed; the message carries what it said. */
export class ProgramError extends EmbeddedPostgresError {
  constructor(
    program: ProgramName,
    readonly output: string,
  ) {
    super(`Expected PostgreSQL's ${program} to do its work, but it failed: ${output}`);
  }
}
