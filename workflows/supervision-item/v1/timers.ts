import type { DeadlineRule, LocalizedText, ProcessEvent } from '@landfall/process-definition';
import { days, untilHour, weekdaysBefore } from './business-date';
import type { ItemContext } from './context';

interface On {
  readonly context: ItemContext;
  readonly event: ProcessEvent;
}

const rule = (amount: number, source: string): DeadlineRule => ({ amount, unit: 'workingDay', source });

/** The limits in working days (domain-model 6.e). */
export const delayRules = {
  approvalReminder: rule(1, '业务规则 6.e'),
  signForOverdue: rule(1, '业务规则 6.e：1个工作日内签收'),
  feedbackDue: rule(5, '业务规则 6.e：每周反馈'),
  extensionReminder: rule(2, '业务规则 6.e：延期2个工作日内答复'),
  reviewReminder: rule(3, '业务规则 6.e：3个工作日内审核'),
  redAfter: rule(5, '业务规则 6.e：逾期5个工作日红色督办'),
  interviewReminder: rule(2, '业务规则 6.e 约谈'),
  redAgain: rule(10, '业务规则 6.e：约谈后10个工作日仍未办结'),
} as const satisfies Readonly<Record<string, DeadlineRule>>;

type RuledDelay = keyof typeof delayRules;

/** Plain days that come close, for simulation; the calendar says when such a timer is really due. */
const plain = Object.fromEntries(
  Object.entries(delayRules).map(([name, { amount }]) => [name, days(amount)]),
) as Readonly<Record<RuledDelay, number>>;

/** Blue chasing begins three working days before the due date, in the morning. */
const BLUE_DAYS = 3;
const MORNING = 9;
/** The due day is over at half past five. */
const END_OF_WORK = 17.5;

export const delays = {
  ...plain,
  blueDue: ({ context, event }: On) => untilHour(event.at, weekdaysBefore(context.dueOn, BLUE_DAYS), MORNING),
  yellowDue: ({ context, event }: On) => untilHour(event.at, context.dueOn, END_OF_WORK),
};

export type DelayName = keyof typeof delays;

export const timerTitles: Readonly<Record<DelayName, LocalizedText>> = {
  approvalReminder: { zh: '立项提醒', en: 'Reminder to issue' },
  signForOverdue: { zh: '签收逾期', en: 'Not signed for in time' },
  feedbackDue: { zh: '反馈提醒', en: 'Feedback due' },
  extensionReminder: { zh: '延期答复提醒', en: 'Reminder to answer the extension' },
  reviewReminder: { zh: '审核提醒', en: 'Reminder to review' },
  blueDue: { zh: '到期前3个工作日，蓝色督办', en: 'Three working days left, blue' },
  yellowDue: { zh: '到期未办结，黄色督办', en: 'Due and not closed, yellow' },
  redAfter: { zh: '逾期5个工作日，红色督办', en: 'Five working days late, red' },
  interviewReminder: { zh: '约谈提醒', en: 'Reminder of the interview' },
  redAgain: { zh: '约谈后仍未办结，再次约谈', en: 'Not closed after the interview' },
};
