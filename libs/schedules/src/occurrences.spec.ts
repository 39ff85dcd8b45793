import { dayOf, instantAt, shippedCalendar, WorkingCalendar } from '@landfall/calendar';
import { nextOccurrence, occurrencesBetween } from './occurrences';
import { readPattern } from './pattern';
import type { WorkdayRule } from './schedule';

const calendar = new WorkingCalendar(shippedCalendar());
const timing = (cron: string, workdays: WorkdayRule) => ({ pattern: readPattern('test', cron), workdays });
const daysOf = (cron: string, workdays: WorkdayRule, from: string, to: string) =>
  occurrencesBetween(timing(cron, workdays), calendar, instantAt(from, '00:00'), instantAt(to, '23:59')).map(
    ({ dueAt, movedFrom }) => (movedFrom ? `${movedFrom} > ${dayOf(dueAt)}` : dayOf(dueAt)),
  );

describe('when a schedule is due', () => {
  it('is at the same hour in Shanghai every day, wherever the program runs', () => {
    const [first, second] = occurrencesBetween(
      timing('0 8 * * *', 'any'),
      calendar,
      instantAt('2026-11-24', '08:00'),
      instantAt('2026-11-26', '08:00'),
    );
    expect([first?.dueAt, second?.dueAt]).toEqual([
      new Date('2026-11-25T00:00:00.000Z'),
      new Date('2026-11-26T00:00:00.000Z'),
    ]);
  });

  it('moves from a Sunday, and from the Spring Festival behind all of it, to the next working day', () => {
    expect(daysOf('0 9 10,25 * *', 'moveToNext', '2026-01-01', '2026-02-28')).toEqual([
      // 10 and 25 January 2026 are a Saturday and a Sunday.
      '2026-01-10 > 2026-01-12',
      '2026-01-25 > 2026-01-26',
      '2026-02-10',
      '2026-02-25',
    ]);
    expect(daysOf('0 9 15 2 *', 'moveToNext', '2026-02-01', '2026-03-31')).toEqual(['2026-02-15 > 2026-02-24']);
    // 10 October 2026 is a Saturday that is worked, 25 and 26 September are Mid-Autumn.
    expect(daysOf('0 9 10,25 * *', 'moveToNext', '2026-09-20', '2026-10-12')).toEqual([
      '2026-09-25 > 2026-09-28',
      '2026-10-10',
    ]);
  });

  it('is found from a day of rest whose planned time lies before', () => {
    expect(daysOf('0 9 2 1 *', 'moveToNext', '2026-01-04', '2026-01-31')).toEqual(['2026-01-02 > 2026-01-04']);
  });

  it('is dropped on days of rest where only working days count, and is once where several move to one day', () => {
    const holiday = ['2026-02-14', '2026-02-24', '2026-02-25'];
    expect(daysOf('30 8 * * *', 'onlyWorkdays', '2026-02-14', '2026-02-25')).toEqual(holiday);
    expect(daysOf('30 8 * * *', 'moveToNext', '2026-02-14', '2026-02-25')).toEqual(holiday);
  });

  it('comes next at the same time that it then is due', () => {
    for (const workdays of ['any', 'moveToNext', 'onlyWorkdays'] as const) {
      for (const cron of ['0 8 * * *', '0 9 10,25 * *', '0 9 * * 1', '0 9 2 1 *']) {
        const from = instantAt('2026-01-01', '12:00');
        const when = timing(cron, workdays);
        const due = occurrencesBetween(when, calendar, from, instantAt('2026-12-31', '23:00'));
        let at = from;
        for (const { dueAt } of due) {
          expect(nextOccurrence(when, calendar, at)?.dueAt).toEqual(dueAt);
          at = dueAt;
        }
      }
    }
  });

  it('never comes where the pattern meets days of rest only', () => {
    const alwaysRest = { isWorkday: () => false };
    expect(nextOccurrence(timing('0 9 1 1 *', 'onlyWorkdays'), alwaysRest, new Date())).toBeUndefined();
  });
});
