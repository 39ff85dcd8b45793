import type { FormValues } from '@landfall/process-definition';

/** Readers of forms that were validated against their schema; what is not given is null. */
export const textOf = (form: FormValues | undefined, name: string): string | null => {
  const value = form?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

export const namesOf = (form: FormValues | undefined, name: string): string[] => {
  const value = form?.[name];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
};
