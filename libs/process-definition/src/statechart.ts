import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { StateMeta } from './process-definition';

export type ChartStateKind = 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
export type ChartTransitionKind = 'event' | 'after' | 'always' | 'done';

/** An action as the machine names it; `pure` ones (assign, raise, cancel) are resolved by XState and reach nobody. */
export interface ChartAction {
  readonly type: string;
  readonly params: unknown;
  readonly nature: 'command' | 'pure' | 'inline';
}

/** A state under its dotted path without the machine's id (`active.lead.screening`); the root has the empty path. */
export interface ChartState {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: ChartStateKind;
  readonly meta: Partial<StateMeta>;
  readonly tags: readonly string[];
  readonly children: readonly string[];
  /** What entering the state enters below it: the initial child, all regions, or a history's default target. */
  readonly initial: readonly string[];
  readonly history: 'shallow' | 'deep' | null;
  readonly entry: readonly ChartAction[];
  readonly exit: readonly ChartAction[];
  readonly invokes: number;
}

export interface ChartTransition {
  readonly source: string;
  readonly kind: ChartTransitionKind;
  /** The event type as XState has it. */
  readonly event: string;
  /** What people call it: the event type, the delay's name, `always` or `done`. */
  readonly name: string;
  readonly guard: unknown;
  /** Empty for a transition that only says commands. */
  readonly targets: readonly string[];
  readonly reenter: boolean;
  readonly actions: readonly ChartAction[];
}

/** A machine read as plain data: what the boot check, the fingerprint, the graph and the diagram look at. */
export interface Statechart {
  readonly states: ReadonlyMap<string, ChartState>;
  readonly transitions: readonly ChartTransition[];
}

const AFTER = 'xstate.after.';
const DONE = 'xstate.done.';

const pathOf = (node: AnyStateNode): string => node.path.join('.');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const read = new WeakMap<AnyStateMachine, Statechart>();

/** Reads a machine's states and transitions in document order; a machine never changes, so it is read once. */
export const readStatechart = (machine: AnyStateMachine): Statechart => {
  const known = read.get(machine);
  if (known) return known;
  const states = new Map<string, ChartState>();
  const transitions: ChartTransition[] = [];
  const visit = (node: AnyStateNode): void => {
    states.set(pathOf(node), readState(node, machine));
    transitions.push(...readTransitions(node, machine));
    for (const child of childrenOf(node)) visit(child);
  };
  visit(machine.root);
  const chart = { states, transitions };
  read.set(machine, chart);
  return chart;
};

const childrenOf = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states);

const readState = (node: AnyStateNode, machine: AnyStateMachine): ChartState => ({
  id: pathOf(node),
  parent: node.parent ? pathOf(node.parent) : null,
  kind: node.type,
  meta: (node.meta ?? {}) as Partial<StateMeta>,
  tags: node.tags,
  children: childrenOf(node).map(pathOf),
  initial: initialOf(node),
  history: node.type === 'history' ? node.history || 'shallow' : null,
  entry: readActions(node.entry, machine),
  exit: readActions(node.exit, machine),
  invokes: node.invoke.length,
});

const initialOf = (node: AnyStateNode): string[] => {
  if (node.type === 'compound') return node.initial.target.map(pathOf);
  if (node.type === 'parallel') {
    return childrenOf(node)
      .filter((child) => child.type !== 'history')
      .map(pathOf);
  }
  if (node.type !== 'history' || !node.parent) return [];
  const target: unknown = 'target' in node.config ? node.config.target : undefined;
  return typeof target === 'string' ? [resolveTarget(node.parent, target)] : initialOf(node.parent);
};

const resolveTarget = (parent: AnyStateNode, target: string): string =>
  target.startsWith('#') ? pathOf(parent.machine.getStateNodeById(target.slice(1))) : joined(pathOf(parent), target);

const joined = (...keys: string[]): string => keys.filter(Boolean).join('.');

interface TransitionLike {
  readonly eventType: string;
  readonly target?: readonly AnyStateNode[] | undefined;
  readonly guard?: unknown;
  readonly reenter?: boolean;
  readonly actions: readonly unknown[];
}

const readTransitions = (node: AnyStateNode, machine: AnyStateMachine): ChartTransition[] => {
  const listed: TransitionLike[] = [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
  return listed.map((transition) => ({
    source: pathOf(node),
    ...nameOf(transition.eventType, node.id),
    event: transition.eventType,
    guard: transition.guard ?? null,
    targets: (transition.target ?? []).map(pathOf),
    reenter: transition.reenter ?? false,
    actions: readActions(transition.actions, machine),
  }));
};

const nameOf = (event: string, nodeId: string): { kind: ChartTransitionKind; name: string } => {
  if (event === '') return { kind: 'always', name: 'always' };
  if (event.startsWith(AFTER)) return { kind: 'after', name: event.slice(AFTER.length, -(nodeId.length + 1)) };
  if (event.startsWith(DONE)) return { kind: 'done', name: 'done' };
  return { kind: 'event', name: event };
};

const readActions = (actions: readonly unknown[], machine: AnyStateMachine): ChartAction[] =>
  actions.flatMap((action): ChartAction[] => {
    if (typeof action === 'string') return [named(action, undefined, machine)];
    if (typeof action === 'function') return unnamed(action);
    if (!isRecord(action) || typeof action.type !== 'string') return [];
    return [named(action.type, action.params, machine)];
  });

const named = (type: string, params: unknown, machine: AnyStateMachine): ChartAction => {
  const implementation: unknown = machine.implementations.actions[type];
  const pure = typeof implementation === 'function' && 'resolve' in implementation;
  return { type, params: params ?? null, nature: pure ? 'pure' : 'command' };
};

/** XState's own actions carry a resolver; the ones that arm and disarm a state's delays are told by its transitions. */
const unnamed = (action: { readonly name: string; readonly type?: unknown }): ChartAction[] => {
  if (!('resolve' in action)) return [{ type: action.name || 'anonymous', params: null, nature: 'inline' }];
  const type = String(action.type);
  if (type === 'xstate.raise' || type === 'xstate.cancel') return [];
  const assignment: unknown = 'assignment' in action ? action.assignment : null;
  return [{ type, params: isRecord(assignment) ? Object.keys(assignment) : null, nature: 'pure' }];
};

/** The state itself and everything around it, from the inside to the root. */
export const lineage = (chart: Statechart, id: string): ChartState[] => {
  const state = chart.states.get(id);
  if (!state) return [];
  return [state, ...(state.parent === null ? [] : lineage(chart, state.parent))];
};

/** The user task that is open while the state is active: its own or that of the nearest state around it. */
export const taskOf = (chart: Statechart, id: string): string | undefined =>
  lineage(chart, id).find((state) => state.meta.task !== undefined)?.meta.task;

/** The stage the state belongs to: its own or that of the nearest state around it. */
export const stageOf = (chart: Statechart, id: string): string | undefined =>
  lineage(chart, id).find((state) => state.meta.stage !== undefined)?.meta.stage;
