import { useCallback } from 'react';
import type { FieldSchema, FormSchema, FormValues } from '../api/contract';
import { fieldTitle } from '../form/field-control';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { groupAmount, inEnglish, trimAmount } from '../money/decimal';
import { useUnitNames } from '../organization/unit-names';
import { fieldNames, fieldOptions } from './field-names';
import { useKnownForms } from './known-forms';
import styles from './spoken-values.module.css';

const UNIT_CODE = /^(?:LG|LGO|SEO|[ZTDLM]\d{2})$/;
const MONEY_NAME = /(?:Investment|Amount|Capital|outputPlan|outputActual|taxPlan|taxActual)$/;
const DECIMAL = /^\d+(?:\.\d+)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** Ids say nothing to a reader. */
const NOT_SAID: ReadonlySet<string> = new Set(['projectId', 'meeting', 'item', 'resolution']);

export interface SpokenValue {
  name: string;
  title: string;
  words: string;
}

/** Says form values as a person would: titles of the form, options by their labels, units by name, money grouped. */
export const useSpokenValues = () => {
  const { t, language, say } = useLanguage();
  const unitName = useUnitNames();
  const taskForceName = useUnitNames('taskForce');
  const { everything } = useKnownForms();
  return useCallback(
    (values: FormValues | null | undefined, schema?: FormSchema | null): SpokenValue[] => {
      const fieldOf = (name: string): FieldSchema | undefined =>
        schema?.properties[name] ?? everything.properties[name];
      const titleOf = (name: string): string => {
        const own = schema?.properties[name];
        const title = own ? fieldTitle(own, language) : say(fieldNames[name]);
        const known = everything.properties[name];
        // An example in brackets helps whoever fills in, not whoever reads.
        return (title || (known ? fieldTitle(known, language) : name)).replace(/\s*[（(].{7,}[）)]$/, '');
      };
      const words = (name: string, value: unknown): string => {
        const field = fieldOf(name);
        if (typeof value === 'boolean') return value ? t.yes : t.no;
        if (typeof value === 'number') return String(value);
        if (Array.isArray(value)) return value.map((item) => words(name, item)).join(t.comma);
        if (typeof value === 'string') {
          const options = field?.['x-enum-labels'] ?? fieldOptions[name];
          const label = options?.find((option) => option.value === value);
          if (label) return say(label);
          const money = field ? field['x-widget'] === 'money' : MONEY_NAME.test(name);
          if (money && DECIMAL.test(value)) {
            return (language === 'en' ? inEnglish(value) : null) ?? `${groupAmount(value)} ${t.money.unit}`;
          }
          if (name === 'level' || name === 'projectLevel') return wordFor(t.levels, value);
          if (DECIMAL.test(value) && value.includes('.')) return trimAmount(value);
          if (UNIT_CODE.test(value)) return /TaskForce/.test(name) ? taskForceName(value) : unitName(value);
          return INSTANT.test(value) ? value.slice(0, 10) : value;
        }
        if (typeof value === 'object' && value !== null) {
          return Object.entries(value)
            .filter(([key, inner]) => inner !== null && inner !== '' && !NOT_SAID.has(key))
            .map(([key, inner]) => `${titleOf(key)} ${words(key, inner)}`)
            .join(t.comma);
        }
        return '';
      };
      return Object.entries(values ?? {}).flatMap(([name, value]) => {
        const spoken = value === null || value === undefined || NOT_SAID.has(name) ? '' : words(name, value);
        if (spoken === '') return [];
        return [{ name, title: titleOf(name), words: spoken }];
      });
    },
    [t, language, say, unitName, taskForceName, everything],
  );
};

/** Values in words, as pairs; long texts take the whole width. */
export const SpokenValues = ({ values }: { values: readonly SpokenValue[] }) => (
  <dl className={styles.values}>
    {values.map(({ name, title, words }) => (
      <div key={name} className={title.length + words.length > 24 ? styles.long : styles.pair}>
        <dt>{title}</dt>
        <dd>{words}</dd>
      </div>
    ))}
  </dl>
);
