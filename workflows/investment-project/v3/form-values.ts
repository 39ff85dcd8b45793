import type { FormValues } from '@landfall/process-definition';
import { isAmount } from './amount';

/** Readers of forms that were validated against their schema; what is not given is null. */
export const textOf = (form: FormValues | undefined, name: string): string | null => {
  const value = form?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

export const amountOf = (form: FormValues | undefined, name: string): string | null => {
  const value = form?.[name];
  return isAmount(value) ? value : null;
};

export const numberOf = (form: FormValues | undefined, name: string): number | null => {
  const value = form?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

export const isTrue = (form: FormValues | undefined, name: string): boolean => form?.[name] === true;

export const namesOf = (form: FormValues | undefined, name: string): string[] => {
  const value = form?.[name];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
};

/** The given ones of the named values, under their own names. */
export const given = (form: FormValues | undefined, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = form?.[name];
      return value === undefined || value === null || value === '' ? [] : [[name, value]];
    }),
  );
