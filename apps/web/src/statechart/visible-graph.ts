import type { GraphEdge, GraphNode, ProcessGraph } from '../api/contract';
import { isStateOf } from '../projects/stages';

/** A node as it is drawn: an open box around others, a closed box that stands for a whole stage, or a single state. */
export interface VisibleNode {
  id: string;
  parent: string | null;
  node: GraphNode;
  look: 'state' | 'box' | 'closedBox';
  /** A block is a stage (or what stands beside the stages); it can be opened and closed. */
  block: boolean;
  active: boolean;
  visited: boolean;
  /** How many states a closed box hides. */
  hidden: number;
}

export interface VisibleEdge {
  id: string;
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

/** The graph with what is needed again and again: children, ancestors, blocks. */
export interface IndexedGraph {
  graph: ProcessGraph;
  byId: Map<string, GraphNode>;
  childrenOf: Map<string | null, GraphNode[]>;
  /** Block id of every node that belongs to one; the containers above the blocks belong to none. */
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
  const holdsStage = (node: GraphNode): boolean => (childrenOf.get(node.id) ?? []).some((child) => child.stage !== null || holdsStage(child));

  const blockOf = new Map<string, string>();
  const blocks: string[] = [];
  const claim = (node: GraphNode, block: string): void => {
    blockOf.set(node.id, block);
    for (const child of childrenOf.get(node.id) ?? []) claim(child, block);
  };
  const descend = (node: GraphNode): void => {
    // A container without a stage of its own, around stages, is only scaffolding: its children are the blocks.
    if (node.stage === null && holdsStage(node)) for (const child of childrenOf.get(node.id) ?? []) descend(child);
    else {
      blocks.push(node.id);
      claim(node, node.id);
    }
  };
  for (const node of childrenOf.get(null) ?? []) descend(node);
  return { graph, byId, childrenOf, blockOf, blocks };
};

const matching = (index: IndexedGraph, paths: Iterable<string>): Set<string> => {
  const found = new Set<string>();
  for (const path of paths) {
    const node = index.graph.nodes.find((known) => isStateOf(known.id, path));
    for (let at = node; at; at = at.parent === null ? undefined : index.byId.get(at.parent)) found.add(at.id);
  }
  return found;
};

/** The blocks a reader wants to see first: those of the active stages, or of whatever else is active. */
export const focusBlocks = (index: IndexedGraph, activeStates: readonly string[]): string[] => {
  const active = matching(index, activeStates);
  const lit = index.blocks.filter((block) => active.has(block));
  const stages = lit.filter((block) => index.byId.get(block)?.stage !== null);
  return stages.length > 0 ? stages : lit.length > 0 ? lit : index.blocks.slice(0, 1);
};

interface Lighting {
  activeStates: readonly string[];
  visitedStates: readonly string[];
  takenEvents: ReadonlySet<string>;
}

/** Reduces the graph to the opened blocks and, as closed boxes, the blocks they lead to or come from. */
export const visibleGraph = (index: IndexedGraph, opened: ReadonlySet<string>, lighting: Lighting): VisibleGraph => {
  const active = matching(index, lighting.activeStates);
  const visited = matching(index, lighting.visitedStates);

  const neighbours = new Set<string>();
  for (const edge of index.graph.edges) {
    const from = index.blockOf.get(edge.source);
    const to = index.blockOf.get(edge.target);
    if (from === undefined || to === undefined) continue;
    if (opened.has(from)) neighbours.add(to);
    if (opened.has(to)) neighbours.add(from);
  }

  const nodes: VisibleNode[] = [];
  const add = (node: GraphNode, parent: string | null, block: boolean): void => {
    const children = index.childrenOf.get(node.id) ?? [];
    const closed = block && children.length > 0 && !opened.has(node.id);
    const look = closed ? 'closedBox' : children.length > 0 ? 'box' : 'state';
    nodes.push({
      id: node.id,
      parent,
      node,
      look,
      block: block && children.length > 0,
      active: active.has(node.id),
      visited: visited.has(node.id),
      hidden: closed ? children.length : 0,
    });
    if (!closed) for (const child of children) add(child, node.id, false);
  };
  for (const block of index.blocks) {
    const node = index.byId.get(block);
    if (node && (opened.has(block) || neighbours.has(block))) add(node, null, true);
  }

  const shown = new Set(nodes.map((node) => node.id));
  const representative = (id: string): string | undefined => {
    if (shown.has(id)) return id;
    const block = index.blockOf.get(id);
    return block !== undefined && shown.has(block) ? block : undefined;
  };

  const lines = new Map<string, VisibleEdge>();
  for (const edge of index.graph.edges) {
    const source = representative(edge.source);
    const target = representative(edge.target);
    if (source === undefined || target === undefined) continue;
    const folded = source !== edge.source || target !== edge.target;
    if (source === target && folded) continue;
    const fromOpened = opened.has(index.blockOf.get(edge.source) ?? '');
    const toOpened = opened.has(index.blockOf.get(edge.target) ?? '');
    if (!fromOpened && !toOpened) continue;
    const id = `${source} -> ${target}`;
    const taken = edge.event !== null && lighting.takenEvents.has(edge.event);
    const line = lines.get(id) ?? { id, source, target, transitions: [], taken: false };
    line.transitions.push(edge);
    line.taken ||= taken && visited.has(edge.source) && visited.has(edge.target);
    lines.set(id, line);
  }
  return { nodes, edges: [...lines.values()] };
};
