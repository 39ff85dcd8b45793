import { useCallback } from 'react';
import type { HistoryItem } from '../api/contract';
import { useLanguage } from '../language/language';

/** Says what happened to an issue in its own words: it begins with being raised, and what was raised stands on its page. */
export const useIssueHistory = () => {
  const { t } = useLanguage();
  const { startedAs } = t.supervision.issue;
  return useCallback(
    (entry: HistoryItem): HistoryItem =>
      entry.kind === 'started' ? { ...entry, title: { zh: startedAs, en: startedAs }, form: null } : entry,
    [startedAs],
  );
};
