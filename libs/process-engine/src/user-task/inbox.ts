import type { Sql } from '@landfall/persistence';
import { type LocalizedText, Rejection } from '@landfall/process-definition';
import type { DefinitionRegistry } from '../definition/definition-registry';

/** A user task as lists and pages show it. */
export interface UserTask {
  readonly id: string;
  readonly instanceId: string;
  readonly definition: { readonly key: string; readonly version: number };
  readonly taskKey: string;
  readonly slot: string;
  readonly title: LocalizedText;
  readonly stage: string | null;
  readonly state: 'created' | 'claimed' | 'completed' | 'cancelled';
  readonly candidateGroup: string;
  readonly escalatedTo: string | null;
  readonly assignee: { readonly accountId: string; readonly name: string } | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly deadline: Readonly<Record<string, unknown>>;
  readonly reminders: number;
  readonly outcome: string | null;
  readonly endedAt: Date | null;
}

export interface InboxPage {
  readonly tasks: readonly UserTask[];
  readonly nextCursor: string | null;
}

export interface InboxQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Only tasks of these instances (a search found them); all when left out. */
  readonly instanceIds?: readonly string[] | undefined;
}

interface TaskRow {
  id: string;
  instance_id: string;
  definition_key: string;
  definition_version: number;
  task_key: string;
  slot: string;
  stage: string | null;
  state: UserTask['state'];
  candidate_group: string;
  escalated_to: string | null;
  assignee: string | null;
  assignee_name: string | null;
  created_at: Date;
  due_at: Date;
  deadline: Record<string, unknown>;
  reminders: number;
  outcome: string | null;
  ended_at: Date | null;
  place: string;
}

/** Counts stop here; a page shows 99+. */
export const COUNT_LIMIT = 100;

const COLUMNS = `t.id, t.instance_id, t.definition_key, t.definition_version, t.task_key, t.slot, t.stage, t.state,
  t.candidate_group, t.escalated_to, t.assignee, t.assignee_name, t.created_at, t.due_at, t.deadline, t.reminders,
  t.outcome, t.ended_at`;

// The position in a list: microseconds, so that no two times are taken for one.
const DUE_PLACE = `to_char(t.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS place`;
const END_PLACE = `to_char(t.ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS place`;

/**
 * Reads the lists that people work from. Every list is paged by key, so that a page costs the same anywhere in it, and
 * is read by one index scan per candidate group.
 */
export class Inbox {
  constructor(
    private readonly sql: Sql,
    private readonly definitions: DefinitionRegistry,
  ) {}

  /** What a person has claimed or was assigned, most urgent first. */
  async todo(accountId: string, query: InboxQuery): Promise<InboxPage> {
    const { at, id } = positionOf(query.cursor);
    const rows = await this.sql.query<TaskRow>(
      `SELECT ${COLUMNS}, ${DUE_PLACE} FROM user_task t
       WHERE t.assignee = $1 AND t.state = 'claimed' AND ($2::timestamptz IS NULL OR (t.due_at, t.id) > ($2, $3::uuid))
         AND ($4::uuid[] IS NULL OR t.instance_id = ANY($4))
       ORDER BY t.due_at, t.id LIMIT $5`,
      [accountId, at, id, query.instanceIds ?? null, query.limit + 1],
    );
    return this.page(rows, query.limit);
  }

  /** What nobody of a person's groups has claimed yet, most urgent first. */
  async group(groups: readonly string[], query: InboxQuery): Promise<InboxPage> {
    const { at, id } = positionOf(query.cursor);
    const branch = (column: string) => `
      SELECT ${COLUMNS}, ${DUE_PLACE} FROM user_task t
      WHERE t.${column} = g.code AND t.state = 'created'
        AND ($2::timestamptz IS NULL OR (t.due_at, t.id) > ($2, $3::uuid))
        AND ($4::uuid[] IS NULL OR t.instance_id = ANY($4))
      ORDER BY t.due_at, t.id LIMIT $5`;
    const rows = await this.sql.query<TaskRow>(
      `SELECT DISTINCT ON (due_at, id) found.* FROM unnest($1::text[]) AS g(code)
       CROSS JOIN LATERAL ((${branch('candidate_group')}) UNION ALL (${branch('escalated_to')})) AS found
       ORDER BY due_at, id LIMIT $5`,
      [groups, at, id, query.instanceIds ?? null, query.limit + 1],
    );
    return this.page(rows, query.limit);
  }

  /** What a person has completed, newest first. */
  async done(accountId: string, query: InboxQuery): Promise<InboxPage> {
    const { at, id } = positionOf(query.cursor);
    const rows = await this.sql.query<TaskRow>(
      `SELECT ${COLUMNS}, ${END_PLACE} FROM user_task t
       WHERE t.completed_by = $1 AND t.state = 'completed'
         AND ($2::timestamptz IS NULL OR (t.ended_at, t.id) < ($2, $3::uuid))
         AND ($4::uuid[] IS NULL OR t.instance_id = ANY($4))
       ORDER BY t.ended_at DESC, t.id DESC LIMIT $5`,
      [accountId, at, id, query.instanceIds ?? null, query.limit + 1],
    );
    return this.page(rows, query.limit);
  }

  /** How much waits for a person, counted up to `COUNT_LIMIT` each. */
  async counts(accountId: string, groups: readonly string[]): Promise<{ todo: number; group: number }> {
    const branch = (column: string) =>
      `SELECT t.id FROM user_task t WHERE t.${column} = g.code AND t.state = 'created' LIMIT ${COUNT_LIMIT}`;
    const [row] = await this.sql.query<{ todo: number; group: number }>(
      `SELECT
         (SELECT count(*)::int FROM (SELECT 1 FROM user_task WHERE assignee = $1 AND state = 'claimed' LIMIT ${COUNT_LIMIT}) AS mine) AS todo,
         (SELECT count(*)::int FROM (
            SELECT DISTINCT found.id FROM unnest($2::text[]) AS g(code)
            CROSS JOIN LATERAL ((${branch('candidate_group')}) UNION ALL (${branch('escalated_to')})) AS found
            LIMIT ${COUNT_LIMIT}) AS offered) AS "group"`,
      [accountId, groups],
    );
    return row ?? { todo: 0, group: 0 };
  }

  /** The open tasks of instances, most urgent first. */
  async openTasksOf(instanceIds: readonly string[]): Promise<UserTask[]> {
    if (instanceIds.length === 0) return [];
    const rows = await this.sql.query<TaskRow>(
      `SELECT ${COLUMNS}, '' AS place FROM user_task t
       WHERE t.instance_id = ANY($1::uuid[]) AND t.state IN ('created', 'claimed') ORDER BY t.due_at, t.id`,
      [instanceIds],
    );
    return rows.map((row) => this.toTask(row));
  }

  /**
   * One task, open or ended, with the form it was completed with.
   *
   * @throws Rejection `USER_TASK.NOT_FOUND` (404)
   */
  async task(id: string): Promise<UserTask & { readonly form: Readonly<Record<string, unknown>> | null }> {
    const [row] = await this.sql.query<TaskRow & { form: Record<string, unknown> | null }>(
      `SELECT ${COLUMNS}, t.form, '' AS place FROM user_task t WHERE t.id = $1`,
      [id],
    );
    if (row) return { ...this.toTask(row), form: row.form };
    throw new Rejection({
      code: 'USER_TASK.NOT_FOUND',
      status: 404,
      message: 'Expected a user task, but there is none with this id',
    });
  }

  private page(rows: readonly TaskRow[], limit: number): InboxPage {
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      tasks: shown.map((row) => this.toTask(row)),
      nextCursor: last ? Buffer.from(`${last.place} ${last.id}`).toString('base64url') : null,
    };
  }

  private toTask(row: TaskRow): UserTask {
    const definition = this.definitions.get(row.definition_key, row.definition_version);
    return {
      id: row.id,
      instanceId: row.instance_id,
      definition: { key: row.definition_key, version: row.definition_version },
      taskKey: row.task_key,
      slot: row.slot,
      title: definition.userTasks[row.task_key]?.title ?? { zh: row.task_key, en: row.task_key },
      stage: row.stage,
      state: row.state,
      candidateGroup: row.candidate_group,
      escalatedTo: row.escalated_to,
      assignee: row.assignee === null ? null : { accountId: row.assignee, name: row.assignee_name ?? row.assignee },
      createdAt: row.created_at,
      dueAt: row.due_at,
      deadline: row.deadline,
      reminders: row.reminders,
      outcome: row.outcome,
      endedAt: row.ended_at,
    };
  }
}

const positionOf = (cursor: string | undefined): { at: string | null; id: string | null } => {
  if (cursor === undefined) return { at: null, id: null };
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z) ([0-9a-f-]{36})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  );
  if (match?.[1] && match[2]) return { at: match[1], id: match[2] };
  throw new Rejection({
    code: 'PAGE.CURSOR_INVALID',
    status: 400,
    message: 'Expected a cursor that an earlier page gave, but it is another text',
  });
};
