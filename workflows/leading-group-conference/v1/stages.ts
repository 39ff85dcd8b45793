import type { StageDefinition } from '@landfall/process-definition';

/** The parts of a half-year conference that people speak of. */
export const conferenceStages: readonly StageDefinition[] = [
  { key: 'scheduled', title: { zh: '待启动', en: 'Scheduled' } },
  { key: 'collecting', title: { zh: '征集情况', en: 'Collecting' } },
  { key: 'composing', title: { zh: '拟定方案', en: 'Composing' } },
  { key: 'approving', title: { zh: '审批方案', en: 'Approving' } },
  { key: 'convened', title: { zh: '已通知', en: 'Convened' } },
  { key: 'inSession', title: { zh: '会议', en: 'In session' } },
  { key: 'minutes', title: { zh: '整理纪要', en: 'Minutes' } },
  { key: 'signing', title: { zh: '签发纪要', en: 'Signing' } },
  { key: 'dispatching', title: { zh: '编号', en: 'Numbering' } },
  { key: 'followUp', title: { zh: '落实', en: 'Follow-up' } },
];
