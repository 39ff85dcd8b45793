import type { Sql } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import type { ProblemType } from './push-requests';

export type PushRequestOutcome = 'solved' | 'byLetter' | 'refused' | 'merged' | 'notAgreed' | 'withdrawn';

/** A push request as the page of its project shows it. */
export interface PushRequestRow {
  readonly id: string;
  readonly problemTypes: readonly ProblemType[];
  readonly question: string;
  readonly urgent: boolean;
  readonly requester: { readonly name: string; readonly unit: string };
  readonly issueId: string | null;
  readonly state: string;
  /** Candidate groups that must act now. */
  readonly mustAct: readonly string[];
  readonly requestedAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: PushRequestOutcome | null;
  readonly result: string | null;
}

interface Row {
  readonly id: string;
  readonly problem_types: readonly ProblemType[];
  readonly question: string;
  readonly urgent: boolean;
  readonly requester_name: string;
  readonly requester_unit: string;
  readonly issue_id: string | null;
  readonly state: string;
  readonly must_act: readonly string[];
  readonly requested_at: Date;
  readonly closed_at: Date | null;
  readonly outcome: PushRequestOutcome | null;
  readonly result: string | null;
}

/** The push requests of a project, the newest first. */
export const readPushRequests = async (sql: Sql, projectId: string): Promise<PushRequestRow[]> => {
  const rows = await sql.query<Row>(
    'SELECT * FROM push_request WHERE project_id = $1 ORDER BY requested_at DESC, id DESC',
    [projectId],
  );
  return rows.map((row) => ({
    id: row.id,
    problemTypes: row.problem_types,
    question: row.question,
    urgent: row.urgent,
    requester: { name: row.requester_name, unit: row.requester_unit },
    issueId: row.issue_id,
    state: row.state,
    mustAct: row.must_act,
    requestedAt: row.requested_at,
    closedAt: row.closed_at,
    outcome: row.outcome,
    result: row.result,
  }));
};

export const PUSH_OUTCOME_TITLES: Readonly<Record<PushRequestOutcome, LocalizedText>> = {
  solved: { zh: '已解决', en: 'Solved' },
  byLetter: { zh: '函件解决', en: 'Solved by letter' },
  refused: { zh: '不予受理', en: 'Refused' },
  merged: { zh: '已并入', en: 'Merged' },
  notAgreed: { zh: '未达成一致', en: 'Not agreed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const PROBLEM_TYPE_TITLES: Readonly<Record<ProblemType, LocalizedText>> = {
  site: { zh: '选址用地', en: 'Site and land' },
  planning: { zh: '规划', en: 'Planning' },
  environment: { zh: '环评', en: 'Environment' },
  policy: { zh: '配套政策', en: 'Supporting policies' },
  energy: { zh: '能耗', en: 'Energy' },
  safety: { zh: '安全', en: 'Safety' },
  registration: { zh: '登记', en: 'Registration' },
  other: { zh: '其他', en: 'Other' },
};
