import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { type LocalizedText, Rejection } from '@landfall/process-definition';
import { tellPages } from './notice-stream';
import { refuse } from './refusal-texts';

/** A notice as one person's page shows it. */
export interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly urgency: 'normal' | 'urgent';
  readonly title: LocalizedText;
  readonly body: LocalizedText | null;
  readonly link: string | null;
  readonly instanceId: string | null;
  readonly taskId: string | null;
  readonly at: Date;
  readonly readAt: Date | null;
}

export interface NoticePage {
  readonly notices: readonly Notice[];
  readonly nextCursor: string | null;
}

export interface NoticeQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly unreadOnly?: boolean | undefined;
}

/** Counts stop here; a page shows 99+. */
export const UNREAD_LIMIT = 100;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a person has been told, newest first, and what of it is unread. */
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** How many notices are unread, counted up to `UNREAD_LIMIT`. */
  async unread(account: string): Promise<number> {
    const [row] = await this.database.query<{ unread: number }>(
      `SELECT count(*)::int AS unread FROM (
         SELECT 1 FROM notice_delivery WHERE account = $1 AND channel = 'page' AND read_at IS NULL LIMIT ${UNREAD_LIMIT}
       ) AS few`,
      [account],
    );
    return row?.unread ?? 0;
  }

  /** @throws Rejection `PAGE.CURSOR_INVALID` (400) */
  async list(account: string, { limit, cursor, unreadOnly = false }: NoticeQuery): Promise<NoticePage> {
    const rows = await this.database.query<Notice>(
      `SELECT delivery.id, notice.kind, notice.urgency, notice.title, notice.body, notice.link,
         notice.instance_id AS "instanceId", notice.task_id AS "taskId", notice.at, delivery.read_at AS "readAt"
       FROM notice_delivery AS delivery JOIN notice ON notice.id = delivery.notice_id
       WHERE delivery.account = $1 AND delivery.channel = 'page' AND ($2::uuid IS NULL OR delivery.id < $2)
         ${unreadOnly ? 'AND delivery.read_at IS NULL' : ''}
       ORDER BY delivery.id DESC LIMIT $3`,
      [account, placeOf(cursor), limit + 1],
    );
    const notices = rows.slice(0, limit);
    return { notices, nextCursor: rows.length > limit ? (notices.at(-1)?.id ?? null) : null };
  }

  /**
   * Marks a notice as read; again is no error.
   *
   * @throws Rejection `NOTICE.NOT_FOUND` (404), also for somebody else's.
   */
  async markRead(account: string, id: string): Promise<void> {
    const rows = await this.mark('account = $1 AND id = $3', [account, this.clock.now(), id]);
    if (rows > 0) return;
    const known = await this.database.query(
      `SELECT FROM notice_delivery WHERE id = $1 AND account = $2 AND channel = 'page'`,
      [id, account],
    );
    if (known.length === 0) throw refuse('NOTICE.NOT_FOUND', 404);
  }

  /** Marks what is about a task as read: whoever has opened the task has seen it. */
  async markTaskRead(account: string, taskId: string): Promise<number> {
    return this.mark('account = $1 AND notice_id IN (SELECT notice.id FROM notice WHERE task_id = $3)', [
      account,
      this.clock.now(),
      taskId,
    ]);
  }

  /** Marks everything as read up to the newest notice that was seen, so that none is marked that arrives meanwhile. */
  async markAllRead(account: string, upTo?: string): Promise<number> {
    return this.mark('account = $1 AND ($3::uuid IS NULL OR id <= $3)', [account, this.clock.now(), upTo ?? null]);
  }

  private async mark(condition: string, values: readonly [account: string, now: Date, id: string | null]) {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query(
        `UPDATE notice_delivery SET read_at = $2 WHERE ${condition} AND channel = 'page' AND read_at IS NULL RETURNING id`,
        values,
      );
      if (rows.length > 0) await tellPages(tx, [values[0]], 'read');
      return rows.length;
    });
  }
}

const placeOf = (cursor: string | undefined): string | null => {
  if (cursor === undefined) return null;
  if (UUID.test(cursor)) return cursor;
  throw new Rejection({
    code: 'PAGE.CURSOR_INVALID',
    status: 400,
    message: 'Expected a cursor that an earlier page gave, but it is another text',
  });
};
