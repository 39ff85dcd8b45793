import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { Rejection } from '@landfall/process-definition';
import { v7 } from 'uuid';
import { checkAgainstNobody, passwordFits } from './password';
import { type Person, personOf } from './person';
import type { PostDirectory, PostsOfDay } from './post-directory';
import { PRINCIPALS_COLUMN, readPrincipals } from './principals';
import { SignInThrottle } from './sign-in-throttle';

export interface SessionRules {
  /** A session ends after this long without a request. */
  readonly idleMs: number;
  /** A session ends this long after signing in, however busy. */
  readonly absoluteMs: number;
  /** Whether sample accounts may sign in: never in production. */
  readonly sampleAccounts: boolean;
}

export interface SignIn {
  readonly username: string;
  readonly password: string;
  /** Where the request came from; kept with the session. */
  readonly address: string;
  readonly userAgent: string;
}

export interface SignedIn {
  /** The secret of the session cookie; it is stored nowhere. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly person: Person;
}

/** A request's session and the person it belongs to. */
export interface AuthenticatedSession {
  readonly sessionId: string;
  readonly person: Person;
}

interface AccountRow {
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly isSample: boolean;
  readonly disabledAt: Date | null;
  readonly posts: readonly string[];
  readonly principals: readonly string[];
}

interface SessionRow extends AccountRow {
  readonly sessionId: string;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

const TOUCH_AFTER_MS = 60_000;
const KEEP_ENDED_MS = 30 * 24 * 60 * 60_000;

/** The account's columns, the codes of the posts it holds on the day $2, longest held first, and whom it acts for. */
const ACCOUNT_COLUMNS = `
  account.id AS "accountId", account.username, account.name, account.password_hash AS "passwordHash",
  account.is_sample AS "isSample", account.disabled_at AS "disabledAt",
  ARRAY(SELECT held.post_code FROM post_assignment AS held
        WHERE held.account_id = account.id AND held.valid_from <= $2 AND (held.valid_to IS NULL OR $2 < held.valid_to)
        ORDER BY held.valid_from, held.id) AS posts,
  ${PRINCIPALS_COLUMN}`;

/** Signs people in and out and tells who sends a request. Only a hash of each session's secret is stored. */
export class Sessions {
  private readonly throttle: SignInThrottle;
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly directory: PostDirectory,
    private readonly rules: SessionRules,
  ) {
    this.throttle = new SignInThrottle(db, clock);
  }

  /**
   * Opens a session for a username (any case) and its password.
   *
   * @throws Rejection `SIGN_IN.REFUSED` (401), `SIGN_IN.LOCKED` (429), `ACCOUNT.WITHOUT_POST` (403).
   */
  async signIn(request: SignIn): Promise<SignedIn> {
    const username = request.username.trim().toLowerCase();
    // One at a time for a username: guesses sent at once are counted before the next one is tried.
    return this.inTurn(username, () => this.signInNow({ ...request, username }));
  }

  /**
   * Tells whose request carries this secret.
   *
   * @throws Rejection `SESSION.ENDED` (401), `ACCOUNT.WITHOUT_POST` (403).
   */
  async authenticate(token: string): Promise<AuthenticatedSession> {
    const now = this.clock.now();
    const directory = await this.directory.view();
    const [row] = await this.db.prepared<SessionRow>(
      'landfall_authenticate',
      `SELECT session.id AS "sessionId", session.last_seen_at AS "lastSeenAt", session.expires_at AS "expiresAt",
              session.ended_at AS "endedAt", ${ACCOUNT_COLUMNS}
       FROM session JOIN account ON account.id = session.account_id WHERE session.token_hash = $1`,
      [hashToken(token), directory.day],
    );
    if (row === undefined || row.endedAt !== null || !this.maySignIn(row)) throw sessionEnded();
    const idle = now.getTime() - row.lastSeenAt.getTime();
    if (row.expiresAt <= now || idle >= this.rules.idleMs) throw sessionEnded();
    if (idle >= TOUCH_AFTER_MS) {
      await this.db.query('UPDATE session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2', [
        row.sessionId,
        now,
      ]);
    }
    return { sessionId: row.sessionId, person: await this.personOf(row, directory) };
  }

  /** Whether a session is still open, without counting as a use of it: for answers that go on for hours. */
  async isOpen(sessionId: string): Promise<boolean> {
    const now = this.clock.now();
    const rows = await this.db.query(
      `SELECT FROM session JOIN account ON account.id = session.account_id
       WHERE session.id = $1 AND ended_at IS NULL AND expires_at > $2 AND last_seen_at > $3 AND account.disabled_at IS NULL`,
      [sessionId, now, new Date(now.getTime() - this.rules.idleMs)],
    );
    return rows.length > 0;
  }

  /** Ends the session of this secret; one that has ended, or never was, is no error. */
  async signOut(token: string): Promise<void> {
    await this.db.query(
      `UPDATE session SET ended_at = $2, end_reason = 'signedOut' WHERE token_hash = $1 AND ended_at IS NULL`,
      [hashToken(token), this.clock.now()],
    );
  }

  private async signInNow(request: SignIn): Promise<SignedIn> {
    const { username, address } = request;
    await this.throttle.requireOpen(username, address);
    const directory = await this.directory.view();
    const [account] = await this.db.query<AccountRow>(
      `SELECT ${ACCOUNT_COLUMNS} FROM account WHERE lower(account.username) = $1`,
      [username, directory.day],
    );
    const right =
      account === undefined
        ? await checkAgainstNobody(request.password)
        : await passwordFits(account.passwordHash, request.password);
    if (account === undefined || !right || !this.maySignIn(account)) {
      await this.throttle.countFailure(username, address);
      throw new Rejection({
        code: 'SIGN_IN.REFUSED',
        status: 401,
        message: 'Expected a username and its password, but they do not belong together',
      });
    }
    await this.throttle.forget(username, address);
    const person = await this.personOf(account, directory);
    return { ...(await this.open(account, request)), person };
  }

  private async open(account: AccountRow, request: SignIn): Promise<Omit<SignedIn, 'person'>> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.rules.absoluteMs);
    await this.db.query('DELETE FROM session WHERE expires_at < $1', [new Date(now.getTime() - KEEP_ENDED_MS)]);
    await this.db.query(
      `INSERT INTO session (id, token_hash, account_id, created_at, last_seen_at, expires_at, address, user_agent)
       VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`,
      [v7(), hashToken(token), account.accountId, now, expiresAt, request.address, request.userAgent.slice(0, 200)],
    );
    return { token, expiresAt };
  }

  private async personOf(account: AccountRow, directory: PostsOfDay & { readonly day: string }): Promise<Person> {
    const principals = await readPrincipals(this.db, account.principals, directory.day);
    return requirePost(account, personOf(account, account.posts, directory, principals));
  }

  private maySignIn(account: AccountRow): boolean {
    return account.disabledAt === null && (this.rules.sampleAccounts || !account.isSample);
  }

  private inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (this.turns.get(key) ?? Promise.resolve()).then(work, work);
    this.turns.set(key, turn);
    const leave = () => {
      if (this.turns.get(key) === turn) this.turns.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  }
}

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const sessionEnded = (): Rejection =>
  new Rejection({
    code: 'SESSION.ENDED',
    status: 401,
    message: 'Expected a session that is open, but it has ended; please sign in again',
  });

const requirePost = (account: AccountRow, person: Person | undefined): Person => {
  if (person !== undefined) return person;
  throw new Rejection({
    code: 'ACCOUNT.WITHOUT_POST',
    status: 403,
    message: `Expected account '${account.username}' to hold a post today, but it holds none`,
    params: { username: account.username },
  });
};
