import { useMutation, useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Modal, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { NewSupervisionItem } from '../api/contract';
import { landfall } from '../api/landfall';
import { itemSourcesQuery } from '../api/queries';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { supervisionZh } from '../language/supervision-zh';
import { UnitSelect } from '../organization/unit-select';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { ProjectSelect } from '../projects/project-select';
import { newClientKey, useMe } from '../session/session';
import { presentTime } from '../time/present';
import { isoDay } from '../time/shanghai-time';
import styles from './dialog.module.css';
import { refreshSupervision } from './refresh';

interface Wanted {
  source: NewSupervisionItem['source'];
  /** Asked of leaders only; whoever else drafts an instruction records it. */
  recorded?: boolean;
  leaderPost: string;
  leaderName: string;
  title: string;
  requirement: string;
  projectId?: string;
  leadUnit: string;
  assistUnits?: string[];
  dueOn: Dayjs;
}

const LEADER_ROLES = ['LG_LEADER', 'LG_EXEC', 'LG_DEPUTY'];

interface DraftItemDialogProps {
  /** The project it is about, when it is drafted from there. */
  project?: { projectId: string; projectName: string };
  onClose: () => void;
}

/** 拟督办: an item for the office to issue; a leader's instruction may be recorded on his behalf. */
export const DraftItemDialog = ({ project, onClose }: DraftItemDialogProps) => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const me = useMe();
  const announce = useAnnouncement();
  const [form] = Form.useForm<Wanted>();
  const [clientKey] = useState(newClientKey);
  const { data: sources = [] } = useQuery(itemSourcesQuery);
  const isLeader = me.roles.some((role) => LEADER_ROLES.includes(role));
  const isInstruction = Form.useWatch('source', form) === 'instruction';
  const isRecorded = Form.useWatch('recorded', form) ?? !isLeader;
  const today = isoDay(new Date(presentTime()).toISOString());
  const draft = useMutation({
    mutationFn: ({ recorded = true, leaderName, leaderPost, dueOn, projectId, assistUnits = [], ...item }: Wanted) => {
      const about = project?.projectId ?? projectId;
      const onBehalfOf = item.source === 'instruction' && recorded ? { name: leaderName, post: leaderPost } : undefined;
      return landfall.draftItem(
        {
          ...item,
          assistUnits,
          dueOn: dueOn.format('YYYY-MM-DD'),
          ...(about ? { projectId: about } : {}),
          ...(onBehalfOf ? { onBehalfOf } : {}),
        },
        clientKey,
      );
    },
    onSuccess: () => {
      announce.done(words.drafted);
      refreshSupervision();
      onClose();
    },
  });
  const needed = (field: string) => ({ required: true, message: words.missing(field) });
  return (
    <Modal
      open
      title={words.draftTitle}
      okText={words.draftSubmit}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'draft-submit' }}
      confirmLoading={draft.isPending}
      width={620}
    >
      {project ? <p className={styles.subject}>{project.projectName}</p> : null}
      <p className={styles.hint}>{words.draftIntro}</p>
      <Form<Wanted>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ source: 'instruction', recorded: false, leaderPost: supervisionZh.leaderPosts[2] }}
        onFinish={(wanted) => draft.mutate(wanted)}
        onKeyDown={submitKeys(form.submit)}
      >
        <Form.Item name="source" label={words.source}>
          <Radio.Group
            optionType="button"
            options={sources.map(({ value, label }) => ({ value, label: say(label) }))}
            data-testid="draft-source"
          />
        </Form.Item>
        {isInstruction ? (
          <div className={styles.inset}>
            {isLeader ? (
              <Form.Item name="recorded" label={words.whose}>
                <Radio.Group
                  options={[
                    { value: false, label: words.ownInstruction },
                    { value: true, label: words.recorded },
                  ]}
                />
              </Form.Item>
            ) : null}
            {isRecorded ? (
              <>
                <div className={styles.two}>
                  <Form.Item name="leaderPost" label={words.leaderPost} rules={[needed(words.leaderPost)]}>
                    <Select
                      options={supervisionZh.leaderPosts.map((value, place) => ({
                        value,
                        label: words.leaderPosts[place],
                      }))}
                    />
                  </Form.Item>
                  <Form.Item
                    name="leaderName"
                    label={words.leaderName}
                    rules={[{ ...needed(words.leaderName), whitespace: true }]}
                  >
                    <Input maxLength={40} data-testid="draft-leader" />
                  </Form.Item>
                </div>
                <p className={styles.hint}>{words.recordedBy(me.name)}</p>
              </>
            ) : null}
          </div>
        ) : null}
        <Form.Item name="title" label={words.itemTitle} rules={[{ ...needed(words.itemTitle), whitespace: true }]}>
          <Input maxLength={120} data-testid="draft-title" />
        </Form.Item>
        <Form.Item
          name="requirement"
          label={isInstruction ? words.instructionText : words.requirement}
          rules={[{ ...needed(isInstruction ? words.instructionText : words.requirement), whitespace: true }]}
        >
          <Input.TextArea rows={3} maxLength={1000} data-testid="draft-requirement" />
        </Form.Item>
        {project ? null : (
          <Form.Item name="projectId" label={words.project}>
            <ProjectSelect data-testid="draft-project" />
          </Form.Item>
        )}
        <div className={styles.two}>
          <Form.Item name="leadUnit" label={words.leadUnit} rules={[needed(words.leadUnit)]}>
            <UnitSelect data-testid="draft-lead" />
          </Form.Item>
          <Form.Item name="dueOn" label={words.dueOn} rules={[needed(words.dueOn)]}>
            <DatePicker
              className={styles.wide}
              placeholder={t.form.pickDate}
              disabledDate={(day) => day.format('YYYY-MM-DD') <= today}
              data-testid="draft-due"
            />
          </Form.Item>
        </div>
        <Form.Item
          name="assistUnits"
          label={words.assistUnits}
          dependencies={['leadUnit']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, units: string[] | undefined) =>
                units?.includes(getFieldValue('leadUnit'))
                  ? Promise.reject(new Error(words.leadAssists))
                  : Promise.resolve(),
            }),
          ]}
        >
          <UnitSelect multiple />
        </Form.Item>
      </Form>
      {draft.error ? <ProblemNotice error={draft.error} /> : null}
    </Modal>
  );
};
