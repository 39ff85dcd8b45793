import { type ExploredEvent, SYSTEM_ACTOR, type Walk } from '@landfall/process-definition';
import type { IssueContext, IssueInput } from '../v3/context';
import { issueV3 } from '../v3/issue.v3';
import { IssueStory } from './story';
import { situation as inVersion2, words as ofPushRequest } from './version-2';
import type { VersionTold } from './version-told';
import { walkingOf } from './walking';

export const contextOf = (walk: Walk): IssueContext => walk.snapshot.context as IssueContext;

/** A special meeting of the leading group; each time the issue queues it is another one. */
export const meetingOf = (turn: number): string => `meeting-${turn}`;

/** Besides the situations of version 2: what the leading group's meeting has said of the issue so far. */
const situation = (walk: Walk): string => {
  const { agenda, taken, concluded } = contextOf(walk).meetings;
  // What it said matters where it is waited for, and beside a leader's order.
  if (walk.states.includes('unresolved.executing')) return `${inVersion2(walk)} ${agenda !== null}`;
  if (!walk.states.some((state) => /l3|meetingOrdered|parked/.test(state))) return inVersion2(walk);
  return `${inVersion2(walk)} ${taken.map(({ state }) => state).sort()} ${concluded?.length}`;
};

/** Told of one kind of issue and beside no push meeting, or the situations would multiply without differing. */
const isTold = (walk: Walk): boolean => walk.input.type === 'site' && contextOf(walk).push === null;

/** What a special meeting says: never more than two resolutions of one item. */
const ofMeeting = (walk: Walk) => {
  const { turn, agenda, taken } = contextOf(walk).meetings;
  const ofItem = { meeting: agenda?.meeting, meetingTitle: agenda?.meetingTitle, item: agenda?.item };
  const resolution = (kind: string) =>
    taken.length > 1
      ? []
      : [{ ...ofItem, resolution: `r${taken.length + 1}`, text: kind, unit: 'M02', dueOn: '2027-11-30' }];
  const open = taken.find(({ state }) => state === 'open');
  const ofWork = { meeting: open?.meeting, item: open?.item, resolution: open?.resolution };
  return {
    'agenda.set': [{ meeting: meetingOf(turn), meetingTitle: '专题会议', item: 'i1' }],
    'agenda.released': [{ ...ofItem, reason: '改期' }],
    'item.noAgreement': [{ ...ofItem, reason: '分歧较大' }],
    'item.concluded': [taken.map((known) => known.resolution), []].map((resolutions) => ({ ...ofItem, resolutions })),
    'resolution.order': resolution('order'),
    'resolution.unblock': resolution('unblock'),
    'resolution.deadline': resolution('deadline'),
    'resolution.note': resolution('note').map((said) => ({ ...said, dueOn: null })),
    'resolution.fulfilled': [{ ...ofWork, note: '已完成' }],
    'resolution.failed': [{ ...ofWork, reason: '指标未下达' }],
  };
};

const words = (walk: Walk): Readonly<Record<string, readonly object[]>> => ({
  ...ofPushRequest(walk),
  ...Object.fromEntries(Object.entries(ofMeeting(walk)).map(([type, said]) => [type, isTold(walk) ? said : []])),
});

/** The agenda's long stop runs beside the leading group's own clocks. */
const beside = (walk: Walk): ExploredEvent[] =>
  walk.timers
    .filter(({ event }) => event.includes('.agendaLongStop.'))
    .map(({ event, dueAt }) => ({ type: event, at: dueAt > walk.at ? dueAt : walk.at, actor: SYSTEM_ACTOR }));

const walking = walkingOf(issueV3, { ways: ['letter', 'pushMeeting'], words, situation, beside });

export const { formFor, eventsOf, exploreIssue } = walking;

/** An issue under version 3. */
export class Story extends IssueStory<IssueContext> {
  static of(input: IssueInput): Story {
    return new Story(issueV3, formFor, input);
  }
}

export const told: VersionTold = {
  definition: issueV3,
  of: Story.of,
  solvedBy: (unit) => ({ resolvedByUnits: [unit] }),
  endsSaying: ['closeIssue', 'clearBlocked', 'signalProcesses', 'notify'],
  formFor,
  inTime: 'unresolved.l3.limit.inTime unresolved.l3.meeting.queued',
  overdue: 'unresolved.l3.limit.overdue unresolved.l3.meeting.queued',
};
