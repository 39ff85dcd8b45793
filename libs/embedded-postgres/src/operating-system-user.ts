import { spawnSync } from 'node:child_process';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/** The operating system's user that runs PostgreSQL when that is not the user of this process. */
export interface OperatingSystemUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** Whether this process is root. PostgreSQL refuses to run as root, for root's mistakes would become everybody's. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/** Finds the user `postgres`, or makes it. Only root can ask for it. */
export const postgresUser = (): OperatingSystemUser => {
  const found = findUser('postgres') ?? findUser('_postgres');
  if (found) {
    return found;
  }
  const attempts = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ] as const;
  for (const [command, ...args] of attempts) {
    spawnSync(command, args, { stdio: 'ignore' });
    const made = findUser('postgres');
    if (made) {
      return made;
    }
  }
  throw new EmbeddedPostgresError(
    "Expected to make the operating system's user 'postgres', because PostgreSQL does not run as root, but neither useradd nor adduser did it; make that user, start Landfall as an ordinary user, or set DATABASE_URL.",
  );
};

/** The user with this name or number, as the operating system knows it. */
export const findUser = (nameOrUid: string | number): OperatingSystemUser | undefined => {
  const ask = (what: '-u' | '-g' | '-un') => {
    const answer = spawnSync('id', [what, String(nameOrUid)], { encoding: 'utf8' });
    return answer.status === 0 ? answer.stdout.trim() : undefined;
  };
  const uid = ask('-u');
  const gid = ask('-g');
  return uid === undefined || gid === undefined
    ? undefined
    : { uid: Number(uid), gid: Number(gid), name: ask('-un') ?? String(nameOrUid) };
};
