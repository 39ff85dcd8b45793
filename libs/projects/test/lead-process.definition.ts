import {
  command,
  defineProcess,
  engineCommands,
  type ProcessEvent,
  type StartInput,
  userTaskState,
} from '@landfall/process-definition';
import { assign, setup } from 'xstate';

interface Context {
  readonly group: string;
  readonly matches: readonly unknown[];
  readonly facts: Record<string, unknown>;
}

type Event = ProcessEvent &
  (
    | { type: 'duplicateCheck.clear' }
    | { type: 'duplicateCheck.suspect'; matches: readonly unknown[] }
    | { type: 'duplicateReview.distinct' }
    | { type: 'following.finish' }
    | { type: 'say'; command: string; params: Record<string, unknown> }
    | { type: 'close'; as: string }
  );

const machine = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as StartInput & { filer: { group: string } },
  },
  actions: {
    ...engineCommands,
    checkDuplicates: command<Record<string, never>>(),
    recordFacts: command<Record<string, unknown>>(),
    recordMilestone: command<Record<string, unknown>>(),
    assignTaskForces: command<Record<string, unknown>>(),
    recordLevel: command<Record<string, unknown>>(),
    markDuplicate: command<Record<string, unknown>>(),
  },
  guards: {
    says: ({ event }, { type }: { type: string }) => event.type === 'say' && event.command === type,
    closes: ({ event }, { as }: { as: string }) => event.type === 'close' && event.as === as,
  },
  delays: { month: 2_592_000_000 },
}).createMachine({
  id: 'investment-project',
  context: ({ input }) => ({ group: input.filer.group, matches: [], facts: {} }),
  initial: 'checking',
  on: {
    say: (['recordFacts', 'recordMilestone', 'assignTaskForces', 'recordLevel', 'markDuplicate'] as const).map(
      (type) => ({
        guard: { type: 'says' as const, params: { type } },
        actions: {
          type,
          params: ({ event }: { event: Event }) => (event.type === 'say' ? event.params : {}),
        },
      }),
    ),
    close: (['rejected', 'duplicate', 'achieved'] as const).map((as) => ({
      guard: { type: 'closes' as const, params: { as } },
      target: `.${as}` as const,
    })),
  },
  states: {
    checking: {
      entry: { type: 'checkDuplicates', params: {} },
      meta: { title: { zh: '查重', en: 'Duplicate check' }, stage: 'lead', owner: { zh: '系统', en: 'system' } },
      on: {
        'duplicateCheck.clear': 'following',
        'duplicateCheck.suspect': {
          target: 'reviewing',
          actions: assign({ matches: ({ event }) => event.matches }),
        },
      },
      after: { month: 'following' },
    },
    reviewing: {
      ...userTaskState<Context>('duplicateReview', () => 'LGO.staff'),
      meta: { title: { zh: '撞单核实', en: 'Duplicate review' }, stage: 'lead', task: 'duplicateReview' },
      on: { 'duplicateReview.distinct': 'following' },
    },
    following: {
      ...userTaskState<Context>('following', (context) => context.group),
      meta: { title: { zh: '跟进', en: 'Following' }, stage: 'lead', task: 'following' },
      on: { 'following.finish': 'achieved' },
    },
    achieved: { type: 'final', meta: { title: { zh: '见效', en: 'Achieved' }, closedAs: 'achieved' } },
    rejected: { type: 'final', meta: { title: { zh: '不予推进', en: 'Rejected' }, closedAs: 'rejected' } },
    duplicate: { type: 'final', meta: { title: { zh: '撞单并入', en: 'Merged' }, closedAs: 'duplicate' } },
  },
});

const task = (zh: string, en: string, outcome: string) => ({
  title: { zh, en },
  owner: { zh: '专班', en: 'task force' },
  source: 'test',
  deadline: { amount: 3, unit: 'day', source: 'test' } as const,
  fields: {},
  outcomes: { [outcome]: { label: { zh, en }, tone: 'positive' as const, fields: [], required: [] } },
});

/** The smallest process a project can have: it says each of this library's commands and ends as each kind of project. */
export const leadProcess = defineProcess({
  key: 'investment-project',
  version: 1,
  title: { zh: '招商项目', en: 'Investment project' },
  machine,
  stages: [{ key: 'lead', title: { zh: '线索', en: 'Lead' } }],
  userTasks: {
    duplicateReview: task('撞单核实', 'Duplicate review', 'distinct'),
    following: task('跟进线索', 'Follow the lead', 'finish'),
  },
  events: {},
  timers: { month: { zh: '查重期限', en: 'Check due' } },
  signals: {
    'duplicateCheck.clear': { zh: '未见撞单', en: 'No duplicate' },
    'duplicateCheck.suspect': { zh: '疑似撞单', en: 'Suspected duplicate' },
    say: { zh: '记录', en: 'Record' },
    close: { zh: '结束', en: 'Close' },
  },
});
