import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { FormValues, HistoryItem, LocalizedText, MeetingAgendaItem } from '../api/contract';
import { meetingQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { useUnitNames } from '../organization/unit-names';
import { isHeard } from './agenda-draft';

/** What of an event's payload tells a reader something; the rest are keys. */
const TOLD = ['person', 'post', 'reply', 'reason', 'note', 'number'] as const;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const itemKeyOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'key' in item ? textOf(item.key) : textOf(item);

/** Says what happened to a meeting with the names of its items and units, where the server has keys. */
export const useMeetingHistory = (meetingId: string) => {
  const { t } = useLanguage();
  const words = t.meetings;
  const unitName = useUnitNames('short');
  const { data: meeting } = useQuery(meetingQuery(meetingId));
  return useCallback(
    (entry: HistoryItem): HistoryItem => {
      const agenda: readonly MeetingAgendaItem[] = meeting?.agenda ?? [];
      const heard = agenda.filter(isHeard);
      const itemName = (key: string): string => {
        const item = agenda.find((known) => known.key === key);
        if (!item) return '';
        const place = heard.indexOf(item) + 1;
        const name = item.projectName ?? item.title;
        return place > 0 ? `${words.agenda.item(place)} ${name}` : name;
      };
      const partName = (part: string): string => itemName(part) || (part.includes('.') ? '' : unitName(part));
      const about = (title: LocalizedText, ...names: string[]): LocalizedText => {
        const said = names.filter(Boolean).join(' · ');
        return said === '' ? title : { zh: `${title.zh} · ${said}`, en: `${title.en} · ${said}` };
      };
      if (entry.kind === 'started') return { ...entry, title: { zh: words.startedAs, en: words.startedAs } };
      if (entry.slot !== '') return { ...entry, title: about(entry.title, ...entry.slot.split('/').map(partName)) };
      // Only what the page's editors and other processes say carries keys: the forms of people have words already.
      if (!/^(agenda|attendance|item|resolution|supervisionItem)\./.test(entry.event)) return entry;
      const form: FormValues = entry.form ?? {};
      const told = Object.fromEntries(
        TOLD.flatMap((name) => (form[name] === undefined || form[name] === null ? [] : [[name, form[name]]])),
      );
      const order = Array.isArray(form.items)
        ? form.items.map((item) => itemName(itemKeyOf(item))).filter(Boolean)
        : [];
      const undone = entry.event === 'attendance.checkIn' && form.present === false;
      const title = undone ? { zh: words.attendance.undo, en: words.attendance.undo } : entry.title;
      return {
        ...entry,
        title: about(title, itemName(itemKeyOf(form.item)), unitName(textOf(form.unit))),
        form: { ...told, ...(order.length > 0 ? { agendaOrder: order } : {}) },
      };
    },
    [meeting, words, unitName],
  );
};
