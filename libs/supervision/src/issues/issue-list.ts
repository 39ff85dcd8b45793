import type { Sql } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import { daysWaited } from '../calendar-day';
import { seenBy, type ViewedProjects } from '../viewed-projects';
import { issueTypeLabel } from './issue-types';

/** An issue as lists show it. */
export interface IssueItem {
  readonly issueId: string;
  readonly projectId: string;
  readonly type: string;
  readonly typeLabel: LocalizedText;
  readonly title: string;
  readonly tried: string;
  readonly urgent: boolean;
  readonly source: string;
  readonly raiser: { readonly name: string; readonly unit: string };
  readonly level: number;
  readonly state: string;
  /** Candidate groups that must act now; none once it is closed. */
  readonly mustAct: readonly string[];
  /** YYYY-MM-DD; of a parked issue and of one that an order is carried out for. */
  readonly until: string | null;
  readonly openedAt: string;
  readonly levelSince: string;
  readonly closedAt: string | null;
  readonly outcome: string | null;
  readonly result: string | null;
  /** Calendar days since it was raised, and on its level. */
  readonly waitingDays: number;
  readonly daysOnLevel: number;
}

/** A project on the board of what blocks: the issue, its level, and who must unblock it since when. */
export interface BlockedProject extends IssueItem {
  readonly projectNo: string;
  readonly projectName: string;
  readonly leadTaskForce: string | null;
  readonly landingUnit: string | null;
}

export interface BlockedQuery {
  readonly level?: number | undefined;
  readonly type?: string | undefined;
  readonly urgent?: boolean | undefined;
  /** Only issues that one of these groups must act on. */
  readonly mustAct?: readonly string[] | undefined;
  readonly limit: number;
}

interface IssueRow {
  readonly id: string;
  readonly project_id: string;
  readonly type: string;
  readonly title: string;
  readonly tried: string;
  readonly urgent: boolean;
  readonly source: string;
  readonly raiser_name: string;
  readonly raiser_unit: string;
  readonly level: number;
  readonly state: string;
  readonly must_act: readonly string[];
  readonly until_on: string | null;
  readonly opened_at: Date;
  readonly level_since: Date;
  readonly closed_at: Date | null;
  readonly outcome: string | null;
  readonly result: string | null;
}

interface BlockedRow extends IssueRow {
  readonly project_no: string;
  readonly project_name: string;
  readonly project_task_force: string | null;
  readonly project_landing_unit: string | null;
}

const itemOf = (row: IssueRow, now: Date): IssueItem => {
  const until = row.closed_at ?? now;
  return {
    issueId: row.id,
    projectId: row.project_id,
    type: row.type,
    typeLabel: issueTypeLabel(row.type),
    title: row.title,
    tried: row.tried,
    urgent: row.urgent,
    source: row.source,
    raiser: { name: row.raiser_name, unit: row.raiser_unit },
    level: row.level,
    state: row.state,
    mustAct: row.must_act,
    until: row.until_on,
    openedAt: row.opened_at.toISOString(),
    levelSince: row.level_since.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    outcome: row.outcome,
    result: row.result,
    waitingDays: daysWaited(row.opened_at, until),
    daysOnLevel: daysWaited(row.level_since, until),
  };
};

const blockedOf = (row: BlockedRow, now: Date): BlockedProject => ({
  ...itemOf(row, now),
  projectNo: row.project_no,
  projectName: row.project_name,
  leadTaskForce: row.project_task_force,
  landingUnit: row.project_landing_unit,
});

const BLOCKED = `
  SELECT i.*, p.project_no, p.name AS project_name, p.lead_task_force AS project_task_force,
    p.landing_unit AS project_landing_unit
  FROM issue i JOIN project p ON p.id = i.project_id`;

/** Reads one issue, open or closed, that somebody may see. */
export const readIssue = async (
  sql: Sql,
  scope: ViewedProjects,
  issueId: string,
  now: Date,
): Promise<BlockedProject | undefined> => {
  const values: unknown[] = [issueId];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const [row] = await sql.query<BlockedRow>(`${BLOCKED} WHERE i.id = $1 AND ${seenBy(scope, 'i', add)}`, values);
  return row && blockedOf(row, now);
};

/** Reads what blocks projects, the highest level first and there the oldest. */
export const readBlocked = async (
  sql: Sql,
  scope: ViewedProjects,
  query: BlockedQuery,
  now: Date,
): Promise<BlockedProject[]> => {
  const values: unknown[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [
    'i.blocking',
    seenBy(scope, 'i', add),
    ...(query.level === undefined ? [] : [`i.level = ${add(query.level)}`]),
    ...(query.type === undefined ? [] : [`i.type = ${add(query.type)}`]),
    ...(query.urgent === undefined ? [] : [`i.urgent = ${add(query.urgent)}`]),
    ...(query.mustAct === undefined ? [] : [`i.must_act && ${add(query.mustAct)}::text[]`]),
  ];
  const rows = await sql.query<BlockedRow>(
    `${BLOCKED} WHERE ${conditions.join(' AND ')}
     ORDER BY i.level DESC, i.opened_at, i.id LIMIT ${add(query.limit)}`,
    values,
  );
  return rows.map((row) => blockedOf(row, now));
};

/** Reads all issues of a project, open ones first and there the newest. */
export const readIssuesOf = async (sql: Sql, projectId: string, now: Date): Promise<IssueItem[]> => {
  const rows = await sql.query<IssueRow>(
    `SELECT * FROM issue WHERE project_id = $1 ORDER BY closed_at IS NOT NULL, opened_at DESC, id DESC LIMIT 200`,
    [projectId],
  );
  return rows.map((row) => itemOf(row, now));
};
