import type { Clock } from '@landfall/clock';
import type { Database, Sql } from '@landfall/persistence';
import { type LocalizedText, Rejection } from '@landfall/process-definition';
import { v7 } from 'uuid';
import { hashPassword, passwordFits, requireStrongPassword } from './password';
import { existingPost, lockAccount, noSuchAccount, postNotHeld, startHolding, stopHolding } from './post-assignment';
import type { PostDirectory } from './post-directory';
import { SignInThrottle } from './sign-in-throttle';

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** Somebody who may be given a task of a group, with the post that makes it so. */
export interface GroupMember {
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
  readonly title: LocalizedText;
}

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  /** Where the request came from. */
  readonly address: string;
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,63}$/i;

/** Keeps accounts and the posts they hold; a post is held for a half-open span of days. */
export class Accounts {
  private readonly throttle: SignInThrottle;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly directory: PostDirectory,
  ) {
    this.throttle = new SignInThrottle(db, clock);
  }

  /**
   * Opens an account without any post.
   *
   * @returns its id.
   * @throws Rejection `ACCOUNT.USERNAME_INVALID` (422), `ACCOUNT.PASSWORD_WEAK` (422), `ACCOUNT.USERNAME_TAKEN` (409);
   * usernames that differ only in case are one.
   */
  async create(account: NewAccount): Promise<string> {
    if (!USERNAME.test(account.username)) {
      throw new Rejection({
        code: 'ACCOUNT.USERNAME_INVALID',
        status: 422,
        message: `Expected a username of 2 to 64 letters, digits, dots, hyphens and underscores, but it is '${account.username}'`,
        params: { username: account.username },
      });
    }
    requireStrongPassword(account.password, account.username);
    const id = v7();
    const now = this.clock.now();
    const created = await this.db.query(
      `INSERT INTO account (id, username, name, password_hash, password_changed_at, is_sample, created_at)
       VALUES ($1, $2, $3, $4, $5, false, $5) ON CONFLICT (lower(username)) DO NOTHING RETURNING id`,
      [id, account.username, account.name, await hashPassword(account.password), now],
    );
    if (created.length === 0) {
      throw new Rejection({
        code: 'ACCOUNT.USERNAME_TAKEN',
        status: 409,
        message: `Expected an unused username, but '${account.username}' is taken`,
        params: { username: account.username },
      });
    }
    return id;
  }

  /**
   * Gives an account a post from a day on (YYYY-MM-DD).
   *
   * @throws Rejection `ACCOUNT.NOT_FOUND` (404), `POST.NOT_FOUND` (404), `POST_ASSIGNMENT.ALREADY_HELD` (409),
   * `POST_ASSIGNMENT.ADMINISTRATORS_EXCLUDE` (409): the three administrators are three persons without other posts.
   */
  async assignPost(accountId: string, postCode: string, from: string): Promise<void> {
    const directory = await this.directory.view(from);
    const post = existingPost(directory, postCode, from);
    await this.db.transaction(async (tx) => {
      await lockAccount(tx, accountId);
      await startHolding(tx, directory, accountId, post, from);
    });
  }

  /**
   * Ends holding a post: the day given is the first day without it. A span that would be empty is removed.
   *
   * @throws Rejection `POST_ASSIGNMENT.NOT_HELD` (404).
   */
  async endPost(accountId: string, postCode: string, from: string): Promise<void> {
    const held = await this.db.transaction((tx) => stopHolding(tx, accountId, postCode, from));
    if (!held) throw postNotHeld(postCode, from);
  }

  /**
   * Changes a password and ends every session of the account. A wrong present password counts as a failed sign-in.
   *
   * @throws Rejection `ACCOUNT.NOT_FOUND` (404), `ACCOUNT.PASSWORD_WRONG` (403), `ACCOUNT.PASSWORD_WEAK` (422),
   * `SIGN_IN.LOCKED` (429).
   */
  async changePassword(accountId: string, change: PasswordChange): Promise<void> {
    const { current, next, address } = change;
    const [account] = await this.db.query<{ username: string; password_hash: string }>(
      'SELECT username, password_hash FROM account WHERE id = $1',
      [accountId],
    );
    if (account === undefined) throw noSuchAccount(accountId);
    const username = account.username.toLowerCase();
    await this.throttle.requireOpen(username, address);
    if (!(await passwordFits(account.password_hash, current))) {
      await this.throttle.countFailure(username, address);
      throw new Rejection({
        code: 'ACCOUNT.PASSWORD_WRONG',
        status: 403,
        message: 'Expected the present password, but it is another one',
      });
    }
    requireStrongPassword(next, account.username);
    const passwordHash = await hashPassword(next);
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      await tx.query('UPDATE account SET password_hash = $2, password_changed_at = $3 WHERE id = $1', [
        accountId,
        passwordHash,
        now,
      ]);
      await endSessions(tx, accountId, 'passwordChanged', now);
    });
  }

  /** Closes an account and ends its sessions; its name stays in history. */
  async disable(accountId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      await lockAccount(tx, accountId);
      await tx.query('UPDATE account SET disabled_at = coalesce(disabled_at, $2) WHERE id = $1', [accountId, now]);
      await endSessions(tx, accountId, 'accountDisabled', now);
    });
  }

  /** Who may do the tasks of a candidate group today: holders of the post, then whoever heads the unit. */
  async membersOf(group: string): Promise<GroupMember[]> {
    const directory = await this.directory.view();
    const post = directory.post(group);
    if (post === undefined) return [];
    const heads = directory.postsOfUnit(post.unit).filter((other) => other.headsUnit && other.code !== group);
    const codes = [group, ...heads.map((head) => head.code)];
    const rows = await this.db.query<Omit<GroupMember, 'title'> & { postCode: string }>(
      `SELECT account.id AS "accountId", account.username, account.name, held.post_code AS "postCode"
       FROM post_assignment AS held JOIN account ON account.id = held.account_id
       WHERE held.post_code = ANY($1) AND held.valid_from <= $2 AND (held.valid_to IS NULL OR $2 < held.valid_to)
         AND account.disabled_at IS NULL
       ORDER BY array_position($1::text[], held.post_code), account.username`,
      [codes, directory.day],
    );
    const members = new Map<string, GroupMember>();
    for (const { accountId, username, name, postCode } of rows) {
      const title = directory.post(postCode)?.title ?? post.title;
      if (!members.has(accountId)) members.set(accountId, { accountId, username, name, title });
    }
    return [...members.values()];
  }
}

const endSessions = (tx: Sql, accountId: string, reason: string, at: Date) =>
  tx.query('UPDATE session SET ended_at = $2, end_reason = $3 WHERE account_id = $1 AND ended_at IS NULL', [
    accountId,
    at,
    reason,
  ]);
