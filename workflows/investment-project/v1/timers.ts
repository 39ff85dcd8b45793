import type { LocalizedText, ProcessEvent } from '@landfall/process-definition';
import { businessDate, days, daysBetween, minutes } from './business-date';
import type { LifecycleContext } from './context';
import { RAMP_CHECK_DAYS } from './thresholds';

interface On {
  readonly context: LifecycleContext;
  readonly event: ProcessEvent;
}

/** From the day of the event to a date, at least one day. */
const until = (event: ProcessEvent, date: string): number =>
  days(Math.max(1, daysBetween(businessDate(event.at), date)));

/** Every delay of the lifecycle (domain-model 3.6); working days run as plain days until the calendar lands. */
export const delays = {
  duplicateCheckAnswer: minutes(5),
  correctionReminder: days(10),
  acceptanceOverdue: days(2),
  acceptanceLapse: days(5),
  followUpReminder: days(14),
  followUpYellow: days(30),
  followUpRecycle: days(45),

  collectingReminder: days(10),
  opinionReminder: days(3),
  opinionOverdue: days(5),
  vetoRulingReminder: days(3),

  reviewReminder: days(10),
  conditionsDue: ({ context, event }: On) =>
    context.conditionsDueOn === null ? days(60) : until(event, context.conditionsDueOn),
  advisoryReminder: days(10),

  signingYellow: days(60),
  signingRed: days(90),
  clearanceReminder: days(3),
  clearanceOverdue: days(5),
  approvalReminder: days(5),
  signingRecordReminder: days(10),
  frameworkExpiry: days(180),

  registrationWarning: days(30),
  planReminder: days(10),
  trackReminder: days(30),
  trackOverdue: days(180),
  startReminder: days(30),
  startNotice: days(180),
  progressReminder: days(30),
  progressOverdue: days(60),

  figuresReminder: days(10),
  verificationReminder: days(5),
  verificationOverdue: days(10),
  rampCheckDue: ({ context }: On) =>
    days(RAMP_CHECK_DAYS[Math.min(context.rampChecks, RAMP_CHECK_DAYS.length - 1)] ?? 365),
  rampCheckOverdue: days(10),

  suspensionReviewDue: ({ context, event }: On) =>
    Math.min(days(30), until(event, context.suspension?.until ?? businessDate(event.at))),
};

export type DelayName = keyof typeof delays;

export const timerTitles: Readonly<Record<DelayName, LocalizedText>> = {
  duplicateCheckAnswer: { zh: '查重未答复，转人工', en: 'No answer of the duplicate check' },
  correctionReminder: { zh: '补正提醒', en: 'Reminder to complete' },
  acceptanceOverdue: { zh: '承接逾期', en: 'Acceptance overdue' },
  acceptanceLapse: { zh: '逾期未承接，重新分派', en: 'Not accepted in time, dispatched anew' },
  followUpReminder: { zh: '14天跟踪提醒', en: '14-day follow-up reminder' },
  followUpYellow: { zh: '30天未跟踪，黄灯', en: '30 days without follow-up, yellow' },
  followUpRecycle: { zh: '45天未跟踪，收回', en: '45 days without follow-up, recycled' },
  collectingReminder: { zh: '填报资料提醒', en: 'Reminder to file the data' },
  opinionReminder: { zh: '预审意见第3日提醒', en: 'Opinion reminder on day 3' },
  opinionOverdue: { zh: '预审意见逾期未反馈', en: 'Opinion overdue on day 5' },
  vetoRulingReminder: { zh: '否决裁定提醒', en: 'Reminder to rule on the veto' },
  reviewReminder: { zh: '评审等待提醒', en: 'Reminder of the waiting review' },
  conditionsDue: { zh: '条件期限届满', en: 'Conditions due' },
  advisoryReminder: { zh: '推进决定提醒', en: 'Reminder to decide' },
  signingYellow: { zh: '60日未签约，黄灯', en: '60 days unsigned, yellow' },
  signingRed: { zh: '90日未签约，红灯', en: '90 days unsigned, red' },
  clearanceReminder: { zh: '会签第3日提醒', en: 'Clearance reminder on day 3' },
  clearanceOverdue: { zh: '会签逾期', en: 'Clearance overdue' },
  approvalReminder: { zh: '审批提醒', en: 'Reminder to approve' },
  signingRecordReminder: { zh: '签约登记提醒', en: 'Reminder to record the signing' },
  frameworkExpiry: { zh: '框架协议6个月到期', en: 'Framework expires after 6 months' },
  registrationWarning: { zh: '30天未注册预警', en: '30 days unregistered' },
  planReminder: { zh: '落地计划提醒', en: 'Reminder to plan' },
  trackReminder: { zh: '事项办理提醒', en: 'Track reminder' },
  trackOverdue: { zh: '事项6个月未办结', en: 'Track open for 6 months' },
  startReminder: { zh: '开工提醒', en: 'Reminder to start' },
  startNotice: { zh: '限期开工通知', en: 'Notice to start' },
  progressReminder: { zh: '月度进度提醒', en: 'Monthly progress reminder' },
  progressOverdue: { zh: '两个月未填报进度', en: 'No progress for two months' },
  figuresReminder: { zh: '见效数据提醒', en: 'Reminder to file the results' },
  verificationReminder: { zh: '核验提醒', en: 'Verification reminder' },
  verificationOverdue: { zh: '核验逾期', en: 'Verification overdue' },
  rampCheckDue: { zh: '达产核对到期', en: 'Ramp-up check due' },
  rampCheckOverdue: { zh: '达产核对逾期', en: 'Ramp-up check overdue' },
  suspensionReviewDue: { zh: '暂停复核到期', en: 'Suspension review due' },
};
