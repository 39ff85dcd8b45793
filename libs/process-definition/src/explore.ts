import type { AnyMachineSnapshot } from 'xstate';
import { SYSTEM_ACTOR } from './actor';
import { advance, begin, statePaths } from './advance';
import type { CancelTimer, CancelUserTask, Command, OpenUserTask, StartTimer } from './command';
import type { FormValues } from './form';
import type { ProcessDefinition, ProcessEvent, StartInput } from './process-definition';
import { Rejection } from './rejection';
import { type ChartTransition, lineage, readStatechart, type Statechart } from './statechart';
import { outcomeEvent } from './user-task-definition';

export type ExploredEvent = ProcessEvent & Readonly<Record<string, unknown>>;

/** An open user task as the commands of a walk have left it. */
export interface OpenTask {
  readonly task: string;
  readonly slot: string;
  readonly group: string;
}

export interface RunningTimer {
  readonly timer: string;
  readonly event: string;
  readonly dueAt: string;
}

export interface WalkStep {
  readonly event: string;
  readonly commands: readonly Command[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A process walked by hand: no engine, no rows, only decisions and what they add up to. */
export interface Walk {
  readonly input: WalkInput;
  readonly snapshot: AnyMachineSnapshot;
  /** The instant of the last event. */
  readonly at: string;
  readonly states: readonly string[];
  readonly steps: readonly WalkStep[];
  readonly tasks: readonly OpenTask[];
  readonly timers: readonly RunningTimer[];
}

export type WalkInput = StartInput & Readonly<Record<string, unknown>>;

/** Starts a walk with the first step of a process. */
export const startWalk = (definition: ProcessDefinition, input: WalkInput): Walk => {
  const decision = begin(definition, input);
  const blank = { at: input.at, steps: [], tasks: [], timers: [] };
  return {
    ...blank,
    input,
    ...carriedOut(blank, decision.commands, input.at),
    ...arrived(blank.steps, 'started', decision),
  };
};

/** Takes one more step, or answers why the process does not take the event. */
export const takeStep = (definition: ProcessDefinition, walk: Walk, event: ExploredEvent): Walk | Rejection => {
  const decision = advance(definition, walk.snapshot, event);
  if (decision instanceof Rejection) return decision;
  const answered = walk.tasks.filter(
    ({ task, slot }) => !(event.type.startsWith(`${task}.`) && slot === (event.slot ?? '')),
  );
  const fired = walk.timers.filter((timer) => timer.event !== event.type);
  const before = { tasks: answered, timers: fired };
  return {
    input: walk.input,
    at: event.at,
    ...carriedOut(before, decision.commands, event.at),
    ...arrived(walk.steps, event.type, decision),
  };
};

const arrived = (
  steps: readonly WalkStep[],
  event: string,
  { snapshot, commands, from, to }: { snapshot: AnyMachineSnapshot } & Omit<WalkStep, 'event'>,
) => ({ snapshot, states: statePaths(snapshot.value), steps: [...steps, { event, commands, from, to }] });

/** Adds up tasks and timers as the engine would: opening keeps what is open, cancelling forgives what is gone. */
const carriedOut = (
  before: Pick<Walk, 'tasks' | 'timers'>,
  commands: readonly Command[],
  at: string,
): Pick<Walk, 'tasks' | 'timers'> =>
  commands.reduce(({ tasks, timers }, { type, params }) => {
    switch (type) {
      case 'openUserTask': {
        const { task, slots } = params as unknown as OpenUserTask;
        const fresh = slots.filter(({ slot }) => !tasks.some((open) => open.task === task && open.slot === slot));
        return { tasks: [...tasks, ...fresh.map((slot) => ({ task, ...slot }))], timers };
      }
      case 'cancelUserTask': {
        const { task, slot } = params as unknown as CancelUserTask;
        const hit = (open: OpenTask) => open.task === task && (slot === undefined || open.slot === slot);
        return { tasks: tasks.filter((open) => !hit(open)), timers };
      }
      case 'startTimer': {
        const { timer, event, delayMs } = params as unknown as StartTimer;
        const dueAt = new Date(Date.parse(at) + delayMs).toISOString();
        return { tasks, timers: [...timers.filter((known) => known.timer !== timer), { timer, event, dueAt }] };
      }
      case 'cancelTimer': {
        const { timer } = params as unknown as CancelTimer;
        return { tasks, timers: timers.filter((known) => known.timer !== timer) };
      }
      default:
        return { tasks, timers };
    }
  }, before);

/** What the people of an exploration fill in: for a task `<task>.<outcome>`, else the event's type. */
export type FormsOf = (event: string, walk: Walk) => readonly FormValues[];

/**
 * Lists what may happen next: outcomes of open tasks, timers, events of people, signals.
 *
 * Parallel regions are independent, so only the first one that still waits is asked: that reaches every state of every
 * region without walking through all their combinations. Of several slots of a task the first is asked.
 */
export const possibleEvents = (definition: ProcessDefinition, walk: Walk, forms: FormsOf): ExploredEvent[] => {
  const chart = readStatechart(definition.machine);
  const focus = focusOf(chart, walk);
  const by = (type: string, slot?: string): ExploredEvent[] =>
    forms(type, walk).map((form) => ({
      type,
      at: walk.at,
      actor: SYSTEM_ACTOR,
      form,
      ...(slot === undefined ? {} : { slot }),
    }));
  const asked = walk.tasks.filter(
    ({ task }, index) => focus.tasks.has(task) && walk.tasks.findIndex((open) => open.task === task) === index,
  );
  return [
    ...asked.flatMap(({ task, slot }) =>
      Object.keys(definition.userTasks[task]?.outcomes ?? {}).flatMap((outcome) =>
        by(outcomeEvent(task, outcome), slot),
      ),
    ),
    ...walk.timers
      .filter(({ event }) => focus.states.some((state) => event.endsWith(`.${definition.machine.id}.${state}`)))
      .map(({ event, dueAt }) => ({ type: event, at: dueAt > walk.at ? dueAt : walk.at, actor: SYSTEM_ACTOR })),
    ...[...Object.keys(definition.signals), ...Object.keys(definition.events)].flatMap((type) => by(type)),
  ];
};

const focusOf = (chart: Statechart, walk: Walk): { readonly states: string[]; readonly tasks: ReadonlySet<string> } => {
  const first = walk.states.find((state) => chart.states.get(state)?.kind !== 'final');
  const states = first === undefined ? [] : lineage(chart, first);
  const tasks = new Set(states.flatMap(({ meta }) => meta.task ?? []));
  return { states: states.map(({ id }) => id), tasks };
};

export interface Exploration {
  /** One walk for every different situation, shortest first. */
  readonly walks: readonly Walk[];
  /** The shortest walk into each atomic state. */
  readonly reached: ReadonlyMap<string, Walk>;
  /** Every taken event with the states it was taken in: `<state> <event>`. */
  readonly taken: ReadonlySet<string>;
}

export interface ExplorationRules {
  readonly inputs: readonly WalkInput[];
  readonly events: (walk: Walk) => readonly ExploredEvent[];
  /** Tells situations apart; by default the active states, where a finished region counts as finished however it ended. */
  readonly situation?: (walk: Walk) => string;
}

/** Walks breadth first through everything that can happen, once through each situation. Takes no time and no database. */
export const explore = (definition: ProcessDefinition, rules: ExplorationRules): Exploration => {
  const chart = readStatechart(definition.machine);
  const situation = rules.situation ?? ((walk: Walk) => situationOf(chart, walk));
  const walks: Walk[] = [];
  const reached = new Map<string, Walk>();
  const taken = new Set<string>();
  const known = new Set<string>();
  const arrive = (walk: Walk): void => {
    for (const state of walk.states) if (!reached.has(state)) reached.set(state, walk);
    const here = situation(walk);
    if (known.has(here)) return;
    known.add(here);
    walks.push(walk);
  };
  for (const input of rules.inputs) arrive(startWalk(definition, input));
  for (const walk of walks) {
    for (const event of rules.events(walk)) {
      const next = takeStep(definition, walk, event);
      if (next instanceof Rejection) continue;
      for (const state of activeStates(chart, walk)) taken.add(`${state} ${event.type}`);
      arrive(next);
    }
  }
  return { walks, reached, taken };
};

const situationOf = (chart: Statechart, walk: Walk): string =>
  [
    ...walk.states.map((state) =>
      chart.states.get(state)?.kind === 'final' ? chart.states.get(state)?.parent : state,
    ),
    ...walk.tasks.map(({ task, slot }) => `${task}#${slot}`),
  ].join(' ');

const activeStates = (chart: Statechart, walk: Walk): Set<string> =>
  new Set(walk.states.flatMap((state) => lineage(chart, state).map(({ id }) => id)));

export interface Uncovered {
  readonly states: readonly string[];
  /** Transitions that were never taken, as `<state> <event>`. */
  readonly transitions: readonly string[];
}

/** What an exploration has not seen: a state that was never active, an event that a state takes but never got. */
export const uncovered = (definition: ProcessDefinition, { reached, taken }: Exploration): Uncovered => {
  const chart = readStatechart(definition.machine);
  const passing = (state: string): boolean =>
    chart.transitions.some((move) => isPassing(move) && move.source === state);
  // The region that finishes last is left in the same step, so its final state is only seen by the way into it.
  const entered = (state: string): boolean =>
    reached.has(state) ||
    chart.transitions.some((move) => move.targets.includes(state) && taken.has(`${move.source} ${move.event}`));
  return {
    states: [...chart.states.values()]
      .filter(({ id, kind }) => (kind === 'atomic' && !passing(id)) || kind === 'final')
      .map(({ id }) => id)
      .filter((id) => !entered(id)),
    transitions: [
      ...new Set(
        chart.transitions
          .filter(({ kind }) => kind === 'event' || kind === 'after')
          .map(({ source, event }) => `${source} ${event}`),
      ),
    ].filter((move) => !taken.has(move)),
  };
};

/** A state with an unconditional `always` is left in the step that enters it. */
const isPassing = ({ kind, guard }: ChartTransition): boolean => kind === 'always' && guard === null;
