import type { Sql } from '@landfall/persistence';
import type { OpenIssue } from './project-situation';

/** Reads the open issues (堵点) of some projects; this file alone knows how lights look at issues. */
export const readOpenIssues = async (
  sql: Sql,
  projectIds: readonly string[],
): Promise<(OpenIssue & { readonly projectId: string })[]> => {
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

/** The projects of some issues; an issue that does not exist has none. */
export const projectsOfIssues = async (sql: Sql, issueIds: readonly string[]): Promise<string[]> => {
  if (issueIds.length === 0) return [];
  const rows = await sql.query<{ project_id: string }>('SELECT project_id FROM issue WHERE id = ANY($1::uuid[])', [
    issueIds,
  ]);
  return rows.map(({ project_id }) => project_id);
};
