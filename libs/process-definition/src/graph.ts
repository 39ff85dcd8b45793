import type { LocalizedText } from './localized-text';
import type { ProcessDefinition } from './process-definition';
import {
  type ChartStateKind,
  type ChartTransition,
  type ChartTransitionKind,
  readStatechart,
  stageOf,
} from './statechart';

/** A state as it is drawn: `id` is its dotted path, the same as in an instance's list of active states. */
export interface GraphNode {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: ChartStateKind;
  readonly title: LocalizedText;
  readonly stage: string | null;
  /** The user task that is open while the state is active. */
  readonly task: string | null;
}

export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** The event type, the delay's name, `always` or `done`. */
  readonly event: string;
  readonly label: LocalizedText;
  readonly kind: ChartTransitionKind;
}

export interface ProcessGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Draws a definition: every state once, every transition that leads somewhere; reminders and records are left out. */
export const graph = (definition: ProcessDefinition): ProcessGraph => {
  const chart = readStatechart(definition.machine);
  const nodes = [...chart.states.values()]
    .filter(({ parent }) => parent !== null)
    .map((state) => ({
      id: state.id,
      parent: state.parent === '' ? null : state.parent,
      kind: state.kind,
      title: state.meta.title ?? sameInBoth(state.id.slice(state.id.lastIndexOf('.') + 1)),
      stage: stageOf(chart, state.id) ?? null,
      task: state.meta.task ?? null,
    }));
  const edges = chart.transitions.flatMap((move, index) =>
    move.targets.map((target, nth) => ({
      id: `${move.source}:${move.name}:${index}.${nth}`,
      source: move.source,
      target,
      event: move.name,
      label: labelOf(definition, move),
      kind: move.kind,
    })),
  );
  return { nodes, edges: edges.filter(({ source }) => source !== '') };
};

const sameInBoth = (text: string): LocalizedText => ({ zh: text, en: text });

const ALWAYS: LocalizedText = { zh: '自动', en: 'at once' };
const DONE: LocalizedText = { zh: '全部完成', en: 'all done' };

/** What an event is called on the screen: the outcome's label, the delay's title, the words of a signal. */
export const eventLabel = (definition: ProcessDefinition, event: string): LocalizedText => {
  const dot = event.lastIndexOf('.');
  const outcome = definition.userTasks[event.slice(0, dot)]?.outcomes[event.slice(dot + 1)];
  return (
    outcome?.label ??
    definition.events[event]?.label ??
    definition.signals[event] ??
    definition.timers[event] ??
    sameInBoth(event)
  );
};

const labelOf = (definition: ProcessDefinition, { kind, name }: ChartTransition): LocalizedText => {
  if (kind === 'always') return ALWAYS;
  return kind === 'done' ? DONE : eventLabel(definition, name);
};
