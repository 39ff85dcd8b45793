import type { Sql } from '@landfall/persistence';
import type { AgendaItem } from './meeting';

/** Who looks at meetings; the identity library knows him, the apps hand him over. */
export interface MeetingViewer {
  readonly groups: readonly string[];
  /** The units of his posts, and of those whose substitute he is. */
  readonly units: readonly string[];
  /** He oversees everybody's work: the leaders and the office. */
  readonly seesAll: boolean;
}

/** The units of candidate groups. */
export const unitsOf = (groups: readonly string[]): string[] => [
  ...new Set(groups.map((group) => group.split('.')[0] ?? group)),
];

/**
 * The condition on a meeting's row under which somebody sees it: he oversees all, a unit of his sits or calls it, it waits
 * for a group of his, or a unit of his has to carry out what it resolved.
 */
export const seenBy = (viewer: MeetingViewer, row: string, add: (value: unknown) => string): string => {
  if (viewer.seesAll) return 'true';
  const units = `${add(viewer.units)}::text[]`;
  const names = (column: string, key: string) =>
    `EXISTS (SELECT 1 FROM jsonb_array_elements(${row}.${column}) AS named WHERE named->>'${key}' = ANY(${units}))`;
  return `(${[
    `${row}.conveners && ${units}`,
    `${row}.must_act && ${add(viewer.groups)}::text[]`,
    `split_part(${row}.chair_group, '.', 1) = ANY(${units})`,
    names('seats', 'unit'),
    names('resolutions', 'unit'),
  ].join(' OR ')})`;
};

/** Whether an instance is a meeting that somebody may see. */
export const isMeetingVisible = async (sql: Sql, viewer: MeetingViewer, id: string): Promise<boolean> => {
  const values: unknown[] = [id];
  const condition = seenBy(viewer, 'm', (value) => `$${values.push(value)}`);
  const rows = await sql.query(`SELECT 1 FROM meeting m WHERE m.id = $1::uuid AND ${condition}`, values);
  return rows.length > 0;
};

/** Which of some instances are meetings, with the agenda of each. */
export const agendasAmong = async (
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly AgendaItem[]>> => {
  if (ids.length === 0) return new Map();
  const rows = await sql.query<{ id: string; agenda: readonly AgendaItem[] }>(
    'SELECT id, agenda FROM meeting WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, agenda }) => [id, agenda]));
};

const FOUND_AT_MOST = 100;

/** The newest meetings whose title holds some words, as far as somebody may see them. */
export const findMeetingIds = async (sql: Sql, viewer: MeetingViewer, words: string): Promise<string[]> => {
  const values: unknown[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const rows = await sql.query<{ id: string }>(
    `SELECT m.id FROM meeting m WHERE position(lower(${add(words)}) IN lower(m.title)) > 0 AND ${seenBy(viewer, 'm', add)}
     ORDER BY m.created_at DESC LIMIT ${FOUND_AT_MOST}`,
    values,
  );
  return rows.map(({ id }) => id);
};
