import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { WaitingDispute } from '../api/contract';
import { landfall } from '../api/landfall';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { useMe } from '../session/session';
import dialog from '../supervision/dialog.module.css';
import { refreshSupervision } from '../supervision/refresh';
import styles from './project-waiting.module.css';
import { spanInWords } from './waiting-spans';

const SHORTEST = 5;

interface WaitingDisputesProps {
  disputes: readonly WaitingDispute[];
  mayDecide: boolean;
}

/** What was disputed and how it was decided; the office decides what is open, but nobody his own. */
export const WaitingDisputes = ({ disputes, mayDecide }: WaitingDisputesProps) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const { accountId } = useMe();
  const [deciding, setDeciding] = useState<WaitingDispute | null>(null);
  if (disputes.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{words.disputes}</h3>
      <ul className={styles.disputes}>
        {disputes.map((dispute) => (
          <li key={dispute.id} data-testid="waiting-dispute">
            <div>
              <p>
                {words.disputeLine(say(dispute.against.name), say(dispute.claimed.name))}{' '}
                <span className={styles.sub}>{spanInWords(dispute, t)}</span>
              </p>
              <p className={styles.sub}>
                {dispute.by.name} · {dispute.reason}（{words.disputeEvidence}
                {t.colon}
                {dispute.evidence}）
              </p>
              {dispute.decision ? (
                <p className={styles.sub}>
                  {dispute.decision.by.name} · {dispute.decision.reason}
                </p>
              ) : null}
            </div>
            <span className={styles.verdict}>
              <span className={styles[dispute.decision?.outcome ?? 'undecided']}>
                {dispute.decision ? words.decisions[dispute.decision.outcome] : words.undecided}
              </span>
              {mayDecide && !dispute.decision && dispute.by.accountId !== accountId ? (
                <Button size="small" onClick={() => setDeciding(dispute)} data-testid="decide-dispute">
                  {words.decide}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {deciding ? <DecisionDialog dispute={deciding} onClose={() => setDeciding(null)} /> : null}
    </>
  );
};

interface Wanted {
  outcome: 'accepted' | 'refused';
  reason: string;
}

const DecisionDialog = ({ dispute, onClose }: { dispute: WaitingDispute; onClose: () => void }) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const announce = useAnnouncement();
  const [form] = Form.useForm<Wanted>();
  const decide = useMutation({
    mutationFn: ({ outcome, reason }: Wanted) => landfall.decideDispute(dispute.id, { outcome, reason: reason.trim() }),
    onSuccess: () => {
      announce.done(words.decided);
      refreshSupervision();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={words.decideTitle}
      okText={words.decide}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'decide-submit' }}
      confirmLoading={decide.isPending}
      width={500}
    >
      <p className={dialog.subject}>{words.disputeLine(say(dispute.against.name), say(dispute.claimed.name))}</p>
      <p className={dialog.hint}>
        {spanInWords(dispute, t)} · {dispute.reason}
      </p>
      <Form<Wanted>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ outcome: 'accepted' }}
        onFinish={(wanted) => decide.mutate(wanted)}
        onKeyDown={submitKeys(form.submit)}
      >
        <Form.Item name="outcome">
          <Radio.Group
            optionType="button"
            options={Object.entries(words.decisions).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={words.decideReason}
          rules={[{ required: true, whitespace: true, min: SHORTEST, message: words.atLeast(SHORTEST) }]}
        >
          <Input.TextArea rows={3} maxLength={1000} data-testid="decide-reason" />
        </Form.Item>
      </Form>
      {decide.error ? <ProblemNotice error={decide.error} /> : null}
    </Modal>
  );
};
