import type { LocalizedText } from '@landfall/process-definition';
import { MILESTONES, type Milestone } from '../leads/lead';
import type { RoutingView } from '../leads/lead-routing';
import { type DatePrecision, shownDate } from '../partial-date';

export interface CodedName {
  readonly code: string;
  readonly name: LocalizedText;
}

export type ProjectStatus = 'active' | 'suspended' | 'closed';

/** One line of a list of projects. Money is 万元 as a decimal string; milestones are as exact as they were reported. */
export interface ProjectSummary {
  readonly projectId: string;
  readonly leadNo: string;
  readonly projectNo: string;
  readonly projectName: string;
  /** Null when unknown; 某新能源企业 when it is confidential and the viewer stands outside. */
  readonly investorName: string | null;
  readonly industryFocus: string;
  readonly leadTaskForce: CodedName | null;
  readonly landingUnit: CodedName | null;
  readonly totalInvestment: string | null;
  readonly stage: string | null;
  readonly state: string;
  readonly status: ProjectStatus;
  readonly closedAs: string | null;
  readonly milestones: Readonly<Record<Milestone, string | null>>;
  readonly updatedAt: string;
  readonly createdAt: string;
}

export interface SummaryRow {
  readonly id: string;
  readonly lead_no: string;
  readonly project_no: string;
  readonly name: string;
  readonly investor_name: string | null;
  readonly investor_hidden: boolean;
  readonly insider: boolean;
  readonly industry_focus: string;
  readonly lead_task_force: string | null;
  readonly landing_unit: string | null;
  readonly total_investment: string | null;
  readonly signed_on: string | null;
  readonly registered_on: string | null;
  readonly started_on: string | null;
  readonly operated_on: string | null;
  readonly milestone_precision: Partial<Record<Milestone, DatePrecision>>;
  readonly stage: string | null;
  readonly states: readonly string[];
  readonly instance_status: 'active' | 'done';
  readonly suspended: boolean;
  readonly closed_as: string | null;
  readonly updated_at: Date;
  readonly created_at: Date;
}

/** Columns of `project p JOIN process_instance i`; `insider` is added by the statement that knows the viewer. */
export const SUMMARY_COLUMNS = `
  p.id, p.lead_no, p.project_no, p.name, p.investor_name, p.investor_hidden, p.industry_focus, p.lead_task_force,
  p.landing_unit, trim_scale(p.total_investment)::text AS total_investment, p.signed_on, p.registered_on, p.started_on, p.operated_on, p.milestone_precision,
  i.stage, i.states, i.status AS instance_status, 'suspended' = ANY(i.tags) AS suspended, i.closed_as,
  greatest(i.updated_at, p.updated_at) AS updated_at, p.created_at`;

export const maskedInvestor = (industryFocus: string): string =>
  industryFocus === 'other' ? '某企业' : `某${industryFocus}企业`;

const codedName = (code: string | null, name: (code: string) => LocalizedText): CodedName | null =>
  code === null ? null : { code, name: name(code) };

export const taskForceOf = (code: string | null, view: RoutingView): CodedName | null =>
  codedName(code, (known) => view.taskForceName(known));

export const unitOf = (code: string | null, view: RoutingView): CodedName | null =>
  codedName(code, (known) => view.unitName(known));

export const investorShownTo = (
  row: Pick<SummaryRow, 'investor_name' | 'investor_hidden' | 'insider' | 'industry_focus'>,
): string | null => (row.investor_hidden && !row.insider ? maskedInvestor(row.industry_focus) : row.investor_name);

const milestonesOf = (row: SummaryRow): Record<Milestone, string | null> => {
  const dates = {
    signedOn: row.signed_on,
    registeredOn: row.registered_on,
    startedOn: row.started_on,
    operatedOn: row.operated_on,
  };
  for (const milestone of MILESTONES) {
    const date = dates[milestone];
    const precision = row.milestone_precision[milestone];
    if (date && precision) dates[milestone] = shownDate(date, precision);
  }
  return dates;
};

export const summaryOf = (row: SummaryRow, view: RoutingView): ProjectSummary => ({
  projectId: row.id,
  leadNo: row.lead_no,
  projectNo: row.project_no,
  projectName: row.name,
  investorName: investorShownTo(row),
  industryFocus: row.industry_focus,
  leadTaskForce: taskForceOf(row.lead_task_force, view),
  landingUnit: unitOf(row.landing_unit, view),
  totalInvestment: row.total_investment,
  stage: row.stage,
  state: row.states.join(', '),
  status: row.instance_status === 'done' ? 'closed' : row.suspended ? 'suspended' : 'active',
  closedAs: row.closed_as,
  milestones: milestonesOf(row),
  updatedAt: row.updated_at.toISOString(),
  createdAt: row.created_at.toISOString(),
});
