import type { Sql } from '@landfall/persistence';
import { type FormValues, Rejection } from '@landfall/process-definition';
import type { DefinitionRegistry } from '../definition/definition-registry';
import { cursorOf, placeFrom, placeOf } from './place-in-list';
import { TASK_VIEW_COLUMNS, type TaskRow, taskView, type UserTask } from './task-view';

export interface InboxPage {
  readonly tasks: readonly UserTask[];
  readonly nextCursor: string | null;
}

/** The order of a list: by due time or by arrival; a minus sign puts the last first. */
export type InboxOrder = 'due' | '-due' | 'arrived' | '-arrived';

export interface InboxQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Only tasks of these instances (a search found them); all when left out. */
  readonly instanceIds?: readonly string[] | undefined;
  readonly taskKeys?: readonly string[] | undefined;
  readonly stage?: string | undefined;
  /** Only tasks that are due before this instant. */
  readonly dueBefore?: Date | undefined;
  readonly order?: InboxOrder | undefined;
}

/** Counts stop here; a page shows 99+. */
export const COUNT_LIMIT = 100;

/** The lists that open work is read from, each by an index of its own: the column that names whose it is, and the state. */
const HIS = { column: 'assignee', state: 'claimed' } as const;
const OFFERED = { column: 'candidate_group', state: 'created' } as const;
const ESCALATED = { column: 'escalated_to', state: 'created' } as const;

interface Source {
  readonly column: string;
  readonly state: string;
  readonly of: readonly string[];
}

/**
 * Reads the lists that people work from. Every list is paged by key, so that a page costs the same anywhere in it, and
 * is read by one index scan per person or candidate group.
 */
export class Inbox {
  constructor(
    private readonly sql: Sql,
    private readonly definitions: DefinitionRegistry,
  ) {}

  /** What people have claimed or were assigned; a substitute asks for himself and those he stands in for. */
  todo(accountIds: readonly string[], query: InboxQuery): Promise<InboxPage> {
    return this.open([{ ...HIS, of: accountIds }], query);
  }

  /** What nobody of the groups has claimed yet. */
  group(groups: readonly string[], query: InboxQuery): Promise<InboxPage> {
    return this.open(offeredTo(groups), query);
  }

  /** All open work of a person and his groups that is due before `query.dueBefore`. */
  overdue(accountIds: readonly string[], groups: readonly string[], query: InboxQuery): Promise<InboxPage> {
    return this.open([{ ...HIS, of: accountIds }, ...offeredTo(groups)], query);
  }

  /** What a person has completed, newest first. */
  async done(accountId: string, query: InboxQuery): Promise<InboxPage> {
    const { at, id } = placeFrom(query.cursor);
    const rows = await this.sql.query<TaskRow & { place: string }>(
      `SELECT ${TASK_VIEW_COLUMNS}, ${placeOf('t.ended_at')} AS place FROM user_task t
       WHERE t.completed_by = $1 AND t.state = 'completed'
         AND ($2::timestamptz IS NULL OR (t.ended_at, t.id) < ($2, $3::uuid))
         AND ($4::uuid[] IS NULL OR t.instance_id = ANY($4))
         AND ($5::text[] IS NULL OR t.task_key = ANY($5)) AND ($6::text IS NULL OR t.stage = $6)
       ORDER BY t.ended_at DESC, t.id DESC LIMIT $7`,
      [accountId, at, id, query.instanceIds ?? null, query.taskKeys ?? null, query.stage ?? null, query.limit + 1],
    );
    return this.page(rows, query.limit);
  }

  /** How much waits for a person, counted up to `COUNT_LIMIT` each. */
  async counts(
    accountIds: readonly string[],
    groups: readonly string[],
    now: Date,
  ): Promise<{ todo: number; group: number; overdue: number; toRead: number }> {
    const ids = (source: Source, of: string, more = '') =>
      `SELECT found.id FROM unnest(${of}::text[]) AS s(code) CROSS JOIN LATERAL (
         SELECT t.id FROM user_task t WHERE t.${source.column} = s.code AND t.state = '${source.state}' ${more}
         LIMIT ${COUNT_LIMIT}) AS found`;
    const his = { ...HIS, of: [] };
    const [offered, escalated] = offeredTo([]) as [Source, Source];
    const group = (more = '') => `${ids(offered, '$2', more)} UNION ${ids(escalated, '$2', more)}`;
    const late = 'AND t.due_at < $3';
    const [row] = await this.sql.query<{ todo: number; group: number; overdue: number; toRead: number }>(
      `SELECT
         (SELECT count(*)::int FROM (${ids(his, '$1')} LIMIT ${COUNT_LIMIT}) AS mine) AS todo,
         (SELECT count(*)::int FROM (SELECT * FROM (${group()}) AS all_of LIMIT ${COUNT_LIMIT}) AS theirs) AS "group",
         (SELECT count(*)::int FROM (
            SELECT * FROM (${ids(his, '$1', late)} UNION ${group(late)}) AS late LIMIT ${COUNT_LIMIT}) AS l) AS overdue,
         (SELECT count(*)::int FROM (
            SELECT FROM carbon_copy WHERE account = ($1::text[])[1] AND read_at IS NULL LIMIT ${COUNT_LIMIT}) AS c)
           AS "toRead"`,
      [accountIds, groups, now],
    );
    return row ?? { todo: 0, group: 0, overdue: 0, toRead: 0 };
  }

  /** The open tasks of instances, most urgent first. */
  async openTasksOf(instanceIds: readonly string[]): Promise<UserTask[]> {
    if (instanceIds.length === 0) return [];
    const rows = await this.sql.query<TaskRow>(
      `SELECT ${TASK_VIEW_COLUMNS} FROM user_task t
       WHERE t.instance_id = ANY($1::uuid[]) AND t.live AND t.state IN ('created', 'claimed') ORDER BY t.due_at, t.id`,
      [instanceIds],
    );
    return rows.map((row) => taskView(row, this.definitions));
  }

  /**
   * One task, open or ended, with the form it was completed with.
   *
   * @throws Rejection `USER_TASK.NOT_FOUND` (404)
   */
  async task(id: string): Promise<UserTask & { readonly form: FormValues | null }> {
    const [row] = await this.sql.query<TaskRow & { form: FormValues | null }>(
      `SELECT ${TASK_VIEW_COLUMNS}, t.form FROM user_task t WHERE t.id = $1`,
      [id],
    );
    if (row) return { ...taskView(row, this.definitions), form: row.form };
    throw new Rejection({
      code: 'USER_TASK.NOT_FOUND',
      status: 404,
      message: 'Expected a user task, but there is none with this id',
    });
  }

  /** Every share of the work item that a task belongs to, in order, with what was said. */
  async sharesOf(itemId: string): Promise<(UserTask & { readonly form: FormValues | null })[]> {
    const rows = await this.sql.query<TaskRow & { form: FormValues | null }>(
      `SELECT ${TASK_VIEW_COLUMNS}, t.form FROM user_task t
       WHERE t.id = $1 OR (t.item_id = $1 AND t.item_id <> t.id) ORDER BY t.seq, t.created_at, t.id`,
      [itemId],
    );
    return rows.map((row) => ({ ...taskView(row, this.definitions), form: row.form }));
  }

  private async open(sources: readonly Source[], query: InboxQuery): Promise<InboxPage> {
    const { at, id } = placeFrom(query.cursor);
    const order = query.order ?? 'due';
    const [column, direction, beyond] = [
      order.endsWith('due') ? 'due_at' : 'created_at',
      order.startsWith('-') ? 'DESC' : 'ASC',
      order.startsWith('-') ? '<' : '>',
    ];
    const values = [
      at,
      id,
      query.instanceIds ?? null,
      query.taskKeys ?? null,
      query.stage ?? null,
      query.dueBefore ?? null,
      query.limit + 1,
    ];
    const branches = sources.map(
      ({ column: owner, state }, index) => `
        SELECT found.* FROM unnest($${values.length + index + 1}::text[]) AS s(code) CROSS JOIN LATERAL (
          SELECT ${TASK_VIEW_COLUMNS}, ${placeOf(`t.${column}`)} AS place FROM user_task t
          WHERE t.${owner} = s.code AND t.state = '${state}'
            AND ($1::timestamptz IS NULL OR (t.${column}, t.id) ${beyond} ($1, $2::uuid))
            AND ($3::uuid[] IS NULL OR t.instance_id = ANY($3))
            AND ($4::text[] IS NULL OR t.task_key = ANY($4)) AND ($5::text IS NULL OR t.stage = $5)
            AND ($6::timestamptz IS NULL OR t.due_at < $6)
          ORDER BY t.${column} ${direction}, t.id ${direction} LIMIT $7) AS found`,
    );
    const rows = await this.sql.query<TaskRow & { place: string }>(
      `SELECT DISTINCT ON (${column}, id) * FROM (${branches.join(' UNION ALL ')}) AS listed
       ORDER BY ${column} ${direction}, id ${direction} LIMIT $7`,
      [...values, ...sources.map(({ of }) => of)],
    );
    return this.page(rows, query.limit);
  }

  private page(rows: readonly (TaskRow & { place: string })[], limit: number): InboxPage {
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      tasks: shown.map((row) => taskView(row, this.definitions)),
      nextCursor: last ? cursorOf(last) : null,
    };
  }
}

const offeredTo = (groups: readonly string[]): Source[] => [
  { ...OFFERED, of: groups },
  { ...ESCALATED, of: groups },
];
