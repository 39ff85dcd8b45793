import { assign, setup } from 'xstate';
import { engineCommands } from '../src/command';
import { field } from '../src/form';
import { defineProcess, type ProcessDefinition, type ProcessEvent, type StartInput } from '../src/process-definition';
import { userTaskState } from '../src/user-task-state';

interface Context {
  readonly needsHotel: boolean;
  readonly approvals: readonly string[];
}

const machine = setup({
  types: {
    context: {} as Context,
    events: {} as ProcessEvent,
    input: {} as StartInput & { readonly needsHotel: boolean },
  },
  actions: {
    ...engineCommands,
    rememberApproval: assign(({ context, event }) => ({ approvals: [...context.approvals, event.slot ?? ''] })),
  },
  guards: { noHotel: ({ context }) => !context.needsHotel },
  delays: { reminder: 1_000, patience: 5_000, pauseEnds: () => 9_000 },
}).createMachine({
  id: 'travel-request',
  context: ({ input }) => ({ needsHotel: input.needsHotel, approvals: [] }),
  initial: 'open',
  states: {
    open: {
      meta: { title: { zh: '办理中', en: 'Open' } },
      initial: 'approval',
      on: { pause: { target: 'paused' } },
      states: {
        approval: {
          ...userTaskState<Context>('approval', () => 'boss.head'),
          meta: { title: { zh: '审批', en: 'Approval' }, stage: 'decide', task: 'approval' },
          on: {
            'approval.approve': { target: 'booking', actions: 'rememberApproval' },
            'approval.return': { target: 'approval', reenter: true },
            'approval.refuse': { target: '#travel-request.refused' },
          },
          after: {
            reminder: { actions: { type: 'remindUserTask', params: { task: 'approval' } } },
            patience: { target: '#travel-request.refused' },
          },
        },
        booking: {
          type: 'parallel',
          meta: { title: { zh: '预订', en: 'Booking' }, stage: 'book' },
          onDone: { target: '#travel-request.done' },
          states: {
            ticket: {
              meta: { title: { zh: '车票', en: 'Ticket' } },
              initial: 'asked',
              states: {
                asked: {
                  ...userTaskState<Context>('ticket', () => [{ slot: 'desk', group: 'desk.clerk' }]),
                  meta: { title: { zh: '购票', en: 'Buying' }, task: 'ticket' },
                  on: { 'ticket.bought': { target: 'bought' } },
                },
                bought: { type: 'final', meta: { title: { zh: '已购', en: 'Bought' } } },
              },
            },
            hotel: {
              meta: { title: { zh: '住宿', en: 'Hotel' } },
              initial: 'needed',
              states: {
                needed: {
                  meta: { title: { zh: '是否需要', en: 'Needed?' } },
                  always: [{ guard: 'noHotel', target: 'booked' }, { target: 'asked' }],
                },
                asked: {
                  meta: { title: { zh: '等待酒店', en: 'Waiting' }, owner: { zh: '酒店', en: 'the hotel' } },
                  on: { 'hotel.confirmed': { target: 'booked' } },
                  after: { patience: { target: '#travel-request.refused' } },
                },
                booked: { type: 'final', meta: { title: { zh: '已订', en: 'Booked' } } },
              },
            },
          },
        },
        asBefore: {
          type: 'history',
          history: 'deep',
          target: 'approval',
          meta: { title: { zh: '回到原处', en: 'As before' } },
        },
      },
    },
    paused: {
      meta: { title: { zh: '暂停', en: 'Paused' }, owner: { zh: '申请人', en: 'the traveller' } },
      on: { resume: { target: 'open.asBefore' } },
      after: { pauseEnds: { target: 'open.asBefore' } },
    },
    done: { type: 'final', meta: { title: { zh: '完成', en: 'Done' }, closedAs: 'achieved' } },
    refused: { type: 'final', meta: { title: { zh: '不同意', en: 'Refused' }, closedAs: 'refused' } },
  },
});

const deadline = { amount: 3, unit: 'day', source: 'test' } as const;

/** A small process with everything a statechart has: the proof that this library knows no project. */
export const travelRequest: ProcessDefinition = defineProcess({
  key: 'travel-request',
  version: 1,
  title: { zh: '出差申请', en: 'Travel request' },
  machine,
  stages: [
    { key: 'decide', title: { zh: '决定', en: 'Decide' } },
    { key: 'book', title: { zh: '预订', en: 'Book' } },
  ],
  userTasks: {
    approval: {
      title: { zh: '审批出差', en: 'Approve the trip' },
      owner: { zh: '主管', en: 'boss' },
      source: 'test',
      deadline,
      fields: {
        reason: field.textarea({ zh: '理由', en: 'Reason' }, { min: 2, max: 50 }),
        budget: field.money({ zh: '预算', en: 'Budget' }),
      },
      outcomes: {
        approve: { label: { zh: '同意', en: 'Approve' }, tone: 'positive', fields: ['budget'], required: ['budget'] },
        return: { label: { zh: '退回', en: 'Return' }, tone: 'neutral', fields: ['reason'], required: ['reason'] },
        refuse: { label: { zh: '不同意', en: 'Refuse' }, tone: 'negative', fields: ['reason'], required: ['reason'] },
      },
    },
    ticket: {
      title: { zh: '购票', en: 'Buy the ticket' },
      owner: { zh: '票务', en: 'ticket desk' },
      source: 'test',
      deadline,
      fields: {},
      outcomes: { bought: { label: { zh: '已购', en: 'Bought' }, tone: 'positive', fields: [], required: [] } },
    },
  },
  events: {
    pause: {
      label: { zh: '暂停', en: 'Pause' },
      fields: {},
      required: [],
      allowedGroups: () => ['traveller'],
      source: 'test',
    },
    resume: {
      label: { zh: '恢复', en: 'Resume' },
      fields: {},
      required: [],
      allowedGroups: () => ['traveller'],
      source: 'test',
    },
  },
  timers: {
    reminder: { zh: '提醒', en: 'Reminder' },
    patience: { zh: '期限', en: 'Patience' },
    pauseEnds: { zh: '暂停期满', en: 'Pause ends' },
  },
  signals: { 'hotel.confirmed': { zh: '酒店确认', en: 'Hotel confirmed' } },
});

/** Everything the travel request says has a handler, every format a validator. */
export const travelSurroundings = {
  commands: ['openUserTask', 'cancelUserTask', 'remindUserTask'],
  formats: ['date', 'positive-money'],
};
