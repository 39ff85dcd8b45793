import { useMutation } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { FormSchema, FormValues, LocalizedText } from '../api/contract';
import { Problem } from '../api/http';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { newClientKey } from '../session/session';
import { filledIn, shownProblems } from './form-values';
import { GeneratedFields } from './generated-fields';
import { submitKeys } from './submit-keys';

interface EventDialogProps {
  event: { type: string; label: LocalizedText; form: FormSchema };
  /** Fields that are asked for; all of the form where left out. */
  names?: readonly string[];
  required?: readonly string[];
  initial?: FormValues;
  grave?: boolean;
  /** What stands above the fields. */
  children?: ReactNode;
  send: (form: FormValues, clientKey: string) => Promise<unknown>;
  doneWords: string;
  onDone: () => void;
  onClose: () => void;
}

/** Sends one event to a process as a whole (suspend, open, move, …) with what the event asks for. */
export const EventDialog = ({
  event,
  names = Object.keys(event.form.properties),
  required = event.form.required ?? [],
  initial = {},
  grave = false,
  children,
  send,
  doneWords,
  onDone,
  onClose,
}: EventDialogProps) => {
  const { t, say } = useLanguage();
  const announce = useAnnouncement();
  const [form] = Form.useForm<FormValues>();
  const [clientKey] = useState(newClientKey);
  const sending = useMutation({
    mutationFn: (values: FormValues) => send(filledIn(values, names), clientKey),
    onSuccess: () => {
      announce.done(doneWords);
      onDone();
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
      okButtonProps={{ danger: grave, 'data-testid': 'event-submit' }}
      confirmLoading={sending.isPending}
      width={560}
    >
      {children}
      <Form<FormValues>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={(values) => sending.mutate(values)}
        onKeyDown={submitKeys(form.submit)}
        style={{ marginTop: 12 }}
      >
        <GeneratedFields schema={event.form} names={names} required={required} phrases />
      </Form>
      {sending.error ? <ProblemNotice error={sending.error} /> : null}
    </Modal>
  );
};
