import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Skeleton } from 'antd';
import { type ComponentProps, useState } from 'react';
import type { CompleteAnswer, Outcome, UserTaskDetail } from '../api/contract';
import { projectQuery, queryClient, taskDraftQuery, userTaskQuery } from '../api/queries';
import { AttachmentList, AttachmentUpload } from '../attachments/attachments';
import { Comments } from '../comments/comments';
import { handlerInWords } from '../inbox/inbox-row';
import { useLanguage } from '../language/language';
import type { Dictionary } from '../language/zh';
import { Card, Page } from '../layout/page';
import { PendingPage } from '../layout/pending-page';
import { MeetingCard } from '../meetings/meeting-card';
import { PlaceTag } from '../projects/stage-tag';
import { SpokenValues, useSpokenValues } from '../spoken/spoken-values';
import { IssueCard } from '../supervision/issue-facts';
import { Deadline } from '../time/deadline';
import { exactMoment, moment } from '../time/shanghai-time';
import { Timeline } from '../timeline/timeline';
import { CopiesCard, CopyOpened } from './copies-card';
import { DeadlineCard } from './deadline-card';
import { DecisionShares } from './decision-shares';
import { useStanding } from './standing';
import { TaskDone } from './task-done';
import { TaskForm } from './task-form';
import { TaskOperations } from './task-operations';
import { GuidanceCard, ProjectCard } from './task-side';
import styles from './user-task-page.module.css';

/** The form of a task once it is known what was filled in before; without an answer, with what this computer knows. */
const DraftedForm = ({ task, onCompleted }: Omit<ComponentProps<typeof TaskForm>, 'draftOnServer'>) => {
  const { data, isLoading } = useQuery({
    ...taskDraftQuery(task.userTaskId),
    enabled: task.can.complete,
    retry: false,
  });
  if (isLoading) return <Skeleton active title={false} paragraph={{ rows: 5 }} />;
  return <TaskForm task={task} draftOnServer={data ?? null} onCompleted={onCompleted} />;
};

/** What the history beside a task tells: of the meeting, supervision item or issue that it belongs to, else of the project. */
const historyOf = ({ meetingId, supervisionItemId, issueId, projectId }: UserTaskDetail) => {
  if (meetingId) return { meetingId };
  if (supervisionItemId) return { supervisionItemId };
  return issueId ? { issueId } : { projectId };
};

const historyTitleOf = ({ meetingId, supervisionItemId, issueId }: UserTaskDetail, t: Dictionary): string => {
  if (meetingId) return t.meetings.task.history;
  if (supervisionItemId) return t.supervision.item.history;
  return issueId ? t.supervision.issue.history : t.task.history;
};

const OpenTask = ({ task }: { task: UserTaskDetail }) => {
  const { t, say } = useLanguage();
  const [done, setDone] = useState<{ answer: CompleteAnswer; outcome: Outcome } | null>(null);
  const ended = task.state === 'completed' || task.state === 'cancelled' || task.state === 'skipped';
  const { isError: isProjectHidden } = useQuery({
    ...projectQuery(task.projectId),
    enabled: task.meetingId === null && task.projectId !== task.supervisionItemId,
  });
  const standing = useStanding(task);
  const speak = useSpokenValues();
  const change = (patch: Partial<UserTaskDetail>) =>
    queryClient.setQueryData(userTaskQuery(task.userTaskId).queryKey, { ...task, ...patch });

  return (
    <Page
      title={say(task.title)}
      intro={
        <span className={styles.intro}>
          {task.meetingId ? (
            <Link to="/meetings/$meetingId" params={{ meetingId: task.meetingId }} className={styles.project}>
              {task.projectName}
            </Link>
          ) : task.supervisionItemId !== null && task.projectId === task.supervisionItemId ? null : isProjectHidden ? (
            <span className={styles.project}>{task.projectName}</span>
          ) : (
            <Link to="/projects/$projectId" params={{ projectId: task.projectId }} className={styles.project}>
              {task.projectName}
            </Link>
          )}
          <PlaceTag task={task} />
          {task.supervisionItemId ? (
            <Link
              to="/supervision/items/$itemId"
              params={{ itemId: task.supervisionItemId }}
              className={styles.project}
              data-testid="to-item"
            >
              {task.about ?? task.projectName}
            </Link>
          ) : task.about ? (
            <strong>{task.about}</strong>
          ) : null}
          {task.slotName ? <strong>{say(task.slotName)}</strong> : null}
          <span title={exactMoment(task.createdAt)}>
            {t.task.arrived} {moment(task.createdAt, t)}
          </span>
          <span>
            {t.task.handler}
            {t.colon}
            {handlerInWords(task, t, say)}
          </span>
          <span className={styles.due}>
            <Deadline dueAt={task.dueAt} settled={ended} paused={task.deadline.isPaused} />
          </span>
        </span>
      }
      actions={done ? null : <TaskOperations task={task} />}
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <CopyOpened task={task} />
          <Card label={t.task.form}>
            {done ? (
              <TaskDone task={task} outcome={done.outcome} answer={done.answer} onWithdrawn={() => setDone(null)} />
            ) : (
              <>
                {standing ? (
                  <Alert className={styles.standing} type={standing.type} showIcon title={standing.sentence} />
                ) : null}
                {task.state === 'completed' ? <SpokenValues values={speak(task.submitted, task.form)} /> : null}
                {ended || task.state === 'waiting' || task.state === 'suspended' ? null : (
                  <DraftedForm
                    key={String(task.can.complete)}
                    task={task}
                    onCompleted={(answer, outcome) => setDone({ answer, outcome })}
                  />
                )}
              </>
            )}
          </Card>
          <DecisionShares task={task} />
          <div className={styles.pair}>
            <Card title={t.comments.title}>
              <Comments
                userTaskId={task.userTaskId}
                comments={task.comments}
                onCommented={(comment) => change({ comments: [...task.comments, comment] })}
              />
            </Card>
            <Card title={t.attachments.title}>
              <AttachmentList attachments={task.attachments} />
              {task.state === 'created' || task.state === 'claimed' ? (
                <AttachmentUpload
                  userTaskId={task.userTaskId}
                  onUploaded={(attachment) => change({ attachments: [...task.attachments, attachment] })}
                />
              ) : null}
            </Card>
          </div>
          <Card title={historyTitleOf(task, t)}>
            <Timeline of={historyOf(task)} />
          </Card>
        </div>
        <aside className={styles.side}>
          <DeadlineCard task={task} settled={done !== null} />
          <GuidanceCard task={task} />
          <CopiesCard task={task} />
          {task.issueId ? <IssueCard issueId={task.issueId} /> : null}
          {task.meetingId ? (
            <MeetingCard meetingId={task.meetingId} taskKey={task.taskKey} />
          ) : task.projectId === task.supervisionItemId ? null : (
            <ProjectCard projectId={task.projectId} />
          )}
        </aside>
      </div>
    </Page>
  );
};

/** One piece of work: the decision, and beside it everything the decision needs. */
export const UserTaskPage = () => {
  const { taskId } = useParams({ from: '/home/tasks/$taskId' });
  const { data: task, error, refetch } = useQuery(userTaskQuery(taskId));
  if (task) return <OpenTask key={taskId} task={task} />;
  return <PendingPage error={error} retry={refetch} rows={8} />;
};
