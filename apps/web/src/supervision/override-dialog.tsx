import { useMutation } from '@tanstack/react-query';
import { DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { LightColour } from '../api/contract';
import { landfall } from '../api/landfall';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { presentTime } from '../time/present';
import { isoDay } from '../time/shanghai-time';
import styles from './dialog.module.css';
import { refreshSupervision } from './refresh';

interface Wanted {
  light: LightColour;
  reason: string;
  untilOn: Dayjs;
}

const LONGEST_DAYS = 30;
const CHOICES = ['green', 'yellow', 'red'] as const;

interface OverrideDialogProps {
  projectId: string;
  light: LightColour;
  onClose: () => void;
}

/** Sets a project's light by hand: which, why, until when. */
export const OverrideDialog = ({ projectId, light, onClose }: OverrideDialogProps) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const announce = useAnnouncement();
  const [form] = Form.useForm<Wanted>();
  const today = dayjs(isoDay(new Date(presentTime()).toISOString()));
  const set = useMutation({
    mutationFn: ({ light: chosen, reason, untilOn }: Wanted) =>
      landfall.overrideLight(projectId, {
        light: chosen,
        reason: reason.trim(),
        untilOn: untilOn.format('YYYY-MM-DD'),
      }),
    onSuccess: () => {
      announce.done(words.overridden);
      refreshSupervision();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={words.overrideTitle}
      okText={words.override}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'override-submit' }}
      confirmLoading={set.isPending}
      width={500}
    >
      <p className={styles.hint}>{words.overrideIntro}</p>
      <Form<Wanted>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ light: CHOICES.find((choice) => choice !== light), untilOn: today.add(7, 'day') }}
        onFinish={(wanted) => set.mutate(wanted)}
        onKeyDown={submitKeys(form.submit)}
      >
        <Form.Item name="light" label={words.overrideLight}>
          <Radio.Group
            optionType="button"
            options={CHOICES.map((value) => ({ value, label: words.light[value] }))}
            data-testid="override-colour"
          />
        </Form.Item>
        <Form.Item name="untilOn" label={words.overrideUntil} rules={[{ required: true, message: t.form.pickDate }]}>
          <DatePicker
            allowClear={false}
            disabledDate={(day) => day.isBefore(today, 'day') || day.isAfter(today.add(LONGEST_DAYS, 'day'), 'day')}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={words.escalateReason}
          rules={[{ required: true, whitespace: true, min: 2, message: words.reasonMissing }]}
        >
          <Input.TextArea rows={3} maxLength={500} data-testid="override-reason" />
        </Form.Item>
      </Form>
      {set.error ? <ProblemNotice error={set.error} /> : null}
    </Modal>
  );
};
