import type {
  LocalizedText,
  Notify,
  SignalProcess,
  SignalProcesses,
  StartProcess,
  StartProcesses,
} from '@landfall/process-definition';
import type {
  AgendaItem,
  DrawMinutesNumber,
  IssueDocuments,
  MeetingDocument,
  MeetingResolution,
  MeetingState,
  RecordMeeting,
  ResolutionKind,
  Seat,
} from '../commands';
import { keyOf, supervisionKey, WORK } from './assignments';
import { businessDate } from './business-date';
import { attendanceOf, invited, isLive, type MeetingContext, owingReports, seatRoles, unanswered } from './context';
import type { MeetingEvent } from './events';
import { deskOf, EXECUTIVE_DEPUTY, headOf } from './work-groups';

export interface On {
  readonly context: MeetingContext;
  readonly event: MeetingEvent;
}

/** The resolutions that make work, followed by a supervision item. */
export const WORK_KINDS: readonly ResolutionKind[] = WORK;

const seatsOf = (context: MeetingContext): Seat[] =>
  [...seatRoles(context)].map(([unit, role]) => ({ unit, role, ...attendanceOf(context, unit) }));

/** The approvers of a conference sign one after the other. */
const nextApprover = ({ confirmers, conference }: MeetingContext): readonly string[] => {
  const signed = conference?.approvals.length ?? 0;
  return confirmers.slice(signed, signed + 1).map(({ group }) => group);
};

/** Who must act now, as candidate groups. */
const mustActOf = (context: MeetingContext): readonly string[] => {
  switch (context.state) {
    case 'proposed':
      return [context.chairGroup];
    case 'collecting':
      return owingReports(context).map(deskOf);
    case 'confirming':
      return context.confirmers.map(({ group }) => group);
    case 'approving':
      return nextApprover(context);
    case 'signing':
      return context.signers.map(({ group }) => group);
    case 'archived':
    case 'cancelled':
      return [];
    default:
      return [context.secretary];
  }
};

/** Shows the meeting as it is now, in lists and on its page. */
export const recordMeeting = {
  type: 'recordMeeting' as const,
  params: ({ context }: On): RecordMeeting => ({
    kind: context.kind,
    meetingKey: context.meetingKey,
    title: context.title,
    period: context.period,
    state: context.state,
    mustAct: mustActOf(context),
    conveners: context.conveners,
    chairGroup: context.chairGroup,
    plannedOn: context.plannedOn,
    plannedTime: context.plannedTime,
    place: context.place,
    calledBecause: context.calledBecause,
    agenda: context.items,
    seats: seatsOf(context),
    opinions: context.opinions,
    resolutions: context.resolutions,
    minutesNumber: context.minutesNumber,
    rescheduled: context.rescheduled,
    reason: context.reason,
    openedAt: context.openedAt,
    closedAt: context.closedAt,
    overdue: context.overdue,
    more: {
      ...context.more,
      withoutQuorum: context.withoutQuorum,
      ...(context.conference === null ? {} : { conference: context.conference }),
    },
  }),
};

/** What every state says when it is entered: where the meeting is. */
export const standsIn = (state: MeetingState) =>
  [{ type: 'enter' as const, params: { state } }, recordMeeting] as const;

export const issueDocuments = (...documents: readonly MeetingDocument[]) => ({
  type: 'issueDocuments' as const,
  params: { documents } satisfies IssueDocuments,
});

/** The number is of the year in which the minutes are signed. */
export const drawMinutesNumber = {
  type: 'drawMinutesNumber' as const,
  params: ({ event }: On): DrawMinutesNumber => ({ year: Number(businessDate(event.at).slice(0, 4)) }),
};

const toWaiting = (
  item: AgendaItem,
  event: { readonly type: string } & Readonly<Record<string, unknown>>,
): SignalProcess[] => (item.waiting === null ? [] : [{ instanceId: item.waiting, event }]);

const agendaSet = ({ meetingId, title }: MeetingContext, item: AgendaItem): SignalProcess[] =>
  toWaiting(item, { type: 'agenda.set', meeting: meetingId, meetingTitle: title, item: item.key });

const released = ({ meetingId }: MeetingContext, item: AgendaItem, reason: string | null): SignalProcess[] =>
  toWaiting(item, { type: 'agenda.released', meeting: meetingId, item: item.key, reason });

/** Tells whoever waits that its item is on the agenda; it answers by confirming. */
export const setAgenda = {
  type: 'signalProcesses' as const,
  params: ({ context }: On): SignalProcesses => ({
    signals: context.items.filter(isLive).flatMap((item) => agendaSet(context, item)),
  }),
};

export const setAddedItem = {
  type: 'signalProcesses' as const,
  params: ({ context, event }: On): SignalProcesses => ({
    signals: context.items.filter(({ key }) => key === keyOf(event)).flatMap((item) => agendaSet(context, item)),
  }),
};

/** Sends what is not heard back to its queue. */
export const releaseItem = {
  type: 'signalProcesses' as const,
  params: ({ context, event }: On): SignalProcesses => ({
    signals: context.items
      .filter(({ key }) => key === keyOf(event))
      .flatMap((item) => released(context, item, event.reason ?? null)),
  }),
};

export const releaseAll = {
  type: 'signalProcesses' as const,
  params: ({ context }: On): SignalProcesses => ({
    signals: context.items.filter(isLive).flatMap((item) => released(context, item, context.reason)),
  }),
};

const resolutionEvent = (context: MeetingContext, resolution: MeetingResolution) => ({
  type: `resolution.${resolution.kind}`,
  meeting: context.meetingId,
  meetingTitle: context.title,
  item: resolution.item,
  resolution: resolution.key,
  text: resolution.text,
  meetingOn: context.openedAt === null ? context.plannedOn : businessDate(context.openedAt),
  number: context.minutesNumber,
  unit: resolution.unit,
  dueOn: resolution.dueOn,
  criterion: resolution.criterion,
  conditions: resolution.conditions,
  landingUnit: resolution.landingUnit,
});

const toItem = (context: MeetingContext, item: AgendaItem): SignalProcess[] => {
  const own = context.resolutions.filter((resolution) => resolution.item === item.key);
  if (item.standing === 'deferred') return released(context, item, item.conclusion ?? '会议决定暂缓审议');
  if (item.standing !== 'concluded') return [];
  if (item.outcome === 'noAgreement') {
    const { meetingId: meeting } = context;
    return toWaiting(item, { type: 'item.noAgreement', meeting, item: item.key, reason: item.conclusion });
  }
  return [
    ...own.flatMap((resolution) => toWaiting(item, resolutionEvent(context, resolution))),
    ...toWaiting(item, {
      type: 'item.concluded',
      meeting: context.meetingId,
      item: item.key,
      resolutions: own.map(({ key }) => key),
    }),
  ];
};

/** Hands the signed resolutions over: each is an event to the process that its item came from. */
export const handOver = {
  type: 'signalProcesses' as const,
  params: ({ context }: On): SignalProcesses => ({ signals: context.items.flatMap((item) => toItem(context, item)) }),
};

/** Hands over once more what nobody has taken yet; whoever took it refuses the second one. */
export const handOverAgain = {
  type: 'signalProcesses' as const,
  params: ({ context }: On): SignalProcesses => ({
    signals: context.items
      .filter(({ key }) => context.resolutions.some(({ item, standing }) => item === key && standing === 'issued'))
      .flatMap((item) => toItem(context, item)),
  }),
};

const isOpen = (standing: MeetingResolution['standing']): boolean => standing === 'issued' || standing === 'applied';

const TITLE_LENGTH = 100;

const supervisionOf = (context: MeetingContext, resolution: MeetingResolution): StartProcess => {
  const item = context.items.find(({ key }) => key === resolution.item);
  const itemKey = supervisionKey(context, resolution.key);
  const unit = resolution.unit ?? context.chairUnit;
  return {
    definition: 'supervision-item',
    correlationKey: itemKey,
    ...(item?.projectId ? { belongsTo: item.projectId } : {}),
    input: {
      itemKey,
      source: 'resolution',
      title: resolution.text.slice(0, TITLE_LENGTH),
      requirement: resolution.criterion ?? resolution.text,
      projectId: item?.projectId ?? null,
      projectName: item?.projectName ?? null,
      leadUnit: unit,
      assistUnits: resolution.assistUnits.filter((other) => other !== unit),
      dueOn: resolution.dueOn,
      deputyGroup: context.deputyGroups[unit] ?? EXECUTIVE_DEPUTY,
      drafter: { account: 'system', name: context.title, unit: context.conveners[0] ?? 'LGO' },
      onBehalfOf: null,
      origin: { definition: DEFINITION_OF[context.kind], correlationKey: context.meetingKey },
    },
  };
};

/** Which process a kind of meeting is. */
export const DEFINITION_OF = {
  conference: 'leading-group-conference',
  plenary: 'special-meeting',
  special: 'special-meeting',
  push: 'push-meeting',
  streetTownReview: 'street-town-review',
} as const;

/** Where work follows, a supervision item follows it; its acceptance closes the resolution. */
export const startSupervision = {
  type: 'startProcesses' as const,
  params: ({ context }: On): StartProcesses => ({
    starts: context.resolutions
      .filter(({ kind }) => WORK_KINDS.includes(kind))
      .map((resolution) => supervisionOf(context, resolution)),
  }),
};

/** Tells whoever waited for the item what became of the work. */
export const tellWork = (end: 'fulfilled' | 'failed') => ({
  type: 'signalProcesses' as const,
  params: ({ context, event }: On): SignalProcesses => {
    const resolution = context.resolutions.find(({ key }) => supervisionKey(context, key) === event.item);
    const item = context.items.find(({ key }) => key === resolution?.item);
    if (resolution === undefined || item === undefined) return { signals: [] };
    return {
      signals: toWaiting(item, {
        type: `resolution.${end}`,
        meeting: context.meetingId,
        item: item.key,
        resolution: resolution.key,
        note: event.note ?? null,
        reason: event.note ?? null,
      }),
    };
  },
});

/** Tells whoever waited that work which the office settled will not be done. */
export const tellSettled = {
  type: 'signalProcesses' as const,
  params: ({ context, event }: On): SignalProcesses => {
    const resolution = context.resolutions.find(({ key }) => key === event.resolution);
    const item = context.items.find(({ key }) => key === resolution?.item);
    if (resolution === undefined || item === undefined || !WORK_KINDS.includes(resolution.kind)) return { signals: [] };
    return {
      signals: toWaiting(item, {
        type: 'resolution.failed',
        meeting: context.meetingId,
        item: item.key,
        resolution: resolution.key,
        note: event.note ?? null,
        reason: event.note ?? null,
      }),
    };
  },
};

const when = ({ plannedOn, plannedTime, place }: MeetingContext): string =>
  plannedOn === null ? '' : `${plannedOn} ${plannedTime ?? ''}${place === null ? '' : ` ${place}`}`;

interface Told {
  readonly kind: string;
  readonly said: LocalizedText;
  readonly groups: (context: MeetingContext) => readonly string[];
  readonly urgency?: Notify['urgency'];
  readonly more?: (context: MeetingContext) => string | null;
}

/** Titles of urgent notices reach group chats outside the house, so what they are about stands in the body. */
export const tell = ({ kind, said, groups, urgency = 'normal', more = () => null }: Told) => ({
  type: 'notify' as const,
  params: ({ context }: On): Notify => {
    const about = [`「${context.title}」`, when(context), more(context) ?? ''].filter(Boolean).join('，');
    return {
      kind: `meeting.${kind}`,
      urgency,
      title: said,
      body: { zh: about, en: about },
      groups: [...new Set(groups(context))],
    };
  },
});

export const desks = (context: MeetingContext): string[] => [...new Set(invited(context).map(deskOf))];
export const everybody = (context: MeetingContext): string[] => [
  ...desks(context),
  ...context.conveners.map(headOf),
  context.chairGroup,
];

export const told = {
  called: tell({
    kind: 'called',
    said: { zh: '会议已按规则召集，请定时间', en: 'A meeting was called by rule: set its date' },
    groups: ({ secretary, conveners }) => [secretary, ...conveners.map(headOf)],
    more: ({ calledBecause }) => calledBecause.zh,
  }),
  convened: tell({
    kind: 'convened',
    said: { zh: '会议通知，请回执', en: 'You are invited to a meeting: please reply' },
    groups: desks,
  }),
  rescheduled: tell({
    kind: 'rescheduled',
    said: { zh: '会议改期，原通知作废', en: 'A meeting is moved' },
    groups: everybody,
    urgency: 'urgent',
    more: ({ reason }) => reason,
  }),
  cancelled: tell({
    kind: 'cancelled',
    said: { zh: '会议取消', en: 'A meeting is cancelled' },
    groups: everybody,
    urgency: 'urgent',
    more: ({ reason }) => reason,
  }),
  papers: tell({
    kind: 'papers',
    said: { zh: '议题材料已印送，请提出意见', en: 'The papers of a meeting are out: please give your opinion' },
    groups: (context) => [...new Set(context.items.filter(isLive).flatMap(({ units }) => units.map(deskOf)))],
  }),
  silent: tell({
    kind: 'silent',
    said: { zh: '参会单位逾期未回执', en: 'Units did not reply in time' },
    groups: (context) => [context.secretary, ...unanswered(context).map(headOf)],
    more: (context) => unanswered(context).join('、'),
  }),
  overdue: tell({
    kind: 'overdue',
    said: { zh: '会议到时未召开', en: 'A meeting was not held in time' },
    groups: ({ conveners, chairGroup }) => [...conveners.map(headOf), chairGroup],
    urgency: 'urgent',
  }),
  itemLeft: tell({
    kind: 'itemLeft',
    said: { zh: '议题已撤回', en: 'An item was withdrawn' },
    groups: ({ secretary, conveners }) => [secretary, ...conveners.map(headOf)],
  }),
  stillOpen: tell({
    kind: 'stillOpen',
    said: { zh: '会议尚未散会，请记录结论', en: 'A session is still open: record its conclusions' },
    groups: ({ secretary }) => [secretary],
  }),
  unfulfilled: tell({
    kind: 'unfulfilled',
    said: { zh: '议定事项落实情况检查', en: 'Resolutions of a meeting are not fulfilled yet' },
    groups: ({ secretary, resolutions }) => [
      secretary,
      ...resolutions.flatMap(({ unit, standing }) => (unit !== null && standing === 'applied' ? [deskOf(unit)] : [])),
    ],
    more: ({ resolutions }) => `未落实 ${resolutions.filter(({ standing }) => isOpen(standing)).length} 项`,
  }),
  issued: tell({
    kind: 'issued',
    said: { zh: '会议纪要已印发', en: 'The minutes of a meeting are issued' },
    groups: everybody,
    more: ({ minutesNumber }) => minutesNumber,
  }),
  notTaken: tell({
    kind: 'notTaken',
    said: { zh: '议定事项逾期未被接收', en: 'Resolutions were not taken over in time' },
    groups: ({ secretary }) => [secretary],
    more: ({ resolutions }) =>
      resolutions
        .filter(({ standing }) => standing === 'issued')
        .map(({ text }) => text)
        .join('；'),
  }),
};

export const remind = (task: string) => ({ type: 'remindUserTask' as const, params: { task } });
