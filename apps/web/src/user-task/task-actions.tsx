import { useMutation } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import type { UserTaskDetail } from '../api/contract';
import { landfall } from '../api/landfall';
import { queryClient, userTaskQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';

/** Who handles a task: claim it, return it to the group, or (the head) give it to somebody. */
export const useTaskHandling = (task: UserTaskDetail) => {
  const announce = useAnnouncement();
  const handling = (act: () => Promise<UserTaskDetail>, sentence: string) => ({
    mutationFn: act,
    onSuccess: (changed: UserTaskDetail) => {
      queryClient.setQueryData(userTaskQuery(task.userTaskId).queryKey, changed);
      announce.done(sentence);
    },
    onError: (error: unknown) => {
      announce.refused(error);
      void queryClient.invalidateQueries({ queryKey: userTaskQuery(task.userTaskId).queryKey });
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ['inbox'] });
      void queryClient.invalidateQueries({ queryKey: ['project', task.projectId] });
    },
  });
  const { t } = useLanguage();
  const claim = useMutation(handling(() => landfall.claim(task.userTaskId), t.task.claimed));
  const unclaim = useMutation(handling(() => landfall.unclaim(task.userTaskId), t.task.unclaimed));
  return { claim, unclaim };
};

export const AssignDialog = ({ task, onClose }: { task: UserTaskDetail; onClose: () => void }) => {
  const { t, say } = useLanguage();
  const announce = useAnnouncement();
  const [chosen, setChosen] = useState<string>();
  const people = task.assignees ?? [];
  const assign = useMutation({
    mutationFn: (accountId: string) => landfall.assign(task.userTaskId, accountId),
    onSuccess: (changed) => {
      queryClient.setQueryData(userTaskQuery(task.userTaskId).queryKey, changed);
      void queryClient.invalidateQueries({ queryKey: ['inbox'] });
      announce.done(t.task.assigned(changed.assignee?.name ?? ''));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t.task.assignTitle}
      okText={t.task.assign}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => chosen && assign.mutate(chosen)}
      okButtonProps={{ disabled: !chosen }}
      confirmLoading={assign.isPending}
      width={440}
    >
      <p style={{ color: 'var(--ink-2)', margin: '4px 0 12px' }}>{t.task.assignHint}</p>
      <Select
        style={{ width: '100%' }}
        value={chosen}
        onChange={setChosen}
        placeholder={t.task.assignTo}
        aria-label={t.task.assignTo}
        showSearch={{ optionFilterProp: 'label' }}
        options={people.map((person) => ({
          value: person.accountId,
          label: person.title ? `${person.name} · ${say(person.title)}` : person.name,
        }))}
        data-testid="assignee"
      />
      {assign.error ? (
        <div style={{ marginTop: 12 }}>
          <ProblemNotice error={assign.error} />
        </div>
      ) : null}
    </Modal>
  );
};

interface TaskActionsProps {
  task: UserTaskDetail;
  handling: ReturnType<typeof useTaskHandling>;
}

export const TaskActions = ({ task, handling }: TaskActionsProps) => {
  const { t } = useLanguage();
  const [assigning, setAssigning] = useState(false);
  return (
    <>
      {task.can.assign && (task.assignees?.length ?? 0) > 0 ? (
        <Button onClick={() => setAssigning(true)} data-testid="assign">
          {t.task.assign}
        </Button>
      ) : null}
      {task.can.unclaim ? (
        <Button onClick={() => handling.unclaim.mutate()} loading={handling.unclaim.isPending} data-testid="unclaim">
          {t.task.unclaim}
        </Button>
      ) : null}
      {task.can.claim ? (
        <Button
          type="primary"
          onClick={() => handling.claim.mutate()}
          loading={handling.claim.isPending}
          data-testid="claim"
        >
          {t.task.claim}
        </Button>
      ) : null}
      {assigning ? <AssignDialog task={task} onClose={() => setAssigning(false)} /> : null}
    </>
  );
};
