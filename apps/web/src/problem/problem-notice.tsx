import { Alert, Button } from 'antd';
import { useCallback } from 'react';
import { Problem } from '../api/http';
import { useLanguage } from '../language/language';
import styles from './problem-notice.module.css';

/** What to say about anything that was thrown: the server's sentence, or our own when it could not speak. */
export const useSentence = () => {
  const { t } = useLanguage();
  return useCallback(
    (error: unknown): { sentence: string; code: string } =>
      error instanceof Problem
        ? { sentence: error.message, code: error.code }
        : { sentence: t.unreadable, code: 'CLIENT.UNEXPECTED' },
    [t],
  );
};

interface ProblemNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** What is not there or not for the reader stays so, however often it is asked for. */
const isFinal = (error: unknown): boolean => error instanceof Problem && (error.status === 403 || error.status === 404);

/** A refusal as one sentence and its code; asking again is offered where it may help. */
export const ProblemNotice = ({ error, onRetry }: ProblemNoticeProps) => {
  const { t } = useLanguage();
  const { sentence, code } = useSentence()(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      data-testid="problem"
      title={
        <span className={styles.line}>
          <span>{sentence}</span>
          <code className={styles.code} data-testid="problem-code">
            {code}
          </code>
        </span>
      }
      action={
        onRetry && !isFinal(error) ? (
          <Button size="small" onClick={onRetry}>
            {t.retry}
          </Button>
        ) : undefined
      }
    />
  );
};
