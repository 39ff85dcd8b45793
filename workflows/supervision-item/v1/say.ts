import type { LocalizedText, Notify, SignalProcess } from '@landfall/process-definition';
import type {
  AssignItem,
  ChasingColour,
  CloseItem,
  DrawItemNumber,
  ItemState,
  MoveItem,
  RecordChasing,
  RecordExtension,
  RecordInterview,
  RecordItem,
  RecordItemNumber,
  RecordProgress,
} from '../commands';
import { businessDate } from './business-date';
import type { ItemContext } from './context';
import type { ItemEvent } from './events';
import { textOf } from './form-values';
import type { TaskKey } from './user-tasks/item.tasks';
import { deskOf, headOf, OFFICE_DIRECTOR, reviewer, SUPERVISION_OFFICER } from './work-groups';

interface On {
  readonly context: ItemContext;
  readonly event: ItemEvent;
}

/** The commands of an item, filled from context and event. Each is said in a state and carried out elsewhere. */
export const recordItem = {
  type: 'recordItem' as const,
  params: ({ context }: On): RecordItem => ({
    source: context.source,
    title: context.title,
    requirement: context.requirement,
    projectId: context.projectId,
    projectName: context.projectName,
    leadUnit: context.leadUnit,
    assistUnits: context.assistUnits,
    dueOn: context.dueOn,
    drafter: context.drafter,
    onBehalfOf: context.onBehalfOf,
    origin: context.origin,
  }),
};

export const assignItem = {
  type: 'assignItem' as const,
  params: ({ context: { leadUnit, assistUnits, dueOn } }: On): AssignItem => ({ leadUnit, assistUnits, dueOn }),
};

/** The number is of the year in which the item is issued. */
export const drawItemNumber = {
  type: 'drawItemNumber' as const,
  params: ({ event }: On): DrawItemNumber => ({ year: Number(businessDate(event.at).slice(0, 4)) }),
};

export const recordItemNumber = {
  type: 'recordItemNumber' as const,
  params: ({ context }: On): RecordItemNumber => ({ number: context.number ?? '' }),
};

const mustActOf = (state: ItemState, context: ItemContext): readonly string[] => {
  switch (state) {
    case 'drafted':
    case 'extensionPending':
      return [OFFICE_DIRECTOR];
    case 'reviewing':
      return [reviewer(context)];
    default:
      return [deskOf(context.leadUnit)];
  }
};

export const moveItem = (state: ItemState) => ({
  type: 'moveItem' as const,
  params: ({ context }: On): MoveItem => ({ state, mustAct: mustActOf(state, context) }),
});

export const recordProgress = {
  type: 'recordProgress' as const,
  params: ({ context, event }: On): RecordProgress => ({
    progress: context.progress,
    note: textOf(event.form, 'note') ?? textOf(event.form, 'evidence'),
  }),
};

export const recordExtension = {
  type: 'recordExtension' as const,
  params: ({ context: { dueOn, extensions } }: On): RecordExtension => ({ dueOn, extensions }),
};

export const recordInterview = {
  type: 'recordInterview' as const,
  params: ({ event }: On): RecordInterview => ({
    on: textOf(event.form, 'on') ?? businessDate(event.at),
    note: textOf(event.form, 'note') ?? '',
  }),
};

/** A red item goes into the next bulletin. */
export const recordChasing = (colour: ChasingColour) => ({
  type: 'recordChasing' as const,
  params: { colour, bulletin: colour === 'red' } satisfies RecordChasing,
});

/** In time is what the lead unit completed by its due date, however long the review took. */
export const closeItem = (outcome: CloseItem['outcome']) => ({
  type: 'closeItem' as const,
  params: ({ context: { completedOn, dueOn, result } }: On): CloseItem => ({
    outcome,
    inTime: completedOn !== null && completedOn <= dueOn,
    result,
  }),
});

/** Tells the process that ordered the item what became of it. */
export const answerOrigin = (end: CloseItem['outcome']) => ({
  type: 'signalProcess' as const,
  params: ({ context: { origin, itemKey, result } }: On): SignalProcess => ({
    definition: origin?.definition ?? '',
    correlationKey: origin?.correlationKey ?? '',
    event: { type: `supervisionItem.${end}`, item: itemKey, note: result },
  }),
});

/** Titles of urgent notices reach group chats outside the house, so what they are about stands in the body. */
const about = ({ number, title }: ItemContext, reason: string | null): LocalizedText => {
  const item = `${number ?? ''}「${title}」`;
  return reason === null ? { zh: item, en: item } : { zh: `${item}：${reason}`, en: `${item}: ${reason}` };
};

const desksOf = ({ leadUnit, assistUnits }: ItemContext): readonly string[] => [
  ...new Set([leadUnit, ...assistUnits].map(deskOf)),
];

interface Told {
  readonly kind: string;
  readonly said: LocalizedText;
  readonly groups: (context: ItemContext) => readonly string[];
  readonly urgency?: Notify['urgency'];
  readonly drafter?: boolean;
}

const tell = ({ kind, said, groups, urgency = 'normal', drafter = false }: Told) => ({
  type: 'notify' as const,
  params: ({ context, event }: On): Notify => ({
    kind: `supervisionItem.${kind}`,
    urgency,
    title: said,
    body: about(context, textOf(event.form, 'reason')),
    groups: groups(context),
    ...(drafter ? { accounts: [context.drafter.account] } : {}),
  }),
});

export const told = {
  dispatched: tell({
    kind: 'dispatched',
    said: { zh: '督办事项已下发，请签收', en: 'A supervision item is to be signed for' },
    groups: desksOf,
  }),
  unsigned: tell({
    kind: 'unsigned',
    said: { zh: '督办事项逾期未签收', en: 'A supervision item was not signed for in time' },
    groups: ({ leadUnit }) => [headOf(leadUnit)],
  }),
  assignmentRejected: tell({
    kind: 'assignmentRejected',
    said: { zh: '主办单位退回督办事项', en: 'The lead unit rejects a supervision item' },
    groups: () => [OFFICE_DIRECTOR, SUPERVISION_OFFICER],
  }),
  extended: tell({
    kind: 'extended',
    said: { zh: '督办事项已同意延期', en: 'A supervision item was extended' },
    groups: desksOf,
  }),
  notExtended: tell({
    kind: 'notExtended',
    said: { zh: '督办事项不同意延期', en: 'A supervision item was not extended' },
    groups: desksOf,
  }),
  failed: tell({
    kind: 'failed',
    said: { zh: '督办事项销号审核未通过', en: 'A supervision item did not pass its review' },
    groups: desksOf,
  }),
  blue: tell({
    kind: 'blue',
    said: { zh: '蓝色督办：3个工作日后到期', en: 'Blue: a supervision item is due in three working days' },
    groups: desksOf,
  }),
  yellow: tell({
    kind: 'yellow',
    said: { zh: '黄色督办：已到期未办结', en: 'Yellow: a supervision item is due and not closed' },
    groups: (context) => [...new Set([...desksOf(context), headOf(context.leadUnit)])],
  }),
  red: tell({
    kind: 'red',
    said: {
      zh: '红色督办：逾期5个工作日，请约谈',
      en: 'Red: a supervision item is five working days late, to be interviewed',
    },
    groups: ({ leadUnit, deputyGroup }) => [deputyGroup, headOf(leadUnit), SUPERVISION_OFFICER],
    urgency: 'urgent',
  }),
  closed: tell({
    kind: 'closed',
    said: { zh: '督办事项已销号', en: 'A supervision item was closed' },
    groups: desksOf,
    drafter: true,
  }),
  voided: tell({
    kind: 'voided',
    said: { zh: '督办事项已作废', en: 'A supervision item was voided' },
    groups: desksOf,
    drafter: true,
  }),
};

export const remind = (task: TaskKey) => ({ type: 'remindUserTask' as const, params: { task } });
