import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import { PhraseMenu } from '../desk/phrase-menu';
import { useLanguage } from '../language/language';
import styles from './long-text.module.css';

interface LongTextProps {
  id?: string;
  disabled: boolean;
  value: string | undefined;
  onChange: (value: string) => void;
  onBlur?: () => void;
  maxLength: number | undefined;
  /** Whether common phrases are offered at its right shoulder. */
  phrases: boolean;
  'data-testid'?: string;
  'aria-required'?: boolean;
}

/** A text of several lines that counts its characters and takes common phrases where the cursor stands. */
export const LongText = ({ value, onChange, maxLength, phrases, ...rest }: LongTextProps) => {
  const { t } = useLanguage();
  const area = useRef<TextAreaRef>(null);

  const insert = (phrase: string) => {
    const box = area.current?.resizableTextArea?.textArea;
    const written = value ?? '';
    const from = box?.selectionStart ?? written.length;
    const to = box?.selectionEnd ?? written.length;
    onChange(written.slice(0, from) + phrase + written.slice(to));
    // The cursor goes behind the phrase once the text is there.
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(from + phrase.length, from + phrase.length);
    });
  };

  const text = (
    <Input.TextArea
      {...rest}
      ref={area}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoSize={{ minRows: 3, maxRows: 10 }}
      count={
        maxLength === undefined ? undefined : { show: ({ count }) => t.form.chars(count, maxLength), max: maxLength }
      }
    />
  );
  if (!phrases) return text;
  return (
    <div className={styles.box}>
      <div className={styles.shoulder}>
        <PhraseMenu written={value ?? ''} onChosen={insert} />
      </div>
      {text}
    </div>
  );
};
