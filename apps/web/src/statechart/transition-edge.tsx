import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Placed, Point } from './chart-layout';
import styles from './statechart.module.css';
import type { VisibleEdge } from './visible-graph';

export type ChartEdge = Edge<
  { visible: VisibleEdge; points: Point[]; place: Placed | null; label: string; lit: boolean; dim: boolean },
  'transition'
>;

const CORNER = 6;

/** A line through the points with its corners rounded. */
const pathThrough = (points: readonly Point[]): string => {
  const [start, ...rest] = points;
  if (!start) return '';
  let path = `M ${start.x} ${start.y}`;
  let before = start;
  for (const [index, corner] of rest.entries()) {
    const after = rest[index + 1];
    if (!after) {
      path += ` L ${corner.x} ${corner.y}`;
      break;
    }
    const into = Math.hypot(corner.x - before.x, corner.y - before.y);
    const out = Math.hypot(after.x - corner.x, after.y - corner.y);
    const radius = Math.min(CORNER, into / 2, out / 2);
    const toward = (to: Point, distance: number): string => {
      const length = Math.hypot(to.x - corner.x, to.y - corner.y) || 1;
      return `${corner.x + ((to.x - corner.x) / length) * distance} ${corner.y + ((to.y - corner.y) / length) * distance}`;
    };
    path += ` L ${toward(before, radius)} Q ${corner.x} ${corner.y} ${toward(after, radius)}`;
    before = corner;
  }
  return path;
};

/** A transition: solid for what people decide, dashed for what time or the process itself does. */
export const TransitionEdge = memo(({ id, data, markerEnd }: EdgeProps<ChartEdge>) => {
  if (!data) return null;
  const { visible, points, place, label, lit, dim } = data;
  const automatic = visible.transitions.every((transition) => transition.kind !== 'event');
  const tone = lit ? styles.edgeLit : visible.taken ? styles.edgeTaken : styles.edge;
  return (
    <>
      <BaseEdge
        id={id}
        path={pathThrough(points)}
        markerEnd={markerEnd}
        className={`${tone} ${automatic ? styles.edgeAutomatic : ''} ${dim ? styles.edgeDim : ''}`}
      />
      {place && label ? (
        <EdgeLabelRenderer>
          <span
            className={`${styles.edgeLabel} ${lit ? styles.edgeLabelLit : ''} ${dim ? styles.edgeDim : ''}`}
            style={{
              transform: `translate(${place.x}px, ${place.y}px)`,
              width: place.width,
              height: place.height,
            }}
          >
            {label}
          </span>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});
