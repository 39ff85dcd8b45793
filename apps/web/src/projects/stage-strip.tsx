import { CheckOutlined, CloseOutlined, PauseOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language';
import { isoDay } from '../time/shanghai-time';
import type { StageProgress, StageStanding } from './stage-progress';
import styles from './stage-strip.module.css';

const signs: Partial<Record<StageStanding, ReactNode>> = {
  passed: <CheckOutlined />,
  skipped: <CheckOutlined />,
  suspended: <PauseOutlined />,
  stopped: <CloseOutlined />,
};

/** The way of a project from lead to results, with what was passed, what is under way and what was already true. */
export const StageStrip = ({ progress }: { progress: readonly StageProgress[] }) => {
  const { t } = useLanguage();
  const said: Record<StageStanding, string> = {
    passed: t.project.stagePassed,
    current: t.project.stageCurrent,
    suspended: t.project.stageSuspended,
    stopped: t.project.stageStopped,
    skipped: t.project.stageSkipped,
    ahead: t.project.stageAhead,
  };
  return (
    <ol className={styles.strip} aria-label={t.project.stageStrip} data-testid="stage-strip">
      {progress.map(({ stage, standing, milestone, enteredAt }, index) => (
        <li
          key={stage}
          className={`${styles.stage} ${styles[standing]}`}
          aria-current={standing === 'current' ? 'step' : undefined}
          data-stage={stage}
          data-standing={standing}
          title={said[standing]}
        >
          <span className={styles.mark} aria-hidden="true">
            {signs[standing] ?? index + 1}
          </span>
          <span className={styles.text}>
            <strong>{t.stages[stage]}</strong>
            <span className={styles.standing}>
              {standing === 'passed' || standing === 'ahead' ? (
                <span className={styles.spoken}>{said[standing]}</span>
              ) : (
                said[standing]
              )}
            </span>
            {milestone ? (
              <span className={styles.day}>
                {t.project.milestones[milestone.name]} {milestone.on}
              </span>
            ) : enteredAt ? (
              <span className={styles.day}>{t.project.enteredOn(isoDay(enteredAt))}</span>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
};
