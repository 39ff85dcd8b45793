import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Form, Input, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { MeetingProposal } from '../api/contract';
import { landfall } from '../api/landfall';
import { meetingProposalQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { UnitSelect } from '../organization/unit-select';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { newClientKey } from '../session/session';
import { OWN_KINDS, type OwnKind } from './own-kinds';
import styles from './propose-meeting-dialog.module.css';
import { refreshMeetings } from './refresh-meetings';

interface Topic {
  title: string;
  kind: OwnKind;
  presenter?: string;
  units?: string[];
}

interface Wanted {
  kind: MeetingProposal['kind'];
  reason: string;
  issues?: string[];
  topics?: Topic[];
}

const NEW_TOPIC = { title: '', kind: 'report' } as const;

/** 提请会议: why the leading group should meet, which issues have come up to it, what else it is to hear. */
export const ProposeMeetingDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLanguage();
  const words = t.meetings.propose;
  const announce = useAnnouncement();
  const navigate = useNavigate();
  const [form] = Form.useForm<Wanted>();
  const [clientKey] = useState(newClientKey);
  const { data: offer } = useQuery(meetingProposalQuery);
  const kind = Form.useWatch('kind', form) ?? 'special';
  const propose = useMutation({
    mutationFn: ({ topics = [], issues = [], ...wanted }: Wanted) =>
      landfall.proposeMeeting({
        ...wanted,
        issues: wanted.kind === 'special' ? issues : [],
        topics: topics.map(({ presenter, units = [], ...topic }) => ({
          ...topic,
          units,
          ...(presenter ? { presenter } : {}),
        })),
        clientKey,
      }),
    onSuccess: ({ meetingId }) => {
      announce.done(words.done);
      refreshMeetings(meetingId);
      onClose();
      void navigate({ to: '/meetings/$meetingId', params: { meetingId } });
    },
  });
  const issues = kind === 'special' ? (offer?.issues ?? []) : [];
  return (
    <Modal
      open
      title={words.title}
      okText={words.submit}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'propose-submit' }}
      confirmLoading={propose.isPending}
      width={640}
    >
      <p className={styles.hint}>{words.intro}</p>
      <Form<Wanted>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'special', topics: [] }}
        onFinish={(wanted) => propose.mutate(wanted)}
      >
        <Form.Item name="kind">
          <Segmented
            block
            size="large"
            options={(['special', 'plenary'] as const).map((value) => ({
              value,
              label: <span data-testid={`propose-${value}`}>{words.kinds[value]}</span>,
            }))}
          />
        </Form.Item>
        <p className={styles.hint}>{words.hints[kind]}</p>
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true, min: 2, message: t.form.required(words.reason) }]}
        >
          <Input maxLength={200} placeholder={words.reasonHint} data-testid="propose-reason" />
        </Form.Item>
        {issues.length > 0 ? (
          <Form.Item name="issues" label={words.issues}>
            <Checkbox.Group
              className={styles.issues}
              options={issues.map(({ issueId, title, projectName }) => ({
                value: issueId,
                label: (
                  <span data-testid="propose-issue">
                    {title}
                    <small className={styles.project}>{projectName}</small>
                  </span>
                ),
              }))}
            />
          </Form.Item>
        ) : null}
        <Form.List name="topics">
          {(fields, { add, remove }) => (
            <section className={styles.topics} aria-label={words.topics}>
              {fields.map(({ key, name }, at) => (
                <div key={key} className={styles.topic} data-testid="propose-topic">
                  <div className={styles.line}>
                    <Form.Item
                      name={[name, 'title']}
                      label={words.topic(at + 1)}
                      rules={[{ required: true, whitespace: true, min: 2, message: t.form.required(words.topicTitle) }]}
                    >
                      <Input maxLength={200} data-testid="propose-topic-title" />
                    </Form.Item>
                    <Form.Item name={[name, 'kind']} label={t.meetings.agenda.itemKind}>
                      <Select
                        options={OWN_KINDS[kind].map((value) => ({ value, label: t.meetings.agenda.kinds[value] }))}
                      />
                    </Form.Item>
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={words.removeTopic}
                      onClick={() => remove(name)}
                    />
                  </div>
                  <div className={styles.two}>
                    <Form.Item name={[name, 'presenter']} label={t.meetings.agenda.itemPresenter}>
                      <UnitSelect clearable />
                    </Form.Item>
                    <Form.Item name={[name, 'units']} label={t.meetings.agenda.itemUnits}>
                      <UnitSelect multiple />
                    </Form.Item>
                  </div>
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add(NEW_TOPIC)} data-testid="propose-add-topic">
                {words.addTopic}
              </Button>
            </section>
          )}
        </Form.List>
      </Form>
      {propose.error ? <ProblemNotice error={propose.error} /> : null}
    </Modal>
  );
};
