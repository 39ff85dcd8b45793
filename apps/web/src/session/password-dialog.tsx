import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Modal } from 'antd';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';

interface PasswordChange {
  current: string;
  next: string;
  again: string;
}

/** Changes the password; all sessions end, so that the new one is asked for at once. */
export const PasswordDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLanguage();
  const announce = useAnnouncement();
  const navigate = useNavigate();
  const [form] = Form.useForm<PasswordChange>();
  const change = useMutation({
    mutationFn: ({ current, next }: PasswordChange) => landfall.changePassword(current, next),
    onSuccess: () => {
      announce.done(t.password.changed);
      queryClient.clear();
      void navigate({ to: '/sign-in' });
    },
  });
  return (
    <Modal
      open
      title={t.password.title}
      okText={t.confirm}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={change.isPending}
      width={420}
    >
      <Form<PasswordChange> form={form} layout="vertical" onFinish={(values) => change.mutate(values)}>
        <Form.Item name="current" label={t.password.current} rules={[{ required: true, message: t.password.missing }]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item name="next" label={t.password.next} rules={[{ required: true, message: t.password.missing }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t.password.again}
          dependencies={['next']}
          rules={[
            { required: true, message: t.password.missing },
            ({ getFieldValue }) => ({
              validator: (_rule, value: unknown) =>
                !value || value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t.password.different)),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
      {change.error ? <ProblemNotice error={change.error} /> : null}
    </Modal>
  );
};
