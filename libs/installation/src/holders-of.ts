import type { Organization } from '@landfall/organization';
import type { Sql } from '@landfall/persistence';

/** Who holds a post today: the people whose work the tasks of its group are. Heads may act for them, but are not told. */
export const holdersOf = async (
  sql: Sql,
  organization: Organization,
  group: string,
): Promise<{ accountId: string; name: string }[]> => {
  const { day } = await organization.view();
  return sql.query<{ accountId: string; name: string }>(
    `SELECT account.id AS "accountId", account.name
     FROM post_assignment AS held JOIN account ON account.id = held.account_id
     WHERE held.post_code = $1 AND held.valid_from <= $2 AND (held.valid_to IS NULL OR $2 < held.valid_to)
       AND account.disabled_at IS NULL
     ORDER BY account.username`,
    [group, day],
  );
};
