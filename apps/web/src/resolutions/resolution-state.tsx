import type { FollowedResolution } from '../api/contract';
import { useLanguage } from '../language/language';
import styles from './resolution-state.module.css';

/** Whether a resolution is open, late, fulfilled or given up. */
export const ResolutionState = ({ followed }: { followed: FollowedResolution }) => {
  const { say } = useLanguage();
  return (
    <span className={`${styles.state} ${styles[followed.state]}`} data-testid="resolution-state">
      {say(followed.stateLabel)}
    </span>
  );
};
