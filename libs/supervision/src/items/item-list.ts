import type { Sql } from '@landfall/persistence';
import { calendarDay } from '../calendar-day';
import { seenBy, type ViewedProjects } from '../viewed-projects';

/** A supervision item as lists show it. */
export interface SupervisionItemRow {
  readonly itemId: string;
  /** 督办〔2026〕1号; null until the office has issued it. */
  readonly number: string | null;
  readonly source: string;
  readonly title: string;
  readonly requirement: string;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly leadUnit: string;
  readonly assistUnits: readonly string[];
  readonly dueOn: string;
  /** Calendar days after the due date; none while it has not passed or once it is closed. */
  readonly daysLate: number;
  readonly drafter: { readonly name: string; readonly unit: string };
  /** 代录: the leader whose decision the drafter recorded. */
  readonly onBehalfOf: { readonly name: string; readonly post: string } | null;
  readonly state: string;
  readonly mustAct: readonly string[];
  readonly progress: number;
  readonly extensions: number;
  readonly colour: string;
  readonly inBulletin: boolean;
  readonly interviews: number;
  readonly draftedAt: string;
  readonly closedAt: string | null;
  readonly outcome: string | null;
  readonly inTime: boolean | null;
  readonly result: string | null;
}

export interface ItemQuery {
  readonly colour?: string | undefined;
  readonly leadUnit?: string | undefined;
  readonly projectId?: string | undefined;
  readonly inBulletin?: boolean | undefined;
  readonly status: 'open' | 'closed' | 'all';
  readonly limit: number;
}

interface Row {
  readonly id: string;
  readonly number: string | null;
  readonly source: string;
  readonly title: string;
  readonly requirement: string;
  readonly project_id: string | null;
  readonly project_name: string | null;
  readonly lead_unit: string;
  readonly assist_units: readonly string[];
  readonly due_on: string;
  readonly drafter_name: string;
  readonly drafter_unit: string;
  readonly on_behalf_of: { readonly name: string; readonly post: string } | null;
  readonly state: string;
  readonly must_act: readonly string[];
  readonly progress: number;
  readonly extensions: number;
  readonly colour: string;
  readonly in_bulletin: boolean;
  readonly interviews: Readonly<Record<string, unknown>>;
  readonly drafted_at: Date;
  readonly closed_at: Date | null;
  readonly outcome: string | null;
  readonly in_time: boolean | null;
  readonly result: string | null;
}

const DAY_MS = 86_400_000;

const rowOf = (row: Row, today: string): SupervisionItemRow => ({
  itemId: row.id,
  number: row.number,
  source: row.source,
  title: row.title,
  requirement: row.requirement,
  projectId: row.project_id,
  projectName: row.project_name,
  leadUnit: row.lead_unit,
  assistUnits: row.assist_units,
  dueOn: row.due_on,
  daysLate: row.closed_at === null ? Math.max(0, Math.round((Date.parse(today) - Date.parse(row.due_on)) / DAY_MS)) : 0,
  drafter: { name: row.drafter_name, unit: row.drafter_unit },
  onBehalfOf: row.on_behalf_of === null ? null : { name: row.on_behalf_of.name, post: row.on_behalf_of.post },
  state: row.state,
  mustAct: row.must_act,
  progress: row.progress,
  extensions: row.extensions,
  colour: row.colour,
  inBulletin: row.in_bulletin,
  interviews: Object.keys(row.interviews).length,
  draftedAt: row.drafted_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  outcome: row.outcome,
  inTime: row.in_time,
  result: row.result,
});

const ITEMS = `
  SELECT s.*, p.name AS project_name FROM supervision_item s LEFT JOIN project p ON p.id = s.project_id`;

/** Reads one item, open or closed, that somebody may see. */
export const readItem = async (
  sql: Sql,
  scope: ViewedProjects,
  itemId: string,
  now: Date,
): Promise<SupervisionItemRow | undefined> => {
  const values: unknown[] = [itemId];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const [row] = await sql.query<Row>(`${ITEMS} WHERE s.id = $1 AND ${seenBy(scope, 's', add)}`, values);
  return row && rowOf(row, calendarDay(now));
};

/**
 * Reads supervision items that somebody may see. Open ones come first, red ones before others and of a colour the one that
 * is due first; of the closed ones whatever was closed last.
 */
export const readItems = async (
  sql: Sql,
  scope: ViewedProjects,
  query: ItemQuery,
  now: Date,
): Promise<SupervisionItemRow[]> => {
  const values: unknown[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const equal = (column: string, value: unknown) => (value === undefined ? [] : [`${column} = ${add(value)}`]);
  const conditions = [
    seenBy(scope, 's', add),
    ...(query.status === 'all' ? [] : [`s.closed_at IS ${query.status === 'open' ? '' : 'NOT '}NULL`]),
    ...equal('s.colour', query.colour),
    ...equal('s.lead_unit', query.leadUnit),
    ...equal('s.project_id', query.projectId),
    ...equal('s.in_bulletin', query.inBulletin),
  ];
  const rows = await sql.query<Row>(
    `${ITEMS} WHERE ${conditions.join(' AND ')}
     ORDER BY s.closed_at IS NOT NULL, s.closed_at DESC, array_position(ARRAY['red', 'yellow', 'blue', 'none'], s.colour), s.due_on, s.id
     LIMIT ${add(query.limit)}`,
    values,
  );
  return rows.map((row) => rowOf(row, calendarDay(now)));
};
