import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import type { ScheduleItem } from '../api/contract';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { refreshSchedules } from './schedule-queries';
import styles from './schedules-page.module.css';

const PauseDialog = ({ schedule, onClose }: { schedule: ScheduleItem; onClose: () => void }) => {
  const { t, say } = useLanguage();
  const words = t.schedules;
  const announce = useAnnouncement();
  const [form] = Form.useForm<{ reason: string }>();
  const pause = useMutation({
    mutationFn: ({ reason }: { reason: string }) => landfall.pauseSchedule(schedule.key, reason.trim()),
    onSuccess: () => {
      announce.done(words.pauseDone);
      void refreshSchedules();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={words.pauseTitle(say(schedule.title))}
      okText={words.pause}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'pause-submit' }}
      confirmLoading={pause.isPending}
      width={480}
    >
      <p className={styles.explain}>{words.pauseText}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(given) => pause.mutate(given)}>
        <Form.Item
          name="reason"
          label={words.pauseReason}
          rules={[{ required: true, whitespace: true, min: 2, message: words.pauseReasonMissing }]}
        >
          <Input.TextArea rows={3} maxLength={500} autoFocus data-testid="pause-reason" />
        </Form.Item>
      </Form>
      {pause.error ? <ProblemNotice error={pause.error} /> : null}
    </Modal>
  );
};

/** What may be done about a schedule: run it at once, let it stand still, let it go on. */
export const ScheduleButtons = ({ schedule }: { schedule: ScheduleItem }) => {
  const { t, say } = useLanguage();
  const words = t.schedules;
  const announce = useAnnouncement();
  const [pausing, setPausing] = useState(false);
  const runNow = useMutation({
    mutationFn: () => landfall.runScheduleNow(schedule.key),
    onSuccess: () => announce.done(words.runNowDone),
    onError: announce.refused,
    onSettled: refreshSchedules,
  });
  const resume = useMutation({
    mutationFn: () => landfall.resumeSchedule(schedule.key),
    onSuccess: () => announce.done(words.resumeDone),
    onError: announce.refused,
    onSettled: refreshSchedules,
  });
  if (schedule.runsByItself) return <span className={styles.byItself}>{words.byItself}</span>;
  return (
    <>
      <Popconfirm
        title={words.runNowTitle(say(schedule.title))}
        description={<span className={styles.confirm}>{words.runNowText}</span>}
        okText={words.runNow}
        cancelText={t.cancel}
        placement="topRight"
        onConfirm={() => runNow.mutate()}
      >
        <Button size="small" loading={runNow.isPending} data-testid={`run-now-${schedule.key}`}>
          {words.runNow}
        </Button>
      </Popconfirm>
      {schedule.paused ? (
        <Button
          size="small"
          type="primary"
          ghost
          loading={resume.isPending}
          onClick={() => resume.mutate()}
          data-testid={`resume-${schedule.key}`}
        >
          {words.resume}
        </Button>
      ) : (
        <Button size="small" type="text" onClick={() => setPausing(true)} data-testid={`pause-${schedule.key}`}>
          {words.pause}
        </Button>
      )}
      {pausing ? <PauseDialog schedule={schedule} onClose={() => setPausing(false)} /> : null}
    </>
  );
};
