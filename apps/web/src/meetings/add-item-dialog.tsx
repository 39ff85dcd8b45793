import { type UseMutationResult, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { AddedItem, MeetingDetail, MeetingKind, MeetingQueueItem } from '../api/contract';
import { meetingQueueQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { UnitSelect } from '../organization/unit-select';
import { ProblemNotice } from '../problem/problem-notice';
import styles from './add-item-dialog.module.css';
import { OWN_KINDS, type OwnKind } from './own-kinds';

/** Which queues a kind of meeting hears. */
const QUEUES: Readonly<Record<MeetingKind, readonly MeetingQueueItem['queue'][]>> = {
  streetTownReview: ['streetTown'],
  push: ['push', 'district'],
  // A conference hears topics only.
  conference: [],
  plenary: ['leadingGroup', 'leadingGroupIssue'],
  special: ['leadingGroup', 'leadingGroupIssue'],
};

interface OwnItem {
  kind: OwnKind;
  title: string;
  question?: string;
  presenter?: string;
  units?: string[];
  minutes: number;
}

interface AddItemDialogProps {
  meeting: MeetingDetail;
  add: UseMutationResult<MeetingDetail, Error, AddedItem>;
  onClose: () => void;
}

/** Puts somebody who waits, or an item of the office's own, on the agenda. */
export const AddItemDialog = ({ meeting, add, onClose }: AddItemDialogProps) => {
  const { t } = useLanguage();
  const words = t.meetings.agenda;
  const queues = QUEUES[meeting.kind].length > 0;
  const [own, setOwn] = useState(!queues);
  return (
    <Modal open title={words.add} onCancel={onClose} footer={null} width={600} destroyOnHidden>
      {queues ? (
        <Segmented
          block
          size="large"
          className={styles.which}
          value={own ? 'own' : 'queue'}
          onChange={(which) => setOwn(which === 'own')}
          options={[
            { value: 'queue', label: words.fromQueue },
            { value: 'own', label: <span data-testid="add-own">{words.ownItem}</span> },
          ]}
        />
      ) : null}
      {own ? <OwnItemForm meeting={meeting} add={add} onDone={onClose} /> : <FromQueue meeting={meeting} add={add} />}
      {add.error ? <ProblemNotice error={add.error} /> : null}
    </Modal>
  );
};

const FromQueue = ({ meeting, add }: Pick<AddItemDialogProps, 'meeting' | 'add'>) => {
  const { t } = useLanguage();
  const words = t.meetings.agenda;
  const { data } = useQuery(meetingQueueQuery);
  const waiting = (data?.items ?? []).filter(
    (item) => item.meeting === null && QUEUES[meeting.kind].includes(item.queue),
  );
  if (data && waiting.length === 0) return <p className={styles.none}>{words.noneWaiting}</p>;
  return (
    <ul className={styles.waiting}>
      {waiting.map((item) => (
        <li key={item.place} className={styles.item} data-testid="waiting-item">
          <span>
            <strong>{item.queue === 'leadingGroupIssue' ? item.title : (item.projectName ?? item.title)}</strong>
            <small>
              {t.meetings.waited(item.waitingWorkingDays)}
              {item.urgent ? ` · ${t.meetings.urgent}` : ''}
            </small>
          </span>
          <Button
            onClick={() => add.mutate({ place: item.place })}
            loading={
              add.isPending &&
              add.variables !== undefined &&
              'place' in add.variables &&
              add.variables.place === item.place
            }
            data-testid="add-waiting"
          >
            {words.addThis}
          </Button>
        </li>
      ))}
    </ul>
  );
};

const OwnItemForm = ({
  meeting,
  add,
  onDone,
}: Pick<AddItemDialogProps, 'meeting' | 'add'> & { onDone: () => void }) => {
  const { t } = useLanguage();
  const words = t.meetings.agenda;
  const kinds = OWN_KINDS[meeting.kind];
  const [form] = Form.useForm<OwnItem>();
  return (
    <Form<OwnItem>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ kind: kinds[0], minutes: 20 }}
      onFinish={({ question, ...item }) =>
        add.mutate(
          { ...item, title: item.title.trim(), ...(question?.trim() ? { question: question.trim() } : {}) },
          { onSuccess: onDone },
        )
      }
    >
      <Form.Item
        name="title"
        label={words.itemTitle}
        rules={[{ required: true, whitespace: true, min: 2, message: t.form.required(words.itemTitle) }]}
      >
        <Input maxLength={200} data-testid="own-title" />
      </Form.Item>
      <div className={styles.two}>
        <Form.Item name="kind" label={words.itemKind}>
          <Select options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
        </Form.Item>
        <Form.Item name="minutes" label={words.minutes}>
          <InputNumber min={1} max={240} precision={0} suffix={words.minutesUnit} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="question" label={words.itemQuestion}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="presenter" label={words.itemPresenter}>
        <UnitSelect clearable />
      </Form.Item>
      <Form.Item name="units" label={words.itemUnits}>
        <UnitSelect multiple />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" loading={add.isPending} data-testid="own-submit">
        {words.addThis}
      </Button>
    </Form>
  );
};
