import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '@landfall/clock';
import { startEmbeddedPostgres } from '@landfall/embedded-postgres';
import { Outbox } from '@landfall/outbox';
import { Database, migrate } from '@landfall/persistence';
import { LightSchedule, Lights, lightJobs, Waiting } from '../src';
import { plainCalendar } from '../test/plain-calendar';

/**
 * Measures the daily reading of all lights and the sums of waiting time.
 *
 * `node apps/standalone/run-source.mjs libs/supervision/bench/lights-and-waiting.ts [projects]`
 */
const PROJECTS = Number(process.argv[2] ?? 60_000);
const HISTORY_OF_EACH = 20;

const fill = async (sql: Database): Promise<void> => {
  await sql.query(`INSERT INTO process_definition (key, version, hash) VALUES ('investment-project', 1, 'bench')`);
  const id = (n: string) => `('01900000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  await sql.query(
    `INSERT INTO process_instance (id, definition_key, definition_version, snapshot, rev, status, stage, states, tags,
       started_by, started_at, updated_at)
     SELECT ${id('n')}, 'investment-project', 1, '{}', 1, 'active', 'lead', '{active.lead.screening}', '{}', 'bench',
       '2026-06-01', '2026-06-01' FROM generate_series(1, ${PROJECTS}) n`,
  );
  await sql.query(
    `INSERT INTO project (id, lead_no, project_no, name, name_key, name_prefix, name_bigrams, investor_hidden,
       investor_keys, investor_search, investor_bigrams, capital_type, industry_focus, lead_task_force,
       assist_task_forces, landing_unit, routing_reason, filer_unit, filer_kind, filer_group, filer_account, filer_name,
       total_investment, milestone_precision, facts, source, source_type, first_report_at, created_at, updated_at)
     SELECT ${id('n')}, 'L' || n, 'P' || n, 'P' || n, 'p' || n, '{}', '{}', false, '{}', '', '{}', 'domestic', '新能源', 'D01',
       '{}', 'Z01', '{}', 'L03', 'LIAISON', 'L03.liaison', 'bench', 'bench', 1000, '{}', '{"plannedStartOn": "2027-03-01"}',
       'entry', 'other', '2026-06-01', '2026-06-01', '2026-06-01' FROM generate_series(1, ${PROJECTS}) n`,
  );
  // Every third project was updated lately, every fourth has a task that is late.
  await sql.query(
    `INSERT INTO process_history (id, instance_id, seq, kind, event, payload, actor_id, actor_name, actor_unit, at,
       from_states, to_states, commands)
     SELECT gen_random_uuid(), ${id('n')}, s, 'event', 'moved', '{}', CASE WHEN s % 3 = 0 THEN 'system' ELSE 'bench' END,
       'bench', 'D01', timestamptz '2026-06-01' + s * interval '8 days' + (n % 3) * interval '8 days', '{}',
       CASE WHEN s % 5 = 0 THEN '{active.review.queuedDistrict}'::text[] ELSE '{active.lead.screening}' END, '[]'
     FROM generate_series(1, ${PROJECTS}) n, generate_series(1, ${HISTORY_OF_EACH}) s`,
  );
  await sql.query(
    `INSERT INTO user_task (id, instance_id, definition_key, definition_version, task_key, slot, state, candidate_group,
       created_at, due_at, deadline, reminders, ended_at, item_id, live)
     SELECT t.id, ${id('n')}, 'investment-project', 1, 'leadScreening', '', CASE WHEN s = 6 THEN 'created' ELSE 'completed' END,
       'D' || lpad((n % 18 + 1)::text, 2, '0') || '.specialist', timestamptz '2026-06-01' + s * interval '25 days',
       timestamptz '2026-11-20' + (n % 4) * interval '2 days', '{}', 0,
       CASE WHEN s < 6 THEN timestamptz '2026-06-01' + (s + 1) * interval '25 days' END, t.id, s = 6
     FROM generate_series(1, ${PROJECTS}) n, generate_series(1, 6) s,
       LATERAL (SELECT gen_random_uuid() AS id WHERE n + s > 0) t`,
  );
  await sql.query('ANALYZE');
};

const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
  const begun = performance.now();
  await work();
  const seconds = (performance.now() - begun) / 1000;
  const megabytes = Math.round(process.memoryUsage().rss / 1_000_000);
  process.stdout.write(`${what}: ${seconds.toFixed(1)} s, ${megabytes} MB resident\n`);
};

const run = async (url: string): Promise<void> => {
  await migrate(url);
  const sql = new Database({ url });
  const clock = new ManualClock(new Date('2026-11-24T07:00:00+08:00'));
  const titles = (_definition: string, _version: number, task: string) => ({ zh: task, en: task });
  const parts = { database: sql, clock, calendar: plainCalendar, titles };
  const nothing = async (): Promise<void> => {};
  const jobs = lightJobs({ ...parts, ports: { raiseIssue: nothing, proposeSupervision: nothing, tell: nothing } });
  const schedule = new LightSchedule({ database: sql, clock, outbox: new Outbox(clock) });
  const morning = async (day: string): Promise<void> => {
    clock.set(new Date(`${day}T07:00:00+08:00`));
    await schedule.sweep();
    await jobs['supervision.light-daily']?.({ day }, { id: '1' });
  };
  await timed(`${PROJECTS} projects with ${HISTORY_OF_EACH} entries of history each`, () => fill(sql));
  await timed('first morning (every light is new)', () => morning('2026-11-24'));
  await timed('second morning (sentences count a day more)', () => morning('2026-11-25'));
  await timed('first page of the board', () => new Lights(parts).board({ kind: 'all' }, { limit: 50 }));
  const rules = { states: [], tasks: {}, stages: [{ state: 'active.lead', stage: 'lead' }], fallback: 'LGO' };
  const waiting = new Waiting({ ...parts, rulesFor: () => rules });
  await timed('waiting time of all projects by owner', () => waiting.sums());
  const counts = await sql.query(
    'SELECT light, count(*)::int AS count FROM project_light GROUP BY light ORDER BY light',
  );
  process.stdout.write(`${counts.map(({ light, count }) => `${light} ${count}`).join(', ')}\n`);
  await sql.close();
};

const main = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'landfall-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  try {
    await run(postgres.url);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

void main();
