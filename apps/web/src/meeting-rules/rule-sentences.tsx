import { InputNumber, Select } from 'antd';
import type { MeetingRules } from '../api/contract';
import { useLanguage } from '../language/language';
import { partsOf, type RuleValue, ruleAt, withRule } from './rule-paths';
import styles from './rules-page.module.css';

interface RuleSentencesProps {
  sentences: readonly string[];
  rules: MeetingRules;
  /** The paths that differ from what holds now. */
  changed: readonly string[];
  /** Left out where the rules are only read. */
  onChange: ((rules: MeetingRules) => void) | undefined;
}

/** Rules as sentences whose numbers can be changed where they stand. */
export const RuleSentences = ({ sentences, rules, changed, onChange }: RuleSentencesProps) => (
  <ul className={styles.sentences}>
    {sentences.map((sentence) => (
      <li key={sentence}>
        {partsOf(sentence).map(({ text, path }) => {
          if (path === null) return text;
          const value = ruleAt(rules, path);
          if (value === undefined) return null;
          return (
            <RuleNumber
              key={path}
              path={path}
              value={value}
              isChanged={changed.includes(path)}
              onChange={onChange ? (next) => onChange(withRule(rules, path, next)) : undefined}
            />
          );
        })}
      </li>
    ))}
  </ul>
);

interface RuleNumberProps {
  path: string;
  value: RuleValue;
  isChanged: boolean;
  onChange: ((value: RuleValue) => void) | undefined;
}

const DAYS = Array.from({ length: 28 }, (_, place) => ({ value: place + 1, label: String(place + 1) }));

const RuleNumber = ({ path, value, isChanged, onChange }: RuleNumberProps) => {
  const { t } = useLanguage();
  const words = t.minutes.rules;
  const isShare = path.startsWith('quorums.');
  if (!onChange) {
    const said =
      typeof value === 'number' ? value : isShare ? words.share(value[0] ?? 0, value[1] ?? 0) : value.join(t.comma);
    return <b className={isChanged ? `${styles.number} ${styles.changed}` : styles.number}>{said}</b>;
  }
  const status = isChanged ? ('warning' as const) : undefined;
  if (typeof value === 'number') {
    return (
      <InputNumber
        className={styles.input}
        size="small"
        min={1}
        max={100}
        precision={0}
        value={value}
        status={status}
        onChange={(next) => next !== null && onChange(next)}
        aria-label={path}
        data-testid={`rule-${path}`}
      />
    );
  }
  if (!isShare) {
    return (
      <Select<number[]>
        className={styles.days}
        size="small"
        mode="multiple"
        value={[...value]}
        status={status}
        onChange={(next) => onChange([...next].sort((a, b) => a - b))}
        options={DAYS}
        aria-label={words.days}
      />
    );
  }
  const [numerator = 1, denominator = 2] = value;
  return (
    <span className={styles.share}>
      <InputNumber
        className={styles.input}
        size="small"
        min={1}
        max={denominator}
        precision={0}
        value={numerator}
        status={status}
        onChange={(next) => next !== null && onChange([next, denominator])}
        aria-label={words.numerator}
      />
      <span aria-hidden="true">/</span>
      <InputNumber
        className={styles.input}
        size="small"
        min={numerator}
        max={100}
        precision={0}
        value={denominator}
        status={status}
        onChange={(next) => next !== null && onChange([numerator, next])}
        aria-label={words.denominator}
      />
    </span>
  );
};
