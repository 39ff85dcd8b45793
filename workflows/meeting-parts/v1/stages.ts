import type { StageDefinition } from '@landfall/process-definition';

/** The parts of a joint meeting that people speak of. */
export const meetingStages: readonly StageDefinition[] = [
  { key: 'planning', title: { zh: '拟定安排', en: 'Planning' } },
  { key: 'confirming', title: { zh: '会签安排', en: 'Confirming' } },
  { key: 'convened', title: { zh: '已通知', en: 'Convened' } },
  { key: 'inSession', title: { zh: '会议', en: 'In session' } },
  { key: 'minutes', title: { zh: '整理纪要', en: 'Minutes' } },
  { key: 'signing', title: { zh: '签发纪要', en: 'Signing' } },
  { key: 'dispatching', title: { zh: '编号', en: 'Numbering' } },
  { key: 'followUp', title: { zh: '落实', en: 'Follow-up' } },
];
