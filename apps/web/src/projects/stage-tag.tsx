import type { InboxItem } from '../api/contract';
import { useLanguage } from '../language/language';
import styles from './stage-tag.module.css';
import { isStage } from './stages';

/** The name of a stage as a small label. */
export const StageTag = ({ stage }: { stage: string | null }) => {
  const { t } = useLanguage();
  if (!stage) return null;
  return <span className={styles.tag}>{isStage(stage) ? t.stages[stage] : stage}</span>;
};

/** Where a task belongs: the stage of its project, or the other process that runs beside it. */
export const PlaceTag = ({ task: { stage, process } }: { task: Pick<InboxItem, 'stage' | 'process'> }) => {
  const { say } = useLanguage();
  if (isStage(stage)) return <StageTag stage={stage} />;
  return <span className={styles.tag}>{say(process.title)}</span>;
};
