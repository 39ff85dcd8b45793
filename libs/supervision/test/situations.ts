import type { LightRules, OpenIssue, OpenNode, ProjectSituation } from '../src';
import { instantOn } from '../src/business-day';

/** The first version of the thresholds (domain-model 3.7). */
export const rules: LightRules = {
  validFrom: '2022-12-27',
  nodeOverdue: { redOverWorkingDays: 5 },
  noUpdate: { yellowFromDays: 14, redOverDays: 30 },
  startLate: { redFromMonths: 3 },
  progressBehind: { yellowFromPoints: 10, redOverPoints: 30 },
  noFunds: { yellowFromMonths: 3 },
  fundsLow: { redOverMonths: 6, redBelowPercent: 15 },
  notEntered: { yellowOverMonths: 1, redOverMonths: 2 },
  signedNotStarted: { redOverMonths: 12 },
  issueOpen: { yellowOverWorkingDays: 5, redOverWorkingDays: 15, redFromLevel: 2 },
  notRegistered: { redOverDays: 30 },
};

/** A running project of which nothing is known that could warn. */
export const quiet: ProjectSituation = {
  projectId: '00000000-0000-7000-8000-000000000001',
  state: 'active',
  clockPaused: false,
  nodes: [],
  issues: [],
  lastUpdateAt: undefined,
  signedOn: null,
  registeredOn: null,
  startedOn: null,
  operatedOn: null,
  plannedStartOn: undefined,
  plannedOperationOn: undefined,
  agreedRegistrationOn: undefined,
  progress: undefined,
  completedOn: undefined,
  fundsInPlace: undefined,
  totalInvestment: undefined,
  statEntryOn: undefined,
};

export const node = (dueOn: string, taskId = 'task-1'): OpenNode => ({
  taskId,
  title: { zh: '初步研判', en: 'Screening' },
  unit: 'D01',
  dueAt: instantOn(dueOn, 17.5),
});

export const issue = (openedOn: string, level = 0, issueId = 'issue-1'): OpenIssue => ({
  issueId,
  type: 'other',
  level,
  openedAt: instantOn(openedOn, 10),
});
