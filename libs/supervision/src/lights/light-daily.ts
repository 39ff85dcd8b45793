import type { Clock } from '@landfall/clock';
import type { Outbox } from '@landfall/outbox';
import type { Database, Transaction } from '@landfall/persistence';
import { addDays, dayOf, instantOn } from '../business-day';
import type { LightParts } from './light-readings';
import { readLightRules } from './light-rules';
import { setLights } from './set-lights';

/** The job that reads the lights of all projects once a day, working day or not: `{ day }`. */
export const LIGHT_DAILY_JOB = 'supervision.light-daily';

const HOUR = 7;
const CHUNK = 500;
/** Before every id. */
const NO_PROJECT = '00000000-0000-0000-0000-000000000000';

/**
 * Opens the run of a day at 07:00, as a row first and a job second, in one transaction.
 *
 * Called as often as one likes: a day has one run. Days that passed while nobody was there are recorded as missed, because
 * the lights of yesterday cannot be read today; so the clock may jump and each day still happens at most once.
 */
export class LightSchedule {
  /** The day that this process knows to have a run; the row is the truth, this saves asking for it. */
  private known: string | undefined;

  constructor(
    private readonly parts: Pick<LightParts, 'database'> & { readonly clock: Clock; readonly outbox: Outbox },
  ) {}

  /** Opens today's run when it is due, and answers whether it did. */
  async sweep(): Promise<boolean> {
    const { database, clock, outbox } = this.parts;
    const now = clock.now();
    const today = dayOf(now);
    if (this.known === today || now < instantOn(today, HOUR)) return false;
    const opened = await database.transaction(async (tx) => {
      const rows = await tx.query(
        `INSERT INTO light_run (day, state, projects, changed, opened_at) VALUES ($1, 'due', 0, 0, $2)
         ON CONFLICT (day) DO NOTHING RETURNING day`,
        [today, now],
      );
      if (rows.length === 0) return false;
      await recordMissed(tx, today, now);
      await outbox.enqueue(tx, LIGHT_DAILY_JOB, { day: today });
      return true;
    });
    this.known = today;
    return opened;
  }
}

const recordMissed = async (tx: Transaction, today: string, now: Date): Promise<void> => {
  const [last] = await tx.query<{ day: string }>('SELECT max(day) AS day FROM light_run WHERE day < $1', [today]);
  if (!last?.day) return;
  await tx.query(
    `INSERT INTO light_run (day, state, projects, changed, opened_at, ended_at)
     SELECT day::date, 'missed', 0, 0, $3, $3 FROM generate_series($1::date, $2::date, '1 day') AS day
     ON CONFLICT (day) DO NOTHING`,
    [addDays(last.day, 1), addDays(today, -1), now],
  );
};

interface RunRow {
  readonly state: 'due' | 'done' | 'missed';
  readonly last_project: string | null;
}

/**
 * Reads all lights, a chunk of projects per transaction. The run's row says how far it is: a run that was killed goes on
 * where it stopped, a doubled one takes turns with its twin, and one that is done or overtaken by a later day does nothing.
 */
export const runLightDaily =
  (parts: LightParts) =>
  async (payload: Readonly<Record<string, unknown>>): Promise<void> => {
    const day = String(payload.day);
    while (await runChunk(parts, day)) {
      // The next chunk is a transaction of its own.
    }
  };

/** What came of the reading of a day; nothing where there was none or it was missed. */
export const dailyLightsOf = async (
  database: Pick<Database, 'query'>,
  day: string,
): Promise<{ projects: number; changed: number } | undefined> => {
  const [run] = await database.query<{ projects: number; changed: number }>(
    `SELECT projects, changed FROM light_run WHERE day = $1 AND state = 'done'`,
    [day],
  );
  return run;
};

const runChunk = ({ database, clock, calendar, titles }: LightParts, day: string): Promise<boolean> =>
  database.transaction(async (tx) => {
    const [run] = await tx.query<RunRow>('SELECT state, last_project FROM light_run WHERE day = $1 FOR UPDATE', [day]);
    if (run?.state !== 'due') return false;
    const now = clock.now();
    if (dayOf(now) > day && (await isOvertaken(tx, day))) {
      await tx.query(`UPDATE light_run SET state = 'missed', ended_at = $2 WHERE day = $1`, [day, now]);
      return false;
    }
    const projects = await tx.query<{ id: string }>(
      `SELECT p.id FROM project p JOIN process_instance i ON i.id = p.id LEFT JOIN project_light l ON l.project_id = p.id
       WHERE p.id > $1::uuid AND (i.status = 'active' OR l.light <> 'grey') ORDER BY p.id LIMIT ${CHUNK}`,
      [run.last_project ?? NO_PROJECT],
    );
    const ids = projects.map(({ id }) => id);
    const rules = await readLightRules(tx, dayOf(now));
    const changed = await setLights(tx, ids, { rules, calendar, titles, now, occasion: 'daily' });
    const isLast = ids.length < CHUNK;
    await tx.query(
      `UPDATE light_run SET last_project = coalesce($2::uuid, last_project), projects = projects + $3,
         changed = changed + $4, state = $5, ended_at = $6 WHERE day = $1`,
      [day, ids.at(-1) ?? null, ids.length, changed, isLast ? 'done' : 'due', isLast ? now : null],
    );
    return !isLast;
  });

const isOvertaken = async (tx: Transaction, day: string): Promise<boolean> => {
  const later = await tx.query('SELECT day FROM light_run WHERE day > $1 LIMIT 1', [day]);
  return later.length > 0;
};
