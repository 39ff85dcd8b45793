import type { DeadlineRule, LocalizedText, ProcessEvent } from '@landfall/process-definition';
import { days, untilMorning } from './business-date';
import type { IssueContext } from './context';
import { lastDue } from './meetings';

interface On {
  readonly context: IssueContext;
  readonly event: ProcessEvent;
}

const rule = (amount: number, source: string): DeadlineRule => ({ amount, unit: 'workingDay', source });

const LADDER = '业务规则 6.d 堵点分级时限';

/**
 * The limits of the ladder in working days (domain-model 6.d): 5, 5, 7 and 10, urgent 2, 2 and 3. At about three fifths
 * of a limit the next level is told (知会); at its end the next level takes over (接管).
 */
export const delayRules = {
  acceptanceLimit: rule(1, '业务规则 6.d：1个工作日内受理'),
  taskForceInform: rule(3, LADDER),
  taskForceLimit: rule(5, LADDER),
  taskForceInformUrgent: rule(1, LADDER),
  taskForceLimitUrgent: rule(2, LADDER),
  officeInform: rule(3, LADDER),
  officeLimit: rule(5, LADDER),
  officeInformUrgent: rule(1, LADDER),
  officeLimitUrgent: rule(2, LADDER),
  deputyInform: rule(5, LADDER),
  deputyLimit: rule(7, LADDER),
  deputyInformUrgent: rule(2, LADDER),
  deputyLimitUrgent: rule(3, LADDER),
  leadingGroupInform: rule(8, LADDER),
  leadingGroupLimit: rule(10, '业务规则 6.d：10个工作日内专题会议'),
  leadingGroupOverdue: rule(5, LADDER),
  agendaLongStop: rule(15, '业务规则 6.c2：上会后15个工作日未议定的，退回排期'),
  objectionLimit: rule(3, '业务规则 6.d：3个工作日，逾期由办公室认定'),
  rulingReminder: rule(2, '业务规则 6.d'),
  verificationLimit: rule(3, '业务规则 6.d：3个工作日，逾期由办公室确认'),
  confirmationReminder: rule(2, '业务规则 6.d'),
} as const satisfies Readonly<Record<string, DeadlineRule>>;

type RuledDelay = keyof typeof delayRules;

/** Plain days that come close, for simulation; the calendar says when such a timer is really due. */
const plain = Object.fromEntries(
  Object.entries(delayRules).map(([name, { amount }]) => [name, days(amount)]),
) as Readonly<Record<RuledDelay, number>>;

export const delays = {
  ...plain,
  /** The order's own due date. */
  executionDue: ({ context, event }: On) => untilMorning(event.at, context.execution?.dueOn ?? event.at.slice(0, 10)),
  /** When the last of what the push meeting ordered is due. */
  meetingDue: ({ context, event }: On) => untilMorning(event.at, context.push?.dueOn ?? event.at.slice(0, 10)),
  /** When the last of what the special meeting ordered is due. */
  resolutionsDue: ({ context, event }: On) =>
    untilMorning(event.at, lastDue(context.meetings) ?? event.at.slice(0, 10)),
  parkedUntil: ({ context, event }: On) => untilMorning(event.at, context.parkedUntil ?? event.at.slice(0, 10)),
};

export type DelayName = keyof typeof delays;

export const timerTitles: Readonly<Record<DelayName, LocalizedText>> = {
  acceptanceLimit: { zh: '受理期满，自动受理', en: 'Not answered in time, accepted' },
  taskForceInform: { zh: '专班办理第3日，知会办公室', en: 'Office informed on day 3' },
  taskForceLimit: { zh: '专班期满，办公室接管', en: 'Task force’s limit, office takes over' },
  taskForceInformUrgent: { zh: '紧急：专班办理第1日，知会办公室', en: 'Urgent: office informed on day 1' },
  taskForceLimitUrgent: { zh: '紧急：专班期满，办公室接管', en: 'Urgent: office takes over' },
  officeInform: { zh: '办公室协调第3日，知会分管副组长', en: 'Deputy leader informed on day 3' },
  officeLimit: { zh: '办公室期满，分管副组长接管', en: 'Office’s limit, deputy leader takes over' },
  officeInformUrgent: { zh: '紧急：办公室协调第1日，知会分管副组长', en: 'Urgent: deputy leader informed on day 1' },
  officeLimitUrgent: { zh: '紧急：办公室期满，分管副组长接管', en: 'Urgent: deputy leader takes over' },
  deputyInform: { zh: '副组长协调第5日，知会组长', en: 'Leader informed on day 5' },
  deputyLimit: { zh: '副组长期满，领导小组接管', en: 'Deputy’s limit, leading group takes over' },
  deputyInformUrgent: { zh: '紧急：副组长协调第2日，知会组长', en: 'Urgent: leader informed on day 2' },
  deputyLimitUrgent: { zh: '紧急：副组长期满，领导小组接管', en: 'Urgent: leading group takes over' },
  leadingGroupInform: { zh: '领导小组决策第8日提醒', en: 'Reminder to the leading group on day 8' },
  leadingGroupLimit: { zh: '领导小组10个工作日期满', en: 'Leading group’s limit' },
  leadingGroupOverdue: { zh: '领导小组逾期，再次提醒', en: 'Leading group reminded again' },
  objectionLimit: { zh: '提出人未表态，转办公室认定', en: 'Raiser silent, the office rules' },
  rulingReminder: { zh: '认定提醒', en: 'Reminder to rule' },
  verificationLimit: { zh: '核实人未表态，转办公室确认', en: 'Verifier silent, the office confirms' },
  confirmationReminder: { zh: '确认提醒', en: 'Reminder to confirm' },
  executionDue: { zh: '批示（决策）办理到期', en: 'The order is due' },
  agendaLongStop: { zh: '上会后久未议定，退回排期', en: 'Not decided on the agenda, queued again' },
  resolutionsDue: { zh: '专题会议定事项到期', en: 'What the special meeting ordered is due' },
  meetingDue: { zh: '推动会议定事项到期', en: 'What the push meeting ordered is due' },
  parkedUntil: { zh: '暂缓到期', en: 'Parked until' },
};
