import type { Sql, Transaction } from '@landfall/persistence';
import { addDays, weekOf } from '../business-day';
import type { Light, LightReason } from './light';
import type { SteadyLight } from './steady-light';

/** A project's light as it is stored; `shown` differs from `light` while an override is in force. */
export interface LightRow {
  readonly projectId: string;
  readonly steady: SteadyLight;
  readonly shown: Light;
  /** The last day of the override in force. */
  readonly shownUntil: string | null;
  /** The version of the rules that was applied. */
  readonly rulesFrom: string;
  /** Since when this light is shown. */
  readonly since: Date;
  readonly computedAt: Date;
  readonly week: WeeklyLight;
}

/** The light of the week's first daily run, and how many weeks in a row it has been the same. */
export interface WeeklyLight {
  /** The Monday of the week that was read last. */
  readonly on: string | null;
  readonly light: Light | null;
  readonly streak: number;
}

/** Nothing to count: green and grey weeks are not followed. */
export const NO_WEEK: WeeklyLight = { on: null, light: null, streak: 0 };

/** Reads a warning's week once; a week without a reading, or with another light, begins the count anew. */
export const readWeek = (week: WeeklyLight, today: string, shown: Light): WeeklyLight => {
  if (shown === 'green' || shown === 'grey') return NO_WEEK;
  const monday = weekOf(today);
  if (week.on !== null && week.on >= monday) return week;
  const follows = week.on !== null && week.light === shown && addDays(week.on, 7) === monday;
  return { on: monday, light: shown, streak: follows ? week.streak + 1 : 1 };
};

interface StoredRow {
  readonly project_id: string;
  readonly light: Light;
  readonly shown: Light;
  readonly shown_until: string | null;
  readonly reasons: readonly LightReason[];
  readonly held_reasons: readonly LightReason[];
  readonly rules_from: string;
  readonly since: Date;
  readonly computed_at: Date;
  readonly week_on: string | null;
  readonly week_light: Light | null;
  readonly week_streak: number;
}

/**
 * Locks the lights of some projects in id order until the transaction ends, and reads them.
 *
 * A project without a light gets a row to lock, which the caller fills before it commits; it is not among the answers.
 */
export const lockLights = async (tx: Transaction, projectIds: readonly string[]): Promise<Map<string, LightRow>> => {
  const fresh = await tx.query<{ project_id: string }>(
    `INSERT INTO project_light (project_id, light, shown, reasons, held_reasons, rules_from, since, computed_at, week_streak)
     SELECT id, 'grey', 'grey', '[]', '[]', '1970-01-01', '-infinity', '-infinity', 0
     FROM project WHERE id = ANY($1::uuid[]) ORDER BY id
     ON CONFLICT (project_id) DO NOTHING RETURNING project_id`,
    [projectIds],
  );
  const rows = await tx.query<StoredRow>(
    'SELECT * FROM project_light WHERE project_id = ANY($1::uuid[]) ORDER BY project_id FOR UPDATE',
    [projectIds],
  );
  const isFresh = new Set(fresh.map(({ project_id }) => project_id));
  return new Map(rows.flatMap((row) => (isFresh.has(row.project_id) ? [] : [[row.project_id, lightRowOf(row)]])));
};

/** Reads one project's light without locking it. */
export const readLight = async (sql: Sql, projectId: string): Promise<LightRow | undefined> => {
  const [row] = await sql.query<StoredRow>('SELECT * FROM project_light WHERE project_id = $1', [projectId]);
  return row === undefined ? undefined : lightRowOf(row);
};

const lightRowOf = (row: StoredRow): LightRow => ({
  projectId: row.project_id,
  steady: { light: row.light, reasons: row.reasons, heldReasons: row.held_reasons },
  shown: row.shown,
  shownUntil: row.shown_until,
  rulesFrom: row.rules_from,
  since: row.since,
  computedAt: row.computed_at,
  week: { on: row.week_on, light: row.week_light, streak: row.week_streak },
});

/** Writes lights with one statement; a row's place is its project. */
export const writeLights = async (tx: Sql, rows: readonly LightRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const json = rows.map(({ steady, week, ...row }) => ({
    project_id: row.projectId,
    light: steady.light,
    shown: row.shown,
    shown_until: row.shownUntil,
    reasons: steady.reasons,
    held_reasons: steady.heldReasons,
    rules_from: row.rulesFrom,
    since: row.since,
    computed_at: row.computedAt,
    week_on: week.on,
    week_light: week.light,
    week_streak: week.streak,
  }));
  await tx.query(
    `INSERT INTO project_light SELECT * FROM jsonb_populate_recordset(NULL::project_light, $1)
     ON CONFLICT (project_id) DO UPDATE SET light = excluded.light, shown = excluded.shown,
       shown_until = excluded.shown_until, reasons = excluded.reasons, held_reasons = excluded.held_reasons,
       rules_from = excluded.rules_from, since = excluded.since, computed_at = excluded.computed_at,
       week_on = excluded.week_on, week_light = excluded.week_light, week_streak = excluded.week_streak`,
    [JSON.stringify(json)],
  );
};
