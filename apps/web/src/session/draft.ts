import { useCallback, useMemo } from 'react';
import type { FormValues } from '../api/contract';
import { useMe } from './session';

export interface Draft {
  at: string;
  outcome: string | null;
  form: FormValues;
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  'form' in value &&
  typeof value.form === 'object' &&
  value.form !== null;

/** Keeps an unfinished form on this computer, per person and form, until it is sent or thrown away. */
export const useDraft = (name: string) => {
  const { accountId } = useMe();
  const key = `landfall.draft.${accountId}.${name}`;

  const found = useMemo((): Draft | null => {
    try {
      const parsed: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
      return isDraft(parsed) ? parsed : null;
    } catch {
      return null;
    }
  }, [key]);

  const keep = useCallback(
    (draft: Omit<Draft, 'at'>) => {
      try {
        localStorage.setItem(key, JSON.stringify({ ...draft, at: new Date().toISOString() }));
      } catch {
        // A full or forbidden store only costs the draft, not the work in hand.
      }
    },
    [key],
  );

  const drop = useCallback(() => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was stored.
    }
  }, [key]);

  return { found, keep, drop };
};
