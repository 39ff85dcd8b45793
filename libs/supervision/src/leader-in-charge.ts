import type { Sql } from '@landfall/persistence';

/** Who stands in where no leader is named for a unit: 常务副组长. */
export const EXECUTIVE_DEPUTY = 'LG.exec';

/**
 * Finds the leader in charge (分管副组长) of the first of some units that has one on a day, as a candidate group. Which leader
 * is in charge of which unit is dated data of the office, not code.
 */
export const leaderInCharge = async (sql: Sql, units: readonly (string | null)[], day: string): Promise<string> => {
  const asked = units.filter((unit) => unit !== null);
  const [row] = await sql.query<{ leader_group: string }>(
    `SELECT leader_group FROM leader_responsibility
     WHERE unit = ANY($1) AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)
     ORDER BY array_position($1::text[], unit) LIMIT 1`,
    [asked, day],
  );
  return row?.leader_group ?? EXECUTIVE_DEPUTY;
};
