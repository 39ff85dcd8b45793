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
  width: number;
  height: number;
  nodes: Map<string, Placed>;
  edges: Map<string, { points: Point[]; label: Placed | null }>;
}

/** Texts come from the reader's language, so their sizes do too. */
export interface ChartTexts {
  title: (node: VisibleNode) => string;
  /** The second line of a closed box. */
  inner: (node: VisibleNode) => string;
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

const sizeOf = (node: VisibleNode, texts: ChartTexts): { width: number; height: number } => {
  const title = texts.title(node);
  if (node.look === 'closedBox') {
    const inner = Math.min(210, textWidth(texts.inner(node), 12));
    return { width: Math.max(104, textWidth(title, 13) + 42, inner + (node.active ? 44 : 28)), height: 56 };
  }
  const width = textWidth(title, 13) + (node.active ? 16 : 0);
  if (width <= 168) return { width: Math.max(80, width + 30), height: 38 };
  return { width: Math.max(110, Math.ceil(width / 2) + 46), height: 56 };
};

const OPTIONS = {
  'elk.algorithm': 'layered',
  // Every box is laid out by itself: no transition crosses a border (see visibleGraph).
  'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
  'elk.json.edgeCoords': 'ROOT',
  'elk.edgeRouting': 'ORTHOGONAL',
  // The order in which a process is written is the order in which it is read.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.spacing.nodeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.spacing.nodeNode': '18',
  'elk.spacing.edgeNode': '10',
  'elk.spacing.edgeEdge': '8',
  'elk.spacing.edgeLabel': '2',
  'elk.padding': '[top=4,left=4,bottom=4,right=4]',
};

const BOX_OPTIONS = {
  ...OPTIONS,
  'elk.padding': '[top=42,left=16,bottom=16,right=16]',
  'elk.nodeSize.constraints': 'MINIMUM_SIZE',
};

const LABEL_SIZE = 11;

/** Places everything that is visible. Rejects when the engine finds no layout. */
export const layOutChart = async (graph: VisibleGraph, texts: ChartTexts, narrow: boolean): Promise<ChartLayout> => {
  const childrenOf = new Map<string | null, VisibleNode[]>();
  for (const node of graph.nodes) childrenOf.set(node.parent, [...(childrenOf.get(node.parent) ?? []), node]);

  const edgesIn = (parent: string | null): ElkExtendedEdge[] =>
    graph.edges
      .filter((edge) => edge.parent === parent)
      .map((edge) => {
        const text = texts.label(edge.id);
        const width = textWidth(text, LABEL_SIZE) + 8;
        const layoutOptions = { 'elk.edgeLabels.inline': 'true' };
        return {
          id: edge.id,
          sources: [edge.source],
          targets: [edge.target],
          labels: text ? [{ id: `${edge.id} label`, text, width, height: 16, layoutOptions }] : [],
        };
      });

  const elkNode = (node: VisibleNode): ElkNode => {
    const children = (childrenOf.get(node.id) ?? []).map(elkNode);
    if (children.length === 0) return { id: node.id, ...sizeOf(node, texts) };
    if (node.node.kind === 'parallel' && children.every((child) => child.children === undefined)) {
      // Closed regions stand in a grid.
      const width = Math.max(...children.map((child) => child.width ?? 0));
      for (const child of children) child.width = width;
    }
    return {
      id: node.id,
      children,
      edges: edgesIn(node.id),
      layoutOptions: {
        ...BOX_OPTIONS,
        'elk.direction': 'DOWN',
        // Parallel regions stand side by side where there is room.
        'elk.aspectRatio': narrow ? '0.4' : '2.4',
        'elk.nodeSize.minimum': `(${textWidth(texts.title(node), 13) + 64}, 60)`,
      },
    };
  };

  const placed = await elk().layout({
    id: 'chart',
    layoutOptions: { ...OPTIONS, 'elk.direction': narrow ? 'DOWN' : 'RIGHT' },
    children: (childrenOf.get(null) ?? []).map(elkNode),
    edges: edgesIn(null),
  });
  return readLayout(placed);
};

const readLayout = (placed: ElkNode): ChartLayout => {
  const layout: ChartLayout = {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    nodes: new Map(),
    edges: new Map(),
  };
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
