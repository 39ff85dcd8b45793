import type { Transaction } from '@landfall/persistence';
import { v7 as uuid } from 'uuid';
import { isWorse, type Light, type LightReason, type ReasonCode } from './light';
import type { WeeklyLight } from './light-row';
import type { OpenIssue } from './project-situation';

/** The job that carries a measure out. */
export const LIGHT_MEASURE_JOB = 'supervision.light-measure';

/**
 * What follows from a light: yellow reminds the head of the task force; red raises an issue where none is open and, when the
 * project became red under our eyes, proposes a supervision item; two yellow weeks in a row call for the office, two red ones for an interview by the deputy leader.
 */
export type MeasureKind = 'remindHead' | 'raiseIssue' | 'proposeSupervision' | 'officeCall' | 'deputyInterview';

export interface LightMeasure {
  readonly projectId: string;
  readonly kind: MeasureKind;
  /** The day or week (its Monday) that it belongs to: each kind once per occasion and subject. */
  readonly occasion: string;
  /** The type of the issue to raise; empty for every other kind. */
  readonly subject: string;
  readonly reasons: readonly LightReason[];
}

export interface LightStep {
  readonly projectId: string;
  readonly today: string;
  readonly before: Light | undefined;
  readonly shown: Light;
  readonly reasons: readonly LightReason[];
  readonly issues: readonly OpenIssue[];
  readonly weekBefore: WeeklyLight;
  readonly week: WeeklyLight;
}

/** The issue type that a reason raises; what an issue itself has caused raises no other. */
const ISSUE_TYPES: Readonly<Partial<Record<ReasonCode, string>>> = {
  noFunds: 'funds',
  fundsLow: 'funds',
  nodeOverdue: 'other',
  noUpdate: 'other',
  startLate: 'other',
  progressBehind: 'other',
  notEntered: 'other',
  signedNotStarted: 'other',
  notRegistered: 'registration',
};

const WEEKS_IN_A_ROW = 2;

/** The measures of one step of a light; the same step asks for the same measures. */
export const measuresOf = (step: LightStep): LightMeasure[] => {
  const { projectId, today, before, shown, reasons, week, weekBefore } = step;
  const measure = (kind: MeasureKind, occasion: string, subject = '', because = reasons): LightMeasure => ({
    projectId,
    kind,
    occasion,
    subject,
    reasons: because,
  });
  const worsened = isWorse(shown, before ?? 'green');
  const isWeekly = week.on !== weekBefore.on && week.streak === WEEKS_IN_A_ROW;
  return [
    ...(worsened && shown === 'yellow' ? [measure('remindHead', today)] : []),
    ...(worsened && shown === 'red'
      ? [
          ...[...issuesToRaise(step)].map(([type, because]) => measure('raiseIssue', today, type, because)),
          // What was red when it was first seen is its past: a list that is imported does not bury the office in drafts.
          ...(before === undefined ? [] : [measure('proposeSupervision', today)]),
        ]
      : []),
    ...(isWeekly && week.on !== null
      ? [measure(week.light === 'red' ? 'deputyInterview' : 'officeCall', week.on)]
      : []),
  ];
};

/** Where somebody has said already what blocks the project, the rules add nothing to it. */
const issuesToRaise = ({ reasons, issues }: LightStep): Map<string, LightReason[]> => {
  const raised = new Map<string, LightReason[]>();
  if (issues.length > 0) return raised;
  for (const reason of reasons) {
    const type = reason.light === 'red' ? ISSUE_TYPES[reason.code] : undefined;
    if (type === undefined) continue;
    raised.set(type, [...(raised.get(type) ?? []), reason]);
  }
  return raised;
};

/** Writes measures and their jobs with one statement; one that was asked for before on the same occasion is left out. */
export const writeMeasures = async (tx: Transaction, measures: readonly LightMeasure[], now: Date): Promise<void> => {
  if (measures.length === 0) return;
  const rows = measures.map(({ projectId, ...measure }) => ({ ...measure, project_id: projectId, id: uuid() }));
  await tx.query(
    `WITH made AS (
       INSERT INTO light_measure (id, project_id, kind, occasion, subject, reasons, created_at)
       SELECT id, project_id, kind, occasion, subject, reasons, $2
       FROM jsonb_populate_recordset(NULL::light_measure, $1)
       ON CONFLICT ON CONSTRAINT light_measure_once DO NOTHING RETURNING id)
     INSERT INTO outbox_message (job, payload, created_at)
     SELECT $3, jsonb_build_object('measureId', id), $2 FROM made ORDER BY id`,
    [JSON.stringify(rows), now, LIGHT_MEASURE_JOB],
  );
};
