import { assign } from 'xstate';
import type {
  AgendaItem,
  MeetingResolution,
  MeetingState,
  Reply,
  ResolutionKind,
  ResolutionStanding,
  UnitOpinion,
} from '../commands';
import { addDays, businessDate } from './business-date';
import {
  type Attendance,
  attendanceOf,
  isLive,
  itemOf,
  type MeetingContext,
  missingOpinions,
  opinionSlot,
  unanswered,
} from './context';
import type { MeetingEvent } from './events';
import { namesOf, numberOf, textOf } from './form-values';

type Update = (context: MeetingContext, event: MeetingEvent) => Partial<MeetingContext>;

export const remember = (update: Update) =>
  assign<MeetingContext, MeetingEvent, undefined, MeetingEvent, never>(({ context, event }) => update(context, event));

const changeItem = (
  { items }: MeetingContext,
  key: string | undefined,
  change: (item: AgendaItem) => Partial<AgendaItem>,
) => items.map((item) => (item.key === key ? { ...item, ...change(item) } : item));

const withAttendance = (context: MeetingContext, unit: string, change: Partial<Attendance>) => ({
  attendance: { ...context.attendance, [unit]: { ...attendanceOf(context, unit), ...change } },
});

export const keyOf = (event: MeetingEvent): string | undefined =>
  typeof event.item === 'string' ? event.item : event.item?.key;

const resolutionKey = ({ resolution }: MeetingEvent): string | undefined =>
  typeof resolution === 'string' ? resolution : resolution?.key;

const outcomeOf = (event: MeetingEvent): string => event.type.split('.').slice(1).join('.');

/** How long a decision may take to be followed, in calendar days that come close to the working days of the rules (3.6). */
const USUAL_DAYS: Readonly<Partial<Record<ResolutionKind, number>>> = {
  approve: 84,
  supplement: 14,
  transfer: 5,
  notRecommended: 14,
  defer: 15,
  refuse: 5,
  referUp: 14,
};

/** By what one sees that a decision was followed, where nobody says it otherwise. */
const USUAL_CRITERION: Readonly<Partial<Record<ResolutionKind, string>>> = {
  approve: '项目签订正式协议',
  conditions: '所列条件全部落实并经办公室确认',
  supplement: '补充材料提交并重新上会',
  transfer: '流转手续办结',
  notRecommended: '属地就是否继续推进作出决定并说明理由',
  defer: '具备条件后重新上会',
  refuse: '项目按程序关闭并告知投资方',
  referUp: '提交领导小组会议研究',
};

/** The kinds that make work. */
export const WORK: readonly ResolutionKind[] = ['order', 'unblock', 'deadline'];

/** Outcomes of conclusions that leave nothing to follow. */
const WITHOUT_RESOLUTION = ['deferItem', 'noAgreement', 'exchanged'];

/** What the outcomes of conclusion tasks are called as resolutions, where it differs. */
const KIND_OF_OUTCOME: Readonly<Record<string, ResolutionKind>> = {
  proceed: 'approve',
  proceedWithConditions: 'conditions',
  approveWithConditions: 'conditions',
  suggestTransfer: 'transfer',
  noted: 'note',
};

const resolutionOf = (context: MeetingContext, event: MeetingEvent, item: AgendaItem): MeetingResolution | null => {
  const outcome = outcomeOf(event);
  if (WITHOUT_RESOLUTION.includes(outcome)) return null;
  const kind = KIND_OF_OUTCOME[outcome] ?? (outcome as ResolutionKind);
  const { form } = event;
  const today = businessDate(event.at);
  const usual = USUAL_DAYS[kind];
  return {
    key: `r${context.resolutionCount + 1}`,
    item: item.key,
    kind,
    text: textOf(form, 'conclusion') ?? item.title,
    // Work goes to whom the meeting names; until the minutes say it, to nobody.
    unit: textOf(form, 'unit') ?? (kind === 'note' || WORK.includes(kind) ? null : item.presenter),
    assistUnits: namesOf(form, 'assistUnits'),
    dueOn:
      textOf(form, 'dueOn') ?? textOf(form, 'conditionsDueOn') ?? (usual === undefined ? null : addDays(today, usual)),
    criterion: textOf(form, 'criterion') ?? USUAL_CRITERION[kind] ?? null,
    conditions: textOf(form, 'conditions'),
    landingUnit: textOf(form, 'landingUnit'),
    standing: 'draft',
    note: null,
    fulfilledOn: null,
  };
};

const standingOf = (
  context: MeetingContext,
  key: string | undefined,
  standing: ResolutionStanding,
  event: MeetingEvent,
) => ({
  resolutions: context.resolutions.map((resolution) =>
    resolution.key === key
      ? {
          ...resolution,
          standing,
          note: event.note ?? textOf(event.form, 'note') ?? resolution.note,
          fulfilledOn: standing === 'fulfilled' ? businessDate(event.at) : null,
        }
      : resolution,
  ),
});

/** The key of the supervision item that a resolution starts. */
export const supervisionKey = ({ meetingKey }: Pick<MeetingContext, 'meetingKey'>, resolution: string): string =>
  `${meetingKey}/${resolution}`;

const ofSupervision = (context: MeetingContext, event: MeetingEvent): string | undefined =>
  context.resolutions.find(({ key }) => supervisionKey(context, key) === event.item)?.key;

/** What is fulfilled by being applied: nothing is left to follow. */
const ENDS_WHEN_APPLIED: readonly ResolutionKind[] = [
  'approve',
  'supplement',
  'transfer',
  'notRecommended',
  'defer',
  'refuse',
  'referUp',
];

/** Whether another process waits for what was resolved. */
const waits = ({ items }: MeetingContext, { item }: MeetingResolution): boolean =>
  items.some(({ key, waiting }) => key === item && waiting !== null);

/** What a meeting keeps of what it is told. */
export const assignments = {
  /** Which state lists show, whatever the machine is doing inside it. */
  enter: assign<MeetingContext, MeetingEvent, { readonly state: MeetingState }, MeetingEvent, never>(
    (_on, { state }) => ({ state }),
  ),
  rememberAskedOpinions: remember((context) => ({
    asked: { ...context.asked, opinions: missingOpinions(context).map(({ item, unit }) => opinionSlot(item, unit)) },
  })),
  rememberAskedReplies: remember((context) => ({ asked: { ...context.asked, replies: unanswered(context) } })),
  rememberPlan: remember((_context, event) => ({
    plannedOn: textOf(event.form, 'plannedOn'),
    plannedTime: textOf(event.form, 'plannedTime'),
    place: textOf(event.form, 'place'),
    overdue: false,
  })),
  /** A meeting that is moved asks everybody anew. */
  rememberRescheduling: remember((context, event) => ({
    plannedOn: null,
    rescheduled: context.rescheduled + 1,
    reason: textOf(event.form, 'reason') ?? event.reason ?? null,
    attendance: {},
  })),
  rememberReason: remember((_context, event) => ({ reason: textOf(event.form, 'reason') ?? event.reason ?? null })),

  rememberConfirmed: remember((context, event) => ({
    items: changeItem(context, keyOf(event), () => ({ standing: 'confirmed' })),
  })),
  rememberLeft: remember((context, event) => ({
    items: changeItem(context, keyOf(event), (item) => (isLive(item) ? { standing: 'left' } : {})),
  })),
  addItem: remember((context, { item }) =>
    item === undefined || typeof item === 'string'
      ? {}
      : { items: [...context.items, itemOf(item, context.plannedOn !== null)] },
  ),
  /** The order, the times and who sits through what; an item that is not named keeps its place at the end. */
  arrangeItems: remember((context, { items = [] }) => {
    const arranged = items.flatMap(({ key, minutes, units }) =>
      context.items
        .filter((item) => item.key === key)
        .map((item) => ({ ...item, minutes, units: units.filter((unit) => unit !== item.presenter) })),
    );
    return { items: [...arranged, ...context.items.filter(({ key }) => !items.some((named) => named.key === key))] };
  }),
  rememberItemDeferred: remember((context, event) => ({
    items: changeItem(context, keyOf(event), () => ({ standing: 'deferred', outcome: 'deferItem' })),
  })),

  rememberReply: remember((context, event) =>
    withAttendance(context, event.slot ?? event.unit ?? '', {
      reply: (event.reply ?? outcomeOf(event)) as Reply,
      person: textOf(event.form, 'person') ?? event.person ?? null,
      post: textOf(event.form, 'post') ?? event.post ?? null,
      reason: textOf(event.form, 'reason') ?? event.reason ?? null,
    }),
  ),
  /** 逾期未回执: silence is recorded, it neither excuses nor consents. */
  rememberSilence: remember((context) => ({
    attendance: {
      ...context.attendance,
      ...Object.fromEntries(
        unanswered(context).map((unit) => [unit, { ...attendanceOf(context, unit), reply: 'silent' as const }]),
      ),
    },
  })),
  rememberCheckIn: remember((context, event) =>
    withAttendance(context, event.unit ?? '', {
      present: event.present ?? true,
      checkedIn: event.present === false ? null : (event.person ?? attendanceOf(context, event.unit ?? '').person),
      checkedInAt: event.present === false ? null : event.at,
    }),
  ),

  rememberOpinion: remember((context, event) => {
    const [item = '', unit = ''] = (event.slot ?? '').split('/');
    const opinion: UnitOpinion = {
      item,
      unit,
      standing: 'given',
      match: numberOf(event.form, 'match'),
      feasibility: numberOf(event.form, 'feasibility'),
      position: textOf(event.form, 'position') as UnitOpinion['position'],
      text: textOf(event.form, 'opinion'),
      by: event.actor.name,
      at: event.at,
    };
    return { opinions: [...context.opinions, opinion] };
  }),
  /** 未反馈: what was not said by the end of the session is recorded as silence. */
  rememberMissingOpinions: remember((context) => ({
    opinions: [
      ...context.opinions,
      ...missingOpinions({ ...context, items: context.items.map(reopened) }).map(({ item, unit }) => ({
        item,
        unit,
        standing: 'notGiven' as const,
        match: null,
        feasibility: null,
        position: null,
        text: null,
        by: null,
        at: null,
      })),
    ],
  })),

  rememberOpened: remember((_context, event) => ({
    openedAt: event.at,
    overdue: false,
    withoutQuorum: textOf(event.form, 'withoutQuorumReason') !== null,
    reason: textOf(event.form, 'withoutQuorumReason'),
  })),
  rememberClosed: remember((_context, event) => ({ closedAt: event.at })),
  rememberOverdue: remember(() => ({ overdue: true })),

  rememberConclusion: remember((context, event) => {
    const outcome = outcomeOf(event);
    const item = context.items.find(({ key }) => key === event.slot);
    if (item === undefined) return {};
    const resolution = resolutionOf(context, event, item);
    return {
      items: changeItem(context, item.key, () => ({
        standing: outcome === 'deferItem' ? 'deferred' : 'concluded',
        outcome,
        conclusion: textOf(event.form, 'conclusion') ?? textOf(event.form, 'reason'),
      })),
      ...(resolution === null
        ? {}
        : { resolutions: [...context.resolutions, resolution], resolutionCount: context.resolutionCount + 1 }),
    };
  }),
  putResolution: remember((context, { resolution }) => {
    if (resolution === undefined || typeof resolution === 'string') return {};
    const known = context.resolutions.find(({ key }) => key === resolution.key);
    const written: MeetingResolution = {
      ...resolution,
      key: known?.key ?? `r${context.resolutionCount + 1}`,
      // What a conclusion decided stays what it is; the minutes only word it.
      kind: known !== undefined && isDecision(known.kind) ? known.kind : resolution.kind,
      item: known === undefined ? resolution.item : known.item,
      standing: 'draft',
      note: null,
      fulfilledOn: null,
    };
    return known === undefined
      ? { resolutions: [...context.resolutions, written], resolutionCount: context.resolutionCount + 1 }
      : { resolutions: context.resolutions.map((other) => (other.key === known.key ? written : other)) };
  }),
  removeResolution: remember((context, event) => ({
    resolutions: context.resolutions.filter(({ key }) => key !== resolutionKey(event)),
  })),

  rememberNumber: remember((_context, event) => ({ minutesNumber: event.number ?? null })),
  issueResolutions: remember((context, event) => ({
    resolutions: context.resolutions.map((resolution) => {
      const ends =
        resolution.kind === 'note' || (ENDS_WHEN_APPLIED.includes(resolution.kind) && !waits(context, resolution));
      return {
        ...resolution,
        standing: ends ? ('fulfilled' as const) : ('issued' as const),
        fulfilledOn: ends ? businessDate(event.at) : null,
      };
    }),
  })),
  rememberApplied: remember((context, event) => {
    const key = resolutionKey(event);
    const known = context.resolutions.find((resolution) => resolution.key === key);
    const ends = known !== undefined && ENDS_WHEN_APPLIED.includes(known.kind);
    return standingOf(context, key, ends ? 'fulfilled' : 'applied', event);
  }),
  settleUnapplied: remember((context, event) => ({
    resolutions: context.resolutions.map((resolution) =>
      resolution.standing === 'issued' && waits(context, resolution)
        ? { ...resolution, standing: 'lapsed' as const, note: textOf(event.form, 'reason') }
        : resolution,
    ),
  })),
  rememberFulfilled: remember((context, event) => standingOf(context, resolutionKey(event), 'fulfilled', event)),
  rememberLapsed: remember((context, event) => standingOf(context, resolutionKey(event), 'lapsed', event)),
  rememberSupervisionClosed: remember((context, event) =>
    standingOf(context, ofSupervision(context, event), 'fulfilled', event),
  ),
  rememberSupervisionVoided: remember((context, event) =>
    standingOf(context, ofSupervision(context, event), 'failed', event),
  ),
};

/** The session is over, so an item that was concluded still owes the opinions that were asked for. */
const reopened = (item: AgendaItem): AgendaItem =>
  item.standing === 'concluded' ? { ...item, standing: 'confirmed' } : item;

export const isDecision = (kind: ResolutionKind): boolean => ENDS_WHEN_APPLIED.includes(kind) || kind === 'conditions';
