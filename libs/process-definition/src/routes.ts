import { type ChartTransition, lineage, type Statechart } from './statechart';

/** Which states of a chart can be reached and how, and from which of them an end can be reached; guards may say yes. */
export interface Routes {
  reached(state: string): boolean;
  /** The shortest way there, for people: `start → a —event→ b`. */
  path(state: string): string;
  endsFrom(state: string): boolean;
}

interface Step {
  readonly from: string | null;
  readonly label: string;
}

export const findRoutes = (chart: Statechart): Routes => {
  const steps = reachable(chart);
  const ending = endingStates(chart);
  return {
    reached: (state) => steps.has(state),
    path: (state) => (steps.has(state) ? describe(steps, state) : `'${state}' (never reached)`),
    endsFrom: (state) => ending.has(state),
  };
};

const describe = (steps: ReadonlyMap<string, Step>, state: string): string => {
  const step = steps.get(state);
  if (!step || step.from === null) return `start → ${state || 'the whole machine'}`;
  return `${describe(steps, step.from)} —${step.label}→ ${state}`;
};

/** Walks breadth first over transitions, entering below and beside each target what XState would enter. */
const reachable = (chart: Statechart): Map<string, Step> => {
  const steps = new Map<string, Step>();
  const queue: string[] = [];
  const enter = (id: string, step: Step): void => {
    if (steps.has(id)) return;
    const state = chart.states.get(id);
    if (!state) return;
    steps.set(id, step);
    queue.push(id);
    if (state.parent !== null) enterAround(state.parent, step);
    for (const inner of state.initial) enter(inner, step);
  };
  const enterAround = (id: string, step: Step): void => {
    const state = chart.states.get(id);
    if (!state || steps.has(id)) return;
    steps.set(id, step);
    queue.push(id);
    if (state.parent !== null) enterAround(state.parent, step);
    if (state.kind === 'parallel') for (const region of state.initial) enter(region, step);
  };
  enter('', { from: null, label: '' });
  const pending = new Set<ChartTransition>(chart.transitions);
  while (queue.length > 0) {
    queue.length = 0;
    for (const move of [...pending]) {
      if (!steps.has(move.source)) continue;
      if (move.kind === 'done' && !canBeDone(chart, steps, move.source)) continue;
      pending.delete(move);
      for (const target of move.targets) enter(target, { from: move.source, label: move.name });
    }
  }
  return steps;
};

const canBeDone = (chart: Statechart, steps: ReadonlyMap<string, Step>, id: string): boolean => {
  const children = (chart.states.get(id)?.children ?? []).flatMap((child) => chart.states.get(child) ?? []);
  const finals = children.filter(({ kind }) => kind === 'final');
  return chart.states.get(id)?.kind === 'parallel'
    ? children.every((child) => child.kind === 'history' || canBeDone(chart, steps, child.id))
    : finals.some((child) => steps.has(child.id));
};

/** Grows the set of states from which an end of the whole machine can be reached, until it no longer grows. */
const endingStates = (chart: Statechart): Set<string> => {
  const ending = new Set(
    [...chart.states.values()].filter(({ kind, parent }) => kind === 'final' && parent === '').map(({ id }) => id),
  );
  const usable = new Map<string, ChartTransition[]>();
  for (const { id } of chart.states.values()) {
    const around = new Set(lineage(chart, id).map((state) => state.id));
    usable.set(
      id,
      chart.transitions.filter((move) => around.has(move.source)),
    );
  }
  const leadsToEnd = (id: string): boolean =>
    ending.has(id) || (chart.states.get(id)?.initial ?? []).some((inner) => leadsToEnd(inner));
  for (let size = -1; size !== ending.size; ) {
    size = ending.size;
    for (const [id, moves] of usable) {
      if (moves.some((move) => move.targets.some(leadsToEnd))) ending.add(id);
    }
  }
  return ending;
};
