import { type LocalizedText, type TaskSlot, userTaskState } from '@landfall/process-definition';
import type { Level } from '../../commands';
import type { IssueContext } from '../context';
import { ladder, to, toItsLevel } from '../ladder';
import {
  arrives,
  handOver,
  inform,
  recordCoordination,
  recordMeetingAnswer,
  recordMeetingAsked,
  standsIn,
  startPushRequest,
  startSupervision,
  tellMeetingAnswer,
  waitsForWork,
} from '../say';
import type { DelayName } from '../timers';
import type { TaskKey } from '../user-tasks';
import { officeSlots, taskForce } from '../work-groups';
import { keeping, leadingGroup, meetingOrdered, taking, takingTheRest } from './leading-group.states';

const TITLES: Readonly<Record<Exclude<Level, 3>, LocalizedText>> = {
  0: { zh: '专班办理', en: 'Task force' },
  1: { zh: '办公室协调', en: 'Office' },
  2: { zh: '分管副组长协调', en: 'Deputy leader' },
};

interface Pace {
  readonly level: 0 | 1 | 2;
  readonly key: 'normal' | 'urgent';
  readonly task: TaskKey;
  readonly group: (context: IssueContext) => string | readonly TaskSlot[];
  readonly inform: DelayName;
  readonly limit: DelayName;
}

const next = { 0: 1, 1: 2, 2: 3 } as const;

/** The level's clocks run around the work, so that what is done meanwhile (a call, a letter) does not start them anew. */
const pace = ({ level, key, task, group, inform: informed, limit }: Pace) => {
  const above = next[level];
  const up = { target: to(`unresolved.l${above}`), actions: [handOver(above)] };
  const byHand = { target: to(`unresolved.l${above}`), actions: ['rememberTried' as const, handOver(above)] };
  const solved = { target: to('verifying'), actions: 'rememberResult' as const };
  const byLead = <Move extends object>(move: Move) => ({ ...move, guard: 'byLead' as const });
  const again = to(`unresolved.l${level}.${key}.atWork`);
  const asked = {
    guard: 'mayAskForMeeting' as const,
    target: again,
    reenter: true,
    actions: ['rememberPush' as const, startPushRequest, recordMeetingAsked],
  };
  const outcomes = {
    0: { resolved: solved, requestMeeting: asked, escalate: byHand },
    1: {
      resolved: byLead(solved),
      coordinate: [
        {
          guard: 'asksForMeeting' as const,
          target: again,
          reenter: true,
          actions: ['rememberPush' as const, startPushRequest, recordCoordination],
        },
        { guard: 'coordinates' as const, target: again, reenter: true, actions: recordCoordination },
      ],
      // The assistant's share is noted and leaves the work to the office.
      contribute: { guard: 'byAssistant' as const, actions: recordCoordination },
      escalate: byLead(byHand),
      sendBack: byLead({ target: to('unresolved.l0') }),
    },
    2: {
      resolved: solved,
      instruct: { target: to('unresolved.executing'), actions: ['rememberExecution' as const, startSupervision] },
      requestMeeting: asked,
      escalate: byHand,
      sendBack: { target: to('unresolved.l1') },
    },
  }[level];
  return ladder.createStateConfig({
    meta: { title: key === 'urgent' ? { zh: '紧急', en: 'Urgent' } : { zh: '一般', en: 'Normal' } },
    initial: 'atWork',
    after: { [informed]: { actions: [...inform(task, above)] }, [limit]: up },
    states: {
      atWork: {
        ...userTaskState<IssueContext>(task, group),
        meta: { title: { zh: '办理中', en: 'At work' }, task },
        on: Object.fromEntries(Object.entries(outcomes).map(([outcome, move]) => [`${task}.${outcome}`, move])),
      },
    },
  });
};

const LEVELS = {
  0: { task: 'taskForceHandling', clock: 'taskForce', group: taskForce },
  1: { task: 'officeHandling', clock: 'office', group: officeSlots },
  2: { task: 'deputyHandling', clock: 'deputy', group: ({ deputyGroup }: IssueContext) => deputyGroup },
} as const;

/** A level below the leading group: its own limits, urgent ones shorter. */
const level = (number: 0 | 1 | 2) => {
  const { task, clock, group } = LEVELS[number];
  return ladder.createStateConfig({
    meta: { title: TITLES[number], stage: `l${number}` },
    entry: [...arrives(number)],
    initial: 'pace',
    states: {
      pace: {
        meta: { title: { zh: '是否紧急', en: 'Urgent?' } },
        always: [{ guard: 'urgent', target: 'urgent' }, { target: 'normal' }],
      },
      normal: pace({ level: number, key: 'normal', task, group, inform: `${clock}Inform`, limit: `${clock}Limit` }),
      urgent: pace({
        ...{ level: number, key: 'urgent', task: `${task}Urgent`, group },
        ...{ inform: `${clock}InformUrgent`, limit: `${clock}LimitUrgent` },
      }),
    },
  });
};

/** A jump goes up only and by right; the guard knows the level. */
const jump = (target: 1 | 2 | 3) => ({
  guard: { type: 'jumpsTo' as const, params: { level: target } },
  target: `.l${target}` as const,
  actions: [handOver(target)],
});

/** Without agreement the issue goes above the level that asked for the meeting; where it is there already, it stays. */
const climbs = (level: 1 | 2 | 3) => ({
  guard: { type: 'escalatesTo' as const, params: { level } },
  target: to(`unresolved.l${level}`),
  actions: ['rememberNotAgreed' as const, recordMeetingAnswer, handOver(level)],
});
const notAgreed = [
  'rememberNotAgreed' as const,
  recordMeetingAnswer,
  tellMeetingAnswer({ zh: '推动会未能解决堵点', en: 'A push meeting did not solve an issue' }),
] as const;

const acceptance = userTaskState<IssueContext>('issueAcceptance', taskForce);

/** From the raised issue to the one that says it is solved: the four levels (domain-model 6.d). */
export const unresolved = ladder.createStateConfig({
  meta: { title: { zh: '办理中', en: 'Being solved' } },
  initial: 'open',
  on: {
    jumpUp: [jump(1), jump(2), jump(3)],
    'pushMeeting.decided': {
      guard: 'ofPush',
      target: '.meetingDecided',
      actions: ['rememberDecided', recordMeetingAnswer],
    },
    // Also what comes late, when the issue has gone on already.
    'pushMeeting.solved': { guard: 'ofPush', target: to('verifying'), actions: 'rememberSolved' },
    'pushMeeting.notAgreed': [climbs(1), climbs(2), climbs(3), { guard: 'ofPush', actions: [...notAgreed] }],
    ...taking,
    ...takingTheRest,
  },
  states: {
    open: {
      entry: [acceptance.entry, ...standsIn('open')],
      exit: acceptance.exit,
      meta: { title: { zh: '待受理', en: 'Raised' }, stage: 'open', task: 'issueAcceptance' },
      on: {
        'issueAcceptance.accept': { target: 'l0' },
        'issueAcceptance.notAnIssue': { target: to('contested'), actions: 'rememberReason' },
      },
      // Silence refuses nothing: the issue counts as accepted and its limit runs.
      after: { acceptanceLimit: { target: 'l0' } },
    },
    l0: level(0),
    l1: level(1),
    l2: level(2),
    l3: leadingGroup,
    executing: {
      meta: {
        title: { zh: '督办落实', en: 'Carried out' },
        owner: { zh: '批示（决策）的主办单位', en: 'the lead unit of the order' },
      },
      entry: [...waitsForWork('leader')],
      on: {
        'supervisionItem.closed': { guard: 'ofExecution', target: to('verifying'), actions: 'rememberExecuted' },
        'supervisionItem.voided': [{ guard: 'ofExecution', target: to('unresolved.returning') }],
        // The leader's order goes before what a meeting says meanwhile; only what solves the issue ends the wait.
        'pushMeeting.decided': { guard: 'ofPush', actions: ['rememberDecided', recordMeetingAnswer] },
        'pushMeeting.notAgreed': { guard: 'ofPush', actions: [...notAgreed] },
        ...keeping,
      },
      after: { executionDue: { target: 'returning' } },
    },
    /** 推动会议定: the meeting's own supervision items do the work; the issue waits until the last of them is due. */
    meetingDecided: {
      meta: {
        title: { zh: '推动会议定落实', en: 'Push meeting’s work' },
        owner: { zh: '推动会议定事项的主办单位', en: 'the lead units of the meeting’s resolutions' },
      },
      entry: [...waitsForWork('pushMeeting')],
      on: {
        'pushMeeting.notAgreed': [
          climbs(1),
          climbs(2),
          climbs(3),
          { guard: 'ofPush', target: 'returning', actions: [...notAgreed] },
        ],
      },
      after: { meetingDue: { target: 'returning' } },
    },
    meetingOrdered,
    returning: {
      meta: { title: { zh: '回到原层级', en: 'Back to its level' } },
      always: [...toItsLevel],
    },
  },
});
