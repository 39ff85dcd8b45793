import { draw, drawBetween } from './draw';
import type { Work } from './open-work';
import type { ItemLine } from './year-answers';
import type { YearClock } from './year-clock';

type Span = readonly [number, number];

/** How many working days people take, at least and at most, where it is not one to three. Some are longer than the limit. */
const TAKEN: Readonly<Record<string, Span>> = {
  duplicateReview: [0, 1],
  leadDispatch: [0, 2],
  leadScreening: [0, 4],
  leadCorrection: [2, 6],
  referralAcceptance: [0, 3],
  leadFollowUp: [3, 34],
  evaluationCollecting: [3, 11],
  materialReceipt: [3, 8],
  industryReview: [1, 6],
  factorsReview: [1, 6],
  commercialReview: [1, 6],
  vetoCheck: [1, 4],
  overdueOpinions: [0, 1],
  selfReview: [3, 9],
  conditionReport: [4, 14],
  advisoryDecision: [2, 6],
  agreementDrafting: [4, 24],
  legalClearance: [1, 5],
  fairCompetitionReview: [1, 5],
  financeClearance: [1, 5],
  signingRecord: [1, 8],
  enterpriseRegistration: [4, 18],
  landingPlan: [2, 8],
  landTrack: [12, 40],
  planningTrack: [5, 14],
  environmentTrack: [10, 35],
  fundsTrack: [5, 25],
  energyTrack: [5, 14],
  safetyTrack: [5, 14],
  startConfirmation: [5, 25],
  constructionProgress: [18, 22],
  figuresFiling: [2, 8],
  statisticsVerification: [2, 8],
  taxVerification: [2, 8],
  commerceVerification: [2, 8],
  registryVerification: [1, 5],
  earlyRecognition: [35, 70],
  unitReport: [3, 27],
  reply: [0, 1],
  judge: [0, 1],
  advise: [0, 1],
  planMeeting: [0, 0],
  approveMeeting: [0, 1],
  composeAgenda: [0, 0],
  draftMinutes: [1, 2],
  signMinutes: [0, 2],
  requestTriage: [0, 1],
  issueAcceptance: [0, 1],
  signFor: [0, 1],
  interview: [1, 2],
};

/** Parts of a session that come in its course and never before. */
const IN_SESSION = /^conclude/;

/** What some keep silent about, and how many of a hundred do; their silence is recorded and is no consent. */
const SILENT: Readonly<Record<string, number>> = {
  reply: 7,
  judge: 9,
  advise: 9,
  industryReview: 3,
  factorsReview: 3,
  commercialReview: 3,
  resolutionVerification: 20,
};

/** The unit that hands in no report for one half-year; the same in every run. */
export const isSilentUnit = (unit: string, period: string): boolean => unit === (period.endsWith('H1') ? 'T13' : 'L09');

const HANDLING = /^(taskForce|office)Handling/;

export interface Occasion {
  /** Working days since the task was there. */
  readonly waited: number;
  readonly clock: YearClock;
  /** Whether a meeting was asked for about an issue. */
  readonly hasAsked: boolean;
  /** What people wait is taken by so much. */
  readonly pace: number;
}

/** Whether somebody does a task today. */
export const isTimeFor = (work: Work, { waited, clock, hasAsked, pace }: Occasion): boolean => {
  const { task, subject, meeting, item } = work;
  const { taskKey, candidateGroup } = task;
  const words = [subject, taskKey, candidateGroup, meeting?.period ?? ''];
  const unit = candidateGroup.split('.')[0] ?? '';
  if (taskKey === 'unitReport' && isSilentUnit(unit, meeting?.period ?? '')) return false;
  if (meeting?.kind === 'conference' && taskKey === 'reply' && unit !== 'T13')
    return waited >= drawBetween(0, 2, ...words);
  if (draw('silent', ...words) * 100 < (SILENT[taskKey] ?? 0)) return false;
  // The leaders leave what has come up to them to their meeting.
  if (taskKey === 'leadingGroupDecision') return false;
  if (taskKey === 'papers' && meeting?.plannedOn) return clock.until(meeting.plannedOn) <= 2;
  if (taskKey === 'confirmPlan') return meeting?.kind === 'push' || waited >= drawBetween(0, 1, ...words);
  if (/^approveAs/.test(taskKey)) return waited >= 1;
  if (meeting && /^(draftMinutes|signMinutes)$/.test(taskKey) && meeting.kind === 'conference') return true;
  // Whoever has asked for a push meeting about an issue waits for what it says.
  if (work.issue?.source === 'person' && HANDLING.test(taskKey))
    return waited >= (taskKey.startsWith('taskForce') ? (hasAsked ? 12 : 1) : 9);
  if (IN_SESSION.test(taskKey)) return true;
  if (taskKey === 'progressReport' && item) return waited >= 4 || (clock.until(item.dueOn) <= 2 && !isLateItem(item));
  const [from, to] = TAKEN[taskKey] ?? [0, 2];
  return waited >= Math.floor(pace * drawBetween(from, to, 'taken', ...words));
};

/** Whether an ordered work is brought to its end late, so that it is chased in yellow and red. */
export const isLateItem = ({ number, title }: ItemLine): boolean => draw('late', number ?? title) < 0.2;
