import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@landfall/embedded-postgres';
import { Client } from 'pg';
import { isAlive } from './postmaster';

const root = join(__dirname, '../../..');

type Served = Omit<EmbeddedPostgres, 'stop'>;

const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Whether a process ends within some seconds; a parent may take its time to notice the end. */
const ends = async (pid: number): Promise<boolean> => {
  for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 20) {
    await sleep(20);
  }
  return !isAlive(pid);
};

let folder: string;
let dataDir: string;
const processes: ChildProcess[] = [];

const makeFolder = async () => {
  folder = await mkdtemp(join(tmpdir(), 'landfall-embedded-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
};

const removeFolder = async () => {
  await (await startEmbeddedPostgres({ dataDir })).stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
};

const killProcesses = () => {
  for (const child of processes.splice(0)) {
    child.kill('SIGKILL');
  }
};

/** Another process that uses the same data folder. */
const spawnServing = () => {
  const hook = join(root, 'test/environment/typescript-hook.cjs');
  const script = join(root, 'libs/embedded-postgres/test/serving-process.ts');
  const child = spawn(process.execPath, ['--require', hook, script, dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  return {
    child,
    served: async () => JSON.parse(String((await once(child.stdout, 'data'))[0])) as Served,
    end: async (signal: NodeJS.Signals) => {
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
  };
};

describe('startEmbeddedPostgres', () => {
  beforeAll(makeFolder);
  afterEach(killProcesses);
  afterAll(removeFolder);

  it('serves a real PostgreSQL with default durability, behind a password, on this computer alone', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir });
    expect(postgres.adopted).toBe(false);
    const [settings] = await query(
      postgres.url,
      `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('fsync') AS fsync,
              current_setting('synchronous_commit') AS synchronous_commit, current_setting('full_page_writes') AS pages,
              current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS addresses,
              current_setting('unix_socket_directories') AS sockets, current_setting('timezone') AS timezone,
              current_database() AS database, upper('é') AS letter`,
    );
    expect(settings).toEqual({
      version: 18,
      fsync: 'on',
      synchronous_commit: 'on',
      pages: 'on',
      encoding: 'UTF8',
      addresses: '127.0.0.1',
      sockets: '',
      timezone: 'UTC',
      database: 'landfall',
      letter: 'É',
    });
    const wrong = new URL(postgres.url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect((await stat(join(postgres.cluster, 'landfall.password'))).mode & 0o777).toBe(0o600);
    await postgres.stop();
    expect(await ends(postgres.pid)).toBe(true);
  });

  it('finds Chinese names by their trigrams', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir });
    await query(postgres.url, 'CREATE EXTENSION pg_trgm');
    const [row] = await query(postgres.url, "SELECT similarity('滨海新区招商', '滨海新区') > 0.4 AS alike");
    expect(row).toEqual({ alike: true });
    await postgres.stop();
  });

  it('keeps all data from one start to the next', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'SELECT * FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('adopts the server that a killed process left, and stops it in the end', async () => {
    const { served, end } = spawnServing();
    const { pid, url } = await served();
    await end('SIGKILL');
    expect(isAlive(pid)).toBe(true);
    const postgres = await startEmbeddedPostgres({ dataDir });
    expect(postgres).toMatchObject({ adopted: true, pid, url });
    await postgres.stop();
    expect(await ends(pid)).toBe(true);
  });

  it('recovers what was committed when the server itself was killed', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.url, 'CREATE TABLE survived AS SELECT 42 AS answer');
    process.kill(first.pid, 'SIGKILL');
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.pid).not.toBe(first.pid);
    expect(await query(second.url, 'SELECT * FROM survived')).toEqual([{ answer: 42 }]);
    await second.stop();
    await first.stop();
  });

  it('is not misled by a number in postmaster.pid that now is another program', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    const pidFile = join(first.cluster, 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    await first.stop();
    await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'));
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.adopted).toBe(false);
    await second.stop();
  });

  it('says what PostgreSQL says when that does not start', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir });
    await postgres.stop();
    const control = join(postgres.cluster, 'global', 'pg_control');
    const content = await readFile(control);
    await writeFile(control, 'broken');
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      /^Expected PostgreSQL to start in .*, but it did not: [\s\S]*pg_control/,
    );
    await writeFile(control, content);
  });
});

describe('startEmbeddedPostgres where there is no database yet', () => {
  beforeEach(makeFolder);
  afterEach(async () => {
    killProcesses();
    await removeFolder();
  });

  it('gives two starts at once the same server, which stays until the last of them ends', async () => {
    const [one, other] = [spawnServing(), spawnServing()];
    const [servedOne, servedOther] = await Promise.all([one.served(), other.served()]);
    expect(servedOther.url).toBe(servedOne.url);
    expect([servedOne.adopted, servedOther.adopted].sort()).toEqual([false, true]);
    expect((await readdir(dataDir)).filter((name) => name.includes('.new-'))).toEqual([]);
    await one.end('SIGTERM');
    expect(await query(servedOther.url, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
    await other.end('SIGTERM');
    expect(await ends(servedOne.pid)).toBe(true);
  });

  it.each([100, 500])('starts anew after it was killed %i ms into making the database', async (delay) => {
    const { child, end } = spawnServing();
    await once(child, 'spawn');
    for (let waited = 0; !existsSync(dataDir) && waited < 10_000; waited += 5) {
      await sleep(5);
    }
    await sleep(delay);
    await end('SIGKILL');
    const postgres = await startEmbeddedPostgres({ dataDir });
    expect(await query(postgres.url, 'SELECT current_database() AS name')).toEqual([{ name: 'landfall' }]);
    await postgres.stop();
  });

  it('finds a place that its user can enter when the data folder is below a private one', async () => {
    const isRoot = process.getuid?.() === 0;
    await chmod(folder, 0o700);
    const sentences: string[] = [];
    const first = await startEmbeddedPostgres({ dataDir, log: (sentence) => sentences.push(sentence) });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(first.cluster.startsWith(folder)).toBe(!isRoot);
    const moved = `The user 'postgres' cannot enter ${dataDir}, so the database lives in ${first.cluster}.`;
    expect(sentences).toEqual([...(isRoot ? [moved] : []), 'Making a new database; this happens once.']);
    const second = await startEmbeddedPostgres({ dataDir });
    expect(await query(second.url, 'SELECT * FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    if (isRoot) {
      await rm(dirname(first.cluster), { recursive: true });
      await rm(join(dataDir, 'postgres-is-at'));
      await chmod(folder, 0o755);
    }
  });
});
