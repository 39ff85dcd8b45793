import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Component, lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { HistoryItem, ProjectDetail } from '../api/contract';
import { definitionsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import styles from './project-page.module.css';
import { findDefinition, sharedTitles, useStateNames } from './stages';

const Statechart = lazy(() => import('../statechart/statechart').then((module) => ({ default: module.Statechart })));

/** A chart that cannot be drawn must not take the page with it. */
class ChartBoundary extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

interface ChartCardProps {
  project: ProjectDetail;
  history: readonly HistoryItem[];
}

/** The chart of the definition this project runs, loaded only here, with the active states also said in words. */
export const ChartCard = ({ project, history }: ChartCardProps) => {
  const { t, say } = useLanguage();
  const { definition: running, activeStates } = project.process;
  const { data, isPending } = useQuery(definitionsQuery);
  const stateName = useStateNames(running);
  const states = activeStates.map(stateName);
  const shared = sharedTitles(states);
  const definition = findDefinition(data, running.key, running.version);

  const visitedStates = useMemo(() => [...new Set(history.flatMap((item) => [...item.from, ...item.to]))], [history]);
  const takenEvents = useMemo(() => new Set(history.flatMap((item) => item.event ?? [])), [history]);
  const apology = <p className={styles.apology}>{t.chart.failed}</p>;
  const waiting = <Skeleton active paragraph={{ rows: 6 }} className={styles.waiting} />;

  return (
    <Card
      flush
      title={t.project.chart}
      extra={
        <span className={styles.definition}>
          {definition ? `${say(definition.title)} · ` : ''}
          {t.project.definition(running.version)}
        </span>
      }
    >
      <p className={styles.activeStates}>
        <span>{[t.chart.activeStates, ...shared].join(' › ')}</span>
        {states.map(({ path, titles, final }) => (
          <b key={path} className={final ? styles.settled : undefined} data-testid="active-state-name">
            {final ? '✓ ' : ''}
            {titles.slice(shared.length).join(' › ')}
          </b>
        ))}
      </p>
      {isPending ? (
        waiting
      ) : definition ? (
        <ChartBoundary fallback={apology}>
          <Suspense fallback={waiting}>
            <Statechart
              graph={definition.graph}
              activeStates={activeStates}
              visitedStates={visitedStates}
              takenEvents={takenEvents}
            />
          </Suspense>
        </ChartBoundary>
      ) : (
        <p className={styles.apology}>{t.chart.missing}</p>
      )}
    </Card>
  );
};
