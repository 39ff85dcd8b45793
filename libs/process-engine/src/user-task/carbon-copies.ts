import type { Sql } from '@landfall/persistence';
import type { DefinitionRegistry } from '../definition/definition-registry';
import { cursorOf, placeFrom, placeOf } from './place-in-list';
import { TASK_VIEW_COLUMNS, type TaskRow, taskView, type UserTask } from './task-view';

/** A task that somebody was let know of. */
export interface CopiedTask {
  readonly copyId: string;
  readonly sentBy: string;
  readonly note: string | null;
  readonly sentAt: Date;
  readonly readAt: Date | null;
  readonly task: UserTask;
}

/** Who was let know of a task, and who has read it. */
export interface CopyReader {
  readonly name: string;
  readonly sentBy: string;
  readonly sentAt: Date;
  readonly readAt: Date | null;
}

interface CopyRow extends TaskRow {
  copy_id: string;
  sent_by_name: string;
  note: string | null;
  sent_at: Date;
  read_at: Date | null;
  place: string;
}

/** Reads the copies that were sent (抄送) and whether they were read (已阅). */
export class CarbonCopies {
  constructor(
    private readonly sql: Sql,
    private readonly definitions: DefinitionRegistry,
  ) {}

  /** The copies of a person, newest first. */
  async of(
    accountId: string,
    query: { readonly limit: number; readonly cursor?: string | undefined; readonly unreadOnly: boolean },
  ): Promise<{ readonly copies: readonly CopiedTask[]; readonly nextCursor: string | null }> {
    const { at, id } = placeFrom(query.cursor);
    const rows = await this.sql.query<CopyRow>(
      `SELECT ${TASK_VIEW_COLUMNS}, c.id AS copy_id, c.sent_by_name, c.note, c.sent_at, c.read_at,
              ${placeOf('c.sent_at')} AS place
       FROM carbon_copy c JOIN user_task t ON t.id = c.task_id
       WHERE c.account = $1 AND ($2::timestamptz IS NULL OR (c.sent_at, c.id) < ($2, $3::uuid))
         ${query.unreadOnly ? 'AND c.read_at IS NULL' : ''}
       ORDER BY c.sent_at DESC, c.id DESC LIMIT $4`,
      [accountId, at, id, query.limit + 1],
    );
    const shown = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return {
      copies: shown.map((row) => ({
        copyId: row.copy_id,
        sentBy: row.sent_by_name,
        note: row.note,
        sentAt: row.sent_at,
        readAt: row.read_at,
        task: taskView(row, this.definitions),
      })),
      nextCursor: last ? cursorOf({ place: last.place, id: last.copy_id }) : null,
    };
  }

  /** Everybody whom a task was copied to, in the order of sending. */
  async readersOf(taskId: string): Promise<CopyReader[]> {
    const rows = await this.sql.query<{
      account_name: string;
      sent_by_name: string;
      sent_at: Date;
      read_at: Date | null;
    }>(
      `SELECT account_name, sent_by_name, sent_at, read_at FROM carbon_copy
       WHERE instance_id = (SELECT instance_id FROM user_task WHERE id = $1) AND task_id = $1 ORDER BY sent_at, id`,
      [taskId],
    );
    return rows.map((row) => ({
      name: row.account_name,
      sentBy: row.sent_by_name,
      sentAt: row.sent_at,
      readAt: row.read_at,
    }));
  }
}
