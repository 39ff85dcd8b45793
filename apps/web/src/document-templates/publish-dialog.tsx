import { useMutation } from '@tanstack/react-query';
import { Alert, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { DocumentTemplate, TemplateChange } from '../api/contract';
import { Problem } from '../api/http';
import { queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { presentTime } from '../time/present';
import { isoDay } from '../time/shanghai-time';
import { documentTemplateQuery, documentTemplatesQuery } from './template-queries';

interface PublishDialogProps {
  template: DocumentTemplate;
  title: string;
  label: string;
  send: (change: TemplateChange) => Promise<DocumentTemplate>;
  onDone: (answer: DocumentTemplate) => void;
  onClose: () => void;
}

/** Why and from when: then a next version of the words is made; none is overwritten. */
export const PublishDialog = ({ template, title, label, send, onDone, onClose }: PublishDialogProps) => {
  const { t } = useLanguage();
  const words = t.minutes.templates;
  const [form] = Form.useForm<{ reason: string; from: Dayjs }>();
  const today = isoDay(new Date(presentTime()).toISOString());
  const { type, latestVersion } = template;
  const publish = useMutation({
    mutationFn: ({ reason, from }: { reason: string; from: Dayjs }) =>
      send({
        basedOn: latestVersion,
        reason: reason.trim(),
        // Today is the server's to say.
        ...(from.format('YYYY-MM-DD') === today ? {} : { effectiveFrom: from.format('YYYY-MM-DD') }),
      }),
    onSuccess: (answer) => {
      queryClient.setQueryData(documentTemplateQuery(type).queryKey, answer);
      void queryClient.invalidateQueries({ queryKey: documentTemplatesQuery.queryKey, exact: true });
      onDone(answer);
    },
    onError: (error) => {
      if (error instanceof Problem && error.code === 'DOCUMENT_TEMPLATE.CHANGED_MEANWHILE') {
        void queryClient.invalidateQueries({ queryKey: documentTemplateQuery(type).queryKey, exact: true });
      }
    },
  });
  const isStale = publish.error instanceof Problem && publish.error.code === 'DOCUMENT_TEMPLATE.CHANGED_MEANWHILE';
  return (
    <Modal
      open
      title={title}
      okText={label}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'publish-template' }}
      confirmLoading={publish.isPending}
      width={480}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: dayjs(today) }}
        onFinish={(given) => publish.mutate(given)}
      >
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true, min: 2, message: words.reasonMissing }]}
        >
          <Input maxLength={500} placeholder={words.reasonHint} autoFocus data-testid="template-reason" />
        </Form.Item>
        <Form.Item name="from" label={words.from} extra={words.fromHint}>
          <DatePicker allowClear={false} disabledDate={(day) => day.format('YYYY-MM-DD') < today} />
        </Form.Item>
      </Form>
      {isStale ? (
        <Alert type="warning" showIcon title={words.changedMeanwhile} />
      ) : publish.error ? (
        <ProblemNotice error={publish.error} />
      ) : null}
    </Modal>
  );
};
