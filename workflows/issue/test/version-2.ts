import type { Walk } from '@landfall/process-definition';
import type { IssueContext, IssueInput } from '../v2/context';
import { issueV2 } from '../v2/issue.v2';
import { IssueStory } from './story';
import type { VersionTold } from './version-told';
import { situation as inVersion1, walkingOf } from './walking';

export const contextOf = (walk: Walk): IssueContext => walk.snapshot.context as IssueContext;

/** Besides the situations of version 1: whether a push meeting is awaited, on which level, and what it said. */
export const situation = (walk: Walk): string => {
  const { push } = contextOf(walk);
  return `${inVersion1(walk)} ${push === null ? '' : `${push.askedOn} ${push.decided}`}`;
};

/** What the push request says; nobody's request where none was made. */
export const words = (walk: Walk) => {
  const request = contextOf(walk).push?.request;
  return {
    'pushMeeting.decided': [{ request, dueOn: '2027-11-30', leadUnit: 'M02', requirement: '完成供地' }],
    'pushMeeting.solved': [{ request, note: '已供地' }],
    'pushMeeting.notAgreed': [true, false].map((goesOn) => ({ request, reason: '指标来源有分歧', goesOn })),
    'pushMeeting.ended': [{ request, outcome: 'byLetter', reason: '已发函' }],
  };
};

const walking = walkingOf(issueV2, { ways: ['letter', 'pushMeeting'], words, situation });

export const { formFor, eventsOf, exploreIssue } = walking;

/** An issue under version 2. */
export class Story extends IssueStory<IssueContext> {
  static of(input: IssueInput): Story {
    return new Story(issueV2, formFor, input);
  }
}

export const told: VersionTold = {
  definition: issueV2,
  of: Story.of,
  solvedBy: (unit) => ({ resolvedByUnits: [unit] }),
  endsSaying: ['closeIssue', 'clearBlocked', 'signalProcesses', 'notify'],
  formFor,
  inTime: 'unresolved.l3.inTime',
  overdue: 'unresolved.l3.overdue',
};
