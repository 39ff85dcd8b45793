import type { DeadlineRule, LocalizedText, ProcessEvent } from '@landfall/process-definition';
import { businessDate, days, daysBetween, minutes } from './business-date';
import type { LifecycleContext } from './context';
import { RAMP_CHECK_DAYS } from './thresholds';
import { plainDays, workingDays } from './user-tasks/rules';

interface On {
  readonly context: LifecycleContext;
  readonly event: ProcessEvent;
}

const LEAD = '业务规则 3.6 线索';
const EVALUATION = '业务规则 3.6 评估';
const REVIEW = '业务规则 3.6 评审';
const SIGNING = '业务规则 3.6 签约';
const LANDING = '业务规则 3.6 落地';
const RESULTS = '业务规则 3.6 见效';

/**
 * Every fixed clock of the lifecycle. What domain-model 3.6 states in working days runs by the working calendar; what it
 * states in days or months runs in calendar days.
 */
export const delayRules = {
  correctionReminder: workingDays(10, `${LEAD}：补正10个工作日`),
  acceptanceOverdue: workingDays(2, `${LEAD}：承接2个工作日`),
  acceptanceLapse: workingDays(5, `${LEAD}：5个工作日未承接重新分派`),
  followUpReminder: plainDays(14, `${LEAD}：至少每14日跟踪一次`),
  followUpYellow: plainDays(30, `${LEAD}：30日未跟踪黄灯`),
  followUpRecycle: plainDays(45, `${LEAD}：45日未跟踪收回`),

  collectingReminder: workingDays(10, '业务规则 6.a 主流程：填报10个工作日'),
  materialReminder: workingDays(10, `${EVALUATION}：企业补充材料10个工作日`),
  materialOverdue: workingDays(20, `${EVALUATION}：企业补充材料20个工作日报专班负责人`),
  opinionReminder: workingDays(3, `${EVALUATION}：各单位意见第3个工作日提醒`),
  opinionOverdue: workingDays(5, `${EVALUATION}：各单位意见5个工作日，逾期不视为同意`),
  vetoRulingReminder: workingDays(3, '业务规则 6.a 主流程：否决裁定3个工作日'),

  reviewReminder: workingDays(10, `${REVIEW}：最长等待10个工作日`),
  agendaLongStop: workingDays(30, `${REVIEW}：列入议程后30个工作日无结论，退回排队`),
  advisoryReminder: workingDays(10, '业务规则 6.a 主流程：推进决定10个工作日'),

  signingYellow: workingDays(60, `${SIGNING}：60个工作日未签约黄灯`),
  signingRed: workingDays(90, `${SIGNING}：90个工作日未签约红灯`),
  clearanceReminder: workingDays(3, `${SIGNING}：会签第3个工作日提醒`),
  clearanceOverdue: workingDays(5, `${SIGNING}：会签5个工作日`),
  approvalReminder: workingDays(5, '业务规则 6.a 主流程：分级审批5个工作日'),
  signingRecordReminder: workingDays(10, `${SIGNING}：签约登记10个工作日`),
  frameworkExpiry: plainDays(180, `${SIGNING}：框架转正式不超过6个月`),

  registrationWarning: plainDays(30, '业务规则 3.6 注册：约定日期后30日未注册预警'),
  planReminder: workingDays(10, '业务规则 6.a 主流程：落地计划10个工作日'),
  trackReminder: plainDays(30, `${LANDING}：并联事项每月跟进`),
  trackOverdue: plainDays(180, `${LANDING}：事项6个月未办结`),
  startReminder: plainDays(30, `${LANDING}：开工前每月跟进`),
  startNotice: plainDays(180, `${LANDING}：约定开工后6个月限期开工`),
  progressReminder: plainDays(30, `${LANDING}：进度每月填报`),
  progressOverdue: plainDays(60, `${LANDING}：两个月未填报进度`),

  figuresReminder: workingDays(10, `${RESULTS}：认定10个工作日`),
  verificationReminder: workingDays(5, `${RESULTS}：核验第5个工作日提醒`),
  verificationOverdue: workingDays(10, `${RESULTS}：核验10个工作日`),
  rampCheckOverdue: workingDays(10, `${RESULTS}：达产核对10个工作日`),
} satisfies Readonly<Record<string, DeadlineRule>>;

/** From the day of the event to a date, at least one day. */
const until = (event: ProcessEvent, date: string): number =>
  days(Math.max(1, daysBetween(businessDate(event.at), date)));

/** What a rule comes to without a calendar: a week for every five working days. The engine's calendar counts exactly. */
const about = ({ amount, unit }: DeadlineRule): number =>
  days(unit === 'workingDay' ? amount + 2 * Math.floor(amount / 5) : amount);

const fixed = Object.fromEntries(Object.entries(delayRules).map(([name, rule]) => [name, about(rule)])) as {
  readonly [Name in keyof typeof delayRules]: number;
};

/** Every delay of the lifecycle (domain-model 3.6): the fixed ones and those that follow from the project's own dates. */
export const delays = {
  ...fixed,
  duplicateCheckAnswer: minutes(5),
  conditionsDue: ({ context, event }: On) =>
    context.conditionsDueOn === null ? days(60) : until(event, context.conditionsDueOn),
  rampCheckDue: ({ context }: On) =>
    days(RAMP_CHECK_DAYS[Math.min(context.rampChecks, RAMP_CHECK_DAYS.length - 1)] ?? 365),
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
  materialReminder: { zh: '企业补充材料提醒', en: 'Reminder of the awaited material' },
  materialOverdue: { zh: '企业20个工作日未补充材料', en: 'Material awaited for 20 working days' },
  opinionReminder: { zh: '预审意见第3日提醒', en: 'Opinion reminder on day 3' },
  opinionOverdue: { zh: '预审意见逾期未反馈', en: 'Opinion overdue on day 5' },
  vetoRulingReminder: { zh: '否决裁定提醒', en: 'Reminder to rule on the veto' },
  reviewReminder: { zh: '评审等待提醒', en: 'Reminder of the waiting review' },
  agendaLongStop: {
    zh: '列入议程30个工作日无结论，退回排队',
    en: 'On the agenda for 30 working days without a conclusion',
  },
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
