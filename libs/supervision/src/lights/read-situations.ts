import type { Sql } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import { endOfMonth, isDay } from '../business-day';
import { isDecimal } from './decimal';
import { readOpenIssues } from './open-issues';
import type { OpenNode, ProjectSituation } from './project-situation';

/** Names a task in people's words; the engine's registry of definitions knows them. */
export type TaskTitles = (definition: string, version: number, task: string) => LocalizedText;

type Milestone = 'signedOn' | 'registeredOn' | 'startedOn' | 'operatedOn';

interface ProjectRow {
  readonly id: string;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly status: 'active' | 'done';
  readonly tags: readonly string[];
  readonly signed_on: string | null;
  readonly registered_on: string | null;
  readonly started_on: string | null;
  readonly operated_on: string | null;
  readonly milestone_precision: Partial<Record<Milestone, 'year' | 'month' | 'day'>>;
  readonly total_investment: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly last_update_at: Date | null;
}

interface TaskRow {
  readonly id: string;
  readonly instance_id: string;
  readonly task_key: string;
  readonly candidate_group: string;
  readonly due_at: Date;
}

/** Only what somebody did counts as an update; the first report is one. */
const PROJECTS = `
  SELECT p.id, i.definition_key, i.definition_version, i.status, i.tags, p.signed_on, p.registered_on, p.started_on,
    p.operated_on, p.milestone_precision, trim_scale(p.total_investment)::text AS total_investment, p.facts,
    (SELECT h.at FROM process_history h WHERE h.instance_id = p.id AND h.actor_id <> 'system'
     ORDER BY h.seq DESC LIMIT 1) AS last_update_at
  FROM project p JOIN process_instance i ON i.id = p.id
  WHERE p.id = ANY($1::uuid[])`;

const TASKS = `
  SELECT id, instance_id, task_key, candidate_group, due_at FROM user_task
  WHERE instance_id = ANY($1::uuid[]) AND live AND state IN ('created', 'claimed')`;

/**
 * Reads the situations of some projects with three statements, however many they are; unknown ids are left out.
 *
 * Facts are read under the names that the lifecycle records them by (domain-model 3.3). What it has not recorded is unknown,
 * not zero.
 */
export const readSituations = async (
  sql: Sql,
  projectIds: readonly string[],
  titles: TaskTitles,
): Promise<ReadonlyMap<string, ProjectSituation>> => {
  const projects = await sql.query<ProjectRow>(PROJECTS, [projectIds]);
  const tasks = groupBy(await sql.query<TaskRow>(TASKS, [projectIds]), ({ instance_id }) => instance_id);
  const issues = groupBy(await readOpenIssues(sql, projectIds), ({ projectId }) => projectId);
  return new Map(
    projects.map((row) => {
      const nodes = (tasks.get(row.id) ?? []).map((task) => nodeOf(task, row, titles));
      return [row.id, situationOf(row, nodes, issues.get(row.id) ?? [])];
    }),
  );
};

const nodeOf = (task: TaskRow, row: ProjectRow, titles: TaskTitles): OpenNode => ({
  taskId: task.id,
  title: titles(row.definition_key, row.definition_version, task.task_key),
  unit: task.candidate_group.split('.')[0] ?? task.candidate_group,
  dueAt: task.due_at,
});

const situationOf = (
  row: ProjectRow,
  nodes: readonly OpenNode[],
  issues: ProjectSituation['issues'],
): ProjectSituation => {
  const { facts, milestone_precision: precision } = row;
  const milestone = (on: string | null, name: Milestone): string | null =>
    on === null ? null : lastDayMeant(on, precision[name]);
  return {
    projectId: row.id,
    state: row.status === 'done' ? 'closed' : row.tags.includes('suspended') ? 'suspended' : 'active',
    clockPaused: row.tags.includes('clockPaused'),
    nodes,
    issues,
    lastUpdateAt: row.last_update_at ?? undefined,
    signedOn: milestone(row.signed_on, 'signedOn'),
    registeredOn: milestone(row.registered_on, 'registeredOn'),
    startedOn: milestone(row.started_on, 'startedOn'),
    operatedOn: milestone(row.operated_on, 'operatedOn'),
    plannedStartOn: day(facts.plannedStartOn) ?? day(facts.agreedStartOn),
    plannedOperationOn: day(facts.plannedOperationOn) ?? day(facts.agreedProductionOn),
    agreedRegistrationOn: day(facts.agreedRegistrationOn),
    progress: percent(facts.progressPercent),
    completedOn: day(facts.completedOn),
    fundsInPlace: amount(facts.fundsInPlace),
    totalInvestment: row.total_investment ?? undefined,
    statEntryOn: 'statEntryOn' in facts ? (day(facts.statEntryOn) ?? null) : undefined,
  };
};

/** A milestone known to the month or year only is warned about when that month or year is over, not before. */
const lastDayMeant = (on: string, precision: 'year' | 'month' | 'day' = 'day'): string =>
  precision === 'day' ? on : precision === 'month' ? endOfMonth(on) : `${on.slice(0, 4)}-12-31`;

const day = (fact: unknown): string | undefined => (isDay(fact) ? fact : undefined);

const percent = (fact: unknown): number | undefined =>
  typeof fact === 'number' && Number.isFinite(fact) ? fact : undefined;

const amount = (fact: unknown): string | undefined => {
  const text = typeof fact === 'number' ? String(fact) : fact;
  return typeof text === 'string' && isDecimal(text) ? text : undefined;
};

const groupBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
};
