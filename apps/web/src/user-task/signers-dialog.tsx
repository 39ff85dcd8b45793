import { useState } from 'react';
import { useLanguage } from '../language/language';
import { PeopleSelect, type Person } from '../people/people-select';
import { ChoiceField, DialogFrame, type DialogProps, isReason, WordsField } from './dialog-frame';
import styles from './operations.module.css';

const POSITIONS = ['before', 'after', 'parallel'] as const;

type Position = (typeof POSITIONS)[number];

interface SignersDialogProps extends DialogProps {
  onSend: (position: Position, people: readonly Person[], reason: string) => void;
}

/** Who else signs, when, and why. */
export const SignersDialog = ({ onSend, ...frame }: SignersDialogProps) => {
  const { t } = useLanguage();
  const [position, setPosition] = useState<Position>('before');
  const [people, setPeople] = useState<Person[]>([]);
  const [reason, setReason] = useState('');
  const { toSigners, positions, positionHints } = t.operations;
  return (
    <DialogFrame
      {...frame}
      ready={people.length > 0 && isReason(reason)}
      onSubmit={() => onSend(position, people, reason.trim())}
    >
      <div className={styles.field}>
        <span className={styles.name}>{toSigners}</span>
        <PeopleSelect label={toSigners} value={people} onChange={setPeople} data-testid="people" />
      </div>
      <ChoiceField
        label={t.operations.position}
        value={position}
        onChange={setPosition}
        options={POSITIONS.map((value) => ({ value, label: positions[value], hint: positionHints[value] }))}
      />
      <WordsField label={t.operations.reason} required value={reason} onChange={setReason} />
    </DialogFrame>
  );
};
