import { type AnyMachineSnapshot, type AnyStateMachine, transition } from 'xstate';
import { persist, restore, statePaths, toCommands } from './advance';
import type { Command } from './command';
import { findNode, idOf, lendMachine, nodeAt } from './lent-machine';
import type { ProcessDefinition, ProcessEvent } from './process-definition';
import { RELOCATED } from './relocate';
import { type ChartState, lineage, readStatechart, type Statechart } from './statechart';

/**
 * How running instances of an earlier version come over to this one.
 *
 * An instance keeps its states, with their tasks, handlers, deadlines and timers, wherever this version has the same state;
 * `enter` names the atomic states that end instead, and what is entered in their place, with the exits of the old machine
 * and the entries of the new one. States that an instance has put aside for later come over in the same way.
 */
export interface MigrationWay {
  /** The version that instances come from. */
  readonly version: number;
  /** By the path of an atomic state of that version: the states to enter instead, one per parallel region. */
  readonly enter?: Readonly<Record<string, readonly string[]>>;
  /** What this version remembers, made of what that version remembered. */
  readonly context: (old: Readonly<Record<string, unknown>>, instanceId: string) => Readonly<Record<string, unknown>>;
}

/** What coming over does, in order: what leaving says, what entering says, and where that leads. */
export interface Migration {
  readonly leaving: readonly Command[];
  readonly entering: readonly Command[];
  readonly snapshot: AnyMachineSnapshot;
}

/** Where an instance stands between the two versions. */
const BETWEEN = '__migrating';

/** Decides how an instance of an earlier version goes on in a later one, purely. Throws what the context function throws. */
export const migrate = (
  from: ProcessDefinition,
  to: ProcessDefinition,
  way: MigrationWay,
  snapshot: AnyMachineSnapshot,
  occasion: Pick<ProcessEvent, 'at' | 'actor'> & { readonly instanceId: string },
): Migration => {
  const [old, next] = [readStatechart(from.machine), readStatechart(to.machine)];
  const { instanceId, at, actor } = occasion;
  const event = { type: RELOCATED, at, actor };
  const targets = targetsByScope(old, next, way, statePaths(snapshot.value));
  const [lentOld, lentNew] = [lendWayOut(from.machine, targets), lendWayIn(to.machine, targets)];
  const here = restore(lentOld, persist(from.machine, snapshot));
  const [left, said] = targets.size > 0 ? transition(lentOld, here, event) : [here, []];
  const stored = persist(lentOld, left) as Stored;
  const between = restore(lentNew, {
    ...stored,
    context: way.context(stored.context, instanceId),
    historyValue: historyIn(from.machine, to.machine, way, stored.historyValue ?? {}),
  });
  const [there, saidThen] = targets.size > 0 ? transition(lentNew, between, event) : [between, []];
  const arrived = restore(to.machine, persist(lentNew, there));
  return {
    leaving: toCommands(said),
    entering: [...toCommands(saidThen), ...delaysBegun(from, to, way, snapshot, arrived, event)],
    snapshot: arrived,
  };
};

interface Stored {
  readonly context: Readonly<Record<string, unknown>>;
  readonly historyValue?: Readonly<Record<string, readonly { readonly id: string }[]>>;
}

const isWithin = (path: string, ancestor: string): boolean => ancestor === '' || path.startsWith(`${ancestor}.`);

/** The innermost state that both versions have around what ends and what is entered for it; undefined where there is none. */
export const migrationScope = (
  old: Statechart,
  next: Statechart,
  leaf: string,
  targets: readonly string[],
): string | undefined =>
  lineage(old, leaf)
    .slice(1)
    .find(
      ({ id, kind }) =>
        kind === 'compound' &&
        next.states.get(id)?.kind === 'compound' &&
        targets.every((target) => isWithin(target, id)),
    )?.id;

const targetsByScope = (
  old: Statechart,
  next: Statechart,
  { enter = {} }: MigrationWay,
  leaves: readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const leaf of leaves) {
    const targets = enter[leaf];
    if (!targets) continue;
    const scope = migrationScope(old, next, leaf, targets);
    if (scope === undefined)
      throw new Error(`No state of both versions is around '${leaf}' and what is entered for it`);
    found.set(scope, [...new Set([...(found.get(scope) ?? []), ...targets])]);
  }
  return found;
};

/** The states of the old version that end with these atomic ones: all of their lineage that lies inside the scope. */
export const statesEndedWith = (
  from: ProcessDefinition,
  to: ProcessDefinition,
  { enter = {} }: MigrationWay,
  leaves: readonly string[],
): ReadonlySet<string> => {
  const [old, next] = [readStatechart(from.machine), readStatechart(to.machine)];
  return new Set(
    leaves.flatMap((leaf) => {
      const targets = enter[leaf];
      const scope = targets && migrationScope(old, next, leaf, targets);
      if (scope === undefined) return [];
      return lineage(old, leaf).flatMap(({ id }) => (id !== scope && isWithin(id, scope) ? [id] : []));
    }),
  );
};

/** The atomic states that history states remember. */
export const rememberedStates = (snapshot: AnyMachineSnapshot): string[] =>
  Object.values(snapshot.historyValue)
    .flat()
    .map((node) => node.path.join('.'));

/** Kept states begin the delays that only the new version has; entered ones have begun theirs by being entered. */
const delaysBegun = (
  from: ProcessDefinition,
  to: ProcessDefinition,
  way: MigrationWay,
  before: AnyMachineSnapshot,
  after: AnyMachineSnapshot,
  event: { readonly type: string },
): Command[] => {
  const known = new Set(delaysOf(readStatechart(from.machine)).map((delay) => delay.event));
  const ended = statesEndedWith(from, to, way, statePaths(before.value));
  const were = new Set(before._nodes.map((node) => node.path.join('.')).filter((path) => !ended.has(path)));
  const are = new Set(after._nodes.map((node) => node.path.join('.')));
  return delaysOf(readStatechart(to.machine))
    .filter((delay) => were.has(delay.source) && are.has(delay.source) && !known.has(delay.event))
    .map((delay) => ({
      type: 'startTimer',
      params: { timer: delay.event, event: delay.event, delayMs: lengthOf(to.machine, delay.name, after, event) },
    }));
};

const delaysOf = ({ transitions }: Statechart): Statechart['transitions'] =>
  transitions.filter(
    ({ kind, event }, index) => kind === 'after' && transitions.findIndex((other) => other.event === event) === index,
  );

const lengthOf = (
  machine: AnyStateMachine,
  delay: string,
  { context }: AnyMachineSnapshot,
  event: { readonly type: string },
): number => {
  const length: unknown = machine.implementations.delays[delay] ?? delay;
  return Number(typeof length === 'function' ? length({ context, event }, undefined) : length);
};

/** The events of the delays that a definition has, of some states or of all. */
export const delayEvents = (definition: ProcessDefinition, states?: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    delaysOf(readStatechart(definition.machine))
      .filter(({ source }) => states?.has(source) ?? true)
      .map(({ event }) => event),
  );

/** The tasks that states open. */
export const tasksOfStates = (definition: ProcessDefinition, states: ReadonlySet<string>): ReadonlySet<string> => {
  const chart = readStatechart(definition.machine);
  return new Set([...states].flatMap((state) => chart.states.get(state)?.meta.task ?? []));
};

const lendWayOut = (machine: AnyStateMachine, targets: ReadonlyMap<string, unknown>): AnyStateMachine =>
  lendMachine(
    machine,
    `out of ${[...targets.keys()].join('|')}`,
    [...targets.keys()].map((scope) => [
      scope,
      (config) => ({
        ...config,
        on: { ...config.on, [RELOCATED]: `.${BETWEEN}` },
        states: { ...config.states, [BETWEEN]: {} },
      }),
    ]),
  );

const lendWayIn = (machine: AnyStateMachine, targets: ReadonlyMap<string, readonly string[]>): AnyStateMachine =>
  lendMachine(
    machine,
    `into ${JSON.stringify([...targets])}`,
    [...targets].map(([scope, entered]) => [
      scope,
      (config) => ({
        ...config,
        states: {
          ...config.states,
          [BETWEEN]: { on: { [RELOCATED]: { target: entered.map((path) => `#${idOf(machine, path)}`) } } },
        },
      }),
    ]),
  );

/** What a definition has under a path, if anything. */
export const stateKind = (definition: ProcessDefinition, path: string): ChartState['kind'] | undefined =>
  readStatechart(definition.machine).states.get(path)?.kind;

/** What history states remember, in the words of the new version: kept states as they are, ended ones by what replaces them. */
const historyIn = (
  from: AnyStateMachine,
  to: AnyStateMachine,
  { enter = {} }: MigrationWay,
  remembered: NonNullable<Stored['historyValue']>,
): Stored['historyValue'] =>
  Object.fromEntries(
    Object.entries(remembered).flatMap(([history, nodes]) => {
      const path = pathOf(from, history);
      if (findNode(to, path)?.type !== 'history') return [];
      const ids = nodes.flatMap(({ id }) => {
        const leaf = pathOf(from, id);
        return (enter[leaf]?.flatMap((target) => leavesEntered(to, target)) ?? [leaf]).map((kept) => idOf(to, kept));
      });
      return [[idOf(to, path), [...new Set(ids)].map((id) => ({ id }))]];
    }),
  );

const pathOf = (machine: AnyStateMachine, id: string): string => machine.getStateNodeById(id).path.join('.');

/** The atomic states that entering a state enters below it. */
export const leavesEntered = (machine: AnyStateMachine, path: string): string[] => {
  const { states } = readStatechart(machine);
  const below = (state: ChartState | undefined): string[] => {
    if (!state) throw new Error(`Machine '${machine.id}' has no state '${path}'`);
    if (state.kind === 'atomic' || state.kind === 'final') return [state.id];
    return state.initial.flatMap((id) => below(states.get(id)));
  };
  return below(states.get(nodeAt(machine, path).path.join('.')));
};
