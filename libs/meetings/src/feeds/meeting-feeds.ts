import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { refuse } from '../refusal-texts';

/** Whether somebody has a calendar feed that works; its token is told once and never again. */
export interface FeedStanding {
  readonly createdAt: Date | null;
  readonly lastUsedAt: Date | null;
}

export interface NewFeed {
  /** Whoever has it reads the calendar; only its hash is kept. */
  readonly token: string;
  readonly createdAt: Date;
}

/** Programs look every few minutes; when they did is kept to the minute. */
const TOUCH_AFTER_MS = 60_000;

/** 32 random bytes as base64url; what looks otherwise was never given out. */
const TOKEN = /^[\w-]{43}$/;

const NONE: FeedStanding = { createdAt: null, lastUsedAt: null };

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The private calendar feeds of accounts, one that works for each. */
export class MeetingFeeds {
  constructor(private readonly parts: { readonly database: Database; readonly clock: Clock }) {}

  /** Makes the feed of an account; the one it had works no more. */
  async renew(account: string): Promise<NewFeed> {
    const { database, clock } = this.parts;
    const token = randomBytes(32).toString('base64url');
    const createdAt = clock.now();
    await database.transaction(async (tx) => {
      // One after the other: of two that are made at once the later one works.
      await tx.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [account]);
      await tx.query('UPDATE meeting_feed SET revoked_at = $2 WHERE account = $1 AND revoked_at IS NULL', [
        account,
        createdAt,
      ]);
      await tx.query('INSERT INTO meeting_feed (token_hash, account, created_at) VALUES ($1, $2, $3)', [
        hashOf(token),
        account,
        createdAt,
      ]);
    });
    return { token, createdAt };
  }

  async standing(account: string): Promise<FeedStanding> {
    const [row] = await this.parts.database.query<{ created_at: Date; last_used_at: Date | null }>(
      'SELECT created_at, last_used_at FROM meeting_feed WHERE account = $1 AND revoked_at IS NULL',
      [account],
    );
    return row === undefined ? NONE : { createdAt: row.created_at, lastUsedAt: row.last_used_at };
  }

  /** Ends the feed of an account; none is no error. */
  async revoke(account: string): Promise<void> {
    await this.parts.database.query(
      'UPDATE meeting_feed SET revoked_at = $2 WHERE account = $1 AND revoked_at IS NULL',
      [account, this.parts.clock.now()],
    );
  }

  /**
   * Whose feed a token opens, and counts that it was used.
   *
   * @throws Rejection `MEETING_FEED.NOT_FOUND` (404), alike for one that is unknown and one that was revoked
   */
  async accountOf(token: string): Promise<string> {
    if (!TOKEN.test(token)) throw refuse('MEETING_FEED.NOT_FOUND', 404);
    const { database, clock } = this.parts;
    const now = clock.now();
    const hash = hashOf(token);
    const [feed] = await database.query<{ account: string }>(
      'SELECT account FROM meeting_feed WHERE token_hash = $1 AND revoked_at IS NULL',
      [hash],
    );
    if (feed === undefined) throw refuse('MEETING_FEED.NOT_FOUND', 404);
    await database.query(
      'UPDATE meeting_feed SET last_used_at = $2 WHERE token_hash = $1 AND (last_used_at IS NULL OR last_used_at < $3)',
      [hash, now, new Date(now.getTime() - TOUCH_AFTER_MS)],
    );
    return feed.account;
  }
}
