import type { LocalizedText, Notify, SignalProcess, SignalProcesses } from '@landfall/process-definition';
import type {
  ClosePushRequest,
  LeaveMeetingQueue,
  MovePushRequest,
  PushRequestOutcome,
  PushRequestState,
  QueueForMeeting,
  RecordPushRequest,
} from '../commands';
import type { PushRequestContext, ResolutionKind } from './context';
import type { PushRequestEvent } from './events';
import { PROBLEM_TYPES } from './problem-types';
import type { TaskKey } from './user-tasks/triage.tasks';
import { carryingOut, OFFICE, OFFICE_DIRECTOR, presenter } from './work-groups';

interface On {
  readonly context: PushRequestContext;
  readonly event: PushRequestEvent;
}

/** 项目级别 that a list should show at a glance. */
const LEVELS: Readonly<Record<string, string>> = {
  crossRegion: '【跨区域】',
  major: '【重大】',
  districtKey: '【区级重点】',
  streetTownKey: '【街镇重点】',
};

/** What the request is called: the project and what kind of problem it has. */
export const titleOf = ({
  projectLevel,
  projectName,
  problemTypes,
}: Pick<PushRequestContext, 'projectLevel' | 'projectName' | 'problemTypes'>): string =>
  `${LEVELS[projectLevel ?? ''] ?? ''}${projectName}：${problemTypes.map((type) => PROBLEM_TYPES[type].zh).join('、')}`;

/** The commands of a request, filled from context and event. Each is said in a state and carried out elsewhere. */
export const recordPushRequest = {
  type: 'recordPushRequest' as const,
  params: ({ context }: On): RecordPushRequest => ({
    projectId: context.projectId,
    projectName: context.projectName,
    problemTypes: context.problemTypes,
    question: context.question,
    urgent: context.urgent,
    requester: context.requester,
    issueId: context.issueId,
  }),
};

export const movePushRequest = (state: PushRequestState) => ({
  type: 'movePushRequest' as const,
  params: ({ context }: On): MovePushRequest => ({
    state,
    mustAct: state === 'followUp' ? carryingOut(context) : [OFFICE],
  }),
});

export const queueForMeeting = {
  type: 'queueForMeeting' as const,
  params: ({ context }: On): QueueForMeeting => ({
    queue: 'push',
    turn: context.turn,
    title: titleOf(context),
    projectId: context.projectId,
    projectName: context.projectName,
    landingUnit: context.landingUnit,
    leadTaskForce: context.leadTaskForce,
    units: context.units,
    urgent: context.urgent,
    holdBy: context.holdBy,
    presenter: presenter(context),
    question: context.question,
  }),
};

export const leaveMeetingQueue = {
  type: 'leaveMeetingQueue' as const,
  params: ({ context }: On): LeaveMeetingQueue => ({ turn: context.turn }),
};

/** Tells the meeting on whose agenda the request stands. */
export const tellMeeting = (type: 'item.confirmed' | 'item.left') => ({
  type: 'signalProcess' as const,
  params: ({ context: { agenda } }: On): SignalProcess => ({
    instanceId: agenda?.meeting ?? '',
    event: { type, item: agenda?.item ?? '' },
  }),
});

/** What concerns the issue that the request comes from; nobody is told where it comes from none. */
const toIssue = ({ issueId, requestKey }: PushRequestContext, type: string, facts: object): SignalProcess[] =>
  issueId === null ? [] : [{ instanceId: issueId, event: { type, request: requestKey, ...facts } }];

const forwarded = (context: PushRequestContext, event: PushRequestEvent): SignalProcess[] => [
  {
    instanceId: context.projectId,
    event: {
      type: event.type,
      meeting: event.meeting,
      meetingTitle: event.meetingTitle,
      item: event.item,
      resolution: event.resolution,
      text: event.text,
      meetingOn: event.meetingOn,
      number: event.number,
      unit: event.unit,
      dueOn: event.dueOn,
      criterion: event.criterion,
      conditions: event.conditions ?? null,
      landingUnit: event.landingUnit ?? null,
    },
  },
  ...toIssue(context, 'pushMeeting.decided', {
    dueOn: event.dueOn ?? null,
    leadUnit: event.unit ?? null,
    requirement: event.text ?? '',
  }),
];

/** Answers that a resolution was taken; the project and the issue learn of the work that it orders. */
export const answerResolution = (kind: ResolutionKind) => ({
  type: 'signalProcesses' as const,
  params: ({ context, event }: On): SignalProcesses => ({
    signals: [
      {
        instanceId: event.meeting ?? '',
        event: { type: 'resolution.applied', resolution: event.resolution },
      },
      ...(kind === 'note' ? [] : forwarded(context, event)),
    ],
  }),
});

/** What was decided is not done: the issue goes up its ladder, while the request is looked at again. */
const failedForIssue = {
  type: 'signalProcesses' as const,
  params: ({ context }: On): SignalProcesses => ({
    signals: toIssue(context, 'pushMeeting.notAgreed', { reason: context.failure ?? '', goesOn: true }),
  }),
};

/** What the issue is told at an end. */
const endForIssue = (outcome: PushRequestOutcome) => ({
  type: 'signalProcesses' as const,
  params: ({ context }: On): SignalProcesses => {
    const { result } = context;
    const signals = {
      solved: () => toIssue(context, 'pushMeeting.solved', { note: result }),
      notAgreed: () => toIssue(context, 'pushMeeting.notAgreed', { reason: result ?? '', goesOn: false }),
      other: () => toIssue(context, 'pushMeeting.ended', { outcome, reason: result }),
    }[outcome === 'solved' || outcome === 'notAgreed' ? outcome : 'other'];
    return { signals: signals() };
  },
});

/** Titles of urgent notices reach group chats outside the house, so what they are about stands in the body. */
const about = (context: PushRequestContext, reason: string | null): LocalizedText => {
  const title = titleOf(context);
  return reason === null ? { zh: title, en: title } : { zh: `${title}。${reason}`, en: `${title}. ${reason}` };
};

interface Told {
  readonly kind: string;
  readonly said: LocalizedText;
  readonly groups: readonly string[];
  readonly reason?: (context: PushRequestContext) => string | null;
  /** Whether whoever asked for the meeting is told too. */
  readonly requester?: boolean;
  readonly urgency?: (context: PushRequestContext) => Notify['urgency'];
}

const tell = ({ kind, said, groups, reason, requester = false, urgency }: Told) => ({
  type: 'notify' as const,
  params: ({ context }: On): Notify => ({
    kind: `pushRequest.${kind}`,
    urgency: urgency?.(context) ?? 'normal',
    title: said,
    body: about(context, reason?.(context) ?? null),
    groups,
    ...(requester ? { accounts: [context.requester.account] } : {}),
  }),
});

const outstanding = ({ taken }: PushRequestContext): string =>
  taken
    .filter(({ state }) => state === 'open')
    .map(({ text, unit, dueOn }) => `${unit ?? ''} ${dueOn ?? ''} ${text}`)
    .join('；');

export const told = {
  accepted: tell({
    kind: 'accepted',
    said: { zh: '推动申请已受理，等待上会', en: 'A push request was accepted and waits for its meeting' },
    groups: [],
    requester: true,
  }),
  unheld: tell({
    kind: 'unheld',
    said: { zh: '推动会逾期未召开', en: 'A push meeting was not held in time' },
    groups: [OFFICE_DIRECTOR],
    reason: ({ question }) => question,
    urgency: ({ urgent }) => (urgent ? 'urgent' : 'normal'),
  }),
  backInQueue: tell({
    kind: 'backInQueue',
    said: { zh: '推动申请上会后久未议定，已退回排期', en: 'A push request was not decided and is queued again' },
    groups: [OFFICE, OFFICE_DIRECTOR],
  }),
  incomplete: tell({
    kind: 'incomplete',
    said: { zh: '推动会议定事项未到齐', en: 'Resolutions of a push meeting are missing' },
    groups: [OFFICE, OFFICE_DIRECTOR],
  }),
  stillOpen: tell({
    kind: 'stillOpen',
    said: { zh: '推动会议定事项尚未销号', en: 'Resolutions of a push meeting are still open' },
    groups: [OFFICE],
    reason: outstanding,
  }),
};

/** The request comes back to the office, because what was decided was voided or is not carried out. */
export const comesBack = [
  failedForIssue,
  tell({
    kind: 'failed',
    said: { zh: '推动申请退回办公室重新受理', en: 'A push request is back at the office' },
    groups: [],
    reason: ({ failure }) => failure,
    requester: true,
  }),
] as const;

/** What every end says: to the lists, to the issue, to whoever asked. */
export const ends = (outcome: PushRequestOutcome, said: LocalizedText) =>
  [
    {
      type: 'closePushRequest' as const,
      params: ({ context }: On): ClosePushRequest => ({ outcome, result: context.result }),
    },
    endForIssue(outcome),
    tell({ kind: 'closed', said, groups: [], reason: ({ result }) => result, requester: true }),
  ] as const;

export const remind = (task: TaskKey) => ({ type: 'remindUserTask' as const, params: { task } });
