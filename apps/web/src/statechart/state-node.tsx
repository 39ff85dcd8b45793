import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useLanguage } from '../language/language';
import styles from './statechart.module.css';
import type { VisibleNode } from './visible-graph';

export type ChartNode = Node<{ visible: VisibleNode; title: string; onToggle: (id: string) => void }, 'state'>;

/** The lines are drawn where the layout says; React Flow only needs to know that nodes can be joined. */
const Joints = () => (
  <>
    <Handle type="target" position={Position.Left} className={styles.joint} isConnectable={false} />
    <Handle type="source" position={Position.Right} className={styles.joint} isConnectable={false} />
  </>
);

const lookOf = ({ look, node, active, visited }: VisibleNode): string =>
  [
    styles.node,
    styles[look],
    node.kind === 'parallel' ? styles.parallel : '',
    node.kind === 'final' ? styles.final : '',
    node.kind === 'history' ? styles.history : '',
    active ? styles.active : visited ? styles.visited : '',
  ].join(' ');

/** A state, or a box of states. */
export const StateNode = memo(({ data }: NodeProps<ChartNode>) => {
  const { t } = useLanguage();
  const { visible, title, onToggle } = data;
  const leafActive = visible.active && visible.look === 'state';
  const title_ =
    visible.look === 'state' ? (
      <span className={styles.title}>{visible.node.kind === 'history' ? 'H' : title}</span>
    ) : visible.block ? (
      <button
        type="button"
        className={`${styles.toggle} nopan`}
        onClick={() => onToggle(visible.id)}
        title={visible.look === 'closedBox' ? t.chart.expand(title) : t.chart.collapse(title)}
      >
        <span className={styles.title}>{title}</span>
        {visible.look === 'closedBox' ? <RightOutlined /> : <DownOutlined />}
        {visible.look === 'closedBox' ? <small>{t.chart.states(visible.hidden)}</small> : null}
      </button>
    ) : (
      <span className={styles.boxTitle}>{title}</span>
    );
  return (
    <div
      className={lookOf(visible)}
      data-testid={leafActive ? 'active-state' : undefined}
      data-state={visible.id}
      title={visible.look === 'state' ? title : undefined}
    >
      <Joints />
      {title_}
    </div>
  );
});
