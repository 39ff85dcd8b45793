import { Select } from 'antd';
import { useState } from 'react';
import type { UserTaskDetail } from '../api/contract';
import { useLanguage } from '../language/language';
import type { Person } from '../people/people-select';
import { DialogFrame, type DialogProps, isReason, WordsField } from './dialog-frame';
import styles from './operations.module.css';

interface AssigneeDialogProps extends DialogProps {
  task: UserTaskDetail;
  withReason?: boolean;
  onSend: (to: Person, reason: string) => void;
}

/** An operation that goes to somebody of the task's group. */
export const AssigneeDialog = ({ task, withReason = false, onSend, ...frame }: AssigneeDialogProps) => {
  const { t, say } = useLanguage();
  const [to, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const people = task.assignees.filter(({ accountId }) => accountId !== task.assignee?.accountId);
  const chosen = people.find(({ accountId }) => accountId === to);
  return (
    <DialogFrame
      {...frame}
      ready={chosen !== undefined && (!withReason || isReason(reason))}
      onSubmit={() => chosen && onSend(chosen, reason.trim())}
    >
      <div className={styles.field}>
        <span className={styles.name}>{t.operations.to}</span>
        <Select
          style={{ width: '100%' }}
          value={to}
          onChange={setTo}
          placeholder={say(task.groupName)}
          aria-label={t.operations.to}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t.operations.nobody}
          options={people.map((person) => ({
            value: person.accountId,
            label: person.title ? `${person.name} · ${say(person.title)}` : person.name,
          }))}
          data-testid="assignee"
        />
      </div>
      {withReason ? <WordsField label={t.operations.reason} required value={reason} onChange={setReason} /> : null}
    </DialogFrame>
  );
};
