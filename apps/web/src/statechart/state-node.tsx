import { CheckOutlined, RightOutlined } from '@ant-design/icons';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useLanguage } from '../language/language';
import styles from './statechart.module.css';
import type { VisibleNode } from './visible-graph';

export type ChartNode = Node<
  { visible: VisibleNode; title: string; inner: string; settled: boolean; onLookAt: (id: string) => void },
  'state'
>;

/** The lines are drawn where the layout says; React Flow only needs to know that nodes can be joined. */
const Joints = () => (
  <>
    <Handle type="target" position={Position.Left} className={styles.joint} isConnectable={false} />
    <Handle type="source" position={Position.Right} className={styles.joint} isConnectable={false} />
  </>
);

const lookOf = ({ look, node, active, visited }: VisibleNode, settled: boolean): string =>
  [
    styles.node,
    styles[look],
    node.kind === 'parallel' ? styles.parallel : '',
    node.kind === 'final' ? styles.final : '',
    node.kind === 'history' ? styles.history : '',
    active ? (settled ? styles.settled : styles.active) : visited ? styles.visited : '',
  ].join(' ');

/** A state, a box of states, or a closed box that says which of its states are active. */
export const StateNode = memo(({ data }: NodeProps<ChartNode>) => {
  const { t } = useLanguage();
  const { visible, title, inner, settled, onLookAt } = data;
  const lit = visible.active && visible.look !== 'box';
  const heading =
    visible.look === 'state' ? (
      <span className={styles.title}>
        {settled ? <CheckOutlined className={styles.check} /> : null}
        {title}
      </span>
    ) : (
      <button
        type="button"
        className={`${visible.look === 'box' ? styles.boxTitle : styles.closedTitle} nopan`}
        onClick={() => onLookAt(visible.id)}
        title={t.chart.lookAt(title)}
      >
        <span className={styles.title}>{title}</span>
        <RightOutlined className={styles.into} />
        {visible.look === 'closedBox' ? (
          <small>
            {settled ? <CheckOutlined className={styles.check} /> : null}
            {inner || t.chart.states(visible.hidden)}
          </small>
        ) : null}
      </button>
    );
  return (
    <div
      className={lookOf(visible, settled)}
      data-testid={lit ? 'active-state' : undefined}
      data-state={visible.id}
      title={visible.look === 'state' ? title : undefined}
    >
      <Joints />
      {heading}
    </div>
  );
});
