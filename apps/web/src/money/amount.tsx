import { useLanguage } from '../language/language';
import { groupAmount, inHundredMillions } from './decimal';

/** An amount in the unit a person would say it in: “5.04 亿元” or “3,200 万元”; the exact 万元 in the title. */
export const Amount = ({ value }: { value: string | null }) => {
  const { t } = useLanguage();
  if (!value) return <span style={{ color: 'var(--ink-3)' }}>{t.money.withheld}</span>;
  const big = inHundredMillions(value);
  const exact = `${groupAmount(value)} ${t.money.unit}`;
  return (
    <span title={exact} style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {big ? `${groupAmount(big)} ${t.money.big}` : exact}
    </span>
  );
};
