import type { GraphEdge, GraphNode, ProcessGraph } from '../api/contract';
import { isStateOf } from '../projects/stages';

/** A node as it is drawn: an open box around others, a closed box that stands for all in it, or a single state. */
export interface VisibleNode {
  id: string;
  parent: string | null;
  node: GraphNode;
  look: 'state' | 'box' | 'closedBox';
  active: boolean;
  visited: boolean;
  /** The active states that a closed box hides, each as the way down to it. */
  inside: GraphNode[][];
  /** How many states a closed box hides. */
  hidden: number;
}

export interface VisibleEdge {
  id: string;
  /** The box in which both ends lie, or null for the drawing itself. */
  parent: string | null;
  source: string;
  target: string;
  /** The transitions that this line stands for. */
  transitions: GraphEdge[];
  taken: boolean;
}

export interface VisibleGraph {
  nodes: VisibleNode[];
  edges: VisibleEdge[];
}

/** The graph with what is needed again and again: nodes by id, children, blocks. */
export interface IndexedGraph {
  graph: ProcessGraph;
  byId: Map<string, GraphNode>;
  childrenOf: Map<string | null, GraphNode[]>;
  /** Block id of every node that belongs to one; the scaffolding above the blocks belongs to none. */
  blockOf: Map<string, string>;
  blocks: string[];
}

export const indexGraph = (graph: ProcessGraph): IndexedGraph => {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const childrenOf = new Map<string | null, GraphNode[]>();
  for (const node of graph.nodes) {
    const parent = node.parent !== null && byId.has(node.parent) ? node.parent : null;
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), node]);
  }
  const holdsStage = (node: GraphNode): boolean =>
    (childrenOf.get(node.id) ?? []).some((child) => child.stage !== null || holdsStage(child));

  const blockOf = new Map<string, string>();
  const blocks: string[] = [];
  const claim = (node: GraphNode, block: string): void => {
    blockOf.set(node.id, block);
    for (const child of childrenOf.get(node.id) ?? []) claim(child, block);
  };
  const descend = (node: GraphNode): void => {
    if (node.stage === null && holdsStage(node)) {
      // A container without a stage of its own, around stages, is only scaffolding: its children are the blocks.
      for (const child of childrenOf.get(node.id) ?? []) descend(child);
    } else {
      blocks.push(node.id);
      claim(node, node.id);
    }
  };
  for (const node of childrenOf.get(null) ?? []) descend(node);
  return { graph, byId, childrenOf, blockOf, blocks };
};

const withAncestors = (index: IndexedGraph, paths: Iterable<string>): Set<string> => {
  const found = new Set<string>();
  for (const path of paths) {
    const node = index.graph.nodes.find((known) => isStateOf(known.id, path));
    for (let at = node; at; at = at.parent === null ? undefined : index.byId.get(at.parent)) found.add(at.id);
  }
  return found;
};

export const hasStates = (index: IndexedGraph, id: string): boolean => (index.childrenOf.get(id) ?? []).length > 0;

/** From the block down to the node itself; empty for scaffolding. */
export const pathTo = (index: IndexedGraph, id: string): string[] => {
  const block = index.blockOf.get(id);
  const path: string[] = [];
  if (block === undefined) return path;
  for (let at = index.byId.get(id); at; at = index.byId.get(at.parent ?? '')) {
    path.unshift(at.id);
    if (at.id === block) break;
  }
  return path;
};

/** Where a state is entered: the first of its own states, and so on inwards. */
const entryOf = (index: IndexedGraph, id: string): string => {
  const first = index.childrenOf.get(id)?.find((child) => child.kind !== 'history');
  return first && index.byId.get(id)?.kind === 'compound' ? first.id : id;
};

const countStates = (index: IndexedGraph, id: string): number => {
  const children = index.childrenOf.get(id) ?? [];
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + countStates(index, child.id), 0);
};

/** The blocks a reader wants to see first: those of the active stages, or of whatever else is active. */
export const activeBlocks = (index: IndexedGraph, activeStates: readonly string[]): string[] => {
  const active = withAncestors(index, activeStates);
  const lit = index.blocks.filter((block) => active.has(block));
  const stages = lit.filter((block) => index.byId.get(block)?.stage !== null && hasStates(index, block));
  return stages.length > 0 ? stages : lit.length > 0 ? lit : index.blocks.slice(0, 1);
};

export interface Lighting {
  activeStates: readonly string[];
  visitedStates: readonly string[];
  takenEvents: ReadonlySet<string>;
}

/** More states than this are told by one closed box per region, which a reader can look into. */
const MOST_STATES_IN_REGIONS = 12;

/**
 * Chooses what is drawn: the inside of the looked-at states with what they lead to or come from, or (when nothing is
 * looked at) every block with its own states. What lies deeper is told by closed boxes.
 *
 * A transition that crosses a border is drawn between the two boxes that lie side by side, so that every box can be laid
 * out by itself and the main line stays straight.
 */
export const visibleGraph = (
  index: IndexedGraph,
  lookedAt: readonly string[] | null,
  lighting: Lighting,
): VisibleGraph => {
  const active = withAncestors(index, lighting.activeStates);
  const visited = withAncestors(index, lighting.visitedStates);
  const inside = new Set(lookedAt?.filter((id) => hasStates(index, id)));
  const alone = new Set(lookedAt?.filter((id) => !hasStates(index, id)));
  const above = new Set([...inside].flatMap((id) => pathTo(index, id)));

  const isClosed = (node: GraphNode): boolean => {
    if (!hasStates(index, node.id) || above.has(node.id)) return false;
    if (!lookedAt) return index.blockOf.get(node.id) !== node.id;
    const path = pathTo(index, node.id);
    if (!path.some((id) => inside.has(id))) return true;
    const parent = index.byId.get(node.parent ?? '');
    return parent?.kind === 'parallel' && countStates(index, parent.id) > MOST_STATES_IN_REGIONS;
  };

  /** The drawn boxes around a node and the node's own place, outermost first; empty when it is not drawn by itself. */
  const places = (id: string): string[] => {
    const path = pathTo(index, id);
    const from = path.findLastIndex((step) => inside.has(step)) + 1;
    // Outside of what is looked at, the nearest box beside it stands for everything in it.
    const start = from > 0 || !lookedAt ? from : path.findIndex((step) => !above.has(step));
    if (start < 0) return [];
    const rest = path.slice(start);
    const closed = rest.findIndex((step) => {
      const node = index.byId.get(step);
      return node !== undefined && isClosed(node);
    });
    return closed < 0 ? rest : rest.slice(0, closed + 1);
  };
  const isInside = (id: string): boolean =>
    !lookedAt || alone.has(id) || (pathTo(index, id).some((step) => inside.has(step)) && !inside.has(id));

  const lines = new Map<string, VisibleEdge>();
  const neighbours = new Set<string>();
  for (const edge of index.graph.edges) {
    if (!isInside(edge.source) && !isInside(edge.target) && !inside.has(edge.target)) continue;
    const from = places(edge.source);
    const to = places(inside.has(edge.target) ? entryOf(index, edge.target) : edge.target);
    if (from.length === 0 || to.length === 0) continue;
    let shared = 0;
    while (from[shared] !== undefined && from[shared] === to[shared]) shared += 1;
    // A loop inside a closed box is not the box's own.
    const itself = edge.source === edge.target && from.at(-1) === edge.source;
    const depth = itself ? shared - 1 : shared;
    const source = from[depth];
    const target = to[depth];
    if (source === undefined || target === undefined) continue;
    neighbours.add(source).add(target);
    const id = `${source} -> ${target}`;
    const parent = from[depth - 1] ?? null;
    const line = lines.get(id) ?? { id, parent, source, target, transitions: [], taken: false };
    line.transitions.push(edge);
    const happened = edge.event !== null && lighting.takenEvents.has(edge.event);
    line.taken ||= happened && visited.has(edge.source) && visited.has(edge.target);
    lines.set(id, line);
  }

  const nodes: VisibleNode[] = [];
  const add = (node: GraphNode, parent: string | null): void => {
    const children = index.childrenOf.get(node.id) ?? [];
    const closed = isClosed(node);
    nodes.push({
      id: node.id,
      parent,
      node,
      look: children.length === 0 ? 'state' : closed ? 'closedBox' : 'box',
      active: active.has(node.id),
      visited: visited.has(node.id),
      inside: closed ? innerStates(index, node, lighting.activeStates) : [],
      hidden: closed ? children.length : 0,
    });
    if (!closed) for (const child of children) add(child, node.id);
  };
  const walk = (node: GraphNode): void => {
    const children = index.childrenOf.get(node.id) ?? [];
    if (!lookedAt) add(node, null);
    else if (inside.has(node.id)) for (const child of children) add(child, null);
    else if (above.has(node.id)) for (const child of children) walk(child);
    else if (alone.has(node.id) || neighbours.has(node.id)) add(node, null);
  };
  for (const id of index.blocks) {
    const block = index.byId.get(id);
    if (block) walk(block);
  }
  const drawn = new Set(nodes.map((node) => node.id));
  return { nodes, edges: [...lines.values()].filter(({ source, target }) => drawn.has(source) && drawn.has(target)) };
};

/** The active states inside a closed box, each as the path of titles below the box. */
const innerStates = (index: IndexedGraph, box: GraphNode, activeStates: readonly string[]): GraphNode[][] =>
  activeStates.flatMap((path) => {
    const node = index.graph.nodes.find((known) => isStateOf(known.id, path));
    const steps = node ? pathTo(index, node.id) : [];
    const at = steps.indexOf(box.id);
    if (at < 0) return [];
    return [steps.slice(at + 1).flatMap((step) => index.byId.get(step) ?? [])];
  });
