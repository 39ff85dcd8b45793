import { useCallback } from 'react';
import type { FormSchema, FormValues } from '../api/contract';
import { fieldTitle } from '../form/field-control';
import { useLanguage } from '../language/language';
import { groupAmount } from '../money/decimal';
import { useUnitNames } from '../organization/unit-names';
import { fieldNames, fieldOptions } from './field-names';
import styles from './spoken-values.module.css';

const UNIT_CODE = /^(?:LG|LGO|SEO|[ZTDLM]\d{2})$/;
const MONEY_NAME = /(?:Investment|Amount|Capital|outputPlan|outputActual|taxPlan|taxActual)$/;
const DECIMAL = /^\d+(?:\.\d+)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

export interface SpokenValue {
  name: string;
  title: string;
  words: string;
}

/** Says form values as a person would: titles of the form, options by their labels, units by name, money grouped. */
export const useSpokenValues = () => {
  const { t, language, say } = useLanguage();
  const unitName = useUnitNames();
  return useCallback(
    (values: FormValues | null | undefined, schema?: FormSchema | null): SpokenValue[] => {
      const words = (name: string, value: unknown): string => {
        const field = schema?.properties[name];
        if (typeof value === 'boolean') return value ? t.yes : t.no;
        if (typeof value === 'number') return String(value);
        if (Array.isArray(value)) return value.map((item) => words(name, item)).join(t.comma);
        if (typeof value === 'string') {
          const options = field?.['x-enum-labels'] ?? fieldOptions[name];
          const label = options?.find((option) => option.value === value);
          if (label) return say(label);
          const money = field ? field['x-widget'] === 'money' : MONEY_NAME.test(name);
          if (money && DECIMAL.test(value)) return `${groupAmount(value)} ${t.money.unit}`;
          if (name === 'level' || name === 'projectLevel') return (t.levels as Record<string, string>)[value] ?? value;
          if (UNIT_CODE.test(value)) return unitName(value);
          return INSTANT.test(value) ? value.slice(0, 10) : value;
        }
        if (typeof value === 'object' && value !== null) {
          return Object.entries(value)
            .filter(([, inner]) => inner !== null && inner !== '')
            .map(([key, inner]) => `${say(fieldNames[key]) || key} ${words(key, inner)}`)
            .join(t.comma);
        }
        return '';
      };
      return Object.entries(values ?? {}).flatMap(([name, value]) => {
        const spoken = value === null || value === undefined ? '' : words(name, value);
        if (spoken === '') return [];
        const field = schema?.properties[name];
        return [{ name, title: field ? fieldTitle(field, language) : say(fieldNames[name]) || name, words: spoken }];
      });
    },
    [t, language, say, unitName],
  );
};

/** Values in words, as pairs; long texts take the whole width. */
export const SpokenValues = ({ values }: { values: readonly SpokenValue[] }) => (
  <dl className={styles.values}>
    {values.map(({ name, title, words }) => (
      <div key={name} className={words.length > 28 ? styles.long : styles.pair}>
        <dt>{title}</dt>
        <dd>{words}</dd>
      </div>
    ))}
  </dl>
);
