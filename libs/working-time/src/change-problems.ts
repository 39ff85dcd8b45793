import {
  type CalendarVersion,
  type HolidayNotice,
  isCalendarDay,
  isWeekend,
  type WorkingHours,
} from '@landfall/calendar';
import type { FieldProblem } from '@landfall/process-definition';
import type { CalendarChange } from './calendar-change';
import { problem } from './refusal-texts';

/** Every entry of a change that cannot be right; paths are those of the change. */
export const changeProblems = (current: CalendarVersion, change: CalendarChange): FieldProblem[] => {
  switch (change.kind) {
    case 'notice':
      return noticeProblems(change.notice);
    case 'workingHours':
      return hoursProblems(change.hours);
    case 'unitExceptions':
      return exceptionProblems(current, change);
  }
};

const noticeProblems = (notice: HolidayNotice): FieldProblem[] => {
  const { year, number, issuedOn, holidays, makeUpWorkdays } = notice;
  if (!Number.isInteger(year) || year < 2000 || year > 2100) {
    return [problem('year', 'CALENDAR.YEAR_INVALID', { year })];
  }
  const newYear = `${year}-01-01`;
  return [
    ...textProblems('number', number),
    ...dayProblems('issuedOn', issuedOn),
    ...namedDayProblems(notice),
    ...makeUpWorkdays.flatMap(({ on }, index) =>
      isCalendarDay(on) && !isWeekend(on)
        ? [problem(`makeUpWorkdays.${index}.on`, 'CALENDAR.MAKE_UP_NOT_WEEKEND', { day: on })]
        : [],
    ),
    ...(holidays.some(({ on }) => on === newYear)
      ? []
      : [problem('holidays', 'CALENDAR.NEW_YEAR_MISSING', { day: newYear })]),
  ];
};

const namedDayProblems = ({ year, holidays, makeUpWorkdays }: HolidayNotice): FieldProblem[] => {
  const days = [
    ...holidays.map((day, index) => ({ ...day, path: `holidays.${index}` })),
    ...makeUpWorkdays.map((day, index) => ({ ...day, path: `makeUpWorkdays.${index}` })),
  ];
  return days.flatMap(({ path, on, name }, index) => {
    const wrong = [...dayProblems(`${path}.on`, on), ...textProblems(`${path}.name`, name.zh)];
    if (isCalendarDay(on) && !liesIn(year, on)) {
      wrong.push(problem(`${path}.on`, 'CALENDAR.DAY_OUTSIDE_YEAR', { day: on, year }));
    }
    if (days.findIndex((other) => other.on === on) < index) {
      wrong.push(problem(`${path}.on`, 'CALENDAR.DAY_TWICE', { day: on }));
    }
    return wrong;
  });
};

const liesIn = (year: number, day: string): boolean =>
  day.startsWith(`${year}-`) || (day >= `${year - 1}-12-25` && day <= `${year - 1}-12-31`);

const hoursProblems = ({ validFrom, shifts }: WorkingHours): FieldProblem[] => {
  const times = shifts.flatMap(({ from, to }) => [from, to]);
  const isRight =
    times.length > 0 &&
    times.every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) &&
    times.every((time, index) => index === 0 || (times[index - 1] ?? '') < time);
  const hours = shifts.map(({ from, to }) => `${from}–${to}`).join(', ');
  return [
    ...dayProblems('validFrom', validFrom),
    ...(isRight ? [] : [problem('shifts', 'CALENDAR.HOURS_INVALID', { hours })]),
  ];
};

const exceptionProblems = (
  current: CalendarVersion,
  { add, remove }: Extract<CalendarChange, { kind: 'unitExceptions' }>,
): FieldProblem[] => [
  ...add.flatMap(({ unit, on, reason }, index) => [
    ...textProblems(`add.${index}.unit`, unit),
    ...dayProblems(`add.${index}.on`, on),
    ...textProblems(`add.${index}.reason`, reason.zh),
    ...(add.findIndex((other) => other.unit === unit && other.on === on) < index
      ? [problem(`add.${index}.on`, 'CALENDAR.DAY_TWICE', { day: on })]
      : []),
  ]),
  ...remove.flatMap(({ unit, on }, index) =>
    current.unitExceptions.some((known) => known.unit === unit && known.on === on)
      ? []
      : [problem(`remove.${index}`, 'CALENDAR.EXCEPTION_UNKNOWN', { unit, day: on })],
  ),
];

const dayProblems = (path: string, day: string): FieldProblem[] =>
  isCalendarDay(day) ? [] : [problem(path, 'CALENDAR.DAY_INVALID', { day })];

const textProblems = (path: string, text: string): FieldProblem[] =>
  text.trim() === '' ? [problem(path, 'CALENDAR.TEXT_REQUIRED')] : [];
