import { App } from 'antd';
import { useMemo } from 'react';
import { useSentence } from './problem-notice';
import styles from './problem-notice.module.css';

/** Says in passing that something was done, or that it was refused and why. */
export const useAnnouncement = () => {
  const { message } = App.useApp();
  const sentenceOf = useSentence();
  return useMemo(
    () => ({
      done: (sentence: string) => {
        message.success(sentence, 3);
      },
      /** Says what the client itself does not accept. */
      said: (sentence: string) => {
        message.warning(sentence, 5);
      },
      refused: (error: unknown) => {
        const { sentence, code } = sentenceOf(error);
        message.error(
          <span>
            {sentence} <code className={styles.code}>{code}</code>
          </span>,
          6,
        );
      },
    }),
    [message, sentenceOf],
  );
};
