import { Fragment } from 'react';
import { useLanguage } from '../language/language';
import styles from './ladder.module.css';

/** 专班 → 办公室 → 分管副组长 → 领导小组: where on the ladder an issue stands. */
export const Ladder = ({ level }: { level: number }) => {
  const { t } = useLanguage();
  const { ladder, ladderAt } = t.supervision;
  return (
    <span className={styles.ladder} role="img" aria-label={ladderAt(ladder[level] ?? '')} data-level={level}>
      {ladder.map((name, step) => (
        <Fragment key={name}>
          {step > 0 ? <span className={step <= level ? `${styles.line} ${styles.passed}` : styles.line} /> : null}
          <span className={step === level ? styles.here : step < level ? styles.below : styles.above}>{name}</span>
        </Fragment>
      ))}
    </span>
  );
};
