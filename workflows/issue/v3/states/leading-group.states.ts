import { userTaskState } from '@landfall/process-definition';
import type { IssueContext, ResolutionKind } from '../context';
import { ladder, to } from '../ladder';
import { arrives, remindLeadingGroup, startSupervision, waitsForWork } from '../say';
import {
  answerResolution,
  leaveMeetingQueue,
  queueForMeeting,
  recordSpecialMeeting,
  tellMeeting,
  toldByMeeting,
} from '../say-to-meetings';
import { leadingGroupSlots } from '../work-groups';

const KINDS: readonly ResolutionKind[] = ['order', 'unblock', 'deadline', 'note'];

/** Takes each resolution once: it is remembered, answered, noted and told. */
const takes = (leading: {
  readonly target?: ReturnType<typeof to<'unresolved.meetingOrdered'>>;
  readonly reenter?: true;
}) =>
  Object.fromEntries(
    KINDS.map((kind) => [
      `resolution.${kind}`,
      {
        guard: 'newResolution' as const,
        ...leading,
        actions: [
          { type: 'rememberResolution' as const, params: { kind } },
          answerResolution(kind),
          recordSpecialMeeting,
          toldByMeeting.decided,
        ],
      },
    ]),
  );

/** The last word may come before the resolutions that it names. */
const lastWord = { 'item.concluded': { guard: 'conclusion' as const, actions: 'rememberConclusion' as const } };

/** The wait begins anew with the last due date. */
export const taking = { ...takes({ target: to('unresolved.meetingOrdered'), reenter: true }), ...lastWord };

/** Where a leader's order goes before it, or the issue is not worked on, what the meeting said is kept. */
export const keeping = { ...takes({}), ...lastWord };

/** Work that is done is done, also when it comes late and the issue has gone on. */
export const takingTheRest = {
  'resolution.fulfilled': [
    { guard: 'fulfilsTheLast' as const, target: to('verifying'), actions: 'rememberFulfilled' as const },
    { guard: 'ofOpenResolution' as const, actions: 'rememberFulfilled' as const },
  ],
  'resolution.failed': { guard: 'ofOpenResolution' as const, actions: 'rememberFailed' as const },
} as const;

const unsettled = {
  target: 'queued' as const,
  actions: ['rememberUnsettled' as const, recordSpecialMeeting, toldByMeeting.unsettled],
};

const office = { zh: '领导小组办公室', en: 'the Leading Group Office' };

const decision = userTaskState<IssueContext>('leadingGroupDecision', () => leadingGroupSlots);

/**
 * 领导小组: whoever leads decides at any time, and meanwhile the issue waits for a special meeting (6.c2). Nobody takes over
 * from here: the leading group is reminded until it decides, meets or parks.
 */
export const leadingGroup = ladder.createStateConfig({
  type: 'parallel',
  entry: [...arrives(3), decision.entry],
  exit: decision.exit,
  meta: { title: { zh: '领导小组决策', en: 'Leading group' }, stage: 'l3', task: 'leadingGroupDecision' },
  on: {
    'leadingGroupDecision.resolved': { target: to('verifying'), actions: 'rememberResult' },
    'leadingGroupDecision.decide': {
      target: to('unresolved.executing'),
      actions: ['rememberExecution', startSupervision],
    },
    'leadingGroupDecision.park': { target: to('parked'), actions: 'rememberParking' },
    'leadingGroupDecision.sendBack': { target: to('unresolved.l2') },
  },
  states: {
    limit: {
      meta: { title: { zh: '决策时限', en: 'Limit' } },
      initial: 'inTime',
      states: {
        inTime: {
          meta: { title: { zh: '限期内', en: 'In time' } },
          after: { leadingGroupInform: { actions: [...remindLeadingGroup] }, leadingGroupLimit: 'overdue' },
        },
        overdue: {
          meta: { title: { zh: '逾期', en: 'Overdue' } },
          tags: ['overdue'],
          entry: [...remindLeadingGroup],
          after: { leadingGroupOverdue: { target: 'overdue', reenter: true } },
        },
      },
    },
    meeting: {
      meta: { title: { zh: '专题会议', en: 'Special meeting' } },
      initial: 'queued',
      states: {
        queued: {
          meta: { title: { zh: '待上会', en: 'Queued' }, owner: office },
          entry: ['rememberTurn', queueForMeeting],
          exit: [leaveMeetingQueue],
          on: { 'agenda.set': { target: 'onAgenda', actions: 'rememberAgenda' } },
        },
        onAgenda: {
          meta: { title: { zh: '已列入议题', en: 'On the agenda' }, owner: office },
          entry: [tellMeeting('item.confirmed')],
          exit: [tellMeeting('item.left')],
          on: {
            'agenda.released': { guard: 'ofItem', target: 'queued' },
            'item.noAgreement': { guard: 'ofItem', ...unsettled },
            'item.concluded': { guard: 'concludesNothing', ...unsettled },
          },
          after: { agendaLongStop: { target: 'queued' } },
        },
      },
    },
  },
});

/** 专题会议定: the meeting's own supervision items do the work; the issue waits until the last of them is due. */
export const meetingOrdered = ladder.createStateConfig({
  meta: {
    title: { zh: '专题会议定落实', en: 'Special meeting’s work' },
    owner: { zh: '专题会议定事项的主办单位', en: 'the lead units of the meeting’s resolutions' },
  },
  entry: [...waitsForWork('specialMeeting')],
  on: {
    'resolution.failed': {
      guard: 'ofOpenResolution',
      target: to('unresolved.returning'),
      actions: ['rememberFailed', toldByMeeting.failed],
    },
  },
  always: { guard: 'allFulfilled', target: to('verifying') },
  after: { resolutionsDue: { target: to('unresolved.returning') } },
});
