import '@xyflow/react/dist/style.css';
import { AimOutlined, CompressOutlined, ExpandOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { MarkerType, MiniMap, Panel, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { Button, Segmented, Spin } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ProcessGraph } from '../api/contract';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { type ChartLayout, layOutChart } from './chart-layout';
import { ChartLegend } from './chart-legend';
import { type ChartNode, StateNode } from './state-node';
import styles from './statechart.module.css';
import { type ChartEdge, TransitionEdge } from './transition-edge';
import { activeBlocks, indexGraph, pathTo, type VisibleGraph, type VisibleNode, visibleGraph } from './visible-graph';

export interface StatechartProps {
  graph: ProcessGraph;
  activeStates: readonly string[];
  visitedStates: readonly string[];
  takenEvents: ReadonlySet<string>;
}

const nodeTypes = { state: StateNode };
const edgeTypes = { transition: TransitionEdge };
const MOST_LABELS = 2;
const NARROW = 560;

/** What the reader looks at: where the project is, everything, or the inside of one state. */
type Range = 'active' | 'whole' | { lookedAt: string };

interface Drawing {
  range: Range;
  visible: VisibleGraph;
  layout: ChartLayout;
  labels: Map<string, string>;
}

/** An active state that has nothing left to do: the end of one of several parallel regions. */
const isSettled = (node: VisibleNode): boolean =>
  node.look === 'closedBox'
    ? node.inside.length > 0 && node.inside.every((path) => path.at(-1)?.kind === 'final')
    : node.active && node.node.kind === 'final' && node.node.parent !== null;

const Chart = ({ graph, activeStates, visitedStates, takenEvents }: StatechartProps) => {
  const { t, say } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const flow = useReactFlow<ChartNode, ChartEdge>();
  const index = useMemo(() => indexGraph(graph), [graph]);
  const focus = useMemo(() => activeBlocks(index, activeStates), [index, activeStates]);

  const [range, setRange] = useState<Range>('active');
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [fullscreen, setFullscreen] = useState(false);

  const visible = useMemo(() => {
    const lookedAt = range === 'whole' ? null : range === 'active' ? focus : [range.lookedAt];
    return visibleGraph(index, lookedAt, { activeStates, visitedStates, takenEvents });
  }, [index, range, focus, activeStates, visitedStates, takenEvents]);

  const innerOf = useCallback(
    (node: VisibleNode): string => {
      if (node.look !== 'closedBox') return '';
      if (node.inside.length === 0) return t.chart.states(node.hidden);
      const unsettled = node.inside.filter((path) => path.at(-1)?.kind !== 'final');
      const [first = []] = unsettled.length > 0 ? unsettled : node.inside;
      const path = first.map((step) => say(step.title)).join(' › ');
      return node.inside.length === 1 ? path : t.chart.activeInside(unsettled.length);
    },
    [say, t],
  );

  useEffect(() => {
    let outdated = false;
    const labels = new Map(
      visible.edges.map((edge) => {
        // What happens at once needs no word: the dashed line says it.
        const told = edge.transitions.filter((transition) => transition.kind !== 'always');
        const words = [...new Set(told.map((transition) => say(transition.label)).filter(Boolean))];
        const rest = words.length > MOST_LABELS ? ' …' : '';
        return [edge.id, words.slice(0, MOST_LABELS).join(' / ') + rest];
      }),
    );
    const narrow = (frame.current?.clientWidth ?? 1000) < NARROW;
    layOutChart(
      visible,
      { title: (node) => say(node.node.title), inner: innerOf, label: (id) => labels.get(id) ?? '' },
      narrow,
    )
      .then((layout) => {
        if (!outdated) setDrawing({ range, visible, layout, labels });
      })
      .catch((error: unknown) => {
        if (!outdated) setFailure(error);
      });
    return () => {
      outdated = true;
    };
  }, [visible, range, say, innerOf]);

  const lookAt = useCallback((lookedAt: string) => setRange({ lookedAt }), []);

  const nodes = useMemo<ChartNode[]>(
    () =>
      (drawing?.visible.nodes ?? []).flatMap((node) => {
        const place = drawing?.layout.nodes.get(node.id);
        if (!place) return [];
        return [
          {
            id: node.id,
            type: 'state' as const,
            position: { x: place.x, y: place.y },
            width: place.width,
            height: place.height,
            data: {
              visible: node,
              title: say(node.node.title),
              inner: innerOf(node),
              settled: isSettled(node),
              onLookAt: lookAt,
            },
            zIndex: node.look === 'box' ? 0 : 2,
            draggable: false,
            connectable: false,
            selectable: false,
            focusable: false,
          },
        ];
      }),
    [drawing, say, innerOf, lookAt],
  );

  const edges = useMemo<ChartEdge[]>(
    () =>
      (drawing?.visible.edges ?? []).flatMap((edge) => {
        const route = drawing?.layout.edges.get(edge.id);
        if (!route) return [];
        const lit = hovered !== null && (edge.source === hovered || edge.target === hovered);
        const colour = lit ? '#17579c' : edge.taken ? '#7fa3c7' : '#b3bfcb';
        return [
          {
            id: edge.id,
            type: 'transition' as const,
            source: edge.source,
            target: edge.target,
            data: {
              visible: edge,
              points: route.points,
              place: route.label,
              label: drawing?.labels.get(edge.id) ?? '',
              lit,
              dim: hovered !== null && !lit,
            },
            markerEnd: { type: MarkerType.ArrowClosed, color: colour, width: 16, height: 16 },
            zIndex: 1,
            focusable: false,
            selectable: false,
          },
        ];
      }),
    [drawing, hovered],
  );

  const fit = useCallback(
    (duration = 0) =>
      void flow.fitView({
        padding: { x: '20px', top: '64px', bottom: drawing?.range === 'whole' ? '124px' : '44px' },
        maxZoom: 1,
        duration,
      }),
    [flow, drawing?.range],
  );

  const show = useCallback(() => {
    if (drawing?.range !== 'whole') {
      fit();
      return;
    }
    // The whole process is larger than any screen: it opens at a readable size around what is active.
    const nodes = drawing.visible.nodes.filter((node) => node.active && node.parent === null).map(({ id }) => ({ id }));
    void flow.fitView({ padding: 0.08, minZoom: 0.55, maxZoom: 0.9, ...(nodes.length > 0 ? { nodes } : {}) });
  }, [flow, drawing, fit]);

  // Shown again when the frame changes its size: with the window, on full screen, and when a drawing needs another height.
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let waiting = 0;
    const soon = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(show);
    };
    const observer = new ResizeObserver(soon);
    observer.observe(element);
    soon();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(waiting);
    };
  }, [show]);

  useEffect(() => {
    const changed = () => setFullscreen(document.fullscreenElement === frame.current);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);

  // The frame is as high as the drawing needs at the width there is, within what a page can bear.
  const height = useMemo(() => {
    if (!drawing || drawing.range === 'whole') return 520;
    const room = (frame.current?.clientWidth ?? 1000) - 40;
    const zoom = Math.min(1, room / Math.max(1, drawing.layout.width));
    return Math.round(Math.min(640, Math.max(280, drawing.layout.height * zoom + 112)));
  }, [drawing]);

  const lookedAt =
    typeof range === 'object'
      ? pathTo(index, range.lookedAt)
          .map((id) => say(index.byId.get(id)?.title))
          .join(' › ')
      : null;

  if (failure) return <ProblemNotice error={failure} />;
  return (
    <div
      ref={frame}
      className={styles.frame}
      style={fullscreen ? undefined : { height }}
      data-testid="statechart"
      data-ready={drawing ? '' : undefined}
    >
      {drawing ? null : (
        <div className={styles.waiting}>
          <Spin description={t.chart.loading}>
            <span className={styles.waitingSpace} />
          </Spin>
        </div>
      )}
      <ReactFlow<ChartNode, ChartEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodeMouseEnter={(_event, node) => setHovered(node.data.visible.look === 'box' ? null : node.id)}
        onNodeMouseLeave={() => setHovered(null)}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        minZoom={0.1}
        maxZoom={2}
        // The wheel scrolls the page; with Ctrl it zooms the chart.
        zoomOnScroll={fullscreen}
        preventScrolling={fullscreen}
        zoomOnPinch
        proOptions={{ hideAttribution: true }}
      >
        <Panel position="top-left" className={styles.ranges}>
          <Segmented<string>
            value={typeof range === 'string' ? range : 'inside'}
            onChange={(chosen) => {
              if (chosen === 'active' || chosen === 'whole') setRange(chosen);
            }}
            options={[
              { value: 'active', label: t.chart.focus },
              { value: 'whole', label: t.chart.whole },
              ...(lookedAt ? [{ value: 'inside', label: t.chart.looking(lookedAt) }] : []),
            ]}
            data-testid="chart-range"
          />
        </Panel>
        <Panel position="top-right" className={styles.tools}>
          <Button
            size="small"
            icon={<PlusOutlined />}
            aria-label={t.chart.zoomIn}
            title={t.chart.zoomIn}
            onClick={() => void flow.zoomIn({ duration: 150 })}
          />
          <Button
            size="small"
            icon={<MinusOutlined />}
            aria-label={t.chart.zoomOut}
            title={t.chart.zoomOut}
            onClick={() => void flow.zoomOut({ duration: 150 })}
          />
          <Button
            size="small"
            icon={<AimOutlined />}
            aria-label={t.chart.fit}
            title={t.chart.fit}
            onClick={() => fit(200)}
          />
          <Button
            size="small"
            icon={fullscreen ? <CompressOutlined /> : <ExpandOutlined />}
            aria-label={fullscreen ? t.chart.leaveFullscreen : t.chart.fullscreen}
            title={fullscreen ? t.chart.leaveFullscreen : t.chart.fullscreen}
            onClick={() => {
              if (fullscreen) void document.exitFullscreen();
              else void frame.current?.requestFullscreen?.();
            }}
          />
        </Panel>
        <Panel position="bottom-left">
          <ChartLegend />
        </Panel>
        {drawing?.range === 'whole' ? (
          <MiniMap<ChartNode>
            pannable
            zoomable
            className={styles.map}
            style={{ width: 220, height: 110 }}
            nodeColor={(node) =>
              node.data.visible.look === 'box'
                ? 'rgba(23,87,156,0.05)'
                : node.data.visible.active
                  ? '#17579c'
                  : node.data.visible.visited
                    ? '#a9c4df'
                    : '#d3dbe3'
            }
            nodeStrokeWidth={0}
            maskColor="rgba(244, 246, 248, 0.6)"
            ariaLabel={t.chart.whole}
          />
        ) : null}
      </ReactFlow>
    </div>
  );
};

/** The statechart of a running definition with the active states lit and the way so far tinted. */
export const Statechart = (props: StatechartProps) => (
  <ReactFlowProvider>
    <Chart {...props} />
  </ReactFlowProvider>
);
