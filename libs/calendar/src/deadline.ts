import type { DeadlineRule, LocalizedText } from '@landfall/process-definition';
import { addDays, type CalendarDay, dayOf } from './calendar-day';
import { explainDays } from './explain-days';
import { closedPauses, pausedDays } from './paused-time';
import type { WorkingCalendar } from './working-calendar';

/** A run of days that were not counted, both ends included. `dayOff` is one of the unit's own. */
export interface SkippedDays {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly kind: 'weekend' | 'holiday' | 'dayOff';
  readonly name?: LocalizedText;
}

/** A day that was counted though nobody would expect it: a make-up workday (调休) or one of the unit's own. */
export interface ExtraDay {
  readonly on: CalendarDay;
  readonly kind: 'makeUpWorkday' | 'unitWorkday';
  readonly name: LocalizedText;
}

/** A time during which the clock stood; `to` is null as long as it stands. Both are instants in ISO 8601. */
export interface DeadlinePause {
  readonly from: string;
  readonly to: string | null;
  readonly reason?: LocalizedText;
}

/** How a due time came about, as plain JSON: it is stored with the task or timer and shown. Instants are in ISO 8601. */
export interface DeadlineArithmetic {
  /** The instant of receipt; its day is not counted. */
  readonly from: string;
  readonly amount: number;
  readonly unit: DeadlineRule['unit'];
  /** The article or rule that sets the limit. */
  readonly source: string;
  /** The unit whose exceptions counted. */
  readonly unitCode?: string;
  readonly calendar: { readonly version: number };
  /** A day of a year without a published notice was counted, weekends and statutory holidays as the best guess. */
  readonly provisional: boolean;
  readonly yearsWithoutNotice: readonly number[];
  readonly skipped: readonly SkippedDays[];
  readonly makeUp: readonly ExtraDay[];
  readonly pauses: readonly DeadlinePause[];
  readonly dueAt: string;
  /** Of a moment that is counted back from a date: the amount lies before it, not after `from`. */
  readonly countdown?: { readonly before: CalendarDay; readonly at: string };
}

export interface Deadline {
  readonly dueAt: Date;
  readonly arithmetic: DeadlineArithmetic;
}

/** What a deadline is counted from; the rest of the arithmetic follows from it and the calendar. */
export type DeadlineBasis = Pick<DeadlineArithmetic, 'from' | 'amount' | 'unit' | 'source' | 'unitCode'> & {
  readonly pauses?: readonly DeadlinePause[];
};

/**
 * Computes when something is due: the day of receipt is not counted and the last day ends with the working hours, 17:30 as
 * a rule (domain-model 3.6). Working hours run within the working hours only, hours always.
 *
 * @param from the instant of receipt.
 * @param options `unit` is the code of the unit whose exceptions count.
 */
export const computeDeadline = (
  rule: DeadlineRule,
  from: Date,
  calendar: WorkingCalendar,
  options: { readonly unit?: string } = {},
): Deadline =>
  countDeadline(
    {
      from: from.toISOString(),
      amount: rule.amount,
      unit: rule.unit,
      source: rule.source,
      ...(options.unit === undefined ? {} : { unitCode: options.unit }),
    },
    calendar,
  );

/** Counts a deadline from its basis; an open pause does not move it until it is closed. */
export const countDeadline = (basis: DeadlineBasis, calendar: WorkingCalendar): Deadline => {
  const dueAt = dueTime(basis, calendar);
  const { from, amount, unit, source, unitCode, pauses = [] } = basis;
  return {
    dueAt,
    arithmetic: {
      from,
      amount,
      unit,
      source,
      ...(unitCode === undefined ? {} : { unitCode }),
      calendar: { version: calendar.version },
      ...explainDays(basis, dueAt, calendar),
      pauses,
      dueAt: dueAt.toISOString(),
    },
  };
};

/** The deadline that an arithmetic tells of, as it was stored. */
export const deadlineOf = (arithmetic: DeadlineArithmetic): Deadline => ({
  dueAt: new Date(arithmetic.dueAt),
  arithmetic,
});

const dueTime = (basis: DeadlineBasis, calendar: WorkingCalendar): Date => {
  const { amount, unit, unitCode, pauses = [] } = basis;
  const from = new Date(basis.from);
  switch (unit) {
    case 'hour':
      return closedPauses(pauses).reduce(
        (due, pause) => (pause.from < due ? new Date(due.getTime() + pause.to.getTime() - pause.from.getTime()) : due),
        new Date(from.getTime() + amount * 3_600_000),
      );
    case 'workingHour':
      return calendar.addWorkingHours(from, amount, unitCode, closedPauses(pauses));
    case 'day':
    case 'workingDay': {
      const isPaused = pausedDays(pauses, calendar);
      let day = dayOf(from);
      for (let counted = 0; counted < amount; ) {
        day = addDays(day, 1);
        if (!isPaused(day) && (unit === 'day' || calendar.isWorkday(day, unitCode))) counted += 1;
      }
      return calendar.closingOf(day);
    }
  }
};
