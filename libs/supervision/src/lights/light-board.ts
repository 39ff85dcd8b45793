import type { Sql } from '@landfall/persistence';
import type { ViewedProjects } from '../viewed-projects';
import type { Light, LightReason, Warning } from './light';
import { refuse } from './refusal-texts';

export interface BoardQuery {
  readonly lights: readonly Warning[];
  readonly leadTaskForce?: string | undefined;
  readonly landingUnit?: string | undefined;
  readonly stage?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A project on the board of the supervisors: its light, since when, and every reason. */
export interface BoardItem {
  readonly projectId: string;
  readonly projectNo: string;
  readonly name: string;
  readonly leadTaskForce: string | null;
  readonly landingUnit: string | null;
  readonly stage: string | null;
  readonly light: Light;
  readonly since: Date;
  readonly reasons: readonly LightReason[];
  readonly heldReasons: readonly LightReason[];
  /** The last day of a light set by hand. */
  readonly overriddenUntil: string | null;
}

export interface BoardPage {
  readonly items: readonly BoardItem[];
  readonly counts: Readonly<Record<Warning, number>>;
  readonly nextCursor: string | null;
}

interface BoardRow {
  readonly project_id: string;
  readonly project_no: string;
  readonly name: string;
  readonly lead_task_force: string | null;
  readonly landing_unit: string | null;
  readonly stage: string | null;
  readonly shown_now: Light;
  readonly since: Date;
  readonly since_text: string;
  readonly reasons: readonly LightReason[];
  readonly held_reasons: readonly LightReason[];
  readonly until_on: string | null;
}

/** An override that has passed its last day is over at once, not only when the day's run comes. */
const boardOf = (today: string, scope: string): string => `
  SELECT l.*, p.project_no, p.name, p.lead_task_force, p.landing_unit, i.stage, l.since::text AS since_text,
    CASE WHEN l.shown_until >= ${today} THEN l.shown_until END AS until_on,
    CASE WHEN l.shown_until < ${today} THEN l.light ELSE l.shown END AS shown_now
  FROM project_light l JOIN project p ON p.id = l.project_id JOIN process_instance i ON i.id = p.id
  WHERE (l.light IN ('yellow', 'red') OR l.shown IN ('yellow', 'red')) AND i.status = 'active' AND ${scope}`;

/**
 * Reads the yellow and red projects that somebody may see, red ones first, then those that have been so for longest.
 *
 * @throws Rejection `LIGHT.CURSOR_INVALID` (400)
 */
export const readBoard = async (
  sql: Sql,
  scope: ViewedProjects,
  query: BoardQuery,
  today: string,
): Promise<BoardPage> => {
  const values: unknown[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [
    scopeCondition(scope, add),
    ...(query.leadTaskForce === undefined ? [] : [`p.lead_task_force = ${add(query.leadTaskForce)}`]),
    ...(query.landingUnit === undefined ? [] : [`p.landing_unit = ${add(query.landingUnit)}`]),
    ...(query.stage === undefined ? [] : [`i.stage = ${add(query.stage)}`]),
  ];
  const board = boardOf(`${add(today)}::date`, conditions.join(' AND '));
  const counts = await sql.query<{ light: Light; count: number }>(
    `SELECT shown_now AS light, count(*)::int AS count FROM (${board}) b GROUP BY shown_now`,
    values,
  );
  const lights = `shown_now = ANY(${add(query.lights)})`;
  const after = query.cursor === undefined ? 'true' : `${ORDER} > ${cursorOf(query.cursor, add)}`;
  const rows = await sql.query<BoardRow>(
    `SELECT * FROM (${board}) b WHERE ${lights} AND ${after}
     ORDER BY (shown_now <> 'red'), since, project_id LIMIT ${add(query.limit + 1)}`,
    values,
  );
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const countOf = (light: Warning): number => counts.find((row) => row.light === light)?.count ?? 0;
  return {
    items: shown.map(itemOf),
    counts: { yellow: countOf('yellow'), red: countOf('red') },
    nextCursor: last === undefined ? null : writeCursor(last),
  };
};

const ORDER = `((shown_now <> 'red'), since, project_id)`;

const scopeCondition = (scope: ViewedProjects, add: (value: unknown) => string): string => {
  if (scope.kind === 'all') return 'true';
  if (scope.kind === 'none') return 'false';
  const tasks = add(scope.taskUnits);
  return `(p.filer_account = ${add(scope.filedBy)}
    OR p.id IN (SELECT project_id FROM project_participant WHERE unit = ANY(${add(scope.units)}))
    OR p.id IN (SELECT instance_id FROM user_task WHERE split_part(candidate_group, '.', 1) = ANY(${tasks}))
    OR p.id IN (SELECT instance_id FROM user_task
      WHERE escalated_to IS NOT NULL AND split_part(escalated_to, '.', 1) = ANY(${tasks}))
    ${scope.streetTowns ? `OR p.landing_kind = 'STREET_TOWN' OR p.filer_kind = 'STREET_TOWN'` : ''})`;
};

const itemOf = (row: BoardRow): BoardItem => ({
  projectId: row.project_id,
  projectNo: row.project_no,
  name: row.name,
  leadTaskForce: row.lead_task_force,
  landingUnit: row.landing_unit,
  stage: row.stage,
  light: row.shown_now,
  since: row.since,
  reasons: row.reasons,
  heldReasons: row.held_reasons,
  overriddenUntil: row.until_on,
});

const writeCursor = ({ shown_now, since_text, project_id }: BoardRow): string =>
  Buffer.from(JSON.stringify([shown_now !== 'red', since_text, project_id])).toString('base64url');

const cursorOf = (text: string, add: (value: unknown) => string): string => {
  const parts = partsOf(text);
  const [isYellow, since, id] = parts;
  const readable =
    typeof isYellow === 'boolean' &&
    typeof since === 'string' &&
    /^\d{4}-\d{2}-\d{2} [\d:.]+[+-]\d{2}(:\d{2})?$/.test(since) &&
    typeof id === 'string' &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  if (!readable) throw refuse('LIGHT.CURSOR_INVALID', 400);
  return `(${add(isYellow)}::boolean, ${add(since)}::timestamptz, ${add(id)}::uuid)`;
};

const partsOf = (text: string): readonly unknown[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
};
