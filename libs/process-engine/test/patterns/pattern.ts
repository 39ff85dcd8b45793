import type {
  FieldSchema,
  InstanceEventDefinition,
  ProcessDefinition,
  ProcessEvent,
  StartInput,
  TaskSlot,
  UserTaskDefinition,
} from '@landfall/process-definition';
import { command, defineProcess, engineCommands, userTaskState } from '@landfall/process-definition';
import { assign, setup } from 'xstate';

/** What the pattern processes remember: what they were started with, and how often something has happened. */
export interface PatternContext {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly counts: Readonly<Record<string, number>>;
}

export type PatternEvent = ProcessEvent & Readonly<Record<string, unknown>>;

const countOf = ({ counts }: PatternContext, key: string): number => counts[key] ?? 0;

/** The vocabulary that all patterns are written in: the engine's commands, a counter, and questions about both. */
export const charts = setup({
  types: {
    context: {} as PatternContext,
    events: {} as PatternEvent,
    input: {} as StartInput & Readonly<Record<string, unknown>>,
  },
  actions: {
    ...engineCommands,
    /** What a job does without anybody. */
    giveNumber: command<{ readonly register: string }>(),
    count: assign({
      counts: ({ context }, { key, by }: { key: string; by?: number }) => ({
        ...context.counts,
        [key]: countOf(context, key) + (by ?? 1),
      }),
    }),
    /** Counts the slot that the event comes from. */
    countSlot: assign({
      counts: ({ context, event }) => ({
        ...context.counts,
        [event.slot ?? '']: countOf(context, event.slot ?? '') + 1,
      }),
    }),
    /** Takes one of each, as a join takes one arrival of every branch. */
    takeOneOf: assign({
      counts: ({ context }, { keys }: { keys: readonly string[] }) => ({
        ...context.counts,
        ...Object.fromEntries(keys.map((key) => [key, countOf(context, key) - 1])),
      }),
    }),
    /** Keeps what the event says and who said it. */
    learn: assign({
      facts: ({ context, event }) => ({
        ...context.facts,
        ...event.form,
        actor: event.actor.accountId,
        unit: event.actor.unit,
      }),
    }),
  },
  guards: {
    fact: ({ context }, { name }: { name: string }) => Boolean(context.facts[name]),
    atLeast: ({ context }, { keys, n }: { keys: readonly string[]; n: number }) =>
      keys.filter((key) => countOf(context, key) >= 1).length >= n,
    counted: ({ context }, { key, n }: { key: string; n: number }) => countOf(context, key) >= n,
    /** Whether the event is the n-th of its kind. */
    completes: ({ context }, { key, n }: { key: string; n: number }) => countOf(context, key) + 1 >= n,
    /** Whether as many have happened as a share of all asks for. */
    share: ({ context }, { of, all, pass }: { of: string; all: string; pass: readonly [number, number] }) =>
      countOf(context, of) > 0 && countOf(context, of) * pass[1] >= countOf(context, all) * pass[0],
    breaks: () => {
      throw new Error('a guard that throws');
    },
    ofSlot: ({ event }, { slot }: { slot: string }) => event.slot === slot,
    said: ({ event }, { field, value }: { field: string; value: unknown }) => event.form?.[field] === value,
  },
  delays: { patience: 7 * 86_400_000 },
});

type MachineChart = Parameters<typeof charts.createMachine>[0];
type ChartConfig = Omit<MachineChart, 'id' | 'context'>;

const text = (zh: string, en: string) => ({ zh, en });

export const titled = (en: string, zh = `${en} 步`) => ({ title: text(zh, en) });

type Group = string | ((context: PatternContext) => string | readonly TaskSlot[]);

/** A state in which a task of its name is open; `slots` are groups of their own or answered from the context. */
export const work = (task: string, group: Group = `${task}.clerk`) => ({
  ...userTaskState<PatternContext>(task, typeof group === 'string' ? () => group : group),
  meta: { ...titled(task), task },
});

/** One slot per name, each of a group of its own. */
export const slotsOf =
  (...names: readonly string[]) =>
  (): readonly TaskSlot[] =>
    names.map((slot) => ({ slot, group: `${slot}.clerk` }));

/** A state that waits for an event. */
export const waiting = (en: string, zh?: string) => ({
  meta: { ...titled(en, zh), owner: text('办公室', 'the office') },
  after: { patience: {} },
});

export const ended = (en = 'ended') => ({ type: 'final' as const, meta: titled(en) });

export const closed = (closedAs = 'achieved') => ({ type: 'final' as const, meta: { ...titled('closed'), closedAs } });

/** A parallel branch of one task that ends when it is done. */
export const branch = (task: string, group?: Group) => ({
  meta: titled(`branch ${task}`),
  initial: 'asked',
  states: { asked: { ...work(task, group), on: { [`${task}.done`]: 'answered' } }, answered: ended('answered') },
});

export const counted = (key: string) => ({ type: 'count' as const, params: { key } });

/** A branch that is taken only when the facts ask for it. */
export const chosen = (task: string) => ({
  meta: titled(`branch ${task}`),
  initial: 'asks',
  states: {
    asks: {
      meta: titled('asks'),
      always: [{ guard: { type: 'fact' as const, params: { name: task } }, target: 'asked' }, { target: 'answered' }],
    },
    asked: { ...work(task), on: { [`${task}.done`]: 'answered' } },
    answered: ended('answered'),
  },
});

/** A branch that counts its arrival. */
export const arriving = (task: string) => ({
  meta: titled(`branch ${task}`),
  initial: 'asked',
  states: {
    asked: { ...work(task), on: { [`${task}.done`]: { target: 'answered', actions: counted(task) } } },
    answered: ended('answered'),
  },
});

/** Opens what follows once more, beside whatever of it is still open. */
export const follow = [
  counted('fired'),
  {
    type: 'openUserTask' as const,
    params: ({ context }: { context: { counts: Readonly<Record<string, number>> } }) => ({
      task: 'next',
      slots: [{ slot: String(context.counts.fired), group: 'next.clerk' }],
    }),
  },
];

/** What follows a join that may let several pass. */
export const following = {
  meta: titled('following'),
  initial: 'asked',
  states: {
    asked: { ...work('next', () => []), on: { 'next.done': { actions: counted('passed') }, 'next.stop': 'over' } },
    over: ended('over'),
  },
};

export interface PatternTask extends Partial<Omit<UserTaskDefinition, 'outcomes'>> {
  /** Further outcomes besides `done`; each asks for all fields. */
  readonly outcomes?: readonly string[];
  readonly fields?: Readonly<Record<string, FieldSchema>>;
}

const taskOf = (key: string, { outcomes = ['done'], fields = {}, ...rules }: PatternTask): UserTaskDefinition => ({
  title: text(`${key} 任务`, key),
  owner: text(`${key} 承办`, `whoever does ${key}`),
  source: 'workflow pattern',
  deadline: { amount: 3, unit: 'workingDay', source: 'workflow pattern' },
  fields,
  outcomes: Object.fromEntries(
    outcomes.map((outcome) => [
      outcome,
      { label: text(outcome, outcome), tone: 'positive' as const, fields: Object.keys(fields), required: [] },
    ]),
  ),
  ...rules,
});

interface PatternParts {
  readonly tasks: Readonly<Record<string, PatternTask>> | readonly string[];
  /** Events that people send, with the group that may. */
  readonly events?: Readonly<Record<string, string>>;
  readonly signals?: readonly string[];
}

const eventOf = (name: string, group: string): InstanceEventDefinition => ({
  label: text(name, name),
  fields: {},
  required: [],
  allowedGroups: () => [group],
  source: 'workflow pattern',
});

/** A small process that shows one pattern. */
export const pattern = (key: string, config: ChartConfig, parts: PatternParts): ProcessDefinition => {
  const { tasks, events = {}, signals = [] } = parts;
  const named: Readonly<Record<string, PatternTask>> = Array.isArray(tasks)
    ? Object.fromEntries(tasks.map((task) => [task, {}]))
    : (tasks as Readonly<Record<string, PatternTask>>);
  const machine = charts.createMachine({
    ...config,
    id: key,
    context: ({ input }: { input: Readonly<Record<string, unknown>> }) => ({ facts: { ...input }, counts: {} }),
  } as MachineChart);
  return defineProcess({
    key,
    version: 1,
    title: text(`模式 ${key}`, key),
    machine,
    stages: [],
    userTasks: Object.fromEntries(Object.entries(named).map(([task, rules]) => [task, taskOf(task, rules)])),
    events: Object.fromEntries(Object.entries(events).map(([name, group]) => [name, eventOf(name, group)])),
    timers: { patience: text('等待期限', 'Patience') },
    signals: Object.fromEntries(signals.map((name) => [name, text(name, name)])),
  });
};
