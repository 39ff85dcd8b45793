import type { Organization } from '@landfall/organization';
import type { Sql } from '@landfall/persistence';

/** Those of the accounts that are not disabled; what is no account's id (the system) is nobody. */
export const accountsInUse = async (sql: Sql, accounts: readonly string[]): Promise<string[]> => {
  const rows = await sql.query<{ id: string }>(
    'SELECT id FROM account WHERE id = ANY($1::uuid[]) AND disabled_at IS NULL',
    [accounts.filter((account) => UUID.test(account))],
  );
  return rows.map(({ id }) => id);
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
