import { addDays, dayOf, instantAt } from './calendar-day';
import { computeDeadline } from './deadline';
import { shippedCalendar } from './shipped-calendar';
import { WorkingCalendar } from './working-calendar';

/** The notices of the State Council of 2024, 2025 and 2026, copied by hand: first and last day off, then the days worked. */
const NOTICES: Readonly<Record<string, readonly [first: string, last: string, ...worked: string[]]>> = {
  '2024 元旦': ['2024-01-01', '2024-01-01'],
  '2024 春节': ['2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'],
  '2024 清明节': ['2024-04-04', '2024-04-06', '2024-04-07'],
  '2024 劳动节': ['2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'],
  '2024 端午节': ['2024-06-10', '2024-06-10'],
  '2024 中秋节': ['2024-09-15', '2024-09-17', '2024-09-14'],
  '2024 国庆节': ['2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'],
  '2025 元旦': ['2025-01-01', '2025-01-01'],
  '2025 春节': ['2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'],
  '2025 清明节': ['2025-04-04', '2025-04-06'],
  '2025 劳动节': ['2025-05-01', '2025-05-05', '2025-04-27'],
  '2025 端午节': ['2025-05-31', '2025-06-02'],
  '2025 国庆节、中秋节': ['2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'],
  '2026 元旦': ['2026-01-01', '2026-01-03', '2026-01-04'],
  '2026 春节': ['2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'],
  '2026 清明节': ['2026-04-04', '2026-04-06'],
  '2026 劳动节': ['2026-05-01', '2026-05-05', '2026-05-09'],
  '2026 端午节': ['2026-06-19', '2026-06-21'],
  '2026 中秋节': ['2026-09-25', '2026-09-27'],
  '2026 国庆节': ['2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'],
};

/** Counted on a paper calendar: received on, working days, due on. */
const BY_HAND: readonly [received: string, workingDays: number, due: string][] = [
  ['2023-12-29', 1, '2024-01-02'],
  ['2024-02-02', 1, '2024-02-04'],
  ['2024-02-09', 1, '2024-02-18'],
  ['2024-02-09', 3, '2024-02-20'],
  ['2024-04-03', 1, '2024-04-07'],
  ['2024-04-03', 5, '2024-04-11'],
  ['2024-04-26', 3, '2024-04-30'],
  ['2024-04-26', 4, '2024-05-06'],
  ['2024-04-30', 6, '2024-05-11'],
  ['2024-06-07', 1, '2024-06-11'],
  ['2024-09-13', 1, '2024-09-14'],
  ['2024-09-13', 2, '2024-09-18'],
  ['2024-09-27', 5, '2024-10-10'],
  ['2024-09-27', 7, '2024-10-12'],
  ['2024-12-31', 1, '2025-01-02'],
  ['2025-01-24', 3, '2025-02-05'],
  ['2025-01-24', 6, '2025-02-08'],
  ['2025-04-03', 1, '2025-04-07'],
  ['2025-04-25', 5, '2025-05-06'],
  ['2025-05-30', 2, '2025-06-04'],
  ['2025-09-26', 4, '2025-10-09'],
  ['2025-09-28', 5, '2025-10-11'],
  ['2025-12-31', 1, '2026-01-04'],
  ['2025-12-31', 2, '2026-01-05'],
  ['2026-02-13', 2, '2026-02-24'],
  ['2026-02-13', 6, '2026-02-28'],
  ['2026-04-03', 1, '2026-04-07'],
  ['2026-04-30', 4, '2026-05-09'],
  ['2026-06-18', 1, '2026-06-22'],
  ['2026-09-18', 6, '2026-09-28'],
  ['2026-09-30', 3, '2026-10-10'],
];

const AMOUNTS = [1, 2, 3, 5, 7, 10, 15, 20];

const calendar = new WorkingCalendar(shippedCalendar());

const dueDay = (received: string, amount: number): string => {
  const rule = { amount, unit: 'workingDay', source: 'test' } as const;
  const { dueAt } = computeDeadline(rule, instantAt(received, '10:15'), calendar);
  expect(dueAt).toEqual(instantAt(dayOf(dueAt), '17:30'));
  return dayOf(dueAt);
};

const everyDay = (first: string, last: string): string[] => {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

const daysOff = new Set(Object.values(NOTICES).flatMap(([first, last]) => everyDay(first, last)));
const daysWorked = new Set(Object.values(NOTICES).flatMap(([, , ...worked]) => worked));

/** Every working day of the three years, by the notices as copied above. */
const workdays = everyDay('2024-01-01', '2026-12-31').filter(
  (day) => daysWorked.has(day) || (!daysOff.has(day) && !['Sat', 'Sun'].includes(weekdayName(day))),
);

function weekdayName(day: string): string {
  return new Date(`${day}T12:00:00Z`).toUTCString().slice(0, 3);
}

describe('deadlines of 2024 to 2026', () => {
  it.each(BY_HAND)('received on %s, %d working days: due on %s', (received, amount, due) => {
    expect(dueDay(received, amount)).toBe(due);
  });

  it.each(Object.keys(NOTICES))('are right from every day around %s and its make-up days', (name) => {
    const [first = '', last = '', ...worked] = NOTICES[name] ?? [];
    const around = [
      everyDay(addDays(first, -8), addDays(last, 8)),
      ...worked.map((day) => everyDay(addDays(day, -8), addDays(day, 8))),
    ];
    const rows = [...new Set(around.flat())]
      .filter((day) => day >= '2024-01-01')
      .flatMap((received) =>
        AMOUNTS.map((amount) => ({ received, amount, due: workdays.filter((day) => day > received)[amount - 1] })),
      );
    expect(rows.length).toBeGreaterThan(70);
    expect(rows.map(({ received, amount }) => ({ received, amount, due: dueDay(received, amount) }))).toEqual(rows);
  });

  it('know the same days off and days worked as the notices', () => {
    const shipped = shippedCalendar().notices.filter(({ year }) => year >= 2024);
    expect(shipped.flatMap(({ holidays }) => holidays.map(({ on }) => on)).sort()).toEqual([...daysOff].sort());
    expect(shipped.flatMap(({ makeUpWorkdays }) => makeUpWorkdays.map(({ on }) => on)).sort()).toEqual(
      [...daysWorked].sort(),
    );
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%d has %d working days', (year, expected) => {
    expect(calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(expected);
    expect(workdays.filter((day) => day.startsWith(`${year}`))).toHaveLength(expected);
  });
});
