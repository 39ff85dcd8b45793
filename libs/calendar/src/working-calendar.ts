import type { LocalizedText } from '@landfall/process-definition';
import { addDays, type CalendarDay, dayOf, instantAt, isWeekend, yearOf } from './calendar-day';
import type { CalendarVersion, HolidayNotice, Shift, UnitException } from './calendar-version';
import { statutoryHoliday } from './statutory-holidays';

/**
 * What a day is. `dayOff` and `unitWorkday` are one unit's exceptions; `makeUpWorkday` is a weekend day that a notice has
 * worked (调休).
 */
export type DayKind = 'workday' | 'makeUpWorkday' | 'unitWorkday' | 'weekend' | 'holiday' | 'dayOff';

export interface DayInfo {
  readonly on: CalendarDay;
  readonly kind: DayKind;
  readonly isWorkday: boolean;
  /** The holiday, the holiday that a make-up workday belongs to, or a unit's reason. */
  readonly name?: LocalizedText;
  /** No notice for the day's year is known: Monday to Friday but for the statutory holidays is the best guess. */
  readonly provisional: boolean;
}

/** A stretch of time, its end not included. */
export interface Interval {
  readonly from: Date;
  readonly to: Date;
}

/** Answers what is worked when, from one version of the calendar. Days are Asia/Shanghai's; the unit is a unit's code. */
export class WorkingCalendar {
  readonly version: number;
  private readonly noticesByYear: ReadonlyMap<number, HolidayNotice>;
  private readonly holidays = new Map<CalendarDay, LocalizedText>();
  private readonly makeUpWorkdays = new Map<CalendarDay, LocalizedText>();
  private readonly exceptions = new Map<string, UnitException>();
  private readonly hours: CalendarVersion['workingHours'];

  /** @throws Error when the version has no hours to begin with or a day without hours. */
  constructor(readonly data: CalendarVersion) {
    this.version = data.version;
    this.noticesByYear = new Map(data.notices.map((notice) => [notice.year, notice]));
    for (const notice of data.notices) {
      for (const { on, name } of notice.holidays) this.holidays.set(on, name);
      for (const { on, name } of notice.makeUpWorkdays) this.makeUpWorkdays.set(on, name);
    }
    for (const exception of data.unitExceptions) {
      this.exceptions.set(exceptionKey(exception.unit, exception.on), exception);
    }
    this.hours = [...data.workingHours].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
    // Without hours no working hour would ever pass.
    if (this.hours.length === 0 || this.hours.some(({ shifts }) => shifts.length === 0)) {
      throw new Error(`Expected calendar version ${data.version} to have working hours, but it lacks some`);
    }
  }

  /** What a day is, for everybody or for one unit. */
  day(on: CalendarDay, unit?: string): DayInfo {
    const provisional = !this.hasNotice(yearOf(on));
    const exception = unit === undefined ? undefined : this.exceptions.get(exceptionKey(unit, on));
    if (exception !== undefined) {
      const isWorkday = exception.kind === 'workday';
      return { on, kind: isWorkday ? 'unitWorkday' : 'dayOff', isWorkday, name: exception.reason, provisional };
    }
    const makeUp = this.makeUpWorkdays.get(on);
    if (makeUp !== undefined) return { on, kind: 'makeUpWorkday', isWorkday: true, name: makeUp, provisional };
    const holiday = this.holidays.get(on) ?? (provisional ? statutoryHoliday(on) : undefined);
    if (holiday !== undefined) return { on, kind: 'holiday', isWorkday: false, name: holiday, provisional };
    if (isWeekend(on)) return { on, kind: 'weekend', isWorkday: false, provisional };
    return { on, kind: 'workday', isWorkday: true, provisional };
  }

  isWorkday(on: CalendarDay, unit?: string): boolean {
    return this.day(on, unit).isWorkday;
  }

  /** Whether the State Council's arrangement of a year is known. */
  hasNotice(year: number): boolean {
    return this.noticesByYear.has(year);
  }

  notice(year: number): HolidayNotice | undefined {
    return this.noticesByYear.get(year);
  }

  /** The years whose arrangement is known, in order. */
  years(): number[] {
    return [...this.noticesByYear.keys()].sort((a, b) => a - b);
  }

  /** The shifts that are worked on a day if it is a working day, in order. */
  shiftsOn(on: CalendarDay): readonly Shift[] {
    const hours = this.hours.find(({ validFrom }) => validFrom <= on) ?? this.hours.at(-1);
    return hours?.shifts ?? [];
  }

  /** When a day's work begins, whether or not that day is worked. */
  openingOf(on: CalendarDay): Date {
    return instantAt(on, this.shiftsOn(on)[0]?.from ?? '08:30');
  }

  /** When a day's work ends, whether or not that day is worked. */
  closingOf(on: CalendarDay): Date {
    return instantAt(on, this.shiftsOn(on).at(-1)?.to ?? '17:30');
  }

  /** The working day that lies a number of working days after a day, which itself is not counted. */
  addWorkingDays(from: CalendarDay, days: number, unit?: string): CalendarDay {
    let day = from;
    for (let counted = 0; counted < days; ) {
      day = addDays(day, 1);
      if (this.isWorkday(day, unit)) counted += 1;
    }
    return day;
  }

  /** How many working days lie after one day up to and including another; none when that is not later. */
  workingDaysBetween(after: CalendarDay, upTo: CalendarDay, unit?: string): number {
    let counted = 0;
    for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) {
      if (this.isWorkday(day, unit)) counted += 1;
    }
    return counted;
  }

  /** The instant at which a number of working hours has passed since another one; the time of the pauses does not count. */
  addWorkingHours(from: Date, hours: number, unit?: string, pauses: readonly Interval[] = []): Date {
    let left = hours * 3_600_000;
    for (let day = dayOf(from); left > 0; day = addDays(day, 1)) {
      for (const { from: begin, to: end } of this.workedOn(day, unit, from, pauses)) {
        const worked = end.getTime() - begin.getTime();
        if (worked >= left) return new Date(begin.getTime() + left);
        left -= worked;
      }
    }
    return from;
  }

  /** The stretches of a day that are worked from an instant on, without the pauses, in order. */
  private workedOn(day: CalendarDay, unit: string | undefined, from: Date, pauses: readonly Interval[]): Interval[] {
    if (!this.isWorkday(day, unit)) return [];
    const shifts = this.shiftsOn(day).map((shift) => ({
      from: new Date(Math.max(instantAt(day, shift.from).getTime(), from.getTime())),
      to: instantAt(day, shift.to),
    }));
    return pauses.reduce(withoutInterval, shifts).filter((stretch) => stretch.from < stretch.to);
  }
}

const withoutInterval = (stretches: readonly Interval[], taken: Interval): Interval[] =>
  stretches
    .flatMap((stretch) =>
      taken.to <= stretch.from || taken.from >= stretch.to
        ? [stretch]
        : [
            { from: stretch.from, to: taken.from },
            { from: taken.to, to: stretch.to },
          ],
    )
    .filter((stretch) => stretch.from < stretch.to);

const exceptionKey = (unit: string, on: CalendarDay): string => `${unit} ${on}`;
