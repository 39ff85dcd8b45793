import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { v7 } from 'uuid';
import { z } from 'zod';
import { oneAtATime } from './one-at-a-time';
import { isReadable } from './readable';
import { refuse } from './refusal-texts';

/** The lists that a filter can narrow. */
export const INBOX_VIEWS = ['todo', 'group', 'done', 'initiated', 'copied', 'toRead', 'overdue'] as const;

/** What a filter asks for; everything that is left out is not asked. */
export const FilterQuery = z.strictObject({
  q: z.string().trim().min(1).max(80).optional().describe('Part of a project name, investor or number'),
  stage: z.string().min(1).max(60).optional().describe('The key of a stage'),
  taskKeys: z.array(z.string().min(1).max(80)).min(1).max(30).optional().describe('Tasks of these kinds only'),
  overdue: z.boolean().optional(),
  dueBefore: z.iso.date().optional().describe('Due before this day (YYYY-MM-DD)'),
  sort: z.enum(['due', '-due', 'arrived', '-arrived']).optional().describe('A minus sign: the last first'),
});

export type FilterQuery = z.infer<typeof FilterQuery>;
export type InboxView = (typeof INBOX_VIEWS)[number];

export interface NewInboxFilter {
  readonly name: string;
  readonly view: InboxView;
  readonly query: FilterQuery;
}

export interface InboxFilter extends NewInboxFilter {
  readonly id: string;
}

const LONGEST_NAME = 40;
const MOST = 30;

/** Saved searches of a person's inbox. */
export class InboxFilters {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The filters of an account, oldest first. */
  list(account: string): Promise<InboxFilter[]> {
    return this.db.query<InboxFilter>(
      'SELECT id, name, view, query FROM inbox_filter WHERE account = $1 ORDER BY created_at, id',
      [account],
    );
  }

  /**
   * Keeps a filter under a name.
   *
   * @throws Rejection `INBOX_FILTER.NAME_INVALID`, `INBOX_FILTER.QUERY_INVALID` (422), `INBOX_FILTER.NAME_TAKEN`,
   * `INBOX_FILTER.TOO_MANY` (409)
   */
  async add(account: string, filter: NewInboxFilter): Promise<InboxFilter> {
    const name = filter.name.trim();
    const { length } = [...name];
    if (length === 0 || length > LONGEST_NAME || !isReadable(name)) {
      throw refuse('INBOX_FILTER.NAME_INVALID', 422, { limit: LONGEST_NAME, length });
    }
    if (!INBOX_VIEWS.includes(filter.view)) throw refuse('INBOX_FILTER.QUERY_INVALID', 422, { field: 'view' });
    const query = soundQuery(filter.query);
    return oneAtATime(this.db, account, async (tx) => {
      const [state] = await tx.query<{ count: number; taken: boolean }>(
        `SELECT count(*)::int AS count, coalesce(bool_or(lower(name) = lower($2)), false) AS taken
         FROM inbox_filter WHERE account = $1`,
        [account, name],
      );
      if (state?.taken) throw refuse('INBOX_FILTER.NAME_TAKEN', 409, { name });
      if ((state?.count ?? 0) >= MOST) throw refuse('INBOX_FILTER.TOO_MANY', 409, { limit: MOST });
      const id = v7();
      await tx.query(
        'INSERT INTO inbox_filter (id, account, name, view, query, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, account, name, filter.view, JSON.stringify(query), this.clock.now()],
      );
      return { id, name, view: filter.view, query };
    });
  }

  /** @throws Rejection `INBOX_FILTER.NOT_FOUND` (404), also for somebody else's */
  async remove(account: string, id: string): Promise<void> {
    const removed = await this.db.query('DELETE FROM inbox_filter WHERE account = $1 AND id = $2 RETURNING id', [
      account,
      id,
    ]);
    if (removed.length === 0) throw refuse('INBOX_FILTER.NOT_FOUND', 404);
  }
}

const soundQuery = (query: unknown): FilterQuery => {
  const result = FilterQuery.safeParse(query);
  if (result.success && isReadable(result.data)) return result.data;
  const [issue] = result.success ? [] : result.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : (issue?.path ?? ['q']);
  throw refuse('INBOX_FILTER.QUERY_INVALID', 422, { field: keys.map(String).join('.') || 'query' });
};
