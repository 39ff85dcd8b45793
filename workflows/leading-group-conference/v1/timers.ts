import type { DeadlineRule, LocalizedText, ProcessEvent } from '@landfall/process-definition';
import { days, untilHour, weekdaysBefore } from '../../meeting-parts/v1/business-date';
import type { MeetingContext } from '../../meeting-parts/v1/context';
import { delayRules as partRules, timerTitles as partTitles } from '../../meeting-parts/v1/timers';

interface On {
  readonly context: MeetingContext;
  readonly event: ProcessEvent;
}

/** The notice of a conference goes out this long before (6.c). */
export const NOTICE_WORKING_DAYS = 5;
/** How long the units have at least, when a conference is called late. */
export const COLLECTING_WORKING_DAYS = 10;

const MIDNIGHT = 24;
const SOURCE = '业务规则 6.c';

const rule = (amount: number): DeadlineRule => ({ amount, unit: 'workingDay', source: SOURCE });

type Day = (context: MeetingContext) => string | null;

const windowFrom: Day = ({ conference }) => conference?.half.windowFrom ?? null;
const windowTo: Day = ({ conference }) => conference?.half.windowTo ?? null;
const reportsDueOn: Day = ({ conference }) => conference?.reportsDueOn ?? null;
const meetingDay: Day = ({ plannedOn }) => plannedOn;

/** Counted back from a date by the working calendar, at a time of that day. */
const before = (day: Day, amount: number, at: string) =>
  ({
    before: (context: Readonly<Record<string, unknown>>) => day(context as unknown as MeetingContext),
    amount,
    unit: 'workingDay',
    at,
    source: SOURCE,
  }) as const;

const countdowns = {
  collectingOpens: [windowFrom, 30, 9],
  reportReminder15: [reportsDueOn, 15, 9],
  reportReminder10: [reportsDueOn, 10, 9],
  reportReminder5: [reportsDueOn, 5, 9],
  reportReminder2: [reportsDueOn, 2, 9],
  reportsDue: [reportsDueOn, 0, 18],
  meetingReminder: [meetingDay, 3, 9],
  meetingReminderAgain: [meetingDay, 1, 9],
  windowEnding: [windowTo, 10, 9],
} as const satisfies Readonly<Record<string, readonly [Day, number, number]>>;

const limits = { composingReminder: 5, approvalReminder: 3, substituteReminder: 1, explainReminder: 3 } as const;

type Countdown = keyof typeof countdowns;
type Limit = keyof typeof limits;

const mapped = <Key extends string, Value, Result>(
  record: Readonly<Record<Key, Value>>,
  meaning: (value: Value) => Result,
) =>
  Object.fromEntries(Object.entries<Value>(record).map(([key, value]) => [key, meaning(value)])) as Record<Key, Result>;

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

const { papersReminder, replyReminder, replyReminderAgain } = partRules;
const { minutesReminder, signingReminder, numberReminder, sessionReminder, followUpCheck } = partRules;

/** The limits in working days (domain-model 6.c). */
export const delayRules = {
  ...mapped<Countdown, readonly [Day, number, number], ReturnType<typeof before>>(countdowns, ([day, amount, hour]) =>
    before(day, amount, clock(hour)),
  ),
  ...mapped<Limit, number, DeadlineRule>(limits, rule),
  ...{ papersReminder, replyReminder, replyReminderAgain },
  ...{ minutesReminder, signingReminder, numberReminder, sessionReminder, followUpCheck },
};

/** The first step has no event of its own: it happens when the conference is called. */
const untilDay = ({ context, event }: On, day: string | null, amount: number, hour: number): number =>
  day === null ? days(365) : untilHour(event.at ?? context.conference?.calledAt, weekdaysBefore(day, amount), hour);

/** Close to working days, for simulation; that the window is over and a new date passed is exact. */
export const delays = {
  ...mapped<Countdown, readonly [Day, number, number], (on: On) => number>(
    countdowns,
    ([day, amount, hour]) =>
      (on) =>
        untilDay(on, day(on.context), amount, hour),
  ),
  ...mapped<Limit, number, number>(limits, days),
  /** The window's last day is part of it, working day or not. */
  windowOver: (on: On) => untilDay(on, windowTo(on.context), 0, MIDNIGHT),
  newDateOver: (on: On) => untilDay(on, on.context.conference?.delay?.newDate ?? null, 0, MIDNIGHT),
};

export const timerTitles: Readonly<Record<keyof typeof delays, LocalizedText>> &
  Readonly<Record<string, LocalizedText>> = {
  ...partTitles,
  collectingOpens: { zh: '会期前30个工作日，启动征集', en: 'Collecting begins' },
  reportReminder15: { zh: '报送截止前15个工作日，提醒未报单位', en: 'Fifteen working days left, reports' },
  reportReminder10: { zh: '报送截止前10个工作日，提醒未报单位', en: 'Ten working days left, reports' },
  reportReminder5: { zh: '报送截止前5个工作日，提醒未报单位', en: 'Five working days left, reports' },
  reportReminder2: { zh: '报送截止前2个工作日，提醒未报单位', en: 'Two working days left, reports' },
  reportsDue: { zh: '报送截止', en: 'Reports are due' },
  composingReminder: { zh: '议程提醒', en: 'Reminder of the agenda' },
  approvalReminder: { zh: '审批提醒', en: 'Reminder to approve' },
  substituteReminder: { zh: '委托参会待同意', en: 'Substitutes to decide on' },
  meetingReminder: { zh: '会前3个工作日提醒', en: 'Three working days left' },
  meetingReminderAgain: { zh: '会前1个工作日提醒', en: 'One working day left' },
  windowEnding: { zh: '会期将尽', en: 'The window ends soon' },
  windowOver: { zh: '会期已过', en: 'The window is over' },
  explainReminder: { zh: '说明逾期原因提醒', en: 'Reminder to explain' },
  newDateOver: { zh: '新的召开日期已过', en: 'The new date has passed' },
};
