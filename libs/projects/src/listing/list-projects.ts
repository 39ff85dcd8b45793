import type { Sql } from '@landfall/persistence';
import type { RoutingView } from '../leads/lead-routing';
import { searchable } from '../leads/project-row';
import { bigrams } from '../naming/trigram';
import { readCursor, writeCursor } from './cursor';
import { type ProjectSummary, SUMMARY_COLUMNS, type SummaryRow, summaryOf } from './project-summary';
import { insiderOf, type ProjectViewer, Values, visibleTo } from './project-viewer';

export const PROJECT_SORTS = [
  '-updatedAt',
  'updatedAt',
  '-createdAt',
  'createdAt',
  '-totalInvestment',
  'totalInvestment',
  'projectName',
  '-projectName',
] as const;
export type ProjectSort = (typeof PROJECT_SORTS)[number];

export interface ProjectQuery {
  readonly q?: string | undefined;
  readonly stage?: string | undefined;
  readonly leadTaskForce?: string | undefined;
  readonly landingUnit?: string | undefined;
  readonly industryFocus?: string | undefined;
  readonly status?: 'active' | 'suspended' | 'closed' | undefined;
  readonly closedAs?: string | undefined;
  readonly sort?: ProjectSort | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface ProjectPage {
  readonly items: readonly ProjectSummary[];
  readonly nextCursor: string | null;
  /** How many there are, counted up to 1000. */
  readonly total: number;
}

const COUNTED_UP_TO = 1000;
const LARGEST_PAGE = 100;

/** What each order sorts by, as text that can be written into a cursor and read back exactly. */
const ORDERS = {
  updatedAt: { column: 'greatest(i.updated_at, p.updated_at)', type: 'timestamptz', read: 'time' },
  createdAt: { column: 'p.created_at', type: 'timestamptz', read: 'time' },
  totalInvestment: { column: 'coalesce(p.total_investment, 0)', type: 'numeric', read: 'number' },
  projectName: { column: 'p.name COLLATE "zh-x-icu"', type: 'text', read: 'text' },
} as const;

const STATUS_CONDITIONS = {
  active: `i.status = 'active' AND NOT 'suspended' = ANY(i.tags)`,
  suspended: `i.status = 'active' AND 'suspended' = ANY(i.tags)`,
  closed: `i.status = 'done'`,
} as const;

/** Lists the projects that a viewer may see, a page at a time; the cursor keeps its place while others add projects. */
export const listProjects = async (
  sql: Sql,
  view: RoutingView,
  viewer: ProjectViewer,
  query: ProjectQuery,
): Promise<ProjectPage> => {
  const limit = Math.min(Math.max(query.limit ?? 20, 1), LARGEST_PAGE);
  const [page, total] = await Promise.all([readPage(sql, viewer, query, limit), count(sql, viewer, query)]);
  const last = page.length > limit ? page[limit - 1] : undefined;
  return {
    items: page.slice(0, limit).map((row) => summaryOf(row, view)),
    nextCursor: last ? writeCursor({ value: last.sorted_by, id: last.id }) : null,
    total,
  };
};

const readPage = (sql: Sql, viewer: ProjectViewer, query: ProjectQuery, limit: number) => {
  const values = new Values();
  const conditions = conditionsOf(viewer, query, values);
  const sort = query.sort ?? '-updatedAt';
  const descending = sort.startsWith('-');
  const { column, type, read } = ORDERS[sort.replace('-', '') as keyof typeof ORDERS];
  if (query.cursor) {
    const cursor = readCursor(query.cursor, read);
    const after = `(${values.add(cursor.value)}::${type}, ${values.add(cursor.id)}::uuid)`;
    conditions.push(`(${column}, p.id) ${descending ? '<' : '>'} ${after}`);
  }
  const direction = descending ? 'DESC' : 'ASC';
  return sql.query<SummaryRow & { sorted_by: string }>(
    `SELECT ${SUMMARY_COLUMNS}, ${insiderOf(viewer, values)} AS insider, (${column})::text AS sorted_by
     FROM project p JOIN process_instance i ON i.id = p.id
     WHERE ${conditions.join(' AND ')}
     ORDER BY ${column} ${direction}, p.id ${direction} LIMIT ${values.add(limit + 1)}`,
    values.list,
  );
};

const count = async (sql: Sql, viewer: ProjectViewer, query: ProjectQuery): Promise<number> => {
  const values = new Values();
  const conditions = conditionsOf(viewer, query, values);
  const [row] = await sql.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM (
       SELECT 1 FROM project p JOIN process_instance i ON i.id = p.id
       WHERE ${conditions.join(' AND ')} LIMIT ${COUNTED_UP_TO}) AS counted`,
    values.list,
  );
  return row?.total ?? 0;
};

const conditionsOf = (viewer: ProjectViewer, query: ProjectQuery, values: Values): string[] => {
  const conditions = [visibleTo(viewer, values)];
  const equal = (column: string, value: string | undefined) => {
    if (value) conditions.push(`${column} = ${values.add(value)}`);
  };
  equal('p.lead_task_force', query.leadTaskForce);
  equal('p.landing_unit', query.landingUnit);
  equal('p.industry_focus', query.industryFocus);
  equal('i.stage', query.stage);
  equal('i.closed_as', query.closedAs);
  if (query.status) conditions.push(STATUS_CONDITIONS[query.status]);
  const words = query.q?.trim() ?? '';
  if (words !== '') conditions.push(searchCondition(words, viewer, values));
  return conditions;
};

/**
 * Finds a part of the project's or investor's name, or the beginning of a number. A confidential investor is found only by
 * those who may read it: otherwise trying names would tell it.
 */
export const searchCondition = (words: string, viewer: ProjectViewer, values: Values): string => {
  const number = values.add(`${words.toUpperCase().replace(/[\\%_]/g, '\\$&')}%`);
  const numbers = `p.lead_no LIKE ${number} OR p.project_no LIKE ${number}`;
  const text = searchable(words);
  if (text === '') return `(${numbers})`;
  const part = values.add(`%${text}%`);
  const pairs = bigrams(text);
  const indexed = (column: string): string =>
    pairs.length > 0 ? `${column} @> ${values.add(pairs)}::text[] AND ` : '';
  return `(${numbers}
    OR (${indexed('p.name_bigrams')}p.name_key LIKE ${part})
    OR (${indexed('p.investor_bigrams')}p.investor_search LIKE ${part}
      AND (NOT p.investor_hidden OR ${insiderOf(viewer, values)})))`;
};
