import { useMutation, useQueries } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import type { FormValues, MeetingDetail, Outcome, UserTaskDetail } from '../api/contract';
import { Problem } from '../api/http';
import { landfall } from '../api/landfall';
import { userTaskQuery } from '../api/queries';
import { filledIn, shownProblems } from '../form/form-values';
import { GeneratedFields } from '../form/generated-fields';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { newClientKey } from '../session/session';
import { refreshMeeting } from './minutes-queries';

/** The tasks about the minutes. */
const ABOUT_MINUTES = ['draftMinutes', 'signMinutes', 'handOverCheck'];

interface MinutesActionsProps {
  meeting: MeetingDetail;
  /** Why nothing may be submitted now; signing and returning are not held up by it. */
  hindrance: string | null;
}

/** What the reader has to decide on the minutes: submit, sign, return. */
export const MinutesActions = ({ meeting, hindrance }: MinutesActionsProps) => {
  const { say } = useLanguage();
  const [chosen, setChosen] = useState<{ task: UserTaskDetail; outcome: Outcome } | null>(null);
  const own = meeting.openTasks.filter(
    ({ userTaskId, taskKey }) =>
      userTaskId !== null && meeting.ownTasks.includes(userTaskId) && ABOUT_MINUTES.includes(taskKey),
  );
  const tasks = useQueries({ queries: own.map(({ userTaskId }) => userTaskQuery(userTaskId ?? '')) });
  return (
    <>
      {tasks.flatMap(({ data: task }) =>
        [...(task?.outcomes ?? [])]
          .sort((a, b) => Number(a.tone === 'positive') - Number(b.tone === 'positive'))
          .map((outcome) => {
            const held = task?.taskKey === 'draftMinutes' ? hindrance : null;
            return (
              <Button
                key={`${task?.userTaskId} ${outcome.key}`}
                type={outcome.tone === 'positive' ? 'primary' : 'default'}
                danger={outcome.tone === 'negative'}
                disabled={held !== null}
                title={held ?? undefined}
                onClick={() => task && setChosen({ task, outcome })}
                data-testid={`minutes-${outcome.key}`}
              >
                {say(outcome.label)}
              </Button>
            );
          }),
      )}
      {chosen ? <DecisionDialog {...chosen} meetingId={meeting.meetingId} onClose={() => setChosen(null)} /> : null}
    </>
  );
};

interface DecisionDialogProps {
  task: UserTaskDetail;
  outcome: Outcome;
  meetingId: string;
  onClose: () => void;
}

const DecisionDialog = ({ task, outcome, meetingId, onClose }: DecisionDialogProps) => {
  const { t, say } = useLanguage();
  const announce = useAnnouncement();
  const [form] = Form.useForm<FormValues>();
  const [clientKey] = useState(newClientKey);
  const decide = useMutation({
    mutationFn: (values: FormValues) =>
      landfall.complete(task.userTaskId, {
        outcome: outcome.key,
        form: filledIn(values, outcome.fields),
        clientKey,
      }),
    onSuccess: () => {
      announce.done(t.minutes.actions.done(say(outcome.label)));
      refreshMeeting(meetingId);
      onClose();
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(shownProblems(error.errors, outcome.fields));
      refreshMeeting(meetingId);
    },
  });
  return (
    <Modal
      open
      title={`${say(task.title)}${t.colon}${say(outcome.label)}`}
      okText={say(outcome.label)}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ danger: outcome.tone === 'negative', 'data-testid': 'minutes-decide' }}
      confirmLoading={decide.isPending}
      width={520}
    >
      <Form<FormValues>
        form={form}
        layout="vertical"
        initialValues={task.prefill}
        onFinish={(values) => decide.mutate(values)}
        onKeyDown={submitKeys(form.submit)}
      >
        <GeneratedFields schema={task.form} names={outcome.fields} required={outcome.required} phrases />
      </Form>
      {decide.error ? <ProblemNotice error={decide.error} /> : null}
    </Modal>
  );
};
