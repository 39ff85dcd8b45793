import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { VisibleGraph, VisibleNode } from './visible-graph';

export interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface ChartLayout {
  nodes: Map<string, Placed>;
  edges: Map<string, { points: Point[]; label: Placed | null }>;
}

/** Texts come from the reader's language, so their sizes do too. */
export interface ChartTexts {
  title: (node: VisibleNode) => string;
  label: (edgeId: string) => string;
}

let engine: InstanceType<typeof ELK> | null = null;

/** The layout engine runs in a web worker, started with the first chart and kept for the visit. */
const elk = (): InstanceType<typeof ELK> => {
  engine ??= new ELK({ workerUrl });
  return engine;
};

/** Roughly how wide a text is drawn: Chinese characters are square, Latin ones about half. */
export const textWidth = (text: string, size: number): number => {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e80 ? size : size * 0.56;
  return Math.ceil(width);
};

const sizeOf = (node: VisibleNode, title: string): { width: number; height: number } => {
  if (node.look === 'closedBox') return { width: Math.max(104, textWidth(title, 14) + 44), height: 58 };
  if (node.node.kind === 'history') return { width: 34, height: 34 };
  const width = textWidth(title, 13);
  if (width <= 168) return { width: Math.max(80, width + 30), height: 38 };
  return { width: Math.max(110, Math.ceil(width / 2) + 46), height: 56 };
};

const ROOT_OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.edgeCoords': 'ROOT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.mergeEdges': 'false',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.edgeLabel': '3',
  'elk.spacing.nodeSelfLoop': '14',
};

const BOX_OPTIONS = {
  'elk.padding': '[top=46,left=20,bottom=20,right=20]',
  'elk.nodeSize.constraints': 'MINIMUM_SIZE',
};

const LABEL_SIZE = 11;

/** Places everything that is visible. Rejects when the engine finds no layout. */
export const layOutChart = async (
  graph: VisibleGraph,
  texts: ChartTexts,
  direction: 'RIGHT' | 'DOWN',
): Promise<ChartLayout> => {
  const childrenOf = new Map<string | null, VisibleNode[]>();
  for (const node of graph.nodes) childrenOf.set(node.parent, [...(childrenOf.get(node.parent) ?? []), node]);

  const elkNode = (node: VisibleNode): ElkNode => {
    const title = texts.title(node);
    const children = (childrenOf.get(node.id) ?? []).map(elkNode);
    if (children.length === 0) return { id: node.id, ...sizeOf(node, title) };
    const least = textWidth(title, 13) + 60;
    return {
      id: node.id,
      children,
      layoutOptions: { ...BOX_OPTIONS, 'elk.direction': direction, 'elk.nodeSize.minimum': `(${least}, 60)` },
    };
  };

  const placed = await elk().layout({
    id: 'chart',
    layoutOptions: { ...ROOT_OPTIONS, 'elk.direction': direction },
    children: (childrenOf.get(null) ?? []).map(elkNode),
    edges: graph.edges.map((edge) => {
      const text = texts.label(edge.id);
      return {
        id: edge.id,
        sources: [edge.source],
        targets: [edge.target],
        labels: text ? [{ id: `${edge.id} label`, text, width: textWidth(text, LABEL_SIZE) + 8, height: 16 }] : [],
      };
    }),
  });
  return readLayout(placed);
};

const readLayout = (placed: ElkNode): ChartLayout => {
  const layout: ChartLayout = { nodes: new Map(), edges: new Map() };
  const readEdges = (edges: ElkExtendedEdge[] | undefined): void => {
    for (const edge of edges ?? []) {
      const points = (edge.sections ?? []).flatMap((section) => [
        section.startPoint,
        ...(section.bendPoints ?? []),
        section.endPoint,
      ]);
      const label = edge.labels?.[0];
      layout.edges.set(edge.id, {
        points,
        label: label ? { x: label.x ?? 0, y: label.y ?? 0, width: label.width ?? 0, height: label.height ?? 0 } : null,
      });
    }
  };
  const readNode = (node: ElkNode, left: number, top: number): void => {
    const x = left + (node.x ?? 0);
    const y = top + (node.y ?? 0);
    layout.nodes.set(node.id, { x, y, width: node.width ?? 0, height: node.height ?? 0 });
    for (const child of node.children ?? []) readNode(child, x, y);
    readEdges(node.edges);
  };
  for (const child of placed.children ?? []) readNode(child, 0, 0);
  readEdges(placed.edges);
  return layout;
};
