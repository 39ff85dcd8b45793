import type { DeadlineRule, LocalizedText } from '@landfall/process-definition';
import { days } from './business-date';

const rule = (amount: number, source: string): DeadlineRule => ({ amount, unit: 'workingDay', source });

/** Within how many working days of its acceptance a request is heard (domain-model 6.b2). */
export const HOLD_WITHIN = 5;
export const HOLD_WITHIN_URGENT = 2;

const HOLD = '业务规则 6.b2：受理后5个工作日内召开，紧急2个工作日';

/** The limits in working days (domain-model 6.b2). */
export const delayRules = {
  triageReminder: rule(2, '业务规则 6.b2：2个工作日内受理'),
  holdDue: rule(HOLD_WITHIN, HOLD),
  holdDueUrgent: rule(HOLD_WITHIN_URGENT, HOLD),
  agendaLongStop: rule(15, '业务规则 6.b2：上会后15个工作日未议定的，退回排期'),
  concludingReminder: rule(5, '业务规则 6.b2：纪要5个工作日内印发'),
  followUpCheck: rule(5, '业务规则 6.b2：每周核查议定事项'),
} as const satisfies Readonly<Record<string, DeadlineRule>>;

export type DelayName = keyof typeof delayRules;

/** Plain days that come close, for simulation; the calendar says when such a timer is really due. */
export const delays = Object.fromEntries(
  Object.entries(delayRules).map(([name, { amount }]) => [name, days(amount)]),
) as Readonly<Record<DelayName, number>>;

export const timerTitles: Readonly<Record<DelayName, LocalizedText>> = {
  triageReminder: { zh: '受理提醒', en: 'Reminder to triage' },
  holdDue: { zh: '应召开推动会', en: 'Meeting due' },
  holdDueUrgent: { zh: '紧急：应召开推动会', en: 'Urgent: meeting due' },
  agendaLongStop: { zh: '上会后久未议定，退回排期', en: 'Not decided on the agenda, queued again' },
  concludingReminder: { zh: '议定事项未到齐提醒', en: 'Reminder of missing resolutions' },
  followUpCheck: { zh: '每周核查', en: 'Weekly check' },
};
