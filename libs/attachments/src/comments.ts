import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import type { Subject } from './attachments';
import { refuse } from './refusal-texts';

export interface Comment {
  readonly id: string;
  readonly text: string;
  readonly author: { readonly accountId: string; readonly name: string };
  readonly at: string;
}

interface CommentRow {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  readonly author_name: string;
  readonly created_at: Date;
}

const LONGEST = 2000;
// PostgreSQL cannot store the NUL character, and half a surrogate pair is no text.
const UNREADABLE = /\0|\p{Surrogate}/u;

/** What people say beside a task, outside its form. A comment is never changed: it is part of what happened. */
export class Comments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Rejection `COMMENT.EMPTY`, `COMMENT.TOO_LONG`, `COMMENT.UNREADABLE` (422) */
  async add(author: Actor, { instanceId, taskId }: Subject, raw: string): Promise<Comment> {
    const text = raw.trim();
    const length = [...text].length;
    if (length === 0) throw refuse('COMMENT.EMPTY', 422);
    if (length > LONGEST) throw refuse('COMMENT.TOO_LONG', 422, { limit: LONGEST, length });
    if (UNREADABLE.test(text)) throw refuse('COMMENT.UNREADABLE', 422);
    const [row] = await this.database.query<CommentRow>(
      `INSERT INTO task_comment (id, instance_id, task_id, text, author, author_name, author_unit, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING *`,
      [uuid(), instanceId, taskId, text, author.accountId, author.name, author.unit, this.clock.now()],
    );
    if (!row) throw new Error('A comment was not stored');
    return commentOf(row);
  }

  ofTask(taskId: string): Promise<Comment[]> {
    return this.list('task_id = $1', taskId);
  }

  /** All comments of a process, those of its tasks as well. */
  ofInstance(instanceId: string): Promise<Comment[]> {
    return this.list('instance_id = $1', instanceId);
  }

  private async list(condition: string, value: string): Promise<Comment[]> {
    const rows = await this.database.query<CommentRow>(`SELECT * FROM task_comment WHERE ${condition} ORDER BY id`, [
      value,
    ]);
    return rows.map(commentOf);
  }
}

const commentOf = (row: CommentRow): Comment => ({
  id: row.id,
  text: row.text,
  author: { accountId: row.author, name: row.author_name },
  at: row.created_at.toISOString(),
});
