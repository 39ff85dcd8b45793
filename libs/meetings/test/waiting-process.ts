import {
  command,
  defineProcess,
  engineCommands,
  type ProcessEvent,
  type SignalProcess,
  type StartInput,
} from '@landfall/process-definition';
import { assign, setup } from 'xstate';

/** What waits: as a project in review or a push request says it. */
export interface WaitingInput {
  readonly queue: 'streetTown' | 'district' | 'leadingGroup' | 'leadingGroupIssue' | 'push';
  readonly title: string;
  readonly units: readonly string[];
  readonly presenter: string | null;
  readonly urgent: boolean;
  readonly holdBy: string | null;
}

interface Context extends WaitingInput {
  readonly turn: number;
  readonly meeting: string;
  readonly item: string;
  readonly resolution: string;
}

type Event = ProcessEvent & {
  readonly meeting?: string;
  readonly item?: string;
  readonly resolution?: string;
};

interface On {
  readonly context: Context;
  readonly event: Event;
}

const DECISIONS = ['approve', 'conditions', 'supplement', 'transfer', 'notRecommended', 'defer', 'refuse', 'referUp'];
const WORK = ['order', 'unblock', 'deadline', 'note'];

const toMeeting = (event: (on: On) => SignalProcess['event']) => ({
  type: 'signalProcess' as const,
  params: (on: On): SignalProcess => ({ instanceId: on.context.meeting, event: event(on) }),
});

const owner = { zh: '召集单位', en: 'the conveners' };
const waits = { month: 2_592_000_000 };

const machine = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as StartInput & WaitingInput },
  actions: {
    ...engineCommands,
    queueForMeeting: command<Record<string, unknown>>(),
    leaveMeetingQueue: command<Record<string, unknown>>(),
    takeTurn: assign({ turn: ({ context }) => context.turn + 1 }),
    remember: assign({ meeting: ({ event }) => event.meeting ?? '', item: ({ event }) => event.item ?? '' }),
    take: assign({ resolution: ({ event }) => event.resolution ?? '' }),
  },
  guards: {
    ofAgenda: ({ context, event }) => event.meeting === context.meeting && event.item === context.item,
  },
  delays: waits,
}).createMachine({
  id: 'waiting',
  context: ({ input: { queue, title, units, presenter, urgent, holdBy } }) => ({
    ...{ queue, title, units, presenter, urgent, holdBy },
    ...{ turn: 0, meeting: '', item: '', resolution: '' },
  }),
  initial: 'queued',
  states: {
    queued: {
      meta: { title: { zh: '候会', en: 'Queued' }, owner },
      entry: [
        'takeTurn',
        {
          type: 'queueForMeeting',
          params: ({ context }: On) => ({
            queue: context.queue,
            turn: context.turn,
            title: context.title,
            projectId: null,
            projectName: context.title,
            landingUnit: context.presenter,
            leadTaskForce: null,
            units: context.units,
            presenter: context.presenter,
            question: null,
            urgent: context.urgent,
            holdBy: context.holdBy,
          }),
        },
      ],
      exit: { type: 'leaveMeetingQueue', params: ({ context }: On) => ({ turn: context.turn }) },
      on: { 'agenda.set': { target: 'onAgenda', actions: 'remember' }, withdraw: 'withdrawn' },
      after: { month: 'withdrawn' },
    },
    onAgenda: {
      meta: { title: { zh: '已列入议程', en: 'On an agenda' }, owner },
      entry: toMeeting(({ context }) => ({ type: 'item.confirmed', item: context.item })),
      exit: toMeeting(({ context }) => ({ type: 'item.left', item: context.item })),
      on: {
        'agenda.released': { guard: 'ofAgenda', target: 'queued' },
        'item.noAgreement': { guard: 'ofAgenda', target: 'withdrawn' },
        withdraw: 'withdrawn',
        ...Object.fromEntries(
          [...DECISIONS, ...WORK].map((kind) => [
            `resolution.${kind}`,
            {
              guard: 'ofAgenda' as const,
              target: 'decided' as const,
              actions: [
                'take' as const,
                toMeeting(({ event }) => ({ type: 'resolution.applied', resolution: event.resolution })),
              ],
            },
          ]),
        ),
      },
      after: { month: 'withdrawn' },
    },
    decided: {
      meta: { title: { zh: '已有结论', en: 'Decided' }, owner },
      on: {
        fulfil: {
          target: 'done',
          actions: toMeeting(({ context }) => ({
            type: 'resolution.fulfilled',
            resolution: context.resolution,
            note: '条件已落实',
          })),
        },
        'resolution.fulfilled': 'done',
        'resolution.failed': 'withdrawn',
      },
      after: { month: 'done' },
    },
    done: { type: 'final', meta: { title: { zh: '办结', en: 'Done' }, closedAs: 'done' } },
    withdrawn: { type: 'final', meta: { title: { zh: '撤回', en: 'Withdrawn' }, closedAs: 'withdrawn' } },
  },
});

const said = { zh: '会议', en: 'meeting' };

/** Somebody who waits for a meeting, small: it queues, comes on an agenda, takes one resolution and ends. */
export const waitingProcess = defineProcess({
  key: 'waiting',
  version: 1,
  title: { zh: '候会事项', en: 'Waiting' },
  machine,
  subject: (context) => String(context.title),
  stages: [],
  userTasks: {},
  events: {},
  timers: { month: { zh: '期限', en: 'limit' } },
  delayRules: {},
  signals: Object.fromEntries(
    [
      ...['agenda.set', 'agenda.released', 'item.noAgreement', 'withdraw', 'fulfil'],
      ...['resolution.fulfilled', 'resolution.failed'],
      ...[...DECISIONS, ...WORK].map((kind) => `resolution.${kind}`),
    ].map((type) => [type, said]),
  ),
});
