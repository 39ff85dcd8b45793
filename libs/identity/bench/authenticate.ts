import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from '@landfall/clock';
import { startEmbeddedPostgres } from '@landfall/embedded-postgres';
import { Database, migrate } from '@landfall/persistence';
import { v7 } from 'uuid';
import { Sessions } from '../src';
import { smallTown } from '../test/posts-of-a-small-town';

/**
 * Measures what each request pays to know who sends it and for whom he acts: the query of sessions as it is, against the
 * same query without the column of principals, planned each time as it was before; turn by turn on one connection and
 * database, as a ratio.
 *
 * `node apps/standalone/run-source.mjs libs/identity/bench/authenticate.ts`
 */
const ACCOUNTS = 500;
const ROUNDS = 15;
const CALLS = 400;

/** The statement that sessions send, and the same one as it was without principals. */
const statementsOf = async (db: Database): Promise<{ before: string; after: string }> => {
  let after = '';
  const prepared = db.prepared.bind(db);
  db.prepared = (name, text, values) => {
    after = text;
    return prepared(name, text, values);
  };
  const rules = { idleMs: 1e9, absoluteMs: 1e9, sampleAccounts: true };
  await new Sessions(db, new SystemClock(), smallTown, rules).authenticate('nobody').catch(() => {});
  const before = after.replace(/,\s*ARRAY\(SELECT standing[\s\S]*?AS principals/, '');
  if (before === after) throw new Error('Expected the query to read principals, but it does not');
  return { before, after };
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const fill = async (db: Database): Promise<void> => {
  const rows = Array.from({ length: ACCOUNTS }, (_, at) => ({ at, id: v7(), session: v7(), post: v7(), sub: v7() }));
  await db.query(
    `WITH fresh AS (SELECT * FROM jsonb_to_recordset($1) AS r (at int, id uuid, session uuid, post uuid, sub uuid)),
     accounts AS (INSERT INTO account (id, username, name, password_hash, password_changed_at, is_sample, created_at)
       SELECT id, 'u' || at, 'u' || at, '', now(), true, now() FROM fresh),
     posts AS (INSERT INTO post_assignment (id, account_id, post_code, valid_from)
       SELECT post, id, 'D01.specialist', '2026-01-01' FROM fresh)
     INSERT INTO session (id, token_hash, account_id, created_at, last_seen_at, expires_at, address, user_agent)
     SELECT session, sha256(at::text::bytea), id, now(), now(), now() + interval '1 day', '', '' FROM fresh`,
    [JSON.stringify(rows)],
  );
  // Every tenth acts for somebody today; there are as many that are over as people.
  await db.query(
    `INSERT INTO substitution (id, principal, substitute, valid_from, valid_to, reason, set_by, created_at)
     SELECT gen_random_uuid(), a.id, b.id, day, day, '', a.id, now()
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS at FROM account) a
     JOIN (SELECT id, row_number() OVER (ORDER BY id) AS at FROM account) b ON b.at = a.at % ${ACCOUNTS} + 1
     CROSS JOIN LATERAL (SELECT '2026-01-01'::date UNION ALL SELECT '2026-11-23' WHERE a.at % 10 = 0) AS days(day)`,
  );
  await db.query('VACUUM ANALYZE account, post_assignment, session, substitution');
};

const main = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'landfall-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  await migrate(postgres.url);
  const db = new Database({ url: postgres.url, connections: 1 });
  try {
    await fill(db);
    const { before, after } = await statementsOf(db);
    const hashes = await db.query<{ token_hash: Buffer }>('SELECT token_hash FROM session');
    const time = async (ask: (values: unknown[]) => Promise<unknown>): Promise<number> => {
      const from = performance.now();
      for (let call = 0; call < CALLS; call += 1) await ask([hashes[call % hashes.length]?.token_hash, '2026-11-23']);
      return ((performance.now() - from) * 1000) / CALLS;
    };
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      rounds.push({
        before: await time((values) => db.query(before, values)),
        after: await time((values) => db.prepared('now', after, values)),
      });
    }
    const [, ...measured] = rounds;
    const [was, is] = [median(measured.map((one) => one.before)), median(measured.map((one) => one.after))];
    console.log(`before ${was.toFixed(0)} µs, now ${is.toFixed(0)} µs, ratio ${(is / was).toFixed(2)}`);
  } finally {
    await db.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

void main();
