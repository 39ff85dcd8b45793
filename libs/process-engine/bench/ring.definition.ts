import type { ProcessEvent, StartInput } from '@landfall/process-definition';
import { command, defineProcess, engineCommands, userTaskState } from '@landfall/process-definition';
import { setup } from 'xstate';

const STAGES = ['lead', 'evaluation', 'review', 'signing', 'registration', 'landing', 'results'] as const;

const machine = setup({
  types: { context: {} as Record<string, never>, events: {} as ProcessEvent, input: {} as StartInput },
  actions: { ...engineCommands, announce: command<{ stage: string }>() },
}).createMachine({
  id: 'ring',
  context: {},
  initial: 'lead',
  on: { stop: '.stopped' },
  states: {
    ...Object.fromEntries(
      STAGES.map((stage, index) => [
        stage,
        {
          ...userTaskState(stage, () => `${stage}.specialist`),
          meta: { title: { zh: stage, en: stage }, stage, task: stage },
          on: {
            [`${stage}.pass`]: {
              target: STAGES[(index + 1) % STAGES.length],
              actions: [{ type: 'announce' as const, params: { stage } }],
            },
          },
        },
      ]),
    ),
    stopped: { type: 'final', meta: { title: { zh: '停止', en: 'Stopped' }, closedAs: 'stopped' } },
  },
});

/** Seven stages in a ring, each with one task: an event closes a task, opens the next and announces it. */
export const ring = defineProcess({
  key: 'ring',
  version: 1,
  title: { zh: '环', en: 'Ring' },
  machine,
  stages: STAGES.map((key) => ({ key, title: { zh: key, en: key } })),
  userTasks: Object.fromEntries(
    STAGES.map((stage) => [
      stage,
      {
        title: { zh: stage, en: stage },
        owner: { zh: stage, en: stage },
        source: 'benchmark',
        deadline: { amount: 5, unit: 'day' as const, source: 'benchmark' },
        fields: {},
        outcomes: {
          pass: { label: { zh: '通过', en: 'Pass' }, tone: 'positive' as const, fields: [], required: [] },
        },
      },
    ]),
  ),
  events: {},
  timers: {},
  signals: { stop: { zh: '停止', en: 'Stop' } },
});
