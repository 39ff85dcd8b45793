import { Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../language/language';
import { largeAmount } from './amount';
import { groupAmount, isAmount, readAmount } from './decimal';

interface MoneyInputProps {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  onBlur?: () => void;
  disabled?: boolean;
  'data-testid'?: string;
  'aria-required'?: boolean;
}

/** Enters an amount in 万元 as a decimal string; grouped by thousands at rest, and read back in 亿元 when it is large. */
export const MoneyInput = ({ value, onChange, onBlur, ...rest }: MoneyInputProps) => {
  const { t, language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const text = value ?? '';
  const large = isAmount(text) ? largeAmount(text, language, t) : null;
  return (
    <Input
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={editing ? text : groupAmount(text)}
      onFocus={() => setEditing(true)}
      onBlur={() => {
        setEditing(false);
        onBlur?.();
      }}
      onChange={(event) => {
        const read = readAmount(event.target.value);
        onChange?.(read === '' ? undefined : read);
      }}
      suffix={
        <span style={{ color: 'var(--ink-3)', whiteSpace: 'nowrap' }}>
          {large ? <span style={{ color: 'var(--accent)', marginRight: 10 }}>{t.money.inWords(large)}</span> : null}
          {t.money.unit}
        </span>
      }
    />
  );
};
