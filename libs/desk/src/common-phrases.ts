import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { v7 } from 'uuid';
import { OFFICE_PHRASES } from './office-phrases';
import { oneAtATime } from './one-at-a-time';
import { isReadable } from './readable';
import { refuse } from './refusal-texts';

/** A phrase of one's own. */
export interface CommonPhrase {
  readonly id: string;
  readonly text: string;
}

const LONGEST = 200;
const MOST = 50;

/** What a person writes again and again (常用语), in the order he wants. */
export class CommonPhrases {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(account: string): Promise<CommonPhrase[]> {
    return this.db.query<CommonPhrase>('SELECT id, text FROM common_phrase WHERE account = $1 ORDER BY place, id', [
      account,
    ]);
  }

  /**
   * Adds a phrase at the end.
   *
   * @throws Rejection `PHRASE.TEXT_INVALID`, `PHRASE.UNREADABLE` (422), `PHRASE.KNOWN`, `PHRASE.TOO_MANY` (409)
   */
  async add(account: string, raw: string): Promise<CommonPhrase> {
    const text = raw.trim();
    const { length } = [...text];
    if (length === 0 || length > LONGEST) throw refuse('PHRASE.TEXT_INVALID', 422, { limit: LONGEST, length });
    if (!isReadable(text)) throw refuse('PHRASE.UNREADABLE', 422);
    if (OFFICE_PHRASES.some((phrase) => phrase.text.zh === text || phrase.text.en === text)) {
      throw refuse('PHRASE.KNOWN', 409);
    }
    return oneAtATime(this.db, account, async (tx) => {
      const [state] = await tx.query<{ count: number; place: number; known: boolean }>(
        `SELECT count(*)::int AS count, coalesce(max(place), 0) + 1 AS place, coalesce(bool_or(text = $2), false) AS known
         FROM common_phrase WHERE account = $1`,
        [account, text],
      );
      if (state?.known) throw refuse('PHRASE.KNOWN', 409);
      if ((state?.count ?? 0) >= MOST) throw refuse('PHRASE.TOO_MANY', 409, { limit: MOST });
      const id = v7();
      await tx.query('INSERT INTO common_phrase (id, account, text, place, created_at) VALUES ($1, $2, $3, $4, $5)', [
        id,
        account,
        text,
        state?.place ?? 1,
        this.clock.now(),
      ]);
      return { id, text };
    });
  }

  /**
   * Puts the phrases into an order that names each of them once.
   *
   * @throws Rejection `PHRASE.ORDER_INCOMPLETE` (409)
   */
  async order(account: string, ids: readonly string[]): Promise<CommonPhrase[]> {
    await oneAtATime(this.db, account, async (tx) => {
      const known = await tx.query<{ id: string }>('SELECT id FROM common_phrase WHERE account = $1', [account]);
      const named = new Set(ids);
      const complete =
        named.size === ids.length && ids.length === known.length && known.every(({ id }) => named.has(id));
      if (!complete) throw refuse('PHRASE.ORDER_INCOMPLETE', 409);
      await tx.query(
        `UPDATE common_phrase SET place = wanted.place
         FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted(id, place)
         WHERE common_phrase.id = wanted.id AND common_phrase.account = $1`,
        [account, ids],
      );
    });
    return this.list(account);
  }

  /** @throws Rejection `PHRASE.NOT_FOUND` (404), also for somebody else's */
  async remove(account: string, id: string): Promise<void> {
    const removed = await this.db.query('DELETE FROM common_phrase WHERE account = $1 AND id = $2 RETURNING id', [
      account,
      id,
    ]);
    if (removed.length === 0) throw refuse('PHRASE.NOT_FOUND', 404);
  }
}
