import type { Sql } from '@landfall/persistence';
import type { OpenIssue } from './project-situation';

/**
 * Reads the open issues (堵点) of some projects; this is the one place where lights know how issues are stored.
 *
 * An installation without issues has none, and the rules about them say nothing.
 */
export const readOpenIssues = async (
  sql: Sql,
  projectIds: readonly string[],
): Promise<(OpenIssue & { readonly projectId: string })[]> => {
  const [table] = await sql.query<{ exists: boolean }>(`SELECT to_regclass('issue') IS NOT NULL AS exists`);
  if (!table?.exists) return [];
  const rows = await sql.query<{ id: string; project_id: string; type: string; level: number; opened_at: Date }>(
    `SELECT id, project_id, type, level, opened_at FROM issue
     WHERE project_id = ANY($1::uuid[]) AND closed_at IS NULL`,
    [projectIds],
  );
  return rows.map((row) => ({
    projectId: row.project_id,
    issueId: row.id,
    type: row.type,
    level: row.level,
    openedAt: row.opened_at,
  }));
};
