import type { FormValues, LocalizedText, ProcessEvent } from '@landfall/process-definition';
import type { TakenResolution } from './context';
import { textOf } from './form-values';

/** What a meeting may conclude about a project that it reviews, and what it may order besides. */
export const meetingSignals = {
  'agenda.set': { zh: '列入会议议程', en: 'Put on an agenda' },
  'agenda.released': { zh: '移出会议议程', en: 'Released from the agenda' },
  'resolution.approve': { zh: '会议议定：建议推进（原则同意）', en: 'Resolution: go ahead' },
  'resolution.conditions': { zh: '会议议定：完善条件后推进', en: 'Resolution: go ahead under conditions' },
  'resolution.supplement': { zh: '会议议定：补充材料再议', en: 'Resolution: supplement and return' },
  'resolution.transfer': { zh: '会议议定：建议流转', en: 'Resolution: transfer suggested' },
  'resolution.notRecommended': { zh: '会议议定：暂不建议', en: 'Resolution: not recommended for now' },
  'resolution.defer': { zh: '会议议定：暂缓', en: 'Resolution: deferred' },
  'resolution.refuse': { zh: '会议议定：不同意', en: 'Resolution: refused' },
  'resolution.referUp': { zh: '会议议定：提请领导小组', en: 'Resolution: referred to the leading group' },
  'resolution.order': { zh: '会议交办', en: 'Order of a meeting' },
  'resolution.unblock': { zh: '会议交办：解决堵点', en: 'Order of a meeting: unblock' },
  'resolution.deadline': { zh: '会议交办：限期办理', en: 'Order of a meeting: by a date' },
  'resolution.note': { zh: '会议知悉', en: 'Noted by a meeting' },
  'resolution.fulfilled': { zh: '会议交办事项已办结', en: 'An order was carried out' },
  'resolution.failed': { zh: '会议交办事项未办成', en: 'An order was not carried out' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type MeetingSignalName = keyof typeof meetingSignals;

/**
 * What a signal tells beside its type. Another process says it, so nothing in it is taken for granted; what is not given
 * is null.
 */
export const told = (event: ProcessEvent, name: string): string | null => textOf(event as unknown as FormValues, name);

/** Whether a signal is about a resolution that was taken. */
export const isSame = ({ meeting, key }: Pick<TakenResolution, 'meeting' | 'key'>, event: ProcessEvent): boolean =>
  meeting === told(event, 'meeting') && key === told(event, 'resolution');

/** A date that a signal tells. */
export const toldDate = (event: ProcessEvent, name: string): string | null => {
  const date = told(event, name);
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : null;
};
