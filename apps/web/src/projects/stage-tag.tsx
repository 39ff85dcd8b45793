import { useLanguage } from '../language/language';
import styles from './stage-tag.module.css';
import { isStage } from './stages';

/** The name of a stage as a small label. */
export const StageTag = ({ stage }: { stage: string | null }) => {
  const { t } = useLanguage();
  if (!stage) return null;
  return <span className={styles.tag}>{isStage(stage) ? t.stages[stage] : stage}</span>;
};
