import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { ProblemType, ProjectMeetings } from '../api/contract';
import { landfall } from '../api/landfall';
import { issuesOfQuery, queryClient } from '../api/queries';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { newClientKey } from '../session/session';
import styles from '../supervision/dialog.module.css';
import { projectMeetingsQuery } from './project-meetings-query';

interface Wanted {
  problemTypes: ProblemType[];
  question: string;
  urgent: boolean;
  issueId?: string;
}

interface RequestPushDialogProps {
  projectId: string;
  problemTypes: ProjectMeetings['problemTypes'];
  onClose: () => void;
}

/**
 * 申请推动会: what kind of problem, what the meeting is to decide, whether it is urgent, which issue it is about.
 *
 * It asks the service for push requests rather than the project's own event `requestPush`: that knows neither the issue nor
 * the key that makes a repeated request harmless, and a project of an earlier version does not have it.
 */
export const RequestPushDialog = ({ projectId, problemTypes, onClose }: RequestPushDialogProps) => {
  const { t, say } = useLanguage();
  const words = t.minutes.push;
  const announce = useAnnouncement();
  const [form] = Form.useForm<Wanted>();
  const [clientKey] = useState(newClientKey);
  const { data: issues = [] } = useQuery(issuesOfQuery(projectId));
  const open = issues.filter(({ closedAt }) => closedAt === null);
  const request = useMutation({
    mutationFn: ({ issueId, ...wanted }: Wanted) =>
      landfall.requestPush({ projectId, ...wanted, ...(issueId ? { issueId } : {}) }, clientKey),
    onSuccess: ({ repeated }) => {
      announce.done(repeated ? words.repeated : words.requested);
      void queryClient.invalidateQueries({ queryKey: projectMeetingsQuery(projectId).queryKey });
      void queryClient.invalidateQueries({ queryKey: ['project', projectId] });
      void queryClient.invalidateQueries({ queryKey: ['inbox'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={words.title}
      okText={words.submit}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'push-submit' }}
      confirmLoading={request.isPending}
      width={560}
    >
      <p className={styles.hint}>{words.intro}</p>
      <Form<Wanted>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ urgent: false }}
        onFinish={(wanted) => request.mutate(wanted)}
        onKeyDown={submitKeys(form.submit)}
      >
        <Form.Item
          name="problemTypes"
          label={words.types}
          rules={[{ required: true, type: 'array', min: 1, message: words.missing(words.types) }]}
        >
          <Checkbox.Group
            options={problemTypes.map(({ key, label }) => ({
              value: key,
              label: <span data-testid={`push-type-${key}`}>{say(label)}</span>,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="question"
          label={words.question}
          rules={[{ required: true, whitespace: true, min: 2, message: words.missing(words.question) }]}
        >
          <Input.TextArea rows={3} maxLength={1000} placeholder={words.questionHint} data-testid="push-question" />
        </Form.Item>
        {open.length > 0 ? (
          <Form.Item name="issueId" label={words.issue} extra={words.issueHint}>
            <Select allowClear options={open.map(({ issueId, title }) => ({ value: issueId, label: title }))} />
          </Form.Item>
        ) : null}
        <Form.Item name="urgent" valuePropName="checked">
          <Checkbox>{words.urgent}</Checkbox>
        </Form.Item>
      </Form>
      {request.error ? <ProblemNotice error={request.error} /> : null}
    </Modal>
  );
};
