import type { LocalizedText } from '@landfall/process-definition';
import type { CalendarDay, TimeOfDay } from './calendar-day';

/** A day that a notice names, with the holiday it belongs to. */
export interface NamedDay {
  readonly on: CalendarDay;
  readonly name: LocalizedText;
}

/**
 * What the State Council's notice arranges for a year: the days off, those that fall on a weekend among them, and the
 * weekend days that are worked in their place (调休). A notice may reach into the last days of the year before.
 */
export interface HolidayNotice {
  readonly year: number;
  /** The number of the document, like 国办发明电〔2025〕7号. */
  readonly number: string;
  readonly issuedOn: CalendarDay;
  readonly holidays: readonly NamedDay[];
  readonly makeUpWorkdays: readonly NamedDay[];
}

/** One stretch of work on a working day; the clock of working hours stands between two of them. */
export interface Shift {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** The hours that are worked on a working day, from a day on until a later entry begins. */
export interface WorkingHours {
  readonly validFrom: CalendarDay;
  readonly shifts: readonly Shift[];
}

/** A day on which one unit goes another way than everybody else. */
export interface UnitException {
  /** The code of the unit. */
  readonly unit: string;
  readonly on: CalendarDay;
  readonly kind: 'dayOff' | 'workday';
  readonly reason: LocalizedText;
}

/** Everything that decides what is worked when; a change makes a new version. */
export interface CalendarVersion {
  readonly version: number;
  readonly notices: readonly HolidayNotice[];
  readonly workingHours: readonly WorkingHours[];
  readonly unitExceptions: readonly UnitException[];
}
