import { type GraphEdge, type GraphNode, graph, type ProcessGraph } from './graph';
import type { ProcessDefinition } from './process-definition';

export interface DiagramScope {
  /** The state whose inside is drawn; the whole machine when left out. */
  readonly within?: string;
  /** How many levels of states are drawn; all when left out. */
  readonly depth?: number;
}

/**
 * Draws a definition as Mermaid `stateDiagram-v2` with Chinese titles, in an order that never changes by itself.
 *
 * Mermaid has no transitions between the insides of two composite states. Such an edge is drawn between the two states
 * that hold its ends side by side, and where it does not lead to the first state inside, its label says where.
 */
export const diagram = (
  definition: ProcessDefinition,
  { within = '', depth = Infinity }: DiagramScope = {},
): string => {
  const picture = new Picture(graph(definition), initialStates(definition), within, depth);
  return `${['stateDiagram-v2', ...picture.lines()].join('\n')}\n`;
};

/** What each state enters first: where an arrow from `[*]` points to. */
const initialStates = ({ machine }: ProcessDefinition): ReadonlyMap<string, string> => {
  const first = new Map<string, string>();
  const visit = (node: typeof machine.root): void => {
    const [initial] = node.type === 'compound' ? node.initial.target : [];
    if (initial) first.set(node.path.join('.'), initial.path.join('.'));
    for (const child of Object.values(node.states)) visit(child as typeof machine.root);
  };
  visit(machine.root);
  return first;
};

const levels = (id: string): number => (id === '' ? 0 : id.split('.').length);
const parentOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('.')));
const isInside = (id: string, state: string): boolean => state === '' || id.startsWith(`${state}.`);
const mermaidId = (id: string): string => id.replace(/\./g, '_');
/** A colon or a semicolon would end the label. */
const label = (text: string): string => text.replace(/[:;#]/g, ' ');

class Picture {
  private readonly nodes: ReadonlyMap<string, GraphNode>;

  constructor(
    private readonly whole: ProcessGraph,
    private readonly initial: ReadonlyMap<string, string>,
    private readonly within: string,
    private readonly depth: number,
  ) {
    this.nodes = new Map(whole.nodes.map((node) => [node.id, node]));
  }

  lines(): string[] {
    const arrows = this.arrows();
    const outside = [...new Set(arrows.map(({ target }) => target).filter((target) => !isInside(target, this.within)))];
    return [
      ...outside.map((id) => `  ${this.declared(id)}`),
      ...this.inside(this.within, arrows, '  '),
      ...arrows.filter((arrow) => !isInside(arrow.target, this.within)).map((arrow) => `  ${drawn(arrow)}`),
    ];
  }

  private declared(id: string): string {
    return `state "${this.nodes.get(id)?.title.zh ?? id}" as ${mermaidId(id)}`;
  }

  private visibleChildren(id: string): GraphNode[] {
    if (levels(id) - levels(this.within) >= this.depth) return [];
    return this.whole.nodes.filter((node) => node.id !== '' && parentOf(node.id) === id && node.kind !== 'history');
  }

  private inside(id: string, arrows: readonly Arrow[], indent: string): string[] {
    const children = this.visibleChildren(id);
    if (children.length === 0) return [];
    const parallel = this.nodes.get(id)?.kind === 'parallel';
    const blocks = children.map((child) => this.state(child, arrows, indent));
    if (parallel) return blocks.flatMap((block, index) => (index === 0 ? block : [`${indent}--`, ...block]));
    const first = this.initial.get(id);
    return [
      ...blocks.flat(),
      ...(first === undefined ? [] : [`${indent}[*] --> ${mermaidId(first)}`]),
      ...arrows
        .filter(
          ({ source, target }) => parentOf(source) === id && parentOf(target) === id && isInside(target, this.within),
        )
        .map((arrow) => `${indent}${drawn(arrow)}`),
      ...children.filter(({ kind }) => kind === 'final').map((child) => `${indent}${mermaidId(child.id)} --> [*]`),
    ];
  }

  private state(node: GraphNode, arrows: readonly Arrow[], indent: string): string[] {
    const inner = this.inside(node.id, arrows, `${indent}  `);
    const declared = `${indent}${this.declared(node.id)}`;
    return inner.length === 0
      ? [declared]
      : [declared, `${indent}state ${mermaidId(node.id)} {`, ...inner, `${indent}}`];
  }

  /** Edges between the drawn states; several between the same two become one arrow with all labels. */
  private arrows(): Arrow[] {
    const arrows = new Map<string, Arrow>();
    for (const edge of this.whole.edges) {
      const arrow = this.arrow(edge);
      if (!arrow) continue;
      const key = `${arrow.source} ${arrow.target}`;
      const known = arrows.get(key);
      arrows.set(key, known ? { ...known, labels: [...new Set([...known.labels, ...arrow.labels])] } : arrow);
    }
    return [...arrows.values()];
  }

  private arrow(edge: GraphEdge): Arrow | undefined {
    if (!isInside(edge.source, this.within)) return undefined;
    const drawnSource = this.lifted(edge.source);
    const drawnTarget = this.lifted(edge.target);
    const [source, target] = beside(drawnSource, drawnTarget, this.within);
    // Going round inside a state is not going round it.
    if (source === target && (edge.source !== edge.target || source !== edge.source)) return undefined;
    const where =
      target === edge.target || this.firstInside(target) === edge.target ? '' : ` → ${this.titleOf(edge.target)}`;
    return { source, target, labels: [`${edge.label.zh}${where}`] };
  }

  private titleOf(id: string): string {
    return this.nodes.get(id)?.title.zh ?? id;
  }

  private firstInside(id: string): string {
    const first = this.initial.get(id);
    return first === undefined ? id : this.firstInside(first);
  }

  /** The state itself, or the innermost drawn one around it; a history stands for the state it belongs to. */
  private lifted(id: string): string {
    const state = this.nodes.get(id)?.kind === 'history' ? parentOf(id) : id;
    if (!isInside(state, this.within)) return state;
    const deepest = levels(this.within) + this.depth;
    return state.split('.').slice(0, deepest).join('.');
  }
}

interface Arrow {
  readonly source: string;
  readonly target: string;
  readonly labels: readonly string[];
}

const drawn = ({ source, target, labels }: Arrow): string =>
  `${mermaidId(source)} --> ${mermaidId(target)}${labels.length > 0 ? ` : ${labels.map(label).join(' / ')}` : ''}`;

/** Lifts both ends until they stand side by side; what is outside the picture stays as far inside as it was. */
const beside = (source: string, target: string, within: string): [string, string] => {
  if (!isInside(target, within)) return [upTo(source, levels(within) + 1), outermost(target, within)];
  if (isInside(target, source) || isInside(source, target)) {
    const shorter = Math.min(levels(source), levels(target));
    return [upTo(source, shorter), upTo(target, shorter)];
  }
  const a = source.split('.');
  const b = target.split('.');
  const common = a.findIndex((key, index) => key !== b[index]);
  return common === -1 ? [source, target] : [upTo(source, common + 1), upTo(target, common + 1)];
};

/** The state outside the picture that is no longer around it. */
const outermost = (target: string, within: string): string => {
  const keys = target.split('.');
  const length = keys.findIndex((_key, index) => !isInside(within, keys.slice(0, index + 1).join('.')));
  return keys.slice(0, length + 1).join('.');
};

const upTo = (id: string, length: number): string => id.split('.').slice(0, length).join('.');
