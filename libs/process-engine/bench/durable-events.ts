import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from '@landfall/clock';
import { startEmbeddedPostgres } from '@landfall/embedded-postgres';
import { Database, migrate } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { ProcessEngine } from '../src';
import { PlainSql, readEventRows } from './plain-sql';
import { ring } from './ring.definition';

const CALLERS = [1, 16, 64, 256] as const;
const ROUNDS = 3;
const ROUND_MS = 2_000;
const POOLED = 8;

const ACTOR: Actor = {
  accountId: 'bench',
  name: 'bench',
  unit: 'bench',
  groups: ring.stages.map(({ key }) => `${key}.specialist`),
};

interface Result {
  readonly callers: number;
  readonly engine: number;
  readonly plainSql: number;
  readonly plainSqlConnections: number;
  readonly ratio: number;
  readonly pooledPlainSql: number;
  readonly pooledRatio: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Lets callers send events one after another for a while; answers events per second. */
const measure = async (callers: number, event: (caller: number) => Promise<void>): Promise<number> => {
  let events = 0;
  const begun = performance.now();
  const end = begun + ROUND_MS;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      while (performance.now() < end) {
        await event(caller);
        events += 1;
      }
    }),
  );
  return (events * 1000) / (performance.now() - begun);
};

const run = async (url: string, report: (result: Result) => void): Promise<Result[]> => {
  await migrate(url);
  const database = new Database({ url, connections: 6 });
  const engine = new ProcessEngine({
    database,
    clock: new SystemClock(),
    definitions: [ring],
    commandHandlers: [
      {
        announce: (changes, command, { instanceId, event, rev }) =>
          changes.enqueue('bench.announce', { instanceId, event, rev, ...command.params }),
      },
    ],
  });
  await engine.open();
  const start = async (): Promise<{ id: string; task: string }> => {
    const { instanceId } = await engine.start({ definition: 'ring', input: {}, actor: ACTOR });
    return { id: instanceId, task: await openTask(instanceId) };
  };
  const openTask = async (instanceId: string): Promise<string> => {
    const [row] = await database.query<{ id: string }>(
      `SELECT id FROM user_task WHERE instance_id = $1 AND state = 'created'`,
      [instanceId],
    );
    if (!row) throw new Error('There is no open task');
    return row.id;
  };
  const model = await start();
  await engine.completeTask({ taskId: model.task, outcome: 'pass', form: {}, actor: ACTOR });
  const rows = await readEventRows(database, model.id);
  const [limit] = await database.query<{ max_connections: string }>('SHOW max_connections');
  const connections = Math.max(1, Number(limit?.max_connections ?? 100) - 20);

  const results: Result[] = [];
  for (const callers of CALLERS) {
    const make = () => Promise.all(Array.from({ length: callers }, start));
    const [mine, theirs, pooled] = [await make(), await make(), await make()];
    const plainSqlConnections = Math.min(callers, connections);
    const plain = new PlainSql(url, plainSqlConnections, rows);
    const pool = new PlainSql(url, Math.min(callers, POOLED), rows);
    const viaPlain = (sql: PlainSql, set: { id: string; task: string }[]) => async (caller: number) => {
      const own = set[caller];
      if (own) own.task = await sql.event(own.id, own.task);
    };
    const tasksOf = new Map(mine.map(({ id, task }) => [id, task]));
    const complete = async (caller: number): Promise<void> => {
      const own = mine[caller];
      if (!own) return;
      const receipt = await engine.completeTask({
        taskId: tasksOf.get(own.id) ?? '',
        outcome: 'pass',
        form: {},
        actor: ACTOR,
      });
      tasksOf.set(own.id, receipt.openTasks[0] ?? '');
    };
    const samples = { engine: [] as number[], plain: [] as number[], pooled: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      samples.engine.push(await measure(callers, complete));
      samples.plain.push(await measure(callers, viaPlain(plain, theirs)));
      samples.pooled.push(await measure(callers, viaPlain(pool, pooled)));
    }
    await plain.close();
    await pool.close();
    const ratios = (others: readonly number[]) =>
      median(samples.engine.map((own, index) => own / (others[index] ?? 1)));
    const result: Result = {
      callers,
      engine: Math.round(median(samples.engine)),
      plainSql: Math.round(median(samples.plain)),
      plainSqlConnections,
      ratio: Number(ratios(samples.plain).toFixed(2)),
      pooledPlainSql: Math.round(median(samples.pooled)),
      pooledRatio: Number(ratios(samples.pooled).toFixed(2)),
    };
    results.push(result);
    report(result);
  }
  await engine.close();
  await database.close();
  return results;
};

const main = async (): Promise<void> => {
  const json = process.argv.includes('--json');
  const say = (line: string): void => {
    if (!json) process.stdout.write(`${line}\n`);
  };
  const folder = await mkdtemp(join(tmpdir(), 'landfall-bench-'));
  const postgres = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => {} }
    : await startEmbeddedPostgres({ dataDir: folder, maxConnections: Math.max(...CALLERS) + 40 });
  try {
    say('Durable events per second in one process: one event closes a task, opens the next, writes history,');
    say('snapshot and outbox. Against plain SQL that writes the same rows, one transaction each, in the same run.');
    say(`fsync and synchronous_commit are on. Median of ${ROUNDS} rounds of ${ROUND_MS / 1000} s, interleaved.`);
    say('');
    say('callers   Landfall   plain SQL, a connection each   ratio   plain SQL, 8 connections   ratio');
    const results = await run(postgres.url, (result) => {
      say(
        [
          String(result.callers).padStart(7),
          String(result.engine).padStart(11),
          `${result.plainSql} (${result.plainSqlConnections})`.padStart(31),
          result.ratio.toFixed(2).padStart(8),
          String(result.pooledPlainSql).padStart(27),
          result.pooledRatio.toFixed(2).padStart(8),
        ].join(''),
      );
    });
    if (json) process.stdout.write(`${JSON.stringify(results)}\n`);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
