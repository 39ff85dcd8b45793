import { CloseOutlined } from '@ant-design/icons';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import type { MeetingAgendaItem } from '../api/contract';
import { LongText } from '../form/long-text';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import type { AgendaEditing } from './use-agenda-editing';

interface RemoveItemProps {
  item: MeetingAgendaItem;
  name: string;
  editing: AgendaEditing;
}

/** Takes an item off the agenda, with a reason; whoever waits for it goes back to the queue. */
export const RemoveItem = ({ item, name, editing: { isDirty, remove } }: RemoveItemProps) => {
  const { t } = useLanguage();
  const words = t.meetings.agenda;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const ready = reason.trim().length >= 2;
  return (
    <>
      <Button
        type="text"
        icon={<CloseOutlined />}
        onClick={() => {
          remove.reset();
          setOpen(true);
        }}
        disabled={isDirty}
        aria-label={words.removeTitle(name)}
        title={words.remove}
        data-testid="agenda-remove"
      />
      <Modal
        open={open}
        destroyOnHidden
        title={words.removeTitle(name)}
        okText={words.remove}
        cancelText={t.cancel}
        onCancel={() => setOpen(false)}
        onOk={() => remove.mutate({ key: item.key, reason: reason.trim() }, { onSuccess: () => setOpen(false) })}
        okButtonProps={{ danger: true, disabled: !ready, 'data-testid': 'agenda-remove-submit' }}
        confirmLoading={remove.isPending}
        width={520}
      >
        <Form layout="vertical">
          <Form.Item label={words.reason} extra={item.waiting ? words.removeHint : undefined}>
            <LongText
              disabled={false}
              value={reason}
              onChange={setReason}
              maxLength={1000}
              phrases
              data-testid="agenda-remove-reason"
            />
          </Form.Item>
        </Form>
        {remove.error ? <ProblemNotice error={remove.error} /> : null}
      </Modal>
    </>
  );
};
