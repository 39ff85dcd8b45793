import { useMutation } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { UserTaskDetail } from '../api/contract';
import { landfall } from '../api/landfall';
import { queryClient, userTaskQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { exactMoment, moment } from '../time/shanghai-time';
import styles from './copies-card.module.css';

/** Who was let know of the task, and who has read it. */
export const CopiesCard = ({ task }: { task: UserTaskDetail }) => {
  const { t } = useLanguage();
  const { copies } = task;
  if (copies.length === 0) return null;
  const read = copies.filter(({ readAt }) => readAt !== null).length;
  return (
    <Card title={t.copies.title} extra={<span className={styles.count}>{t.copies.count(read, copies.length)}</span>}>
      <ul data-testid="copies">
        {copies.map(({ name, sentBy, sentAt, readAt }) => (
          <li
            key={`${name}${sentAt}`}
            className={styles.copy}
            data-testid="copy"
            data-read={readAt === null ? undefined : ''}
          >
            <span>{name}</span>
            <span className={styles.by} title={exactMoment(sentAt)}>
              {t.copies.sentBy(sentBy)} · {moment(sentAt, t)}
            </span>
            {readAt === null ? (
              <span className={styles.unread}>{t.copies.unread}</span>
            ) : (
              <span className={styles.read} title={exactMoment(readAt)}>
                {t.copies.readAt(moment(readAt, t))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** Opening a task that was copied to the reader counts as reading it, and says so. */
export const CopyOpened = ({ task }: { task: UserTaskDetail }) => {
  const { t } = useLanguage();
  // The copy stays on the page after the task was read anew without it.
  const copy = useRef(task.copy);
  copy.current ??= task.copy;
  const opened = copy.current;
  const copyId = opened?.id;
  const read = useMutation({
    mutationFn: landfall.readCopy,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: userTaskQuery(task.userTaskId).queryKey });
      void queryClient.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
  const { mutate } = read;
  useEffect(() => {
    if (copyId) mutate(copyId);
  }, [copyId, mutate]);
  if (!opened) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={
        <span data-testid="copy-opened" data-read={read.isSuccess ? '' : undefined}>
          {t.copies.sentToYou(opened.sentBy, moment(opened.sentAt, t))}
          {opened.note ? <q className={styles.note}>{opened.note}</q> : null}
          {read.isSuccess ? <span className={styles.read}> {t.copies.readNow}</span> : null}
        </span>
      }
    />
  );
};
