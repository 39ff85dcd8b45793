import type { DeadlineRule, LocalizedText, ProcessEvent } from '@landfall/process-definition';
import { days, hoursOf, untilHour, weekdaysBefore } from './business-date';
import type { MeetingContext } from './context';

interface On {
  readonly context: MeetingContext;
  readonly event: ProcessEvent;
}

/** The notice goes out this long before a joint meeting, the papers this long (3.1 会前1天; issue: two working days). */
export const NOTICE_WORKING_DAYS = 3;
export const PAPERS_WORKING_DAYS = 2;

const rule = (amount: number, source: string): DeadlineRule => ({ amount, unit: 'workingDay', source });

const meetingDay = (context: Readonly<Record<string, unknown>>): string | null =>
  (context as unknown as MeetingContext).plannedOn;

/** Counted back from the day of the meeting by the working calendar, at a time of that day. */
const before = (amount: number, at: string, source: string) =>
  ({ before: meetingDay, amount, unit: 'workingDay', at, source }) as const;

/** The limits in working days (domain-model 3.6 stage 3, 6.b1). */
export const delayRules = {
  planReminder: rule(2, '业务规则 6.b1'),
  confirmReminder: rule(2, '业务规则 6.b1'),
  papersReminder: before(3, '09:00', '业务规则 6.b1：会前2个工作日印送材料'),
  replyReminder: before(2, '09:00', '业务规则 6.b1：会前2个工作日催回执'),
  replyReminderAgain: before(1, '09:00', '业务规则 6.b1：会前1个工作日催回执'),
  opinionReminder: before(1, '15:00', '业务规则 6.b1：会前1个工作日15:00提醒'),
  minutesReminder: rule(2, '业务规则 3.6：纪要2个工作日内形成'),
  signingReminder: rule(5, '业务规则 3.6：纪要5个工作日内签发'),
  numberReminder: rule(1, '业务规则 3.6'),
  sessionReminder: rule(1, '业务规则 3.6'),
  handOverLimit: rule(3, '业务规则 3.6：移交3个工作日'),
  followUpCheck: rule(5, '业务规则 6.b2：每周检查落实情况'),
} as const;

const fixed = Object.fromEntries(
  Object.entries(delayRules).flatMap(([name, known]) => ('before' in known ? [] : [[name, days(known.amount)]])),
);

const back =
  (amount: number, hour: number) =>
  ({ context, event }: On) =>
    context.plannedOn === null ? days(365) : untilHour(event.at, weekdaysBefore(context.plannedOn, amount), hour);

/** Replies are counted in the morning of the day; who has not answered is silent. */
const COUNTED_AT = 8;
/** A session that nobody opened by this long after its time is overdue. */
const GRACE_HOURS = 4;

type Fixed = {
  readonly [Name in keyof typeof delayRules as (typeof delayRules)[Name] extends { before: unknown }
    ? never
    : Name]: number;
};

/** Close to working days, for simulation; the calendar says when such a timer is really due. */
export const delays = {
  ...(fixed as Fixed),
  papersReminder: back(3, 9),
  replyReminder: back(2, 9),
  replyReminderAgain: back(1, 9),
  opinionReminder: back(1, 15),
  repliesCounted: back(0, COUNTED_AT),
  sessionOverdue: ({ context, event }: On) =>
    context.plannedOn === null
      ? days(365)
      : untilHour(event.at, context.plannedOn, hoursOf(context.plannedTime ?? '09:00') + GRACE_HOURS),
};

export type DelayName = keyof typeof delays;

export const timerTitles: Readonly<Record<DelayName, LocalizedText>> = {
  planReminder: { zh: '定会提醒', en: 'Reminder to plan' },
  confirmReminder: { zh: '会签提醒', en: 'Reminder to confirm' },
  papersReminder: { zh: '会前3个工作日，准备材料', en: 'Three working days left, papers' },
  replyReminder: { zh: '会前2个工作日，催回执', en: 'Two working days left, replies' },
  replyReminderAgain: { zh: '会前1个工作日，催回执', en: 'One working day left, replies' },
  opinionReminder: { zh: '会前1个工作日，催意见', en: 'One working day left, opinions' },
  repliesCounted: { zh: '会议当天，清点回执', en: 'Replies are counted' },
  sessionOverdue: { zh: '到时未开会', en: 'Not opened in time' },
  minutesReminder: { zh: '纪要提醒', en: 'Reminder of the minutes' },
  signingReminder: { zh: '签发提醒', en: 'Reminder to sign' },
  numberReminder: { zh: '编号提醒', en: 'Number not drawn' },
  sessionReminder: { zh: '散会提醒', en: 'Session not closed' },
  handOverLimit: { zh: '移交期限', en: 'Hand-over limit' },
  followUpCheck: { zh: '落实情况检查', en: 'Follow-up check' },
};
