import type { DeadlineArithmetic, OpenDeadline } from '@landfall/calendar';
import type { Sql } from '@landfall/persistence';

/** A deadline that is still waited for: of a user task or of a timer. */
export interface StandingDeadline extends OpenDeadline {
  readonly subject: 'userTask' | 'timer';
  readonly arithmetic: DeadlineArithmetic;
  readonly instanceId: string;
  readonly definitionKey: string;
  readonly definitionVersion: number;
  /** The task's or the timer's key. */
  readonly key: string;
  readonly slot: string;
}

interface DeadlineRow {
  readonly subject: 'userTask' | 'timer';
  readonly id: string;
  readonly instance_id: string;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly key: string;
  readonly slot: string;
  readonly due_at: Date;
  readonly deadline: DeadlineArithmetic;
}

/** Work and timers that are put aside count too: they go on with what is written. */
const STANDING = `
  SELECT 'userTask' AS subject, id, instance_id, task_key AS key, slot, due_at, deadline
  FROM user_task WHERE state IN ('waiting', 'created', 'claimed', 'suspended')
  UNION ALL
  SELECT 'timer', id, instance_id, timer_key, '', due_at, deadline
  FROM timer WHERE state IN ('armed', 'suspended') AND deadline IS NOT NULL`;

/** Reads the deadlines of open tasks and timers by due time, of some instances or of all. */
export const readStandingDeadlines = async (
  sql: Sql,
  instanceIds: readonly string[] | null = null,
): Promise<StandingDeadline[]> => {
  const rows = await sql.query<DeadlineRow>(
    `SELECT d.*, i.definition_key, i.definition_version
     FROM (${STANDING}) d JOIN process_instance i ON i.id = d.instance_id
     WHERE $1::uuid[] IS NULL OR d.instance_id = ANY($1::uuid[])
     ORDER BY d.due_at, d.id`,
    [instanceIds],
  );
  return rows.map((row) => ({
    subject: row.subject,
    id: row.id,
    instanceId: row.instance_id,
    definitionKey: row.definition_key,
    definitionVersion: row.definition_version,
    key: row.key,
    slot: row.slot,
    dueAt: row.due_at,
    arithmetic: row.deadline,
  }));
};

/** How many deadlines of open tasks and timers there are. */
export const countStandingDeadlines = async (sql: Sql): Promise<number> => {
  const [row] = await sql.query<{ deadlines: number }>(`SELECT count(*)::int AS deadlines FROM (${STANDING}) d`);
  return row?.deadlines ?? 0;
};

/** How many open deadlines count days of a year without a notice, by year. */
export const countProvisionalDeadlines = async (sql: Sql): Promise<ReadonlyMap<number, number>> => {
  const rows = await sql.query<{ year: number; deadlines: number }>(
    `SELECT y.year::int AS year, count(*)::int AS deadlines
     FROM (${STANDING}) d,
       jsonb_array_elements_text(coalesce(d.deadline -> 'yearsWithoutNotice', '[]')) AS y(year)
     GROUP BY 1 ORDER BY 1`,
  );
  return new Map(rows.map(({ year, deadlines }) => [year, deadlines]));
};
