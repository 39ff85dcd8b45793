import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect, useMemo } from 'react';
import type { ProjectDetail } from '../api/contract';
import { definitionsQuery, historyQuery, projectQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Card, useTabTitle } from '../layout/page';
import pageStyles from '../layout/page.module.css';
import { PendingPage } from '../layout/pending-page';
import { Amount } from '../money/amount';
import { useUnitNames } from '../organization/unit-names';
import { Timeline } from '../timeline/timeline';
import { BlockerBanner } from './blocker-banner';
import { ChartCard } from './chart-card';
import { KeyFact } from './key-fact';
import { OpenTasks } from './open-tasks';
import { ProjectEvents } from './project-events';
import { HeadingLight, ProjectLight } from './project-light';
import { ProjectMeetings } from './project-meetings';
import styles from './project-page.module.css';
import { FactsCard, ProjectPapers, RoutingCard, SimilarLeads } from './project-side';
import { ProjectSupervision } from './project-supervision';
import { ProjectWaiting } from './project-waiting';
import { ReviewStanding } from './review-standing';
import { stageProgress } from './stage-progress';
import { StageStrip } from './stage-strip';
import { findDefinition } from './stages';

const StatusTag = ({ project }: { project: ProjectDetail }) => {
  const { t } = useLanguage();
  const achieved = project.closedAs === 'achieved';
  const words =
    project.status === 'closed' && project.closedAs ? wordFor(t.closedAs, project.closedAs) : t.status[project.status];
  return (
    <span className={`${styles.status} ${achieved ? styles.achieved : styles[project.status]}`} data-testid="status">
      {words}
    </span>
  );
};

/** Push meetings are asked for in the card of meetings, with what the event alone cannot say. */
const ASKED_ELSEWHERE = 'requestPush';

const Header = ({ project }: { project: ProjectDetail }) => {
  const { t } = useLanguage();
  const unitName = useUnitNames();
  return (
    <header className={styles.header}>
      <div className={styles.headline}>
        <div className={styles.heading}>
          <h1 className={styles.title} data-testid="project-name">
            {project.projectName}
          </h1>
          <p className={styles.sub}>
            <StatusTag project={project} />
            <HeadingLight projectId={project.projectId} />
            {project.level ? <span>{wordFor(t.levels, project.level)}</span> : null}
            <span className={styles.number}>{project.projectNo ?? project.leadNo}</span>
          </p>
        </div>
        <div className={styles.actions}>
          <ProjectEvents
            projectId={project.projectId}
            events={project.events.filter(({ type }) => type !== ASKED_ELSEWHERE)}
          />
        </div>
      </div>
      <dl className={styles.keyFacts}>
        <KeyFact name={t.project.totalInvestment}>
          <span className={styles.money}>
            <Amount value={project.totalInvestment} />
          </span>
        </KeyFact>
        <KeyFact name={t.project.investor}>{project.investorName || t.none}</KeyFact>
        <KeyFact name={t.project.industry}>{project.industryFocus || t.none}</KeyFact>
        <KeyFact name={t.project.leadTaskForce}>{unitName(project.leadTaskForce) || t.projects.undecided}</KeyFact>
        <KeyFact name={t.project.landingUnit}>{unitName(project.landingUnit) || t.projects.undecided}</KeyFact>
      </dl>
    </header>
  );
};

const LONGEST_WAY = 400;

const OpenProject = ({ project }: { project: ProjectDetail }) => {
  const { t } = useLanguage();
  useTabTitle(project.projectName);
  const { data: definitions } = useQuery(definitionsQuery);
  const historyPages = useInfiniteQuery(historyQuery(project.projectId));
  const history = useMemo(() => historyPages.data?.pages.flatMap((page) => page.items) ?? [], [historyPages.data]);
  const { hasNextPage, isFetching, fetchNextPage } = historyPages;
  // The strip and the chart want the whole way of a project; what is longer than this is told by the timeline alone.
  const wanted = hasNextPage && !isFetching && history.length < LONGEST_WAY;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
  const whole = historyPages.isSuccess && !historyPages.hasNextPage;
  const closed = project.status === 'closed';
  const { definition } = project.process;
  const progress = stageProgress(
    project,
    history,
    whole,
    findDefinition(definitions, definition.key, definition.version),
  );

  return (
    <div className={pageStyles.page}>
      <div className={styles.top}>
        <Header project={project} />
        <div className={styles.stages}>
          <StageStrip progress={progress} />
        </div>
      </div>
      {project.status === 'suspended' ? (
        <Alert className={styles.notice} type="warning" showIcon title={t.project.suspendedNotice} />
      ) : null}
      {project.status === 'closed' && project.closedAs ? (
        <Alert
          className={styles.notice}
          type={project.closedAs === 'achieved' ? 'success' : 'info'}
          showIcon
          title={t.project.closedNotice(wordFor(t.closedAs, project.closedAs))}
          action={
            project.duplicateOf ? (
              <Link to="/projects/$projectId" params={{ projectId: project.duplicateOf }}>
                {t.project.duplicateOf}
              </Link>
            ) : undefined
          }
        />
      ) : null}
      <BlockerBanner projectId={project.projectId} />
      {closed ? null : <ReviewStanding projectId={project.projectId} />}
      <div className={styles.columns}>
        <div className={styles.side}>
          {closed ? null : <OpenTasks tasks={project.openTasks} timers={project.timers} />}
          <ProjectSupervision project={project} />
          <ProjectMeetings project={project} />
        </div>
        <div className={styles.side}>
          <ProjectLight projectId={project.projectId} />
          {closed ? null : <RoutingCard project={project} />}
        </div>
      </div>
      <div className={styles.row}>
        <ChartCard project={project} history={history} />
      </div>
      <div className={styles.row}>
        <ProjectWaiting projectId={project.projectId} />
      </div>
      <div className={styles.columns}>
        <Card title={t.project.timeline}>
          <Timeline of={{ projectId: project.projectId }} />
        </Card>
        <aside className={styles.side}>
          {closed ? <RoutingCard project={project} /> : null}
          <FactsCard project={project} />
          <ProjectPapers project={project} />
          {project.similar.length > 0 ? (
            <Card title={t.project.similar}>
              <SimilarLeads similar={project.similar} />
            </Card>
          ) : null}
        </aside>
      </div>
    </div>
  );
};

/** Everything about one project: where it stands, what waits, how it got here. */
export const ProjectPage = () => {
  const { projectId } = useParams({ from: '/home/projects/$projectId' });
  const { data: project, error, refetch } = useQuery(projectQuery(projectId));
  if (project) return <OpenProject key={projectId} project={project} />;
  return <PendingPage error={error} retry={refetch} />;
};
