import type { Sql } from '@landfall/persistence';
import { searchCondition } from './list-projects';
import { type ProjectViewer, Values, visibleTo } from './project-viewer';

/** What a list of tasks shows of a project. */
export interface ProjectLabel {
  readonly name: string;
  /** The project number. */
  readonly number: string;
}

export const projectLabels = async (sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, ProjectLabel>> => {
  if (ids.length === 0) return new Map();
  const rows = await sql.query<{ id: string; name: string; number: string }>(
    'SELECT id, name, project_no AS number FROM project WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, name, number }) => [id, { name, number }]));
};

/** Whether a person may see a project at all. */
export const isProjectVisible = async (sql: Sql, viewer: ProjectViewer, id: string): Promise<boolean> => {
  const values = new Values();
  const rows = await sql.query(
    `SELECT 1 FROM project p WHERE p.id = ${values.add(id)}::uuid AND ${visibleTo(viewer, values)}`,
    values.list,
  );
  return rows.length > 0;
};

const FOUND_AT_MOST = 500;

/** The newest projects that a search for a part of a name or a number finds, as far as the person may see them. */
export const findProjectIds = async (sql: Sql, viewer: ProjectViewer, words: string): Promise<string[]> => {
  const values = new Values();
  const conditions = [visibleTo(viewer, values), searchCondition(words, viewer, values)];
  const rows = await sql.query<{ id: string }>(
    `SELECT p.id FROM project p WHERE ${conditions.join(' AND ')} ORDER BY p.created_at DESC LIMIT ${FOUND_AT_MOST}`,
    values.list,
  );
  return rows.map(({ id }) => id);
};

/** What is known of a project under the names of the data dictionary, so that no form asks for it again. */
export const projectFormValues = async (sql: Sql, id: string): Promise<Record<string, unknown>> => {
  const [row] = await sql.query<{ facts: Record<string, unknown>; known: Record<string, unknown> }>(
    `SELECT facts, jsonb_strip_nulls(jsonb_build_object(
       'projectName', name, 'investorUscc', investor_uscc, 'industryFocus', industry_focus, 'industryCode', industry_code,
       'leadTaskForce', lead_task_force, 'assistTaskForces', to_jsonb(assist_task_forces), 'landingUnit', landing_unit,
       'totalInvestment', trim_scale(total_investment)::text, 'capitalType', capital_type,
       'enterpriseName', enterprise_name, 'enterpriseUscc', enterprise_uscc,
       'signedOn', CASE WHEN coalesce(milestone_precision->>'signedOn', 'day') = 'day' THEN signed_on END,
       'registeredOn', CASE WHEN coalesce(milestone_precision->>'registeredOn', 'day') = 'day' THEN registered_on END,
       'startedOn', CASE WHEN coalesce(milestone_precision->>'startedOn', 'day') = 'day' THEN started_on END,
       'operatedOn', CASE WHEN coalesce(milestone_precision->>'operatedOn', 'day') = 'day' THEN operated_on END)) AS known
     FROM project WHERE id = $1`,
    [id],
  );
  return row ? { ...row.facts, ...row.known } : {};
};
