import fc from 'fast-check';
import { plainCalendar } from '../../test/plain-calendar';
import { dayOf, daysBetween } from '../business-day';
import { countDays, ownersByDay, workdayCount } from './count-days';

const local = (text: string): Date => new Date(`${text}+08:00`);
const piece = (owner: string, from: string, to: string) => ({
  kind: 'unit' as const,
  owner,
  from: local(from),
  to: local(to),
});

describe('days of an owner', () => {
  it('gives a shared day to whoever has most of it, of equals to the later one', () => {
    const pieces = [
      piece('D01', '2026-11-20T08:00', '2026-11-21T11:00'),
      piece('Z01', '2026-11-21T11:00', '2026-11-23T12:00'),
      piece('M02', '2026-11-23T12:00', '2026-11-24T00:00'),
    ];
    expect(ownersByDay(pieces).map(({ day, owner }) => [day, owner.owner])).toEqual([
      ['2026-11-20', 'D01'],
      ['2026-11-21', 'Z01'],
      ['2026-11-22', 'Z01'],
      ['2026-11-23', 'M02'],
    ]);
    expect(
      countDays(pieces, workdayCount(plainCalendar)).map(({ owner, days, workingDays }) => [owner, days, workingDays]),
    ).toEqual([
      ['Z01', 2, 0],
      ['D01', 1, 1],
      ['M02', 1, 1],
    ]);
  });

  it('adds the parts of one owner in a day together', () => {
    const pieces = [
      piece('D01', '2026-11-23T00:00', '2026-11-23T07:00'),
      piece('Z01', '2026-11-23T07:00', '2026-11-23T17:00'),
      piece('D01', '2026-11-23T17:00', '2026-11-24T00:00'),
    ];
    expect(ownersByDay(pieces).map(({ owner }) => owner.owner)).toEqual(['D01']);
  });

  it('has no days of nothing', () => {
    expect(countDays([], workdayCount(plainCalendar))).toEqual([]);
  });

  it('adds up to the days and the milliseconds of the life, whoever owns them', () => {
    const lengths = fc.array(
      fc.tuple(fc.constantFrom('D01', 'Z01', 'M02'), fc.integer({ min: 1, max: 5_000_000_00 })),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), lengths, (start, parts) => {
        let last = local('2026-11-01T00:00').getTime() + start;
        const pieces = parts.map(([owner, length]) => {
          const from = new Date(last);
          last += length;
          return { kind: 'unit' as const, owner, from, to: new Date(last) };
        });
        const begin = pieces[0]?.from ?? new Date(0);
        const sums = countDays(pieces, workdayCount(plainCalendar));
        const total = (of: (sum: (typeof sums)[number]) => number) => sums.reduce((sum, one) => sum + of(one), 0);
        expect(total(({ milliseconds }) => milliseconds)).toBe(last - begin.getTime());
        expect(total(({ days }) => days)).toBe(daysBetween(dayOf(begin), dayOf(new Date(last - 1))) + 1);
        const workdays = ownersByDay(pieces).filter(({ day }) => plainCalendar.isWorkday(day));
        expect(total(({ workingDays }) => workingDays)).toBe(workdays.length);
      }),
    );
  });
});
