import type { DeadlineRule } from '@landfall/process-definition';
import { dayOf, instantAt } from './calendar-day';
import type { CalendarVersion } from './calendar-version';
import { computeDeadline, type Deadline } from './deadline';
import { pauseDeadline, resumeDeadline } from './pause-deadline';
import { changeDeadlines, previewChange } from './recompute-deadline';
import { sayDeadline } from './say-deadline';
import { shippedCalendar } from './shipped-calendar';
import { WorkingCalendar } from './working-calendar';

const shipped = shippedCalendar();
const calendar = new WorkingCalendar(shipped);
const at = (text: string): Date => instantAt(text.slice(0, 10), text.slice(11));
const rule = (amount: number, unit: DeadlineRule['unit']): DeadlineRule => ({ amount, unit, source: '任务卡 2' });
const due = ({ dueAt }: Deadline): string =>
  `${dayOf(dueAt)} ${new Date(dueAt.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`;

const changed = (change: Partial<CalendarVersion>): WorkingCalendar =>
  new WorkingCalendar({ ...shipped, version: 2, ...change });

/** A notice for 2027 as it might come: New Year's Day until Sunday, and a Saturday worked in its stead. */
const withNotice2027 = changed({
  notices: [
    ...shipped.notices,
    {
      year: 2027,
      number: 'test',
      issuedOn: '2026-11-20',
      holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map((on) => ({
        on,
        name: { zh: '元旦', en: "New Year's Day" },
      })),
      makeUpWorkdays: [{ on: '2027-01-09', name: { zh: '元旦', en: "New Year's Day" } }],
    },
  ],
});

describe('computing a deadline', () => {
  it('keeps the arithmetic, ready to be stored and shown', () => {
    const deadline = computeDeadline(rule(5, 'workingDay'), at('2025-09-28 15:00'), calendar);
    expect(JSON.parse(JSON.stringify(deadline.arithmetic))).toEqual(deadline.arithmetic);
    expect(deadline.arithmetic).toEqual({
      from: '2025-09-28T07:00:00.000Z',
      amount: 5,
      unit: 'workingDay',
      source: '任务卡 2',
      calendar: { version: 1 },
      provisional: false,
      yearsWithoutNotice: [],
      skipped: [
        {
          from: '2025-10-01',
          to: '2025-10-08',
          kind: 'holiday',
          name: { zh: '国庆节、中秋节', en: 'National Day, Mid-Autumn Festival' },
        },
      ],
      makeUp: [{ on: '2025-10-11', kind: 'makeUpWorkday', name: { zh: '国庆节', en: 'National Day' } }],
      pauses: [],
      dueAt: '2025-10-11T09:30:00.000Z',
    });
  });

  it.each<[DeadlineRule['unit'], number, from: string, due: string]>([
    // The day of receipt is not counted, whatever the hour.
    ['workingDay', 1, '2026-03-13 08:00', '2026-03-16 17:30'],
    ['workingDay', 1, '2026-03-13 23:59', '2026-03-16 17:30'],
    ['workingDay', 1, '2026-03-14 00:01', '2026-03-16 17:30'],
    ['day', 2, '2026-03-13 10:00', '2026-03-15 17:30'],
    ['day', 14, '2025-09-28 10:00', '2025-10-12 17:30'],
    ['hour', 48, '2026-03-13 10:20', '2026-03-15 10:20'],
    ['workingHour', 2, '2026-03-13 11:00', '2026-03-13 14:30'],
    ['workingHour', 3.5, '2026-03-13 08:30', '2026-03-13 12:00'],
    ['workingHour', 2, '2026-03-13 16:30', '2026-03-16 09:30'],
    ['workingHour', 1, '2026-03-14 10:00', '2026-03-16 09:30'],
    ['workingHour', 8, '2025-09-30 13:30', '2025-10-09 14:00'],
  ])('counts in the unit %s: %d from %s is %s', (unit, amount, from, expected) => {
    expect(due(computeDeadline(rule(amount, unit), at(from), calendar))).toBe(expected);
  });

  it('knows what is special for one unit and leaves the others alone', () => {
    const reason = { zh: '机关搬迁', en: 'moving house' };
    const own = changed({
      unitExceptions: [
        { unit: 'teda', on: '2026-03-17', kind: 'dayOff', reason },
        { unit: 'teda', on: '2026-03-21', kind: 'workday', reason: { zh: '补班', en: 'made up for' } },
      ],
    });
    const from = at('2026-03-16 10:00');
    expect(due(computeDeadline(rule(5, 'workingDay'), from, own))).toBe('2026-03-23 17:30');
    const ofUnit = computeDeadline(rule(5, 'workingDay'), from, own, { unit: 'teda' });
    expect(due(ofUnit)).toBe('2026-03-23 17:30');
    expect(ofUnit.arithmetic).toMatchObject({
      unitCode: 'teda',
      skipped: [
        { from: '2026-03-17', to: '2026-03-17', kind: 'dayOff', name: reason },
        { from: '2026-03-22', to: '2026-03-22', kind: 'weekend' },
      ],
      makeUp: [{ on: '2026-03-21', kind: 'unitWorkday', name: { zh: '补班', en: 'made up for' } }],
    });
    expect(due(computeDeadline(rule(1, 'workingDay'), from, own, { unit: 'teda' }))).toBe('2026-03-18 17:30');
    expect(due(computeDeadline(rule(1, 'workingDay'), from, own, { unit: 'dongli' }))).toBe('2026-03-17 17:30');
  });

  it('follows the working hours that are valid on the last day', () => {
    const summer = changed({
      workingHours: [
        ...shipped.workingHours,
        {
          validFrom: '2026-07-01',
          shifts: [
            { from: '08:00', to: '12:00' },
            { from: '14:00', to: '18:00' },
          ],
        },
      ],
    });
    expect(due(computeDeadline(rule(1, 'workingDay'), at('2026-06-29 10:00'), summer))).toBe('2026-06-30 17:30');
    expect(due(computeDeadline(rule(2, 'workingDay'), at('2026-06-29 10:00'), summer))).toBe('2026-07-01 18:00');
    expect(due(computeDeadline(rule(5, 'workingHour'), at('2026-06-30 16:30'), summer))).toBe('2026-07-01 12:00');
  });

  it('is provisional where a year without a notice is counted, and only there', () => {
    const into2027 = computeDeadline(rule(5, 'workingDay'), at('2026-12-29 10:00'), calendar);
    // Friday 1 January is off by law.
    expect(due(into2027)).toBe('2027-01-06 17:30');
    expect(into2027.arithmetic).toMatchObject({ provisional: true, yearsWithoutNotice: [2027] });
    expect(computeDeadline(rule(2, 'workingDay'), at('2026-12-29 10:00'), calendar).arithmetic.provisional).toBe(false);
    expect(computeDeadline(rule(30, 'day'), at('2026-12-29 10:00'), calendar).arithmetic.provisional).toBe(false);
    expect(computeDeadline(rule(24, 'workingHour'), at('2026-12-31 10:00'), calendar).arithmetic.provisional).toBe(
      true,
    );
  });
});

describe('a changed calendar', () => {
  const open = [
    ['moved', 5, '2026-12-29 10:00'],
    ['confirmed', 1, '2027-01-11 10:00'],
    ['untouched', 3, '2026-03-09 10:00'],
  ].map(([id, amount, from]) => {
    const deadline = computeDeadline(rule(Number(amount), 'workingDay'), at(String(from)), calendar);
    return { id: String(id), ...deadline };
  });

  it('is previewed with every open deadline that would move', () => {
    const [move, ...others] = previewChange(open, withNotice2027);
    expect(others).toEqual([]);
    expect(move).toMatchObject({
      id: 'moved',
      before: at('2027-01-06 17:30'),
      after: at('2027-01-07 17:30'),
      daysMoved: 1,
    });
    expect(move?.deadline.arithmetic).toMatchObject({ provisional: false, calendar: { version: 2 } });
  });

  it('also confirms those that were provisional and stay where they are', () => {
    expect(changeDeadlines(open, withNotice2027).map(({ id, daysMoved }) => [id, daysMoved])).toEqual([
      ['moved', 1],
      ['confirmed', 0],
    ]);
    expect(changeDeadlines(open, changed({}))).toEqual([]);
  });

  it('keeps the pauses', () => {
    const start = computeDeadline(rule(5, 'workingDay'), at('2026-12-28 10:00'), calendar);
    const again = resumeDeadline(pauseDeadline(start, at('2026-12-29 10:00')), at('2026-12-31 10:00'), calendar);
    expect(due(again)).toBe('2027-01-07 17:30');
    const [move] = previewChange([{ id: 'paused', ...again }], withNotice2027);
    expect(move?.after).toEqual(at('2027-01-08 17:30'));
    expect(move?.deadline.arithmetic.pauses).toEqual(again.arithmetic.pauses);
  });
});

describe('saying a deadline', () => {
  const said = (amount: number, unit: DeadlineRule['unit'], from: string, by = calendar, code?: string) =>
    sayDeadline(computeDeadline(rule(amount, unit), at(from), by, code === undefined ? {} : { unit: code }).arithmetic);

  it('names the holidays and the make-up workdays', () => {
    expect(said(5, 'workingDay', '2025-09-28 15:00')).toEqual({
      zh: '2025年10月11日到期：自9月28日起5个工作日；10月1日至8日国庆节、中秋节放假；10月11日调休上班',
      en: 'Due 11 Oct 2025: 5 working days from 28 Sep; 1–8 Oct holiday (National Day, Mid-Autumn Festival); 11 Oct make-up workday',
    });
  });

  it('says the year where it changes, and that a year is not arranged yet', () => {
    expect(said(1, 'workingDay', '2025-12-31 15:00')).toEqual({
      zh: '2026年1月4日到期：自2025年12月31日起1个工作日；1月1日至3日元旦放假；1月4日调休上班',
      en: "Due 4 Jan 2026: 1 working day from 31 Dec 2025; 1–3 Jan holiday (New Year's Day); 4 Jan make-up workday",
    });
    expect(said(5, 'workingDay', '2026-12-29 10:00')).toEqual({
      zh: '2027年1月6日到期：自2026年12月29日起5个工作日；1月1日元旦放假；2027年放假安排尚未录入，暂按法定节日和周末推算',
      en: "Due 6 Jan 2027: 5 working days from 29 Dec 2026; 1 Jan holiday (New Year's Day); provisional: no holiday notice for 2027 yet, counted by weekends and statutory holidays",
    });
  });

  it('says the time of day where hours count, and a range over two months in full', () => {
    expect(said(2, 'workingHour', '2025-04-30 16:30')).toEqual({
      zh: '2025年5月6日09:30到期：自4月30日16:30起2个工作小时；5月1日至5日劳动节放假',
      en: 'Due 6 May 2025 09:30: 2 working hours from 30 Apr 16:30; 1–5 May holiday (Labour Day)',
    });
    expect(said(5, 'workingDay', '2025-01-26 10:00').zh).toBe(
      '2025年2月8日到期：自1月26日起5个工作日；1月28日至2月4日春节放假；2月8日调休上班',
    );
  });

  it("says pauses and the unit's own days", () => {
    const start = computeDeadline(rule(5, 'workingDay'), at('2026-03-09 10:00'), calendar);
    const waiting = pauseDeadline(start, at('2026-03-11 09:00'), { zh: '待企业补正', en: 'waiting for material' });
    expect(sayDeadline(waiting.arithmetic)).toEqual({
      zh: '2026年3月16日到期：自3月9日起5个工作日；3月11日起暂停计时（待企业补正）',
      en: 'Due 16 Mar 2026: 5 working days from 9 Mar; paused since 11 Mar (waiting for material)',
    });
    expect(sayDeadline(resumeDeadline(waiting, at('2026-03-18 09:00'), calendar).arithmetic)).toEqual({
      zh: '2026年3月23日到期：自3月9日起5个工作日；3月11日至18日暂停计时（待企业补正）',
      en: 'Due 23 Mar 2026: 5 working days from 9 Mar; paused 11–18 Mar (waiting for material)',
    });
    const own = changed({
      unitExceptions: [
        { unit: 'teda', on: '2026-03-10', kind: 'dayOff', reason: { zh: '搬迁', en: 'moving' } },
        { unit: 'teda', on: '2026-03-14', kind: 'workday', reason: { zh: '补班', en: 'made up for' } },
      ],
    });
    expect(said(4, 'workingDay', '2026-03-09 10:00', own, 'teda')).toEqual({
      zh: '2026年3月14日到期：自3月9日起4个工作日；3月10日本单位休息（搬迁）；3月14日本单位上班（补班）',
      en: "Due 14 Mar 2026: 4 working days from 9 Mar; 10 Mar the unit's day off (moving); 14 Mar worked by the unit (made up for)",
    });
  });
});
