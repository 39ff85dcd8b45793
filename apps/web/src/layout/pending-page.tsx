import { Skeleton } from 'antd';
import { ProblemNotice } from '../problem/problem-notice';
import styles from './page.module.css';

interface PendingPageProps {
  error: Error | null;
  retry: () => unknown;
  /** How many lines stand in for what is on its way. */
  rows?: number;
}

/** A page whose subject is not there yet: on its way, or refused with the reason. */
export const PendingPage = ({ error, retry, rows = 10 }: PendingPageProps) => (
  <div className={styles.page}>
    {error ? <ProblemNotice error={error} onRetry={() => void retry()} /> : <Skeleton active paragraph={{ rows }} />}
  </div>
);
