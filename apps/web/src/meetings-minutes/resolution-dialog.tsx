import { useMutation } from '@tanstack/react-query';
import { Alert, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { MeetingDetail, MeetingResolution, ResolutionDraft, ResolutionKind } from '../api/contract';
import { Problem } from '../api/http';
import { landfall } from '../api/landfall';
import { meetingQuery, queryClient } from '../api/queries';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { showMeeting } from '../meetings/refresh-meetings';
import { UnitSelect } from '../organization/unit-select';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import styles from '../supervision/dialog.module.css';
import { presentTime } from '../time/present';
import { isoDay } from '../time/shanghai-time';

/** What may be added beside the conclusions of items. */
const ADDED: readonly (keyof ReturnType<typeof useLanguage>['t']['minutes']['kinds'])[] = [
  'order',
  'unblock',
  'deadline',
  'note',
];

export type ResolutionField = 'text' | 'unit' | 'dueOn' | 'criterion';

interface Written {
  kind: ResolutionKind;
  text: string;
  unit?: string;
  assistUnits?: string[];
  dueOn?: Dayjs | null;
  criterion?: string;
  conditions?: string;
  landingUnit?: string;
}

interface ResolutionDialogProps {
  meeting: MeetingDetail;
  /** The item that a new one belongs to; null for none. */
  item: string | null;
  /** The one that is rewritten; a new one without it. */
  resolution?: MeetingResolution;
  /** Where the cursor begins. */
  focus?: ResolutionField;
  onClose: () => void;
}

const orNull = (text: string | undefined): string | null => (text?.trim() ? text.trim() : null);

/** 议定事项: who does what until when, and by what one sees that it is done. What is incomplete may be kept. */
export const ResolutionDialog = ({ meeting, item, resolution, focus, onClose }: ResolutionDialogProps) => {
  const { t, say } = useLanguage();
  const words = t.minutes;
  const announce = useAnnouncement();
  const [form] = Form.useForm<Written>();
  // The meeting as it was when this opened; after a refusal, as it was found then.
  const [seen, setSeen] = useState(meeting.rev);
  const [standsNow, setStandsNow] = useState<string | null>(null);
  const today = isoDay(new Date(presentTime()).toISOString());
  const kept = resolution !== undefined && !ADDED.some((kind) => kind === resolution.kind.key);
  const kind = Form.useWatch('kind', form) ?? resolution?.kind.key ?? 'order';

  const save = useMutation({
    mutationFn: (written: Written) => {
      const draft: ResolutionDraft = {
        item: resolution ? resolution.item : item,
        kind: written.kind,
        text: written.text.trim(),
        unit: written.unit ?? null,
        assistUnits: (written.assistUnits ?? []).filter((unit) => unit !== written.unit),
        dueOn: written.dueOn?.format('YYYY-MM-DD') ?? null,
        criterion: orNull(written.criterion),
        conditions: resolution ? orNull(written.conditions ?? resolution.conditions ?? undefined) : null,
        landingUnit: written.landingUnit ?? resolution?.landingUnit?.code ?? null,
      };
      return resolution
        ? landfall.putResolution(meeting.meetingId, resolution.key, seen, draft)
        : landfall.addResolution(meeting.meetingId, seen, draft);
    },
    onSuccess: (answer) => {
      showMeeting(answer);
      announce.done(words.savedResolution);
      onClose();
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.code !== 'MEETING.CHANGED_MEANWHILE') return;
      const now = await landfall.meeting(meeting.meetingId);
      queryClient.setQueryData(meetingQuery(meeting.meetingId).queryKey, now);
      const found = now.resolutions.find(({ key }) => key === resolution?.key);
      setStandsNow(found && found.text !== resolution?.text ? found.text : null);
      setSeen(now.rev);
    },
  });
  const isStale = save.error instanceof Problem && save.error.code === 'MEETING.CHANGED_MEANWHILE';

  return (
    <Modal
      open
      title={resolution ? words.editResolution : words.addResolution}
      okText={resolution ? words.save : words.add}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'resolution-save' }}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      width={640}
    >
      <Form<Written>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: resolution?.kind.key ?? 'order',
          text: resolution?.text ?? '',
          unit: resolution?.unit?.code,
          assistUnits: resolution?.assistUnits.map(({ code }) => code) ?? [],
          dueOn: resolution?.dueOn ? dayjs(resolution.dueOn) : null,
          criterion: resolution?.criterion ?? '',
          conditions: resolution?.conditions ?? '',
          landingUnit: resolution?.landingUnit?.code,
        }}
        onFinish={(written) => save.mutate(written)}
        onKeyDown={submitKeys(form.submit)}
      >
        <Form.Item name="kind" label={words.fields.kind} extra={kept ? words.kindKept : undefined}>
          <Select
            disabled={kept}
            options={
              kept
                ? [{ value: resolution.kind.key, label: say(resolution.kind.label) }]
                : ADDED.map((value) => ({ value, label: words.kinds[value] }))
            }
            data-testid="resolution-kind"
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={words.fields.text}
          rules={[{ required: true, whitespace: true, min: 2, message: t.supervision.missing(words.fields.text) }]}
        >
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            placeholder={words.hints.text}
            autoFocus={focus === 'text'}
            data-testid="resolution-text"
          />
        </Form.Item>
        {kind === 'conditions' ? (
          <Form.Item name="conditions" label={words.fields.conditions}>
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={2000}
              placeholder={words.hints.conditions}
              data-testid="resolution-conditions"
            />
          </Form.Item>
        ) : null}
        <div className={styles.two}>
          <Form.Item name="unit" label={words.fields.unit}>
            <UnitSelect clearable data-testid="resolution-unit" />
          </Form.Item>
          <Form.Item name="dueOn" label={words.fields.dueOn}>
            <DatePicker
              className={styles.wide}
              placeholder={t.form.pickDate}
              disabledDate={(day) => day.format('YYYY-MM-DD') <= today}
              autoFocus={focus === 'dueOn'}
              data-testid="resolution-due"
            />
          </Form.Item>
        </div>
        <Form.Item name="assistUnits" label={words.fields.assistUnits}>
          <UnitSelect multiple data-testid="resolution-assist" />
        </Form.Item>
        {kind === 'transfer' ? (
          <Form.Item name="landingUnit" label={words.fields.landingUnit}>
            <UnitSelect clearable scope="landing-unit" />
          </Form.Item>
        ) : null}
        <Form.Item name="criterion" label={words.fields.criterion}>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={500}
            placeholder={words.hints.criterion}
            autoFocus={focus === 'criterion'}
            data-testid="resolution-criterion"
          />
        </Form.Item>
      </Form>
      {isStale ? (
        <Alert
          type="warning"
          showIcon
          title={words.changedMeanwhile}
          description={standsNow ? words.nowStands(standsNow) : undefined}
          data-testid="resolution-stale"
        />
      ) : save.error ? (
        <ProblemNotice error={save.error} />
      ) : null}
    </Modal>
  );
};
