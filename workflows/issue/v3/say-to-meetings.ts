import type { LocalizedText, Notify, SignalProcess, SignalProcesses } from '@landfall/process-definition';
import type { LeaveMeetingQueue, QueueForMeeting, RecordCoordination } from '../commands';
import type { IssueContext, ResolutionKind } from './context';
import type { IssueEvent } from './events';
import { notice, urgencyOf } from './say';
import { presenterOf, sittingUnits } from './sitting';
import { deskOf, groupsOfLevel, OFFICE } from './work-groups';

interface On {
  readonly context: IssueContext;
  readonly event: IssueEvent;
}

/** How the lists of what was done for an issue call it. */
const SPECIAL_MEETING = 'specialMeeting';

/** Waits for a special meeting of the leading group (6.c2): the rule proposes one, or somebody does by hand. */
export const queueForMeeting = {
  type: 'queueForMeeting' as const,
  params: ({ context }: On): QueueForMeeting => ({
    queue: 'leadingGroupIssue',
    turn: context.meetings.turn,
    title: `${context.projectName}：${context.title}`,
    projectId: context.projectId,
    projectName: context.projectName,
    landingUnit: context.landingUnit,
    leadTaskForce: context.leadTaskForce,
    units: sittingUnits(context),
    urgent: context.urgent,
    holdBy: null,
    presenter: presenterOf(context),
    question: context.title,
  }),
};

export const leaveMeetingQueue = {
  type: 'leaveMeetingQueue' as const,
  params: ({ context }: On): LeaveMeetingQueue => ({ turn: context.meetings.turn }),
};

/** Tells the meeting on whose agenda the issue stands. */
export const tellMeeting = (type: 'item.confirmed' | 'item.left') => ({
  type: 'signalProcess' as const,
  params: ({ context: { meetings } }: On): SignalProcess => ({
    instanceId: meetings.agenda?.meeting ?? '',
    event: { type, item: meetings.agenda?.item ?? '' },
  }),
});

/** The project keeps the work that was ordered for it. */
const forwarded = (projectId: string, event: IssueEvent): SignalProcess => ({
  instanceId: projectId,
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
});

/** Answers that a resolution was taken; the project learns of the work that it orders. */
export const answerResolution = (kind: ResolutionKind) => ({
  type: 'signalProcesses' as const,
  params: ({ context, event }: On): SignalProcesses => ({
    signals: [
      {
        instanceId: event.meeting ?? '',
        event: { type: 'resolution.applied', resolution: event.resolution },
      },
      ...(kind === 'note' ? [] : [forwarded(context.projectId, event)]),
    ],
  }),
});

/** Notes what a special meeting said, for whoever looks for what was done. */
export const recordSpecialMeeting = {
  type: 'recordCoordination' as const,
  params: ({ context, event }: On): RecordCoordination => ({
    way: SPECIAL_MEETING,
    unit: event.unit ?? 'LGO',
    note: [event.meetingTitle ?? context.meetings.agenda?.meetingTitle, event.text ?? event.reason]
      .filter(Boolean)
      .join('：'),
  }),
};

const tell = (kind: string, said: LocalizedText) => ({
  type: 'notify' as const,
  params: ({ context, event }: On): Notify => ({
    kind: `issue.${kind}`,
    urgency: urgencyOf(context),
    ...notice(context, said, event.text ?? event.reason ?? null),
    groups: [
      ...new Set([...groupsOfLevel(context, context.level), OFFICE, ...(event.unit ? [deskOf(event.unit)] : [])]),
    ],
    accounts: [context.raiser.account],
  }),
});

export const toldByMeeting = {
  decided: tell('meetingDecided', {
    zh: '领导小组专题会议已对堵点作出决定',
    en: 'A special meeting decided on an issue',
  }),
  unsettled: tell('meetingUnsettled', {
    zh: '领导小组专题会议未形成决定，堵点待再次研究',
    en: 'A special meeting did not decide on an issue',
  }),
  failed: tell('meetingWorkFailed', {
    zh: '专题会议议定事项未落实，堵点回到领导小组',
    en: 'What a special meeting ordered was not done, the issue is back',
  }),
};
