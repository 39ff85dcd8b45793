import type { Sql, Transaction } from '@landfall/persistence';
import type { Light } from './light';

/** A light that the office set by hand, with who, why and until when. */
export interface LightOverride {
  readonly id: string;
  readonly projectId: string;
  readonly light: Light;
  readonly reason: string;
  /** Its last day (YYYY-MM-DD). */
  readonly untilOn: string;
  readonly by: { readonly accountId: string; readonly name: string; readonly unit: string };
  readonly at: Date;
  readonly endedAt: Date | null;
  readonly endedAs: 'expired' | 'withdrawn' | 'replaced' | null;
  readonly endedByName: string | null;
}

interface OverrideRow {
  readonly id: string;
  readonly project_id: string;
  readonly light: Light;
  readonly reason: string;
  readonly until_on: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly actor_unit: string;
  readonly at: Date;
  readonly ended_at: Date | null;
  readonly ended_as: LightOverride['endedAs'];
  readonly ended_by_name: string | null;
}

/** The overrides of some projects that nobody has ended yet, whether or not their last day has passed. */
export const readOpenOverrides = async (
  sql: Sql,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, LightOverride>> => {
  const rows = await sql.query<OverrideRow>(
    'SELECT * FROM light_override WHERE project_id = ANY($1::uuid[]) AND ended_at IS NULL',
    [projectIds],
  );
  return new Map(rows.map((row) => [row.project_id, overrideOf(row)]));
};

/** All overrides of a project, newest first. */
export const readOverrides = async (sql: Sql, projectId: string): Promise<LightOverride[]> => {
  const rows = await sql.query<OverrideRow>(
    'SELECT * FROM light_override WHERE project_id = $1 ORDER BY at DESC, id DESC',
    [projectId],
  );
  return rows.map(overrideOf);
};

export const endOverrides = async (
  tx: Transaction,
  ids: readonly string[],
  end: { readonly as: LightOverride['endedAs']; readonly at: Date; readonly by: string; readonly byName: string },
): Promise<void> => {
  if (ids.length === 0) return;
  await tx.query(
    `UPDATE light_override SET ended_at = $2, ended_as = $3, ended_by = $4, ended_by_name = $5
     WHERE id = ANY($1::uuid[]) AND ended_at IS NULL`,
    [ids, end.at, end.as, end.by, end.byName],
  );
};

const overrideOf = (row: OverrideRow): LightOverride => ({
  id: row.id,
  projectId: row.project_id,
  light: row.light,
  reason: row.reason,
  untilOn: row.until_on,
  by: { accountId: row.actor_id, name: row.actor_name, unit: row.actor_unit },
  at: row.at,
  endedAt: row.ended_at,
  endedAs: row.ended_as,
  endedByName: row.ended_by_name,
});
