import type { LocalizedText } from '@landfall/process-definition';
import { addDays, dayOf, yearOf } from './calendar-day';
import type { DeadlineArithmetic, DeadlineBasis, ExtraDay, SkippedDays } from './deadline';
import { pausedDays } from './paused-time';
import type { DayInfo, WorkingCalendar } from './working-calendar';

type Explanation = Pick<DeadlineArithmetic, 'provisional' | 'yearsWithoutNotice' | 'skipped' | 'makeUp'>;

/** Tells which days between receipt and due time went another way than Monday to Friday; paused days are told as pauses. */
export const explainDays = (basis: DeadlineBasis, dueAt: Date, calendar: WorkingCalendar): Explanation => {
  const days = countedDays(basis, dueAt, calendar);
  const yearsWithoutNotice = [...new Set(days.filter((day) => day.provisional).map((day) => yearOf(day.on)))];
  return {
    provisional: yearsWithoutNotice.length > 0,
    yearsWithoutNotice,
    skipped: days.reduce(withSkipped, []),
    makeUp: days.flatMap(extraDay),
  };
};

/** The days that the calendar was asked for; none when plain days or hours count. */
const countedDays = (basis: DeadlineBasis, dueAt: Date, calendar: WorkingCalendar): DayInfo[] => {
  if (basis.unit === 'day' || basis.unit === 'hour') return [];
  const received = dayOf(new Date(basis.from));
  const isPaused = pausedDays(basis.pauses ?? [], calendar);
  const days: DayInfo[] = [];
  for (
    let day = basis.unit === 'workingHour' ? received : addDays(received, 1);
    day <= dayOf(dueAt);
    day = addDays(day, 1)
  ) {
    if (!isPaused(day)) days.push(calendar.day(day, basis.unitCode));
  }
  return days;
};

const withSkipped = (runs: readonly SkippedDays[], day: DayInfo): SkippedDays[] => {
  if (day.kind !== 'weekend' && day.kind !== 'holiday' && day.kind !== 'dayOff') return [...runs];
  const last = runs.at(-1);
  if (last !== undefined && last.kind === day.kind && addDays(last.to, 1) === day.on) {
    return [...runs.slice(0, -1), { ...last, to: day.on, ...named(bothNames(last.name, day.name)) }];
  }
  return [...runs, { from: day.on, to: day.on, kind: day.kind, ...named(day.name) }];
};

const named = (name: LocalizedText | undefined): { name?: LocalizedText } => (name === undefined ? {} : { name });

/** Two holidays in a row are one holiday with both names. */
const bothNames = (one: LocalizedText | undefined, other: LocalizedText | undefined): LocalizedText | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.zh.split('、').includes(other.zh)) return one;
  return { zh: `${one.zh}、${other.zh}`, en: `${one.en}, ${other.en}` };
};

const extraDay = (day: DayInfo): ExtraDay[] =>
  (day.kind === 'makeUpWorkday' || day.kind === 'unitWorkday') && day.name !== undefined
    ? [{ on: day.on, kind: day.kind, name: day.name }]
    : [];
