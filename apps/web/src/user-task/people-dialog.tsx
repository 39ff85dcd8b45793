import { useState } from 'react';
import { useLanguage } from '../language/language';
import { PeopleSelect, type Person } from '../people/people-select';
import { DialogFrame, type DialogProps, WordsField } from './dialog-frame';
import styles from './operations.module.css';

interface PeopleDialogProps extends DialogProps {
  label: string;
  single?: boolean;
  onSend: (people: readonly Person[], note: string) => void;
}

/** An operation that goes to anybody, with a note. */
export const PeopleDialog = ({ label, single = false, onSend, ...frame }: PeopleDialogProps) => {
  const { t } = useLanguage();
  const [people, setPeople] = useState<Person[]>([]);
  const [note, setNote] = useState('');
  return (
    <DialogFrame {...frame} ready={people.length > 0} onSubmit={() => onSend(people, note.trim())}>
      <div className={styles.field}>
        <span className={styles.name}>{label}</span>
        <PeopleSelect label={label} single={single} value={people} onChange={setPeople} data-testid="people" />
      </div>
      <WordsField label={t.operations.note} required={false} value={note} onChange={setNote} />
    </DialogFrame>
  );
};
