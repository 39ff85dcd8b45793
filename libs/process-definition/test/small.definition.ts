import { createMachine } from 'xstate';
import { checkDefinition } from '../src/check-definition';
import { field } from '../src/form';
import type { ProcessDefinition } from '../src/process-definition';
import type { UserTaskDefinition } from '../src/user-task-definition';
import { userTaskState } from '../src/user-task-state';

export const title = (zh: string) => ({ zh, en: zh });

export const task = (change: Partial<UserTaskDefinition> = {}): UserTaskDefinition => ({
  title: title('审批'),
  owner: title('主管'),
  source: 'test',
  deadline: { amount: 1, unit: 'day', source: 'test' },
  fields: { reason: field.textarea(title('理由')) },
  outcomes: { approve: { label: title('同意'), tone: 'positive', fields: ['reason'], required: [] } },
  ...change,
});

export const waiting = {
  ...userTaskState('approval', () => 'boss.head'),
  meta: { title: title('审批'), stage: 'decide', task: 'approval' },
};

export const end = { type: 'final', meta: { title: title('完成'), closedAs: 'achieved' } } as const;

/** One waiting state and one end: sound as it is, and broken by what a test changes. */
export const soundStates = { waiting: { ...waiting, on: { 'approval.approve': 'end' } }, end };

export const definitionOf = (
  states: Record<string, object>,
  change: Partial<ProcessDefinition> = {},
  machine: object = {},
): ProcessDefinition => ({
  key: 'small',
  version: 1,
  title: title('小流程'),
  // Broken on purpose: setup() would refuse to compile most of these machines.
  machine: createMachine({ id: 'small', initial: 'waiting', states, ...machine } as Parameters<
    typeof createMachine
  >[0]),
  stages: [{ key: 'decide', title: title('决定') }],
  userTasks: { approval: task() },
  events: {},
  timers: { patience: title('期限') },
  signals: {},
  ...change,
});

export const surroundings = { commands: ['openUserTask', 'cancelUserTask', 'remindUserTask'], formats: ['date'] };

export const problemsOf = (definition: ProcessDefinition, around = surroundings): string[] =>
  checkDefinition(definition, around).map(
    ({ code, message }) => `${code.replace('PROCESS_DEFINITION.', '')}: ${message}`,
  );
