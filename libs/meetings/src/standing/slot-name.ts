import type { LocalizedText } from '@landfall/process-definition';
import type { AgendaItem } from '../meeting';

/**
 * What the share of a meeting's task is about, in words: `i1` is the first item with its title, `M02` a unit, `i1/M02` both.
 * Null where the task has one share only.
 */
export const slotName = (
  slot: string,
  agenda: readonly Pick<AgendaItem, 'key' | 'title' | 'projectName' | 'standing'>[],
  unitName: (code: string) => LocalizedText,
): LocalizedText | null => {
  if (slot === '') return null;
  const heard = agenda.filter(({ key, standing }) => standing !== 'left' || slot.split('/').includes(key));
  const parts = slot.split('/').map((part): LocalizedText => {
    const place = heard.findIndex(({ key }) => key === part);
    const item = heard[place];
    if (item === undefined) return unitName(part);
    const title = item.projectName ?? item.title;
    return { zh: `第${place + 1}项 ${title}`, en: `Item ${place + 1} ${title}` };
  });
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') };
};
