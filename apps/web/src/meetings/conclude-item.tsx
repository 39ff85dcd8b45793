import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { MeetingAgendaItem, MeetingDetail } from '../api/contract';
import { landfall } from '../api/landfall';
import { queryClient, taskDraftQuery, userTaskQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { TaskForm } from '../user-task/task-form';
import styles from './conclude-item.module.css';
import { isConclusionTask, ownTasksOf } from './meeting-standing';
import { refreshMeetings } from './refresh-meetings';

/** How an item ended; in the session whoever keeps the record writes it here, item by item. */
export const ConcludeItem = ({ meeting, item }: { meeting: MeetingDetail; item: MeetingAgendaItem }) => {
  const { t, say } = useLanguage();
  const words = t.meetings.agenda;
  const announce = useAnnouncement();
  const [open, setOpen] = useState(false);
  const task = ownTasksOf(meeting).find((own) => isConclusionTask(own) && own.slot === item.key);
  const claim = useMutation({
    mutationFn: (taskId: string) => landfall.claim(taskId),
    onSuccess: (detail) => {
      queryClient.setQueryData(userTaskQuery(detail.userTaskId).queryKey, detail);
      setOpen(true);
    },
    onError: announce.refused,
  });
  if (item.standing === 'concluded' || item.standing === 'deferred') {
    const resolution = meeting.resolutions.find((known) => known.item === item.key);
    return (
      <p className={styles.concluded} data-testid="item-conclusion">
        <b>
          {resolution ? say(resolution.kind.label) : item.standing === 'deferred' ? words.deferred : words.concluded}
        </b>
        {item.conclusion}
      </p>
    );
  }
  if (!task) return null;
  if (!open) {
    return (
      <Button
        type="primary"
        ghost
        className={styles.begin}
        loading={claim.isPending}
        onClick={() => (task.state === 'created' ? claim.mutate(task.userTaskId) : setOpen(true))}
        data-testid="conclude"
      >
        {words.conclude}
      </Button>
    );
  }
  return (
    <div className={styles.panel} data-testid="conclude-panel">
      <ConclusionForm
        taskId={task.userTaskId}
        onDone={() => {
          announce.done(words.recorded);
          setOpen(false);
          refreshMeetings(meeting.meetingId);
        }}
      />
      <Button type="link" onClick={() => setOpen(false)}>
        {words.closePanel}
      </Button>
    </div>
  );
};

const ConclusionForm = ({ taskId, onDone }: { taskId: string; onDone: () => void }) => {
  const { data: task, error, refetch } = useQuery(userTaskQuery(taskId));
  const draft = useQuery({ ...taskDraftQuery(taskId), retry: false });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!task || draft.isLoading) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  return <TaskForm task={task} draftOnServer={draft.data ?? null} onCompleted={onDone} />;
};
