import { useCallback } from 'react';
import type { HistoryItem } from '../api/contract';
import { useLanguage } from '../language/language';

/** Says what happened to a supervision item in its own words: it begins with a draft, and its number is no minutes'. */
export const useItemHistory = () => {
  const { t } = useLanguage();
  const { startedAs } = t.supervision.item;
  return useCallback(
    (entry: HistoryItem): HistoryItem => {
      if (entry.kind === 'started') return { ...entry, title: { zh: startedAs, en: startedAs }, form: null };
      if (entry.event !== 'numbered') return entry;
      const number = String(entry.form?.number ?? '');
      return { ...entry, title: { zh: `${entry.title.zh} ${number}`, en: `${entry.title.en} ${number}` }, form: null };
    },
    [startedAs],
  );
};
