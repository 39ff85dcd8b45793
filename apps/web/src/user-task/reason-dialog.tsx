import { useState } from 'react';
import { useLanguage } from '../language/language';
import { DialogFrame, type DialogProps, isReason, WordsField } from './dialog-frame';

interface ReasonDialogProps extends DialogProps {
  label?: string;
  required?: boolean;
  onSend: (words: string) => void;
}

/** An operation that needs nothing but, at most, words. */
export const ReasonDialog = ({ label, required = false, onSend, ...frame }: ReasonDialogProps) => {
  const { t } = useLanguage();
  const [words, setWords] = useState('');
  return (
    <DialogFrame {...frame} ready={!required || isReason(words)} onSubmit={() => onSend(words.trim())}>
      <WordsField label={label ?? t.operations.reason} required={required} value={words} onChange={setWords} />
    </DialogFrame>
  );
};
