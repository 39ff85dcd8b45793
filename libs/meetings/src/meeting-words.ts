import type { LocalizedText } from '@landfall/process-definition';
import type { AgendaItemKind, MeetingKind, MeetingState, ResolutionKind } from './meeting';
import type { MeetingQueue } from './queue/read-queue';

/** How the kinds of meetings are called. */
export const MEETING_KIND_TITLES: Readonly<Record<MeetingKind, LocalizedText>> = {
  conference: { zh: '全区招商引资工作会议', en: 'Half-year conference' },
  plenary: { zh: '领导小组全体会议', en: 'Plenary meeting' },
  special: { zh: '领导小组专题会议', en: 'Special meeting' },
  push: { zh: '项目推动联席会议', en: 'Push meeting' },
  streetTownReview: { zh: '街镇项目研判联席会议', en: 'Street-town research meeting' },
};

export const MEETING_STATE_TITLES: Readonly<Record<MeetingState, LocalizedText>> = {
  scheduled: { zh: '已列入计划', en: 'Scheduled' },
  collecting: { zh: '征集材料', en: 'Collecting' },
  composing: { zh: '编排议程', en: 'Composing the agenda' },
  proposed: { zh: '提请召开', en: 'Proposed' },
  planning: { zh: '拟定安排', en: 'Planning' },
  approving: { zh: '审定', en: 'Approval' },
  confirming: { zh: '会签安排', en: 'Confirming' },
  convened: { zh: '已通知', en: 'Convened' },
  inSession: { zh: '会议进行中', en: 'In session' },
  minutes: { zh: '整理纪要', en: 'Minutes' },
  signing: { zh: '签发纪要', en: 'Signing' },
  dispatching: { zh: '编号', en: 'Numbering' },
  followUp: { zh: '落实', en: 'Follow-up' },
  archived: { zh: '已归档', en: 'Archived' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

export const ITEM_KIND_TITLES: Readonly<Record<AgendaItemKind, LocalizedText>> = {
  judgement: { zh: '项目研判', en: 'Judgement' },
  decision: { zh: '项目评审', en: 'Decision' },
  problem: { zh: '问题协调', en: 'Problem' },
  report: { zh: '听取汇报', en: 'Report' },
  exchange: { zh: '交流典型做法', en: 'Exchange of practice' },
  deployment: { zh: '部署工作', en: 'Deployment' },
  readBack: { zh: '议定事项回顾', en: 'Read-back of resolutions' },
  other: { zh: '其他', en: 'Other' },
};

export const RESOLUTION_KIND_TITLES: Readonly<Record<ResolutionKind, LocalizedText>> = {
  approve: { zh: '同意推进', en: 'Approved' },
  conditions: { zh: '附条件推进', en: 'With conditions' },
  supplement: { zh: '补充材料再议', en: 'To be supplemented' },
  transfer: { zh: '建议流转', en: 'Transfer suggested' },
  notRecommended: { zh: '暂不建议', en: 'Not recommended' },
  defer: { zh: '暂缓', en: 'Deferred' },
  refuse: { zh: '不同意', en: 'Refused' },
  referUp: { zh: '提请领导小组', en: 'Referred up' },
  order: { zh: '交办', en: 'Order' },
  unblock: { zh: '解决堵点', en: 'Unblock' },
  deadline: { zh: '限期办结', en: 'Deadline' },
  note: { zh: '知悉', en: 'Noted' },
};

export const QUEUE_TITLES: Readonly<Record<MeetingQueue, LocalizedText>> = {
  streetTown: { zh: '待街镇研判', en: 'For the street-town meeting' },
  district: { zh: '待区级评审', en: 'For the district' },
  leadingGroup: { zh: '待领导小组研究', en: 'For the leading group' },
  leadingGroupIssue: { zh: '升级到领导小组的堵点', en: 'Issues before the leading group' },
  push: { zh: '待推动', en: 'For a push meeting' },
};
