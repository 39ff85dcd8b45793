import { CheckCircleFilled } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CompleteAnswer, Outcome, UserTaskDetail } from '../api/contract';
import { landfall } from '../api/landfall';
import { inboxQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { PlaceTag } from '../projects/stage-tag';
import { Deadline } from '../time/deadline';
import { OperationDialog } from './operation-dialog';
import styles from './task-done.module.css';

interface TaskDoneProps {
  task: UserTaskDetail;
  outcome: Outcome;
  answer: CompleteAnswer;
  onWithdrawn: () => void;
}

/** What was decided, and what the same person can go on with. */
export const TaskDone = ({ task, outcome, answer, onWithdrawn }: TaskDoneProps) => {
  const { t, say } = useLanguage();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const mine = useInfiniteQuery(inboxQuery({ view: 'todo' }));
  const [withdrawing, setWithdrawing] = useState(false);
  // Beside the page's own copy of the task, which stays as it was decided on.
  const { data: decided } = useQuery({
    queryKey: ['decided-task', task.userTaskId, answer.historyId],
    queryFn: () => landfall.userTask(task.userTaskId),
  });
  // Only when this project needs nothing more does the next piece of work of another one come up.
  const waiting =
    answer.nextTasks.length > 0
      ? undefined
      : mine.data?.pages[0]?.items.find((item) => item.userTaskId !== task.userTaskId && item.userTaskId !== null);
  return (
    <div className={styles.done} data-testid="task-done">
      <CheckCircleFilled className={styles.sign} aria-hidden="true" />
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {t.task.submitted}
      </h2>
      <p className={styles.what}>{t.task.submittedAs(say(task.title), say(outcome.label))}</p>
      {answer.nextTasks.length > 0 ? (
        <div className={styles.next}>
          <h3 className={styles.nextTitle}>{t.task.nextTasks}</h3>
          <ul>
            {answer.nextTasks.map((next) => (
              <li key={next.userTaskId} className={styles.nextTask}>
                <span className={styles.nextText}>
                  <span>
                    <strong>{say(next.title)}</strong> <PlaceTag task={next} />
                  </span>
                  <span className={styles.due}>
                    {next.projectId === task.projectId ? null : `${next.projectName} · `}
                    <Deadline dueAt={next.dueAt} />
                  </span>
                </span>
                <Button
                  size="small"
                  type="primary"
                  data-testid="next-task"
                  onClick={() => void navigate({ to: '/tasks/$taskId', params: { taskId: next.userTaskId ?? '' } })}
                >
                  {t.inbox.open}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className={styles.what}>{t.task.noNextTasks}</p>
      )}
      <div className={styles.ways}>
        {waiting ? (
          <Link to="/tasks/$taskId" params={{ taskId: waiting.userTaskId ?? '' }}>
            <Button type="primary" data-testid="next-of-mine">
              {t.task.nextOfMine(say(waiting.title), waiting.projectName)}
            </Button>
          </Link>
        ) : null}
        <Link to="/inbox">
          <Button>{t.task.toInbox}</Button>
        </Link>
        <Link to="/projects/$projectId" params={{ projectId: task.projectId }}>
          <Button>{t.task.toProject}</Button>
        </Link>
      </div>
      {decided?.can.withdraw ? (
        <p className={styles.withdraw}>
          {t.task.withdrawOffer}
          <Button type="link" size="small" onClick={() => setWithdrawing(true)} data-testid="withdraw">
            {t.operations.kinds.withdraw}
          </Button>
        </p>
      ) : null}
      {withdrawing && decided ? (
        <OperationDialog task={decided} kind="withdraw" onClose={() => setWithdrawing(false)} onDone={onWithdrawn} />
      ) : null}
    </div>
  );
};
