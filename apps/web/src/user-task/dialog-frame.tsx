import { Modal } from 'antd';
import { type ReactNode, useId } from 'react';
import type { TaskOperationKind } from '../api/contract';
import { LongText } from '../form/long-text';
import { submitKeys } from '../form/submit-keys';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import styles from './operations.module.css';

/** A reason says at least this much. */
const SHORTEST_REASON = 2;
const LONGEST_REASON = 1000;

export const isReason = (text: string): boolean => text.trim().length >= SHORTEST_REASON;

/** What all dialogs of operations get from whoever opens them. */
export interface DialogProps {
  kind: Exclude<TaskOperationKind, 'claim'>;
  error: unknown;
  pending: boolean;
  onClose: () => void;
}

interface DialogFrameProps extends DialogProps {
  ready: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

/** A small dialog for one operation: what it does in one line, what it needs, and the refusal where there was one. */
export const DialogFrame = ({ kind, error, pending, onClose, ready, onSubmit, children }: DialogFrameProps) => {
  const { t } = useLanguage();
  const submit = () => {
    if (ready && !pending) onSubmit();
  };
  return (
    <Modal
      open
      title={t.operations.kinds[kind]}
      okText={t.operations.confirm(t.operations.kinds[kind])}
      cancelText={t.cancel}
      onCancel={onClose}
      onOk={submit}
      okButtonProps={{ disabled: !ready, 'data-testid': 'operation-submit' }}
      confirmLoading={pending}
      width={520}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the fields inside are heard here. */}
      <div onKeyDown={submitKeys(submit)} data-testid={`dialog-${kind}`}>
        <p className={styles.lead}>{t.operations.hints[kind]}</p>
        {children}
        {error ? <ProblemNotice error={error} /> : null}
      </div>
    </Modal>
  );
};

interface WordsFieldProps {
  label: string;
  required: boolean;
  value: string;
  onChange: (value: string) => void;
}

/** Why, or what else to say. */
export const WordsField = ({ label, required, value, onChange }: WordsFieldProps) => {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className={`${styles.field} ${styles.worded}`}>
      <label className={styles.name} htmlFor={id}>
        {label}
        {required ? null : <span className={styles.faint}>{t.operations.optional}</span>}
      </label>
      <LongText
        id={id}
        disabled={false}
        value={value}
        onChange={onChange}
        maxLength={LONGEST_REASON}
        phrases
        aria-required={required}
        data-testid="operation-words"
      />
    </div>
  );
};

interface ChoiceFieldProps<Value extends string> {
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string; hint?: string }[];
}

/** One of a few possibilities, each with a line that tells what it means. */
export const ChoiceField = <Value extends string>({ label, value, onChange, options }: ChoiceFieldProps<Value>) => {
  const name = useId();
  return (
    <fieldset className={styles.field}>
      <legend className={styles.name}>{label}</legend>
      <div className={styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice} data-testid={`choice-${option.value}`}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span className={styles.words}>
              <span>{option.label}</span>
              {option.hint ? <small>{option.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
