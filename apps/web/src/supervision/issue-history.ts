import { useCallback } from 'react';
import type { FormValues, HistoryItem } from '../api/contract';
import { useLanguage } from '../language/language';

/** Of what other processes say only this is for people; the rest are keys by which they find each other. */
const TOLD = [
  ...['meetingTitle', 'text', 'requirement', 'unit', 'leadUnit', 'dueOn', 'criterion', 'conditions', 'number'],
  ...['note', 'reason'],
];

const FROM_PROCESSES = /^(agenda|item|resolution|pushMeeting|supervisionItem)\./;

const toldOf = (form: FormValues): FormValues => {
  const told = TOLD.flatMap((name) => {
    const value = form[name];
    const isRepeated = name === 'reason' && value === form.note;
    return value === undefined || value === null || value === '' || isRepeated ? [] : [[name, value] as const];
  });
  return Object.fromEntries(told);
};

/** Says what happened to an issue in its own words: it begins with being raised, and what was raised stands on its page. */
export const useIssueHistory = () => {
  const { t } = useLanguage();
  const { startedAs } = t.supervision.issue;
  return useCallback(
    (entry: HistoryItem): HistoryItem => {
      if (entry.kind === 'started') return { ...entry, title: { zh: startedAs, en: startedAs }, form: null };
      if (!FROM_PROCESSES.test(entry.event)) return entry;
      const told = toldOf(entry.form ?? {});
      return { ...entry, form: Object.keys(told).length > 0 ? told : null };
    },
    [startedAs],
  );
};
