import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FormValues } from '../api/contract';
import { landfall } from '../api/landfall';
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

/** The draft of a task's form as the server keeps it. */
export type ServerDraft = { form: Record<string, unknown>; updatedAt: string } | null;

const fromServer = (draft: ServerDraft): Draft | null => {
  const values = draft?.form.values;
  if (!draft || typeof values !== 'object' || values === null) return null;
  const { outcome } = draft.form;
  return {
    at: draft.updatedAt,
    outcome: typeof outcome === 'string' ? outcome : null,
    form: values as FormValues,
  };
};

const SEND_AFTER_MS = 1_200;

/**
 * Keeps the unfinished form of a task on the server, and on this computer until the server has it.
 *
 * `kept` says where the last change is: the instant at which the server took it, or `here`.
 */
export const useTaskDraft = (taskId: string, onServer: ServerDraft) => {
  const local = useDraft(`task.${taskId}`);
  const [kept, setKept] = useState<string | 'here' | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsent = useRef<FormValues>(undefined);
  // Answers may overtake each other; what the server has last is what was typed last.
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const found = useMemo((): Draft | null => {
    const stored = fromServer(onServer);
    if (!stored || !local.found) return stored ?? local.found;
    return local.found.at > stored.at ? local.found : stored;
  }, [onServer, local.found]);

  const send = useCallback(() => {
    const form = unsent.current;
    if (form === undefined) return;
    unsent.current = undefined;
    queue.current = queue.current.then(async () => {
      try {
        const { updatedAt } = await landfall.saveDraft(taskId, form);
        if (unsent.current === undefined) local.drop();
        setKept(updatedAt);
      } catch {
        setKept('here');
      }
    });
  }, [taskId, local.drop]);

  const keep = useCallback(
    (draft: Omit<Draft, 'at'>) => {
      local.keep(draft);
      unsent.current = { outcome: draft.outcome, values: draft.form };
      clearTimeout(waiting.current);
      waiting.current = setTimeout(send, SEND_AFTER_MS);
    },
    [local.keep, send],
  );

  const drop = useCallback(() => {
    clearTimeout(waiting.current);
    unsent.current = undefined;
    setKept(null);
    local.drop();
    // The draft is no longer shown; one that the server could not throw away goes with its task.
    queue.current = queue.current.then(() => landfall.dropDraft(taskId)).catch(() => undefined);
  }, [taskId, local.drop]);

  // Whoever leaves the page takes the last words along.
  useEffect(
    () => () => {
      clearTimeout(waiting.current);
      send();
    },
    [send],
  );

  return { found, keep, drop, kept };
};
