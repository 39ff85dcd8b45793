import type { FormRule } from 'antd';
import type { FieldSchema } from '../api/contract';
import type { Dictionary } from '../language/zh';
import { isAmount } from '../money/decimal';
import { isUscc } from './uscc';

const isChoice = (schema: FieldSchema): boolean =>
  schema.format === 'uuid' ||
  ['select', 'multiselect', 'org-unit', 'boolean', 'date'].includes(schema['x-widget'] ?? '');

const check = (holds: (value: unknown) => boolean, message: string): FormRule => ({
  validator: (_rule, value: unknown) => {
    const empty = value === undefined || value === null || value === '';
    return empty || holds(value) ? Promise.resolve() : Promise.reject(new Error(message));
  },
});

/** What the client can check before sending; the server checks everything again. */
export const fieldRules = (schema: FieldSchema, title: string, required: boolean, t: Dictionary): FormRule[] => {
  const rules: FormRule[] = [];
  if (required) {
    const message = isChoice(schema) ? t.form.requiredChoice(title) : t.form.required(title);
    rules.push({
      validator: (_rule, value: unknown) => {
        const empty =
          value === undefined ||
          value === null ||
          (typeof value === 'string' && value.trim() === '') ||
          (Array.isArray(value) && value.length === 0);
        return empty ? Promise.reject(new Error(message)) : Promise.resolve();
      },
    });
  }
  const { minLength, maxLength, minimum, maximum, pattern } = schema;
  if (schema['x-widget'] === 'money') return [...rules, check((value) => isAmount(String(value)), t.form.money)];
  if (schema['x-widget'] === 'uscc') {
    rules.push(check((value) => String(value).length === 18, t.form.usccLength));
    rules.push(check((value) => String(value).length !== 18 || isUscc(String(value)), t.form.uscc));
    return rules;
  }
  if (schema.type === 'number' || schema.type === 'integer') {
    if (schema.type === 'integer') rules.push(check((value) => Number.isInteger(value), t.form.integer));
    if (minimum !== undefined) rules.push(check((value) => Number(value) >= minimum, t.form.atLeast(minimum)));
    if (maximum !== undefined) rules.push(check((value) => Number(value) <= maximum, t.form.atMost(maximum)));
    return rules;
  }
  if (schema.type === 'string' || schema.type === undefined) {
    if (minLength !== undefined && minLength > 1) {
      rules.push(check((value) => String(value).trim().length >= minLength, t.form.tooShort(minLength)));
    }
    if (maxLength !== undefined) {
      rules.push(check((value) => String(value).length <= maxLength, t.form.tooLong(maxLength)));
    }
    if (pattern !== undefined) {
      const expression = new RegExp(pattern, 'u');
      rules.push(check((value) => expression.test(String(value)), t.form.pattern));
    }
  }
  return rules;
};
