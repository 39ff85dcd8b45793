import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { refreshSupervision } from './refresh';

interface ReasonButtonProps {
  label: string;
  danger?: boolean;
  send: (reason: string) => Promise<unknown>;
  testId: string;
}

/** Something that is done with nothing but a reason. */
export const ReasonButton = ({ label, danger = false, send, testId }: ReasonButtonProps) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const announce = useAnnouncement();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const sending = useMutation({
    mutationFn: ({ reason }: { reason: string }) => send(reason.trim()),
    onSuccess: () => {
      announce.done(words.eventDone(label));
      refreshSupervision();
      setOpen(false);
    },
  });
  return (
    <>
      <Button size="small" danger={danger} onClick={() => setOpen(true)} data-testid={testId}>
        {label}
      </Button>
      <Modal
        open={open}
        destroyOnHidden
        title={label}
        okText={label}
        cancelText={t.cancel}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        okButtonProps={{ danger, 'data-testid': `${testId}-submit` }}
        confirmLoading={sending.isPending}
        width={480}
      >
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(given) => sending.mutate(given)}>
          <Form.Item
            name="reason"
            label={words.escalateReason}
            rules={[{ required: true, whitespace: true, min: 2, message: words.reasonMissing }]}
          >
            <Input.TextArea rows={3} maxLength={1000} autoFocus data-testid={`${testId}-reason`} />
          </Form.Item>
        </Form>
        {sending.error ? <ProblemNotice error={sending.error} /> : null}
      </Modal>
    </>
  );
};
