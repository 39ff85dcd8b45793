import type { Clock } from '@landfall/clock';
import type { Sql } from '@landfall/persistence';
import { Rejection } from '@landfall/process-definition';

const MINUTE = 60_000;
const WINDOW_MS = 15 * MINUTE;
const LOCK_MS = 30 * MINUTE;
const FROM_ONE_ADDRESS = 5;
const FROM_ALL_ADDRESSES = 50;
const ALL_ADDRESSES = '*';
const FORGET_AFTER_MS = 24 * 60 * MINUTE;

/**
 * Counts failed sign-ins and locks what fails too often.
 *
 * Five failures within 15 minutes lock a username for the address they came from, for 30 minutes; only fifty from anywhere
 * lock it for everybody, so that a stranger cannot keep a colleague out. No address is ever locked as a whole: a whole
 * office shares one. Unknown usernames are counted alike, so that the answer does not tell which exist.
 */
export class SignInThrottle {
  constructor(
    private readonly db: Sql,
    private readonly clock: Clock,
  ) {}

  /** @throws Rejection `SIGN_IN.LOCKED` (429) while the username is locked for the address. */
  async requireOpen(username: string, address: string): Promise<void> {
    const now = this.clock.now();
    const [row] = await this.db.query<{ until: Date | null }>(
      `SELECT max(locked_until) AS until FROM sign_in_failure
       WHERE username = $1 AND address IN ($2, $3) AND locked_until > $4`,
      [username, address, ALL_ADDRESSES, now],
    );
    if (!row?.until) return;
    const minutes = Math.ceil((row.until.getTime() - now.getTime()) / MINUTE);
    throw new Rejection({
      code: 'SIGN_IN.LOCKED',
      status: 429,
      message: `Expected to sign in as '${username}', but it failed too often and is locked for another ${minutes} minutes`,
      params: { username, minutes },
    });
  }

  async countFailure(username: string, address: string): Promise<void> {
    const now = this.clock.now();
    await this.db.query('DELETE FROM sign_in_failure WHERE last_failed_at < $1', [
      new Date(now.getTime() - FORGET_AFTER_MS),
    ]);
    await this.db.query(
      `INSERT INTO sign_in_failure AS known (username, address, failures, first_failed_at, last_failed_at)
       SELECT $1, counted.address, 1, $2, $2 FROM unnest($3::text[]) AS counted (address)
       ON CONFLICT (username, address) DO UPDATE SET
         failures = CASE WHEN known.first_failed_at < $4 THEN 1 ELSE known.failures + 1 END,
         first_failed_at = CASE WHEN known.first_failed_at < $4 THEN $2 ELSE known.first_failed_at END,
         last_failed_at = $2`,
      [username, now, [address, ALL_ADDRESSES], new Date(now.getTime() - WINDOW_MS)],
    );
    await this.db.query(
      `UPDATE sign_in_failure SET locked_until = $3, failures = 0
       WHERE username = $1 AND address IN ($2, $4)
         AND failures >= CASE WHEN address = $4 THEN $6::int ELSE $5::int END`,
      [username, address, new Date(now.getTime() + LOCK_MS), ALL_ADDRESSES, FROM_ONE_ADDRESS, FROM_ALL_ADDRESSES],
    );
  }

  /** A right password clears the count of its address; the count of all addresses only time clears. */
  async forget(username: string, address: string): Promise<void> {
    await this.db.query('DELETE FROM sign_in_failure WHERE username = $1 AND address = $2', [username, address]);
  }
}
