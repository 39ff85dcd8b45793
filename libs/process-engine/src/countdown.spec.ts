import { addDays, dayOf, instantAt, shippedCalendar, WorkingCalendar } from '@landfall/calendar';
import fc from 'fast-check';
import { countBack } from './countdown';

const calendar = new WorkingCalendar(shippedCalendar());
const LONG_AGO = '2020-01-01T00:00:00.000Z';

const back = (before: string, amount: number, at = '09:00', armedAt = LONG_AGO) =>
  countBack({ amount, source: 'test', countdown: { before, at, armedAt } }, calendar);

const someDay = fc.integer({ min: 0, max: 1095 }).map((days) => addDays('2024-01-01', days));
const someTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

/** The working days from one day up to another, that one not included. */
const workingDays = (from: string, before: string): string[] => {
  const days: string[] = [];
  for (let day = from; day < before; day = addDays(day, 1)) if (calendar.isWorkday(day)) days.push(day);
  return days;
};

describe('counting back from a date', () => {
  it.each([
    // before, amount, due on: counted on a paper calendar
    ['2026-03-20', 0, '2026-03-20'],
    ['2026-03-20', 3, '2026-03-17'],
    ['2026-03-23', 1, '2026-03-20'],
    ['2026-03-22', 0, '2026-03-20'],
    ['2026-03-22', 1, '2026-03-20'],
    // Over the holidays of autumn 2025, with Sunday 28 September and Saturday 11 October worked.
    ['2025-10-09', 1, '2025-09-30'],
    ['2025-10-09', 3, '2025-09-28'],
    ['2025-10-12', 1, '2025-10-11'],
    ['2025-10-05', 0, '2025-09-30'],
    ['2025-01-02', 1, '2024-12-31'],
  ])('before %s, %d working days: due on %s', (before, amount, due) => {
    expect(back(before, amount).dueAt).toBe(instantAt(due, '09:00').toISOString());
  });

  it('is due on the working day that is so many working days before, from 2024 to 2026', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 30 }), someTime, (before, amount, at) => {
        const { dueAt } = back(before, amount, at);
        const day = dayOf(new Date(dueAt));
        expect(calendar.isWorkday(day)).toBe(true);
        expect(new Date(dueAt)).toEqual(instantAt(day, at));
        const onTheDay = amount === 0 && calendar.isWorkday(before);
        if (onTheDay) expect(day).toBe(before);
        else expect(workingDays(day, before)).toHaveLength(Math.max(amount, 1));
      }),
      { numRuns: 2000 },
    );
  });

  it('is never due before it was armed', () => {
    fc.assert(
      fc.property(someDay, someDay, fc.integer({ min: 0, max: 10 }), (before, armedOn, amount) => {
        const armed = instantAt(armedOn, '12:00').toISOString();
        const [counted, plain] = [back(before, amount, '09:00', armed).dueAt, back(before, amount).dueAt];
        expect(counted).toBe(plain < armed ? armed : plain);
      }),
    );
  });

  it('tells the days between as every deadline does, ready to be stored', () => {
    const arithmetic = back('2025-10-13', 3);
    expect(JSON.parse(JSON.stringify(arithmetic))).toEqual(arithmetic);
    expect(arithmetic).toEqual({
      from: '2025-10-13T01:00:00.000Z',
      amount: 3,
      unit: 'workingDay',
      source: 'test',
      calendar: { version: 1 },
      provisional: false,
      yearsWithoutNotice: [],
      skipped: [{ from: '2025-10-12', to: '2025-10-12', kind: 'weekend' }],
      makeUp: [{ on: '2025-10-11', kind: 'makeUpWorkday', name: { zh: '国庆节', en: 'National Day' } }],
      pauses: [],
      countdown: { before: '2025-10-13', at: '09:00', armedAt: LONG_AGO },
      dueAt: '2025-10-09T01:00:00.000Z',
    });
  });

  it('is provisional where a day of a year without a notice was looked at, and only there', () => {
    expect(back('2027-01-06', 3)).toMatchObject({ provisional: true, yearsWithoutNotice: [2027] });
    expect(back('2026-12-31', 3)).toMatchObject({ provisional: false, yearsWithoutNotice: [] });
    expect(back('2027-01-05', 0)).toMatchObject({ provisional: true, yearsWithoutNotice: [2027] });
  });

  it('refuses a date that is none', () => {
    expect(() => back('soon', 1)).toThrow("Expected a day written YYYY-MM-DD, but got 'soon'");
  });
});
