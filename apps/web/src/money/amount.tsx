import { type Language, useLanguage } from '../language/language';
import type { Dictionary } from '../language/zh';
import { groupAmount, inEnglish, inHundredMillions } from './decimal';

/** A large amount in the unit a person would say it in (“5.04 亿元”, “CNY 504 m”), or null when 万元 says it best. */
export const largeAmount = (value: string, language: Language, t: Dictionary): string | null => {
  if (language === 'en') return inEnglish(value);
  const large = inHundredMillions(value);
  return large ? `${groupAmount(large)} ${t.money.big}` : null;
};

/** An amount in words; the exact figure in 万元 is in its title. */
export const Amount = ({ value }: { value: string | null }) => {
  const { t, language } = useLanguage();
  if (!value) return <span style={{ color: 'var(--ink-3)' }}>{t.money.withheld}</span>;
  const exact = `${groupAmount(value)} ${t.money.unit}`;
  return (
    <span title={exact} style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {largeAmount(value, language, t) ?? exact}
    </span>
  );
};
