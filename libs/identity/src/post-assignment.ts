import type { Sql } from '@landfall/persistence';
import { Rejection } from '@landfall/process-definition';
import { v7 } from 'uuid';
import type { HeldPost, PostsOfDay } from './post-directory';
import { isAdministrator } from './role';

/** Keeps others from changing an account's posts until the transaction ends. @throws Rejection `ACCOUNT.NOT_FOUND` (404) */
export const lockAccount = async (tx: Sql, accountId: string): Promise<void> => {
  const rows = await tx.query('SELECT id FROM account WHERE id = $1 FOR UPDATE', [accountId]);
  if (rows.length === 0) throw noSuchAccount(accountId);
};

/** Finds a post of a day. @throws Rejection `POST.NOT_FOUND` (404) */
export const existingPost = (directory: PostsOfDay, postCode: string, on: string): HeldPost => {
  const post = directory.post(postCode);
  if (post !== undefined) return post;
  throw new Rejection({
    code: 'POST.NOT_FOUND',
    status: 404,
    message: `Expected post '${postCode}' to exist on ${on}, but it does not`,
    params: { post: postCode, on },
  });
};

/**
 * Gives a locked account a post from a day on.
 *
 * @throws Rejection `POST_ASSIGNMENT.ALREADY_HELD`, `POST_ASSIGNMENT.ADMINISTRATORS_EXCLUDE` (409)
 */
export const startHolding = async (
  tx: Sql,
  directory: PostsOfDay,
  accountId: string,
  post: HeldPost,
  from: string,
): Promise<void> => {
  const held = await tx.query<{ post_code: string }>(
    'SELECT post_code FROM post_assignment WHERE account_id = $1 AND (valid_to IS NULL OR valid_to > $2)',
    [accountId, from],
  );
  requireFits(
    post,
    held.flatMap((row) => directory.post(row.post_code) ?? []),
  );
  await tx.query('INSERT INTO post_assignment (id, account_id, post_code, valid_from) VALUES ($1, $2, $3, $4)', [
    v7(),
    accountId,
    post.code,
    from,
  ]);
};

/** Ends holding a post with `from` as the first day without it. @returns whether it was held */
export const stopHolding = async (tx: Sql, accountId: string, postCode: string, from: string): Promise<boolean> => {
  const removed = await tx.query(
    `DELETE FROM post_assignment
     WHERE account_id = $1 AND post_code = $2 AND valid_from >= $3 AND valid_to IS NULL RETURNING id`,
    [accountId, postCode, from],
  );
  const ended = await tx.query(
    `UPDATE post_assignment SET valid_to = $3
     WHERE account_id = $1 AND post_code = $2 AND valid_from < $3 AND (valid_to IS NULL OR valid_to > $3)
     RETURNING id`,
    [accountId, postCode, from],
  );
  return removed.length + ended.length > 0;
};

/** The posts that an account holds on a day, longest held first. */
export const postsHeld = async (
  sql: Sql,
  directory: PostsOfDay & { readonly day: string },
  accountId: string,
): Promise<HeldPost[]> => {
  const rows = await sql.query<{ code: string }>(
    `SELECT post_code AS code FROM post_assignment
     WHERE account_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR $2 < valid_to) ORDER BY valid_from, id`,
    [accountId, directory.day],
  );
  return rows.flatMap(({ code }) => directory.post(code) ?? []);
};

export const postNotHeld = (postCode: string, on: string): Rejection =>
  new Rejection({
    code: 'POST_ASSIGNMENT.NOT_HELD',
    status: 404,
    message: `Expected the account to hold post '${postCode}' on ${on}, but it does not`,
    params: { post: postCode, on },
  });

export const noSuchAccount = (accountId: string): Rejection =>
  new Rejection({
    code: 'ACCOUNT.NOT_FOUND',
    status: 404,
    message: `Expected account '${accountId}' to exist, but it does not`,
    params: { account: accountId },
  });

const requireFits = (post: HeldPost, held: readonly HeldPost[]): void => {
  if (held.some((other) => other.code === post.code)) {
    throw new Rejection({
      code: 'POST_ASSIGNMENT.ALREADY_HELD',
      status: 409,
      message: `Expected to assign post '${post.code}', but the account holds it already`,
      params: { post: post.code },
    });
  }
  if (held.length > 0 && [post, ...held].some(isAdministrator)) {
    throw new Rejection({
      code: 'POST_ASSIGNMENT.ADMINISTRATORS_EXCLUDE',
      status: 409,
      message: `Expected an account of its own for post '${post.code}', but the account holds '${held.map((one) => one.code).join(', ')}' and administrators hold no other post`,
      params: { post: post.code, held: held.map((one) => one.code).join(', ') },
    });
  }
};
