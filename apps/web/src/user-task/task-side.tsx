import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { UserTaskDetail } from '../api/contract';
import { projectQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { Amount } from '../money/amount';
import { useUnitNames } from '../organization/unit-names';
import { SimilarLeads } from '../projects/project-side';
import { StageTrack } from '../projects/stage-track';
import { basisInWords } from '../spoken/basis-in-words';
import styles from './task-side.module.css';

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.line}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

export const GuidanceCard = ({ task }: { task: UserTaskDetail }) => {
  const { t, say } = useLanguage();
  const source = basisInWords(task.source ?? '');
  if (!task.guidance && !source) return null;
  return (
    <Card title={t.task.guidance}>
      {task.guidance ? <p className={styles.guidance}>{say(task.guidance)}</p> : null}
      {source ? (
        <p className={styles.source}>
          {t.task.source}
          {t.colon}
          {source}
        </p>
      ) : null}
    </Card>
  );
};

/** The project beside the form, so that deciding needs no second page. */
export const ProjectCard = ({ projectId, withSimilar = true }: { projectId: string; withSimilar?: boolean }) => {
  const { t } = useLanguage();
  const unitName = useUnitNames();
  const { data: project, isPending } = useQuery(projectQuery(projectId));
  if (isPending) {
    return (
      <Card title={t.task.project}>
        <Skeleton active title={false} paragraph={{ rows: 6 }} />
      </Card>
    );
  }
  if (!project) return null;
  return (
    <Card
      title={t.task.project}
      extra={
        <Link to="/projects/$projectId" params={{ projectId }}>
          {t.task.toProject}
        </Link>
      }
    >
      <p className={styles.projectName}>{project.projectName}</p>
      <p className={styles.projectNo}>{project.projectNo ?? project.leadNo}</p>
      <div className={styles.track}>
        <StageTrack project={project} />
      </div>
      <dl>
        <Line name={t.project.investor}>{project.investorName || t.none}</Line>
        <Line name={t.project.industry}>{project.industryFocus || t.none}</Line>
        <Line name={t.project.totalInvestment}>
          <Amount value={project.totalInvestment} />
        </Line>
        <Line name={t.project.leadTaskForce}>{unitName(project.leadTaskForce) || t.projects.undecided}</Line>
        <Line name={t.project.landingUnit}>{unitName(project.landingUnit) || t.projects.undecided}</Line>
      </dl>
      {typeof project.facts.brief === 'string' ? <p className={styles.brief}>{project.facts.brief}</p> : null}
      {withSimilar && project.similar.length > 0 ? (
        <div className={styles.similar}>
          <h3>{t.project.similar}</h3>
          <SimilarLeads similar={project.similar} />
        </div>
      ) : null}
    </Card>
  );
};
