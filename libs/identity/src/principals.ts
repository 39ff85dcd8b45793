import type { Sql } from '@landfall/persistence';
import type { Principal } from '@landfall/process-definition';
import { groupsOf } from './groups-of';
import type { HeldPost, PostsOfDay } from './post-directory';
import { isAdministrator } from './role';

/** An account that has a substitute today, as the database tells it. */
export interface PrincipalRow {
  readonly accountId: string;
  readonly name: string;
  /** The codes of the posts held on the day. */
  readonly posts: readonly string[];
}

/**
 * The ids of those who have the account in `account.id` as substitute on the day $2, as the column `principals`.
 *
 * Almost nobody acts for somebody, and every request asks: so the common answer, none, costs one look into a small index,
 * and names and posts are read only where there is somebody to name.
 */
export const PRINCIPALS_COLUMN = `
  ARRAY(SELECT standing.principal FROM substitution AS standing
        WHERE standing.substitute = account.id AND standing.ended_at IS NULL
          AND standing.valid_from <= $2 AND standing.valid_to >= $2) AS principals`;

/** Reads the open accounts among those ids with the posts they hold on a day, by name. */
export const readPrincipals = async (db: Sql, ids: readonly string[], day: string): Promise<PrincipalRow[]> =>
  ids.length === 0
    ? []
    : db.query<PrincipalRow>(
        `SELECT account.id AS "accountId", account.name, ARRAY(
           SELECT held.post_code FROM post_assignment AS held
           WHERE held.account_id = account.id AND held.valid_from <= $2 AND (held.valid_to IS NULL OR $2 < held.valid_to)
           ORDER BY held.valid_from, held.id) AS posts
         FROM account WHERE account.id = ANY($1) AND account.disabled_at IS NULL ORDER BY account.name, account.id`,
        [ids, day],
      );

/**
 * Whose work somebody with these posts does today, with the groups of their posts of today.
 *
 * Whoever has left all posts has no work to be done, and an administrator neither has nor is a substitute, even if he
 * became one after the substitution was set.
 */
export const principalsOf = (
  posts: readonly HeldPost[],
  rows: readonly PrincipalRow[],
  directory: PostsOfDay,
): Principal[] => {
  if (rows.length === 0 || posts.some(isAdministrator)) return [];
  return rows.flatMap(({ accountId, name, posts: codes }) => {
    const held = codes.flatMap((code) => directory.post(code) ?? []);
    if (held.length === 0 || held.some(isAdministrator)) return [];
    return [{ accountId, name, groups: groupsOf(held, directory) }];
  });
};
