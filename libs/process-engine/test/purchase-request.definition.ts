import type { ProcessEvent, StartInput } from '@landfall/process-definition';
import { defineProcess, engineCommands, field, userTaskState } from '@landfall/process-definition';
import { assign, setup } from 'xstate';

interface Context {
  readonly buyer: string;
  readonly approved: readonly string[];
  readonly reminders: number;
}

type Input = StartInput & { readonly buyer: string };

type Event = ProcessEvent &
  (
    | { type: 'approval.approve' }
    | { type: 'approval.return' }
    | { type: 'signing.sign' }
    | { type: 'delivered' }
    | { type: 'withdraw' }
    | { type: 'explode' }
  );

const machine = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Input },
  actions: { ...engineCommands },
  guards: {
    allSigned: ({ context }) => context.approved.length >= 1,
    explodes: () => {
      throw new Error('a guard that throws');
    },
  },
  delays: { patience: 60_000, delivery: 3_600_000 },
}).createMachine({
  id: 'purchase-request',
  context: ({ input }) => ({ buyer: input.buyer, approved: [], reminders: 0 }),
  initial: 'approval',
  on: { withdraw: '.withdrawn' },
  states: {
    approval: {
      ...userTaskState<Context>('approval', () => 'boss.head'),
      meta: { title: { zh: '审批', en: 'Approval' }, stage: 'decide', task: 'approval' },
      on: {
        'approval.approve': 'signing',
        'approval.return': { target: 'approval', reenter: true },
        explode: { guard: 'explodes', target: 'withdrawn' },
      },
      after: {
        patience: {
          target: 'approval',
          reenter: true,
          actions: [
            assign({ reminders: ({ context }) => context.reminders + 1 }),
            { type: 'remindUserTask', params: { task: 'approval' } },
          ],
        },
      },
    },
    signing: {
      ...userTaskState<Context>('signing', () => [
        { slot: 'A', group: 'a.signer' },
        { slot: 'B', group: 'b.signer' },
      ]),
      meta: { title: { zh: '会签', en: 'Signing' }, stage: 'decide', task: 'signing' },
      on: {
        'signing.sign': [
          { guard: 'allSigned', target: 'delivery' },
          { actions: assign({ approved: ({ context, event }) => [...context.approved, event.slot ?? ''] }) },
        ],
      },
    },
    delivery: {
      meta: { title: { zh: '交付', en: 'Delivery' }, stage: 'deliver', owner: { zh: '供货方', en: 'supplier' } },
      on: { delivered: 'done' },
      after: { delivery: 'late' },
    },
    late: {
      meta: { title: { zh: '逾期', en: 'Late' }, stage: 'deliver', owner: { zh: '供货方', en: 'supplier' } },
      on: { delivered: 'done' },
      after: { delivery: 'withdrawn' },
    },
    done: { type: 'final', meta: { title: { zh: '完成', en: 'Done' }, closedAs: 'achieved' } },
    withdrawn: { type: 'final', meta: { title: { zh: '撤回', en: 'Withdrawn' }, closedAs: 'withdrawn' } },
  },
});

const deadline = { amount: 3, unit: 'day', source: 'test' } as const;

/** A process that has nothing to do with projects: it proves that the engine knows only states, tasks and timers. */
export const purchaseRequest = defineProcess({
  key: 'purchase-request',
  version: 1,
  title: { zh: '采购申请', en: 'Purchase request' },
  machine,
  stages: [
    { key: 'decide', title: { zh: '决定', en: 'Decide' } },
    { key: 'deliver', title: { zh: '交付', en: 'Deliver' } },
  ],
  userTasks: {
    approval: {
      title: { zh: '审批采购', en: 'Approve purchase' },
      owner: { zh: '主管', en: 'boss' },
      source: 'test',
      deadline,
      fields: {
        reason: field.textarea({ zh: '理由', en: 'Reason' }, { min: 2, max: 50 }),
        amount: field.money({ zh: '金额', en: 'Amount' }),
      },
      outcomes: {
        approve: { label: { zh: '同意', en: 'Approve' }, tone: 'positive', fields: ['amount'], required: ['amount'] },
        return: { label: { zh: '退回', en: 'Return' }, tone: 'negative', fields: ['reason'], required: ['reason'] },
      },
    },
    signing: {
      title: { zh: '会签采购', en: 'Sign purchase' },
      owner: { zh: '会签人', en: 'signers' },
      source: 'test',
      deadline,
      fields: {},
      outcomes: { sign: { label: { zh: '签署', en: 'Sign' }, tone: 'positive', fields: [], required: [] } },
    },
  },
  events: {
    withdraw: {
      label: { zh: '撤回', en: 'Withdraw' },
      fields: {},
      required: [],
      allowedGroups: () => ['buyer.staff'],
      source: 'test',
    },
  },
  timers: { patience: { zh: '催办', en: 'Reminder' }, delivery: { zh: '交付期限', en: 'Delivery due' } },
  signals: { delivered: { zh: '已交付', en: 'Delivered' }, explode: { zh: '爆炸', en: 'Explode' } },
});
