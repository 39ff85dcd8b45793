import type { Notify, ProcessEvent, SignalProcess, SignalProcesses, StartProcess } from '@landfall/process-definition';
import type { LeaveMeetingQueue, MeetingQueue, QueueForMeeting, RecordFacts } from '../commands';
import type { LifecycleContext } from './context';
import { isTrue, namesOf, textOf } from './form-values';
import { told, toldDate } from './meeting-signals';
import { convenersOf, pushRequesters, sittingUnits } from './work-groups';

interface On {
  readonly context: LifecycleContext;
  readonly event: ProcessEvent;
}

/** What each body is asked about a project. */
const QUESTIONS: Readonly<Record<MeetingQueue, string>> = {
  streetTown: '研判项目的产业匹配度和落地可行性，提出推进意见，供落地服务参考。',
  district: '评审项目是否同意引进、需要满足哪些条件。',
  leadingGroup: '统筹协调重大、跨区域项目，决定是否推进及责任分工。',
};

export const queueForMeeting = (queue: MeetingQueue) => ({
  type: 'queueForMeeting' as const,
  params: ({ context }: On): QueueForMeeting => ({
    queue,
    turn: context.queueTurn,
    title: context.projectName,
    projectId: context.projectId,
    projectName: context.projectName,
    landingUnit: context.landingUnit,
    leadTaskForce: context.leadTaskForce,
    units: sittingUnits(context, queue),
    urgent: false,
    holdBy: null,
    presenter: context.landingUnit ?? context.leadTaskForce,
    question: QUESTIONS[queue],
  }),
});

export const leaveMeetingQueue = {
  type: 'leaveMeetingQueue' as const,
  params: ({ context }: On): LeaveMeetingQueue => ({ turn: context.queueTurn }),
};

/** A place in a queue is no task, so nobody's inbox shows that it grows old. */
export const remindConveners = (queue: MeetingQueue) => ({
  type: 'notify' as const,
  params: ({ context }: On): Notify => ({
    kind: 'project.awaitsMeeting',
    urgency: 'normal',
    title: {
      zh: '项目排队候会已满10个工作日，请安排会议',
      en: 'A project has waited for a meeting for 10 working days',
    },
    body: { zh: context.projectName, en: context.projectName },
    groups: convenersOf(queue),
  }),
});

const tellAgenda = (type: 'item.confirmed' | 'item.left') => ({
  type: 'signalProcess' as const,
  params: ({ context: { agenda } }: On): SignalProcess => ({
    instanceId: agenda?.meeting ?? '',
    event: { type, item: agenda?.item ?? '' },
  }),
});

export const itemConfirmed = tellAgenda('item.confirmed');
export const itemLeft = tellAgenda('item.left');

/** Answers the meeting whose resolution was just taken. */
export const resolutionApplied = {
  type: 'signalProcess' as const,
  params: ({ event }: On): SignalProcess => ({
    instanceId: told(event, 'meeting') ?? '',
    event: { type: 'resolution.applied', resolution: told(event, 'resolution') ?? '' },
  }),
};

/** Tells the meeting that set the conditions what became of them; conditions that no meeting set are told to nobody. */
const tellOfConditions = (
  type: 'resolution.fulfilled' | 'resolution.lapsed',
  noteOf: (event: ProcessEvent) => string,
) => ({
  type: 'signalProcesses' as const,
  params: ({ context: { conditionsOf }, event }: On): SignalProcesses => ({
    signals:
      conditionsOf === null
        ? []
        : [
            {
              instanceId: conditionsOf.meeting,
              event: { type, resolution: conditionsOf.resolution, note: noteOf(event) },
            },
          ],
  }),
});

export const conditionsFulfilled = tellOfConditions(
  'resolution.fulfilled',
  ({ form }) => textOf(form, 'note') ?? '条件已全部落实。',
);

export const conditionsLapsed = tellOfConditions(
  'resolution.lapsed',
  ({ form }) => textOf(form, 'reason') ?? '条件未落实。',
);

const known = (facts: Readonly<Record<string, string | null>>): RecordFacts => ({
  facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)),
});

/** What a meeting concluded about the project, under the names that its minutes had when they were typed in by hand. */
export const recordReview = {
  type: 'recordFacts' as const,
  params: ({ event }: On): RecordFacts =>
    known({
      opinion: told(event, 'text'),
      meetingOn: toldDate(event, 'meetingOn'),
      reviewMeeting: told(event, 'meetingTitle'),
      minutesNumber: told(event, 'number'),
      conditions: told(event, 'conditions'),
    }),
};

export const recordConditions = {
  type: 'recordFacts' as const,
  params: ({ event }: On): RecordFacts => known({ conditionsDueOn: toldDate(event, 'dueOn') }),
};

export const recordSuggestedLanding = {
  type: 'recordFacts' as const,
  params: ({ event }: On): RecordFacts => known({ suggestedLandingUnit: told(event, 'landingUnit') }),
};

/** What a meeting ordered about the project; the supervision of it is the meeting's. */
export const recordOrder = {
  type: 'recordFacts' as const,
  params: ({ event }: On): RecordFacts =>
    known({
      meetingOrder: told(event, 'text'),
      meetingOrderUnit: told(event, 'unit'),
      meetingOrderDueOn: toldDate(event, 'dueOn'),
      meetingOrderBy: told(event, 'meetingTitle'),
      meetingOrderNumber: told(event, 'number'),
    }),
};

export const recordOrderResult = {
  type: 'recordFacts' as const,
  params: ({ event }: On): RecordFacts =>
    known({ meetingOrderResult: told(event, 'note') ?? told(event, 'reason') ?? '' }),
};

export const recordNoted = {
  type: 'recordFacts' as const,
  params: ({ event }: On): RecordFacts => known({ meetingNote: told(event, 'text') }),
};

/** No two requests have the same key; a project that does not know its identity is told apart by who asked when. */
const requestKeyOf = ({ projectId, projectName, pushRequests }: LifecycleContext, event: ProcessEvent): string =>
  projectId === null
    ? `push:${projectName}:${event.at}:${event.actor.accountId}:${pushRequests}`
    : `push:${projectId}:${pushRequests}`;

/** 推动申请: the request goes its own way while the project goes on. */
export const startPushRequest = {
  type: 'startProcess' as const,
  params: ({ context, event }: On): StartProcess => {
    const { accountId, name, unit, groups } = event.actor;
    const requesters = pushRequesters(context);
    const requestKey = requestKeyOf(context, event);
    return {
      definition: 'push-request',
      correlationKey: requestKey,
      ...(context.projectId === null ? {} : { belongsTo: context.projectId }),
      input: {
        requestKey,
        projectId: context.projectId,
        projectName: context.projectName,
        projectLevel: context.level,
        landingUnit: context.landingUnit,
        leadTaskForce: context.leadTaskForce,
        problemTypes: namesOf(event.form, 'problemTypes'),
        question: textOf(event.form, 'question') ?? '',
        urgent: isTrue(event.form, 'urgent'),
        requester: {
          account: accountId,
          name,
          unit,
          group: groups.find((group) => requesters.includes(group)) ?? groups[0] ?? '',
        },
        issueId: null,
      },
    };
  },
};
