import { DownOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown, Form, Modal } from 'antd';
import { useState } from 'react';
import type { FormValues, InstanceEvent } from '../api/contract';
import { Problem } from '../api/http';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { FormSubject } from '../form/form-subject';
import { filledIn, shownProblems } from '../form/form-values';
import { GeneratedFields } from '../form/generated-fields';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { newClientKey } from '../session/session';

const isGrave = (type: string): boolean => /terminat|reject|discard|withdraw/i.test(type);

interface EventDialogProps {
  projectId: string;
  event: InstanceEvent;
  onClose: () => void;
}

/** Sends one event to a project as a whole (suspend, resume, …) with what the event asks for. */
const EventDialog = ({ projectId, event, onClose }: EventDialogProps) => {
  const { t, say } = useLanguage();
  const announce = useAnnouncement();
  const [form] = Form.useForm<FormValues>();
  const [clientKey] = useState(newClientKey);
  const names = Object.keys(event.form.properties);
  const send = useMutation({
    mutationFn: (values: FormValues) => landfall.sendEvent(projectId, event.type, filledIn(values, names), clientKey),
    onSuccess: () => {
      announce.done(t.project.acted(say(event.label)));
      void queryClient.invalidateQueries({ queryKey: ['project', projectId] });
      void queryClient.invalidateQueries({ queryKey: ['projects'] });
      void queryClient.invalidateQueries({ queryKey: ['inbox'] });
      onClose();
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(shownProblems(error.errors, names));
    },
  });
  return (
    <Modal
      open
      title={say(event.label)}
      okText={say(event.label)}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      okButtonProps={{ danger: isGrave(event.type), 'data-testid': 'event-submit' }}
      confirmLoading={send.isPending}
      width={560}
    >
      <FormSubject value={projectId}>
        <Form<FormValues>
          form={form}
          layout="vertical"
          onFinish={(values) => send.mutate(values)}
          onKeyDown={submitKeys(form.submit)}
          style={{ marginTop: 12 }}
        >
          <GeneratedFields schema={event.form} names={names} required={event.form.required ?? []} />
        </Form>
      </FormSubject>
      {send.error ? <ProblemNotice error={send.error} /> : null}
    </Modal>
  );
};

/** More than this many would crowd the heading; they go into one menu. */
const MOST_BUTTONS = 3;

/** What the reader may do with the project as a whole now. */
export const ProjectEvents = ({ projectId, events }: { projectId: string; events: readonly InstanceEvent[] }) => {
  const { t, say } = useLanguage();
  const [chosen, setChosen] = useState<InstanceEvent | null>(null);
  const dialog = chosen ? <EventDialog projectId={projectId} event={chosen} onClose={() => setChosen(null)} /> : null;
  if (events.length > MOST_BUTTONS) {
    const ordered = [...events].sort((a, b) => Number(isGrave(a.type)) - Number(isGrave(b.type)));
    return (
      <>
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: ordered.map((event) => ({
              key: event.type,
              danger: isGrave(event.type),
              label: <span data-testid={`event-${event.type}`}>{say(event.label)}</span>,
              onClick: () => setChosen(event),
            })),
          }}
        >
          <Button data-testid="project-actions">
            {t.project.act}
            <DownOutlined />
          </Button>
        </Dropdown>
        {dialog}
      </>
    );
  }
  return (
    <>
      {events.map((event) => (
        <Button
          key={event.type}
          danger={isGrave(event.type)}
          onClick={() => setChosen(event)}
          data-testid={`event-${event.type}`}
        >
          {say(event.label)}
        </Button>
      ))}
      {dialog}
    </>
  );
};
