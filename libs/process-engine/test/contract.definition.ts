import type {
  ProcessDefinition,
  ProcessEvent,
  StartInput,
  TaskSlot,
  UserTaskDefinition,
} from '@landfall/process-definition';
import { defineProcess, engineCommands, field, userTaskState } from '@landfall/process-definition';
import { assign, setup } from 'xstate';

interface Context {
  readonly filings: number;
  readonly said: Readonly<Record<string, string>>;
}

const text = (zh: string, en: string) => ({ zh, en });
const meta = (zh: string, en: string, task?: string) => ({
  title: text(zh, en),
  ...(task === undefined ? { owner: text('办公室', 'the office') } : { task }),
});

/** The slots of every task, as its state opens them: the expectation of the tests as well. */
export const SLOTS: Readonly<Record<string, readonly TaskSlot[]>> = {
  filing: [{ slot: '', group: 'F.clerk' }],
  correction: [{ slot: '', group: 'F.clerk' }],
  legal: [
    { slot: 'A', group: 'A.lawyer' },
    { slot: 'B', group: 'B.lawyer' },
  ],
  finance: [
    { slot: 'X', group: 'X.voter', weight: 2 },
    { slot: 'Y', group: 'Y.voter', weight: 1 },
    { slot: 'Z', group: 'Z.voter', weight: 1 },
  ],
  technical: [
    { slot: '1', group: 'T1.engineer' },
    { slot: '2', group: 'T2.engineer' },
    { slot: '3', group: 'T3.engineer' },
  ],
  notes: [
    { slot: 'N', group: 'A.lawyer' },
    { slot: 'M', group: 'X.voter' },
  ],
  pick: [
    { slot: 'P', group: 'A.lawyer' },
    { slot: 'Q', group: 'B.lawyer' },
  ],
  joint: [
    { slot: 'L', group: 'F.lead', lead: true },
    { slot: 'S', group: 'X.voter' },
    { slot: 'T', group: 'Y.voter' },
  ],
  approval: [{ slot: '', group: 'boss.head' }],
};

const opens = (task: string) => userTaskState<Context>(task, () => SLOTS[task] ?? []);

const machine = setup({
  types: { context: {} as Context, events: {} as ProcessEvent, input: {} as StartInput },
  actions: {
    ...engineCommands,
    countFiling: assign({ filings: ({ context }) => context.filings + 1 }),
    note: assign(({ context, event }) => ({ said: { ...context.said, [event.slot ?? '']: event.type } })),
  },
  guards: { allNoted: ({ context, event }) => Object.keys({ ...context.said, [event.slot ?? '']: 1 }).length >= 2 },
  delays: { patience: 86_400_000, reminder: 3_600_000 },
}).createMachine({
  id: 'contract',
  context: { filings: 0, said: {} },
  initial: 'open',
  states: {
    open: {
      meta: meta('办理中', 'Open'),
      initial: 'filing',
      on: { pause: 'paused', cancel: 'cancelled' },
      states: {
        filing: {
          ...opens('filing'),
          meta: { ...meta('起草', 'Filing', 'filing'), stage: 'file' },
          on: { 'filing.submit': { target: 'review', actions: 'countFiling' }, 'filing.drop': '#contract.cancelled' },
        },
        correction: {
          ...opens('correction'),
          tags: 'clockPaused',
          meta: { ...meta('补正', 'Correction', 'correction'), stage: 'file' },
          on: {
            'correction.resubmit': { target: 'review', actions: 'countFiling' },
            'correction.drop': '#contract.cancelled',
          },
          after: { reminder: { actions: { type: 'remindUserTask', params: { task: 'correction' } } } },
        },
        review: {
          type: 'parallel',
          meta: { ...meta('并联审查', 'Review'), stage: 'review' },
          onDone: 'pick',
          states: {
            legal: {
              meta: meta('法务', 'Legal'),
              initial: 'asked',
              states: {
                asked: {
                  ...opens('legal'),
                  meta: meta('法务会签', 'Legal', 'legal'),
                  on: { 'legal.agree': 'said', 'legal.refuse': '#contract.open.correction' },
                  after: { patience: { actions: { type: 'remindUserTask', params: { task: 'legal' } } } },
                },
                said: { type: 'final', meta: meta('已会签', 'Said') },
              },
            },
            finance: {
              meta: meta('财务', 'Finance'),
              initial: 'asked',
              states: {
                asked: {
                  ...opens('finance'),
                  meta: meta('财务票签', 'Finance', 'finance'),
                  on: { 'finance.yes': 'said', 'finance.no': '#contract.open.correction' },
                },
                said: { type: 'final', meta: meta('已表决', 'Said') },
              },
            },
            technical: {
              meta: meta('技术', 'Technical'),
              initial: 'asked',
              states: {
                asked: {
                  ...opens('technical'),
                  meta: meta('技术依次', 'Technical', 'technical'),
                  on: { 'technical.agree': 'said', 'technical.refuse': '#contract.open.correction' },
                  after: {
                    reminder: {
                      actions: { type: 'escalateUserTask', params: { task: 'technical', group: 'boss.head' } },
                    },
                  },
                },
                said: { type: 'final', meta: meta('已审', 'Said') },
              },
            },
            notes: {
              meta: meta('意见', 'Notes'),
              initial: 'asked',
              states: {
                asked: {
                  ...opens('notes'),
                  meta: meta('各提意见', 'Notes', 'notes'),
                  on: { 'notes.noted': [{ guard: 'allNoted', target: 'said', actions: 'note' }, { actions: 'note' }] },
                },
                said: { type: 'final', meta: meta('已提', 'Said') },
              },
            },
          },
        },
        pick: {
          ...opens('pick'),
          meta: { ...meta('或签', 'Pick', 'pick'), stage: 'review' },
          on: { 'pick.take': 'joint', 'pick.refuse': 'correction' },
        },
        joint: {
          ...opens('joint'),
          meta: { ...meta('主办协办', 'Joint', 'joint'), stage: 'decide' },
          on: { 'joint.close': 'approval', 'joint.support': {}, 'joint.refuse': 'correction' },
          after: { patience: { actions: { type: 'remindUserTask', params: { task: 'joint' } } } },
        },
        approval: {
          ...opens('approval'),
          meta: { ...meta('审批', 'Approval', 'approval'), stage: 'decide' },
          on: { 'approval.approve': '#contract.done', 'approval.refuse': '#contract.refused' },
          after: { patience: { target: 'approval', reenter: true } },
        },
        asBefore: { type: 'history', history: 'deep', target: 'filing', meta: meta('如前', 'As before') },
      },
    },
    paused: {
      tags: 'clockPaused',
      meta: meta('暂停', 'Paused'),
      on: { resume: 'open.asBefore', cancel: 'cancelled' },
      after: { patience: 'open.asBefore' },
    },
    done: { type: 'final', meta: { ...meta('完成', 'Done'), closedAs: 'achieved' } },
    refused: { type: 'final', meta: { ...meta('不同意', 'Refused'), closedAs: 'refused' } },
    cancelled: { type: 'final', meta: { ...meta('取消', 'Cancelled'), closedAs: 'cancelled' } },
  },
});

const deadline = { amount: 3, unit: 'workingDay', source: 'test' } as const;
type Tone = 'positive' | 'negative' | 'neutral';
const outcome = (zh: string, en: string, tone: Tone) => ({ label: text(zh, en), tone, fields: [], required: [] });

const task = (
  zh: string,
  en: string,
  outcomes: UserTaskDefinition['outcomes'],
  rules: Partial<UserTaskDefinition> = {},
): UserTaskDefinition => ({
  title: text(zh, en),
  owner: text('承办', 'whoever does it'),
  source: 'test',
  deadline,
  fields: {},
  outcomes,
  ...rules,
});

const refuse = outcome('不同意', 'Refuse', 'negative');
const agree = outcome('同意', 'Agree', 'positive');

const personEvent = (zh: string, en: string, ...groups: string[]) => ({
  label: text(zh, en),
  fields: { reason: field.textarea(text('理由', 'Reason'), { max: 50 }) },
  required: [],
  allowedGroups: () => groups,
  source: 'test',
});

/** A contract with every kind of work rule, in parallel and in turn: what the laws of the task algebra are tested on. */
export const contract: ProcessDefinition = defineProcess({
  key: 'contract',
  version: 1,
  title: text('合同', 'Contract'),
  machine,
  stages: [
    { key: 'file', title: text('起草', 'File') },
    { key: 'review', title: text('审查', 'Review') },
    { key: 'decide', title: text('决定', 'Decide') },
  ],
  initiatorStep: 'correction',
  delayRules: { patience: { amount: 2, unit: 'workingDay', source: 'test' } },
  userTasks: {
    filing: task('起草合同', 'File', {
      submit: outcome('提交', 'Submit', 'positive'),
      drop: outcome('放弃', 'Drop', 'negative'),
    }),
    correction: task('补正合同', 'Correct', {
      resubmit: outcome('重新提交', 'Resubmit', 'positive'),
      drop: outcome('放弃', 'Drop', 'negative'),
    }),
    legal: task(
      '法务会签',
      'Legal',
      { agree, refuse },
      {
        work: { kind: 'all', order: ['refuse', 'agree'], stopOn: ['refuse'] },
        skipAs: 'agree',
        countsSignatureOnce: true,
      },
    ),
    finance: task(
      '财务票签',
      'Finance',
      { yes: outcome('赞成', 'Yes', 'positive'), no: outcome('反对', 'No', 'negative') },
      {
        work: { kind: 'vote', yes: 'yes', no: 'no', pass: [2, 3], quorum: [1, 2] },
      },
    ),
    technical: task(
      '技术依次审查',
      'Technical',
      { agree, refuse },
      {
        work: { kind: 'sequential', order: ['refuse', 'agree'], stopOn: ['refuse'] },
        skipAs: 'agree',
      },
    ),
    notes: task('提意见', 'Notes', { noted: outcome('已提', 'Noted', 'neutral') }),
    pick: task('或签', 'Pick', { take: outcome('接手', 'Take', 'positive'), refuse }, { work: { kind: 'any' } }),
    joint: task(
      '主办协办',
      'Joint',
      { close: outcome('办结', 'Close', 'positive'), support: outcome('协办意见', 'Support', 'neutral'), refuse },
      { work: { kind: 'leadAssist', assist: ['support'], waits: true }, skipAs: 'close' },
    ),
    approval: task(
      '审批合同',
      'Approve',
      { approve: agree, refuse },
      { separateFrom: ['filing', 'correction'], skipAs: 'approve' },
    ),
  },
  events: {
    pause: personEvent('暂停', 'Pause', 'boss.head'),
    resume: personEvent('恢复', 'Resume', 'boss.head'),
    cancel: personEvent('取消', 'Cancel', 'F.clerk'),
  },
  timers: { patience: text('期限', 'Patience'), reminder: text('提醒', 'Reminder') },
  signals: {},
});
