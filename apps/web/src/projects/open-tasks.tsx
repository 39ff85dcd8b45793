import { ClockCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ProjectDetail } from '../api/contract';
import { handlerInWords } from '../inbox/inbox-row';
import { useLanguage } from '../language/language';
import { Card } from '../layout/page';
import { Deadline } from '../time/deadline';
import { momentInWords } from '../time/shanghai-time';
import styles from './project-page.module.css';

interface OpenTasksProps {
  tasks: ProjectDetail['openTasks'];
  timers: ProjectDetail['timers'];
}

/** What is to be done now, by whom and until when, and the clocks that run besides. */
export const OpenTasks = ({ tasks, timers }: OpenTasksProps) => {
  const { t, say } = useLanguage();
  return (
    <Card title={t.project.openTasks} extra={tasks.length > 0 ? String(tasks.length) : null}>
      {tasks.length === 0 ? <p className={styles.none}>{t.project.noOpenTasks}</p> : null}
      <ul className={styles.tasks}>
        {tasks.map((task) => (
          <li key={task.userTaskId} className={styles.task} data-testid="open-task-row">
            <Link to="/tasks/$taskId" params={{ taskId: task.userTaskId ?? '' }} className={styles.taskTitle}>
              {say(task.title)}
            </Link>
            <span className={styles.handler}>{handlerInWords(task, t, say)}</span>
            <span className={styles.taskDue}>
              <Deadline dueAt={task.dueAt} />
            </span>
            <Link to="/tasks/$taskId" params={{ taskId: task.userTaskId ?? '' }} tabIndex={-1}>
              <Button size="small" data-testid="open-task">
                {t.inbox.view}
              </Button>
            </Link>
          </li>
        ))}
      </ul>
      {timers.length > 0 ? (
        <ul className={styles.timers} aria-label={t.project.timers}>
          {timers.map((timer) => (
            <li key={`${timer.key} ${timer.dueAt}`}>
              <ClockCircleOutlined aria-hidden="true" />
              {say(timer.label)} <span>{momentInWords(timer.dueAt, t)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
};
