import type { LocalizedText } from '@landfall/process-definition';

/** What the editors of the page and other processes tell a meeting. */
export const signalTitles: Readonly<Record<string, LocalizedText>> = {
  'agenda.add': { zh: '增加议题', en: 'Item added' },
  'agenda.remove': { zh: '撤下议题', en: 'Item taken off' },
  'agenda.arrange': { zh: '编排议程', en: 'Agenda arranged' },
  'attendance.change': { zh: '变更回执', en: 'Reply changed' },
  'attendance.checkIn': { zh: '签到', en: 'Check-in' },
  'resolution.put': { zh: '编写议定事项', en: 'Resolution written' },
  'resolution.remove': { zh: '删除议定事项', en: 'Resolution removed' },
  'item.confirmed': { zh: '议题确认上会', en: 'Item confirmed' },
  'item.left': { zh: '议题撤回', en: 'Item withdrawn' },
  'resolution.applied': { zh: '议定事项已生效', en: 'Resolution applied' },
  'resolution.fulfilled': { zh: '议定事项已落实', en: 'Resolution fulfilled' },
  'resolution.lapsed': { zh: '条件未按期落实', en: 'Conditions lapsed' },
  'resolution.settle': { zh: '议定事项了结', en: 'Resolution settled' },
  'supervisionItem.closed': { zh: '督办事项已销号', en: 'Supervision item closed' },
  'supervisionItem.voided': { zh: '督办事项已作废', en: 'Supervision item voided' },
  numbered: { zh: '纪要编号', en: 'Minutes numbered' },
};
