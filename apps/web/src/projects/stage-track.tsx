import type { ProjectSummary } from '../api/contract';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import styles from './stage-track.module.css';
import { isStage, STAGES } from './stages';

type TrackedProject = Pick<ProjectSummary, 'stage' | 'status' | 'closedAs'>;

/** Where a project is, in the width of a table cell: seven steps, the name of the current one, and how it ended. */
export const StageTrack = ({ project }: { project: TrackedProject }) => {
  const { t } = useLanguage();
  const achieved = project.status === 'closed' && project.closedAs === 'achieved';
  const at = achieved ? STAGES.length : isStage(project.stage) ? STAGES.indexOf(project.stage) : -1;
  const stage = isStage(project.stage) ? t.stages[project.stage] : (project.stage ?? '');
  const status =
    project.status === 'active'
      ? null
      : project.status === 'closed' && project.closedAs
        ? wordFor(t.closedAs, project.closedAs)
        : t.status[project.status];
  const tone = achieved ? styles.achieved : project.status === 'active' ? styles.active : styles.still;
  return (
    <span className={`${styles.track} ${tone}`}>
      <span className={styles.words}>
        {achieved ? status : stage || status}
        {status && stage && !achieved ? <em className={styles.status}>{status}</em> : null}
      </span>
      <span className={styles.steps} aria-hidden="true">
        {STAGES.map((key, index) => (
          <i key={key} className={index < at ? styles.passed : index === at ? styles.current : styles.ahead} />
        ))}
      </span>
    </span>
  );
};
