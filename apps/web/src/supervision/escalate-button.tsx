import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { IssueItem } from '../api/contract';
import { landfall } from '../api/landfall';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { newClientKey } from '../session/session';
import styles from './dialog.module.css';
import { refreshSupervision } from './refresh';

type Escalated = Pick<IssueItem, 'issueId' | 'title' | 'level' | 'running'>;

interface Wanted {
  level: number;
  reason: string;
}

const TOP = 3;

/** Whether the reader may take an issue up the ladder now. */
export const mayEscalate = ({ level, running }: Pick<IssueItem, 'level' | 'running'>): boolean =>
  level < TOP && running.events.some(({ type }) => type === 'jumpUp');

/** 提级: takes an issue up, one level unless another is chosen, with a reason. */
export const EscalateButton = ({ issue, about }: { issue: Escalated; about?: string }) => {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  if (!mayEscalate(issue)) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} data-testid="escalate">
        {t.supervision.escalate}
      </Button>
      {open ? <EscalateDialog issue={issue} about={about} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

const EscalateDialog = ({ issue, about, onClose }: { issue: Escalated; about?: string; onClose: () => void }) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const announce = useAnnouncement();
  const [form] = Form.useForm<Wanted>();
  const [clientKey] = useState(newClientKey);
  const levels = words.ladder.map((label, value) => ({ value, label })).filter(({ value }) => value > issue.level);
  const send = useMutation({
    mutationFn: ({ level, reason }: Wanted) =>
      landfall.sendIssueEvent(issue.issueId, 'jumpUp', { level: `l${level}`, reason: reason.trim() }, clientKey),
    onSuccess: (_answer, { level }) => {
      announce.done(words.escalated(words.ladder[level] ?? ''));
      refreshSupervision();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={words.escalateTitle}
      okText={words.escalate}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'escalate-submit' }}
      confirmLoading={send.isPending}
      width={520}
    >
      <p className={styles.subject}>{about ? `${about} · ${issue.title}` : issue.title}</p>
      <p className={styles.hint}>{words.escalateHint}</p>
      <Form<Wanted>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ level: issue.level + 1 }}
        onFinish={(wanted) => send.mutate(wanted)}
        onKeyDown={submitKeys(form.submit)}
      >
        <Form.Item name="level" label={words.escalateTo}>
          <Radio.Group optionType="button" options={levels} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={words.escalateReason}
          rules={[{ required: true, whitespace: true, min: 2, message: words.reasonMissing }]}
        >
          <Input.TextArea
            rows={3}
            maxLength={1000}
            placeholder={words.reasonPlaceholder}
            autoFocus
            data-testid="escalate-reason"
          />
        </Form.Item>
      </Form>
      {send.error ? <ProblemNotice error={send.error} /> : null}
    </Modal>
  );
};
