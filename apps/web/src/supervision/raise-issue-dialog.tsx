import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { NewIssue } from '../api/contract';
import { landfall } from '../api/landfall';
import { issueTypesQuery } from '../api/queries';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { newClientKey } from '../session/session';
import styles from './dialog.module.css';
import { refreshSupervision } from './refresh';

/** 提出堵点: what kind, where it is stuck, what was tried, whether it is urgent. */
export const RaiseIssueDialog = ({ projectId, onClose }: { projectId: string; onClose: () => void }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const announce = useAnnouncement();
  const [form] = Form.useForm<NewIssue>();
  const [clientKey] = useState(newClientKey);
  const { data: types = [] } = useQuery(issueTypesQuery);
  const raise = useMutation({
    mutationFn: (issue: NewIssue) => landfall.raiseIssue(projectId, issue, clientKey),
    onSuccess: ({ repeated }) => {
      announce.done(repeated ? words.raisedBefore : words.raised);
      refreshSupervision();
      onClose();
    },
  });
  const needed = (field: string) => [{ required: true, whitespace: true, message: words.missing(field) }];
  return (
    <Modal
      open
      title={words.raise}
      okText={words.raise}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'raise-submit' }}
      confirmLoading={raise.isPending}
      width={560}
    >
      <p className={styles.hint}>{words.raiseIntro}</p>
      <Form<NewIssue>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ urgent: false }}
        onFinish={(issue) => raise.mutate(issue)}
        onKeyDown={submitKeys(form.submit)}
      >
        <Form.Item name="type" label={words.raiseType} rules={needed(words.raiseType)}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={types.map(({ value, label }) => ({ value, label: say(label) }))}
            optionRender={(option) => <span data-testid={`raise-type-${option.value}`}>{option.label}</span>}
            virtual={false}
            data-testid="raise-type"
          />
        </Form.Item>
        <Form.Item name="title" label={words.raiseTitle} rules={needed(words.raiseTitle)}>
          <Input maxLength={120} placeholder={words.raiseTitleHint} data-testid="raise-title" />
        </Form.Item>
        <Form.Item name="tried" label={words.raiseTried} rules={needed(words.raiseTried)}>
          <Input.TextArea rows={3} maxLength={1000} placeholder={words.raiseTriedHint} data-testid="raise-tried" />
        </Form.Item>
        <Form.Item name="urgent" valuePropName="checked">
          <Checkbox data-testid="raise-urgent">{words.raiseUrgent}</Checkbox>
        </Form.Item>
      </Form>
      {raise.error ? <ProblemNotice error={raise.error} /> : null}
    </Modal>
  );
};
