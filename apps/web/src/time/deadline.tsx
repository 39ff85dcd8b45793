import { useLanguage } from '../language/language';
import styles from './deadline.module.css';
import { deadlineInWords, exactMoment } from './shanghai-time';

/** “11月25日（周三）17:30 前，剩3天”; red when overdue, amber when it ends today or tomorrow. */
export const Deadline = ({
  dueAt,
  settled = false,
  paused = false,
}: {
  dueAt: string | null;
  settled?: boolean;
  /** The clock stands, so that nothing is running out. */
  paused?: boolean;
}) => {
  const { t } = useLanguage();
  if (!dueAt) return <span className={styles.calm}>{t.none}</span>;
  const { by, left, urgency } = deadlineInWords(dueAt, t);
  if (settled) return <span className={styles.settled}>{by}</span>;
  if (paused) return <span className={styles.soon}>{t.deadline.paused}</span>;
  return (
    <span className={styles.deadline} title={exactMoment(dueAt)}>
      <span className={styles.by}>{by}</span>
      <span className={styles.comma}>{t.colon === '：' ? '，' : ', '}</span>
      <span className={styles[urgency]}>{left}</span>
    </span>
  );
};
