import type { Clock } from '@landfall/clock';
import type { Database, Sql } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import { v7 } from 'uuid';
import { hashPassword, passwordFits } from './password';

/** A post that gets a sample account. */
export interface SamplePost {
  readonly code: string;
  readonly unit: string;
  readonly title: LocalizedText;
  readonly validFrom: string;
}

export interface SampleAccount {
  readonly username: string;
  readonly name: string;
  readonly post: string;
}

export interface SampleAccountsOptions {
  /** The one password of all sample accounts. */
  readonly password: string;
  /** One account is made for each of these posts. */
  readonly posts: readonly SamplePost[];
  /** In production nothing is made and nothing is answered. */
  readonly production: boolean;
  readonly clock: Clock;
}

/**
 * Makes one sample account for each post (`d01.specialist` holds `D01.specialist`) on a database without any account.
 *
 * Later calls make nothing; they only let sample accounts follow a changed password setting, unless the person behind one
 * has changed it. Nothing happens in production.
 *
 * @returns the sample accounts of the database.
 */
export const loadSampleAccounts = async (db: Database, options: SampleAccountsOptions): Promise<SampleAccount[]> => {
  if (options.production) return [];
  return db.transaction(async (tx) => {
    // Two processes that start at once make one set.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('sample accounts'))`);
    const [known] = await tx.query('SELECT 1 FROM account LIMIT 1');
    if (known === undefined) await makeAccounts(tx, options);
    else await followPassword(tx, options);
    return tx.query<SampleAccount>(
      `SELECT account.username, account.name, min(held.post_code) AS post
       FROM account JOIN post_assignment AS held ON held.account_id = account.id
       WHERE account.is_sample AND account.disabled_at IS NULL
       GROUP BY account.id ORDER BY account.username`,
    );
  });
};

const makeAccounts = async (tx: Sql, options: SampleAccountsOptions): Promise<void> => {
  const passwordHash = await hashPassword(options.password);
  const accounts = options.posts.map((post, index) => ({
    id: v7(),
    username: post.code.toLowerCase(),
    name: sampleName(index),
    post: post.code,
    from: post.validFrom,
    assignment: v7(),
  }));
  const rows = JSON.stringify(accounts);
  await tx.query(
    `INSERT INTO account (id, username, name, password_hash, password_changed_at, is_sample, created_at)
     SELECT id, username, name, $2, $3, true, $3
     FROM jsonb_to_recordset($1::jsonb) AS fresh (id uuid, username text, name text)`,
    [rows, passwordHash, options.clock.now()],
  );
  await tx.query(
    `INSERT INTO post_assignment (id, account_id, post_code, valid_from)
     SELECT assignment, id, post, "from"
     FROM jsonb_to_recordset($1::jsonb) AS fresh (id uuid, assignment uuid, post text, "from" date)`,
    [rows],
  );
};

const followPassword = async (tx: Sql, options: SampleAccountsOptions): Promise<void> => {
  const untouched = 'is_sample AND password_changed_at = created_at';
  const [sample] = await tx.query<{ password_hash: string }>(
    `SELECT password_hash FROM account WHERE ${untouched} LIMIT 1`,
  );
  if (sample === undefined || (await passwordFits(sample.password_hash, options.password))) return;
  await tx.query(`UPDATE account SET password_hash = $1 WHERE ${untouched}`, [await hashPassword(options.password)]);
};

const SURNAMES = [...'陈林赵周吴郑冯卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'];
const GIVEN_NAMES = ['明远', '思齐', '若川', '景行', '知新', '云帆', '书航', '安澜', '望舒', '怀瑾'];

/** Invented names, all different, that say of themselves that they are samples. */
const sampleName = (index: number): string => {
  const row = index % SURNAMES.length;
  const round = Math.floor(index / SURNAMES.length);
  const surname = SURNAMES[row] ?? '';
  const given = GIVEN_NAMES[(row + round) % GIVEN_NAMES.length] ?? '';
  return `${surname}${given}（样例）`;
};
