import {
  addDays,
  type CalendarDay,
  computeDeadline,
  type DeadlineArithmetic,
  instantAt,
  type WorkingCalendar,
  yearOf,
} from '@landfall/calendar';

/**
 * The arithmetic of a timer that is counted back from a date. It reads like that of a deadline, `from` being the date
 * instead of the receipt; `countdown` tells that it was counted the other way.
 */
export interface CountdownArithmetic extends DeadlineArithmetic {
  readonly countdown: {
    /** The date that it is counted back from. */
    readonly before: CalendarDay;
    /** The time of day it is due at, HH:mm. */
    readonly at: string;
    /** When the timer was armed: it is never due before that. */
    readonly armedAt: string;
  };
}

export type CountdownBasis = Pick<CountdownArithmetic, 'amount' | 'source' | 'countdown'>;

export const isCountedBack = (arithmetic: object): arithmetic is CountdownArithmetic => 'countdown' in arithmetic;

/** Counts back from the date by a calendar. A pause moves nothing, because the date does not move. */
export const countBack = (basis: CountdownBasis, calendar: WorkingCalendar): CountdownArithmetic => {
  const { amount, source, countdown } = basis;
  const { before, at, armedAt } = countdown;
  const day = workingDayBefore(before, amount, calendar);
  const moment = instantAt(day, at).getTime();
  // Counted forwards again, the days between tell themselves as they do for every deadline.
  const forwards = { amount: day === before ? 0 : Math.max(amount, 1), unit: 'workingDay', source } as const;
  const { arithmetic } = computeDeadline(forwards, instantAt(day, at), calendar);
  const yearsWithoutNotice = yearsBetween(day, before).filter((year) => !calendar.hasNotice(year));
  return {
    ...arithmetic,
    from: instantAt(before, at).toISOString(),
    amount,
    provisional: yearsWithoutNotice.length > 0,
    yearsWithoutNotice,
    skipped: arithmetic.skipped.filter(({ from }) => from <= before),
    makeUp: arithmetic.makeUp.filter(({ on }) => on <= before),
    countdown,
    dueAt: new Date(Math.max(moment, Date.parse(armedAt))).toISOString(),
  };
};

/** The working day that is the `amount`-th before a day; the day itself for 0, if it is one. */
const workingDayBefore = (date: CalendarDay, amount: number, calendar: WorkingCalendar): CalendarDay => {
  if (amount === 0 && calendar.isWorkday(date)) return date;
  let day = date;
  for (let left = Math.max(amount, 1); left > 0; ) {
    day = addDays(day, -1);
    if (calendar.isWorkday(day)) left -= 1;
  }
  return day;
};

const yearsBetween = (first: CalendarDay, last: CalendarDay): number[] =>
  Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, index) => yearOf(first) + index);
