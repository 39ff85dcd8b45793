import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MinutesSection } from '../api/contract';
import { Problem } from '../api/http';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { useMe } from '../session/session';
import { type KeptText, keptText } from './kept-text';
import { minutesQuery } from './minutes-queries';

/** Where the last words of a section are: with the server, on their way, only here, or beside somebody else's. */
export type SavingState = 'saved' | 'dirty' | 'saving' | 'failed' | 'conflict';

interface SectionText {
  text: string;
  /** The version that the text was written over. */
  rev: number;
  base: string;
  saving: SavingState;
  /** What somebody else saved meanwhile. */
  theirs: MinutesSection | null;
  error: unknown;
  recovered: boolean;
}

const SAVE_AFTER_MS = 1_200;

const settled = ({ rev, text }: MinutesSection): SectionText => ({
  ...{ text, rev, base: text, recovered: false },
  ...{ saving: 'saved', theirs: null, error: null },
});

/** Begins with what stands, or with the words that were left unsaved in this tab. */
const begin = (present: MinutesSection, kept: KeptText | null): SectionText => {
  if (kept === null || kept.text === present.text) return settled(present);
  const written = { text: kept.text, rev: kept.rev, base: kept.base, error: null, recovered: true };
  return kept.rev === present.rev
    ? { ...written, saving: 'dirty', theirs: null }
    : { ...written, saving: 'conflict', theirs: present };
};

const isStale = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'MEETING.MINUTES_CHANGED_MEANWHILE';

/**
 * The text of one section while it is written: saved by itself a moment after the last key, kept in this tab until the
 * server has it, and set beside the other text when somebody saved meanwhile.
 */
export const useSectionText = (meetingId: string, present: MinutesSection) => {
  const { accountId } = useMe();
  const { section } = present;
  const kept = useMemo(() => keptText(`${accountId}.${meetingId}.${section}`), [accountId, meetingId, section]);
  const [state, setState] = useState(() => begin(present, kept.read()));
  // What is asked of the server and what comes back are later than the rendering that began it.
  const latest = useRef(state);
  const isSending = useRef(false);

  const become = useCallback(
    (next: SectionText) => {
      latest.current = next;
      setState(next);
      if (next.saving === 'saved') kept.drop();
      else kept.keep({ rev: next.rev, base: next.base, text: next.text });
    },
    [kept],
  );

  const tellOthers = useCallback(
    (saved: MinutesSection) => {
      queryClient.setQueryData(minutesQuery(meetingId).queryKey, (sections) =>
        sections?.map((known) => (known.section === section && known.rev <= saved.rev ? saved : known)),
      );
    },
    [meetingId, section],
  );

  /** Somebody saved meanwhile: the same words are no conflict. */
  const meet = useCallback(
    (theirs: MinutesSection) => {
      tellOthers(theirs);
      const { text } = latest.current;
      become(theirs.text === text ? settled(theirs) : { ...latest.current, saving: 'conflict', theirs, error: null });
    },
    [become, tellOthers],
  );

  const send = useCallback(
    async (rev: number) => {
      if (isSending.current) return;
      isSending.current = true;
      const sent = latest.current.text;
      become({ ...latest.current, saving: 'saving', error: null });
      try {
        const saved = await landfall.saveMinutes(meetingId, section, rev, sent);
        tellOthers(saved);
        const { text } = latest.current;
        become(text === sent ? settled(saved) : { ...settled(saved), text, saving: 'dirty' });
      } catch (error) {
        try {
          if (!isStale(error)) throw error;
          meet(await landfall.minutesSection(meetingId, section));
        } catch (failure) {
          become({ ...latest.current, saving: 'failed', error: failure });
        }
      } finally {
        isSending.current = false;
      }
    },
    [become, meet, meetingId, section, tellOthers],
  );

  const { saving, text } = state;
  // Every further key begins the wait anew, which is why the text is named below.
  useEffect(() => {
    if (saving !== 'dirty') return;
    const timer = setTimeout(() => void send(latest.current.rev), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [saving, text, send]);

  // What others saved is taken over while nothing of one's own waits.
  useEffect(() => {
    const { saving: now, rev, text: shown } = latest.current;
    if (now === 'saved' && present.rev >= rev && present.text !== shown) become(settled(present));
  }, [present, become]);

  // Whoever leaves the page takes the last words along.
  useEffect(
    () => () => {
      if (latest.current.saving === 'dirty') void send(latest.current.rev);
    },
    [send],
  );

  useEffect(() => {
    if (saving === 'saved') return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [saving]);

  return {
    ...state,
    write: (next: string) => {
      const standing = latest.current.saving;
      const waits = standing === 'saving' || standing === 'conflict' ? standing : 'dirty';
      become({ ...latest.current, text: next, saving: waits, recovered: false });
    },
    /** Saves at once over what was read. */
    save: () => void send(latest.current.rev),
    /** Saves a text that was made of both, over the one that the other writer saved. */
    settle: (merged: string) => {
      const { theirs } = latest.current;
      if (theirs === null) return;
      become({ ...latest.current, text: merged, rev: theirs.rev, base: theirs.text, theirs: null, saving: 'dirty' });
      void send(theirs.rev);
    },
  };
};

export type WrittenSection = ReturnType<typeof useSectionText>;
