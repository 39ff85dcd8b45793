import type { Clock } from '@landfall/clock';
import type { JobHandlers } from '@landfall/outbox';
import type { Database } from '@landfall/persistence';
import type { ProcessEngine } from '@landfall/process-engine';
import { type DocumentComposer, ISSUE_DOCUMENTS, issueDocuments } from './documents/issue-documents';
import type { Minutes } from './minutes/minutes';
import { NUMBER_MINUTES, numberMinutes } from './minutes/number-minutes';

export interface MeetingJobsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: Pick<ProcessEngine, 'send'>;
  readonly minutes: Pick<Minutes, 'freezeIn'>;
  readonly compose?: DocumentComposer | undefined;
}

/** The jobs of meetings; each may come twice and has one effect. */
export const meetingJobs = (parts: MeetingJobsParts): JobHandlers => ({
  [NUMBER_MINUTES]: numberMinutes(parts),
  [ISSUE_DOCUMENTS]: issueDocuments(parts),
});
