import type { ScheduleRun } from '../api/contract';
import { useLanguage } from '../language/language';
import styles from './run-state.module.css';

/** What became of a run, by word and colour. */
export const RunState = ({ state }: { state: ScheduleRun['state'] }) => {
  const { t } = useLanguage();
  return (
    <span className={`${styles.state} ${styles[state]}`} data-state={state}>
      <span className={styles.dot} />
      {t.schedules.states[state]}
    </span>
  );
};
