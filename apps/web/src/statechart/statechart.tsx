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
import { focusBlocks, indexGraph, type VisibleGraph, visibleGraph } from './visible-graph';

export interface StatechartProps {
  graph: ProcessGraph;
  activeStates: readonly string[];
  visitedStates: readonly string[];
  takenEvents: ReadonlySet<string>;
}

const nodeTypes = { state: StateNode };
const edgeTypes = { transition: TransitionEdge };
const MOST_LABELS = 2;

type Range = 'focus' | 'whole';

interface Drawing {
  visible: VisibleGraph;
  layout: ChartLayout;
  labels: Map<string, string>;
}

const Chart = ({ graph, activeStates, visitedStates, takenEvents }: StatechartProps) => {
  const { t, say } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const flow = useReactFlow<ChartNode, ChartEdge>();
  const index = useMemo(() => indexGraph(graph), [graph]);
  const activeKey = activeStates.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new array with the same states is the same focus
  const focus = useMemo(() => focusBlocks(index, activeStates), [index, activeKey]);

  const [range, setRange] = useState<Range>('focus');
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [fullscreen, setFullscreen] = useState(false);

  const opened = useMemo(() => {
    const base = new Set(range === 'whole' ? index.blocks : focus);
    for (const block of toggled) if (!base.delete(block)) base.add(block);
    return base;
  }, [range, index, focus, toggled]);

  const visible = useMemo(
    () => visibleGraph(index, opened, { activeStates, visitedStates, takenEvents }),
    [index, opened, activeStates, visitedStates, takenEvents],
  );

  useEffect(() => {
    let outdated = false;
    const labels = new Map(
      visible.edges.map((edge) => {
        const words = [...new Set(edge.transitions.map((transition) => say(transition.label)).filter(Boolean))];
        const rest = words.length > MOST_LABELS ? ' …' : '';
        return [edge.id, words.slice(0, MOST_LABELS).join(' / ') + rest];
      }),
    );
    const narrow = (frame.current?.clientWidth ?? 1000) < 560;
    layOutChart(
      visible,
      { title: (node) => say(node.node.title), label: (id) => labels.get(id) ?? '' },
      narrow ? 'DOWN' : 'RIGHT',
    )
      .then((layout) => {
        if (!outdated) setDrawing({ visible, layout, labels });
      })
      .catch((error: unknown) => {
        if (!outdated) setFailure(error);
      });
    return () => {
      outdated = true;
    };
  }, [visible, say]);

  const toggle = useCallback((id: string) => {
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);

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
            data: { visible: node, title: say(node.node.title), onToggle: toggle },
            zIndex: node.look === 'box' ? 0 : 2,
            draggable: false,
            connectable: false,
            selectable: false,
            focusable: false,
          },
        ];
      }),
    [drawing, say, toggle],
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

  const fitActive = useCallback(() => {
    const wanted = range === 'whole' ? new Set(focus) : null;
    void flow.fitView({
      padding: 0.06,
      maxZoom: 1.1,
      minZoom: range === 'whole' ? 0.5 : 0.1,
      ...(wanted ? { nodes: [...wanted].map((id) => ({ id })) } : {}),
    });
  }, [flow, range, focus]);

  // A new layout is shown whole, or (in the whole chart) around what is active.
  useEffect(() => {
    if (!drawing) return;
    const frameId = requestAnimationFrame(fitActive);
    return () => cancelAnimationFrame(frameId);
  }, [drawing, fitActive]);

  useEffect(() => {
    const changed = () => {
      setFullscreen(document.fullscreenElement === frame.current);
      setTimeout(fitActive, 120);
    };
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [fitActive]);

  if (failure) return <ProblemNotice error={failure} />;
  return (
    <div ref={frame} className={styles.frame} data-testid="statechart" data-ready={drawing ? '' : undefined}>
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
        onNodeMouseEnter={(_event, node) => setHovered(node.id)}
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
          <Segmented<Range>
            value={range}
            onChange={(chosen) => {
              setRange(chosen);
              setToggled(new Set());
            }}
            options={[
              { value: 'focus', label: t.chart.focus },
              { value: 'whole', label: t.chart.whole },
            ]}
            data-testid="chart-range"
          />
        </Panel>
        <Panel position="top-right" className={styles.tools}>
          <Button size="small" icon={<PlusOutlined />} aria-label={t.chart.zoomIn} title={t.chart.zoomIn} onClick={() => void flow.zoomIn({ duration: 150 })} />
          <Button size="small" icon={<MinusOutlined />} aria-label={t.chart.zoomOut} title={t.chart.zoomOut} onClick={() => void flow.zoomOut({ duration: 150 })} />
          <Button size="small" icon={<AimOutlined />} aria-label={t.chart.fit} title={t.chart.fit} onClick={() => void flow.fitView({ padding: 0.06, maxZoom: 1.1, duration: 200 })} />
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
        {range === 'whole' ? (
          <MiniMap<ChartNode>
            pannable
            zoomable
            className={styles.map}
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
