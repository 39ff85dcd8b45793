import type { CalendarDay, CalendarVersion, HolidayNotice, UnitException, WorkingHours } from '@landfall/calendar';
import { changeProblems } from './change-problems';
import { refuse } from './refusal-texts';

/** One change of the calendar, as an administrator enters it. */
export type CalendarChange =
  /** A notice of the State Council; it takes the place of an older one for the same year. */
  | { readonly kind: 'notice'; readonly notice: HolidayNotice }
  /** Hours from a day on; they take the place of those that begin on the same day. */
  | { readonly kind: 'workingHours'; readonly hours: WorkingHours }
  /** Days on which one unit goes another way; an added one takes the place of the unit's older one of that day. */
  | {
      readonly kind: 'unitExceptions';
      readonly add: readonly UnitException[];
      readonly remove: readonly { readonly unit: string; readonly on: CalendarDay }[];
    };

/**
 * Makes the calendar's next version of one change.
 *
 * @throws Rejection `CALENDAR.CHANGE_INVALID` (422) with every wrong entry, `CALENDAR.NOTHING_CHANGES` (409).
 */
export const changeCalendar = (current: CalendarVersion, change: CalendarChange): CalendarVersion => {
  const problems = changeProblems(current, change);
  if (problems.length > 0) throw refuse('CALENDAR.CHANGE_INVALID', 422, { count: problems.length }, problems);
  const next = ordered({ ...current, ...changedPart(current, change) });
  if (JSON.stringify(next) === JSON.stringify(ordered(current))) throw refuse('CALENDAR.NOTHING_CHANGES', 409);
  return { ...next, version: current.version + 1 };
};

const changedPart = (current: CalendarVersion, change: CalendarChange): Partial<CalendarVersion> => {
  switch (change.kind) {
    case 'notice':
      return { notices: [...current.notices.filter(({ year }) => year !== change.notice.year), change.notice] };
    case 'workingHours': {
      const others = current.workingHours.filter(({ validFrom }) => validFrom !== change.hours.validFrom);
      return { workingHours: [...others, change.hours] };
    }
    case 'unitExceptions': {
      const replaced = new Set([...change.add, ...change.remove].map(keyOf));
      const kept = current.unitExceptions.filter((known) => !replaced.has(keyOf(known)));
      return { unitExceptions: [...kept, ...change.add] };
    }
  }
};

const keyOf = ({ unit, on }: { readonly unit: string; readonly on: string }): string => `${unit} ${on}`;

/** The same content is always written the same way: jsonb keeps keys in an order of its own. */
const ordered = ({ version, notices, workingHours, unitExceptions }: CalendarVersion): CalendarVersion => ({
  version,
  notices: sortedBy(notices, ({ year }) => String(year)).map((notice) => ({
    year: notice.year,
    number: notice.number,
    issuedOn: notice.issuedOn,
    holidays: namedDays(notice.holidays),
    makeUpWorkdays: namedDays(notice.makeUpWorkdays),
  })),
  workingHours: sortedBy(workingHours, ({ validFrom }) => validFrom).map(({ validFrom, shifts }) => ({
    validFrom,
    shifts: shifts.map(({ from, to }) => ({ from, to })),
  })),
  unitExceptions: sortedBy(unitExceptions, keyOf).map(({ unit, on, kind, reason: { zh, en } }) => ({
    unit,
    on,
    kind,
    reason: { zh, en },
  })),
});

const namedDays = (days: HolidayNotice['holidays']): HolidayNotice['holidays'] =>
  sortedBy(days, ({ on }) => on).map(({ on, name: { zh, en } }) => ({ on, name: { zh, en } }));

const sortedBy = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] =>
  [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
