import type { LocalizedText } from '@landfall/process-definition';
import { days } from '../../meeting-parts/v1/business-date';
import { delayRules as partRules, timerTitles as partTitles } from '../../meeting-parts/v1/timers';

const APPROVAL_WORKING_DAYS = 2;

/** The limits in working days; those of the parts are the same for every meeting. */
export const delayRules = {
  ...partRules,
  approvalReminder: { amount: APPROVAL_WORKING_DAYS, unit: 'workingDay', source: '业务规则 6.c2' },
} as const;

/** Close to working days, for simulation. */
export const delays = { approvalReminder: days(APPROVAL_WORKING_DAYS) };

export const timerTitles: Readonly<Record<string, LocalizedText>> = {
  ...partTitles,
  approvalReminder: { zh: '批准提醒', en: 'Reminder to approve' },
};
