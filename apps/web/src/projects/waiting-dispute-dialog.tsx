import { useMutation } from '@tanstack/react-query';
import { DatePicker, Form, Input, Modal, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { NewDispute } from '../api/contract';
import { landfall } from '../api/landfall';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { UnitSelect } from '../organization/unit-select';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import styles from '../supervision/dialog.module.css';
import { refreshSupervision } from '../supervision/refresh';
import { isoDay } from '../time/shanghai-time';
import { spanInWords, type WaitingSpan } from './waiting-spans';

interface Wanted {
  from: Dayjs;
  to: Dayjs;
  kind: NewDispute['claimed']['kind'];
  unit?: string;
  queue?: string;
  reason: string;
  evidence: string;
}

const SHORTEST = 5;
const DAY_MS = 86_400_000;

const midnight = (day: Dayjs): number => Date.parse(`${day.format('YYYY-MM-DD')}T00:00:00+08:00`);

/** The chosen days as instants inside the interval that is disputed. */
const instantsOf = ({ from, to }: Pick<Wanted, 'from' | 'to'>, span: WaitingSpan): { from: string; to: string } => ({
  from: new Date(Math.max(midnight(from), Date.parse(span.from))).toISOString(),
  to: new Date(Math.min(midnight(to) + DAY_MS, Date.parse(span.to))).toISOString(),
});

const claimedOf = ({ kind, unit = '', queue = '' }: Wanted): NewDispute['claimed'] => ({
  kind,
  owner: kind === 'unit' ? unit : kind === 'meetingQueue' ? queue : 'enterprise',
});

interface DisputeDialogProps {
  projectId: string;
  span: WaitingSpan;
  onClose: () => void;
}

/** Says to whom an interval, or some of its days, should be attributed instead, and what proves it. */
export const DisputeDialog = ({ projectId, span, onClose }: DisputeDialogProps) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const announce = useAnnouncement();
  const [form] = Form.useForm<Wanted>();
  const kind = Form.useWatch('kind', form) ?? 'unit';
  const [first, last] = [dayjs(isoDay(span.from)), dayjs(isoDay(span.to))];
  const outside = (day: Dayjs) => day.isBefore(first, 'day') || day.isAfter(last, 'day');
  const dispute = useMutation({
    mutationFn: (wanted: Wanted) =>
      landfall.disputeWaiting(projectId, {
        ...instantsOf(wanted, span),
        against: { kind: span.owner.kind, owner: span.owner.owner },
        claimed: claimedOf(wanted),
        reason: wanted.reason.trim(),
        evidence: wanted.evidence.trim(),
      }),
    onSuccess: () => {
      announce.done(words.disputed);
      refreshSupervision();
      onClose();
    },
  });
  const needed = (field: string) => [{ required: true, message: words.missing(field) }];
  const written = [{ required: true, whitespace: true, min: SHORTEST, message: words.atLeast(SHORTEST) }];
  return (
    <Modal
      open
      title={words.disputeTitle}
      okText={words.disputeSubmit}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'dispute-submit' }}
      confirmLoading={dispute.isPending}
      width={540}
    >
      <p className={styles.hint}>{words.disputeAbout(say(span.owner.name), spanInWords(span, t))}</p>
      <Form<Wanted>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: first, to: last, kind: 'unit' }}
        onFinish={(wanted) => dispute.mutate(wanted)}
        onKeyDown={submitKeys(form.submit)}
      >
        <div className={styles.two}>
          <Form.Item name="from" label={words.disputeFrom}>
            <DatePicker className={styles.wide} allowClear={false} disabledDate={outside} />
          </Form.Item>
          <Form.Item name="to" label={words.disputeTo}>
            <DatePicker className={styles.wide} allowClear={false} disabledDate={outside} />
          </Form.Item>
        </div>
        <Form.Item name="kind" label={words.disputeClaimed}>
          <Radio.Group
            optionType="button"
            options={Object.entries(words.disputeKinds).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        {kind === 'unit' ? (
          <Form.Item name="unit" rules={needed(words.disputeClaimed)}>
            <UnitSelect data-testid="dispute-unit" />
          </Form.Item>
        ) : null}
        {kind === 'meetingQueue' ? (
          <Form.Item name="queue" rules={needed(words.disputeClaimed)}>
            <Select options={Object.entries(words.disputeQueues).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
        ) : null}
        <Form.Item name="reason" label={words.disputeReason} rules={written}>
          <Input.TextArea rows={2} maxLength={1000} data-testid="dispute-reason" />
        </Form.Item>
        <Form.Item name="evidence" label={words.disputeEvidence} rules={written}>
          <Input maxLength={1000} placeholder={words.disputeEvidenceHint} data-testid="dispute-evidence" />
        </Form.Item>
      </Form>
      {dispute.error ? <ProblemNotice error={dispute.error} /> : null}
    </Modal>
  );
};
