import { type HolidayNotice, shippedCalendar } from '@landfall/calendar';
import { Rejection } from '@landfall/process-definition';
import { type CalendarChange, changeCalendar } from './calendar-change';

const shipped = shippedCalendar();
const name = { zh: '元旦', en: "New Year's Day" };
const on = (...days: string[]) => days.map((day) => ({ on: day, name }));

const NOTICE: HolidayNotice = {
  year: 2027,
  number: '国办发明电〔2026〕0号',
  issuedOn: '2026-11-20',
  holidays: on('2026-12-31', '2027-01-01', '2027-01-02'),
  makeUpWorkdays: on('2027-01-09'),
};

const refusal = (change: CalendarChange): Rejection => {
  try {
    changeCalendar(shipped, change);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
  throw new Error('Expected a refusal');
};

const wrong = (change: CalendarChange): string[] => {
  const refused = refusal(change);
  expect(refused).toMatchObject({ code: 'CALENDAR.CHANGE_INVALID', status: 422 });
  return refused.problems.map(({ path, code }) => `${path} ${code.replace('CALENDAR.', '')}`);
};

describe('changing the calendar', () => {
  it('adds the notice of a year, in the order of the years', () => {
    const next = changeCalendar(shipped, { kind: 'notice', notice: NOTICE });
    expect(next.version).toBe(2);
    expect(next.notices.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026, 2027]);
    expect(shipped.notices).toHaveLength(5);
  });

  it('puts a later notice of the same year in the place of the older one', () => {
    const first = changeCalendar(shipped, { kind: 'notice', notice: NOTICE });
    const next = changeCalendar(first, { kind: 'notice', notice: { ...NOTICE, makeUpWorkdays: [] } });
    expect(next.version).toBe(3);
    expect(next.notices.at(-1)?.makeUpWorkdays).toEqual([]);
    expect(next.notices).toHaveLength(6);
  });

  it('refuses what is the case already, however it is written', () => {
    const first = changeCalendar(shipped, { kind: 'notice', notice: NOTICE });
    const backwards = { ...NOTICE, holidays: [...NOTICE.holidays].reverse() };
    expect(() => changeCalendar(first, { kind: 'notice', notice: backwards })).toThrow('says already');
  });

  it.each<[what: string, notice: Partial<HolidayNotice>, problems: string[]]>([
    ['a year that is none', { year: 27 }, ['year YEAR_INVALID']],
    ['no number', { number: ' ' }, ['number TEXT_REQUIRED']],
    ['a date that does not exist', { issuedOn: '2026-11-31' }, ['issuedOn DAY_INVALID']],
    ['no 1 January', { holidays: on('2027-01-02') }, ['holidays NEW_YEAR_MISSING']],
    ["another year's days", { holidays: on('2027-01-01', '2026-05-01') }, ['holidays.1.on DAY_OUTSIDE_YEAR']],
    ['a day twice', { makeUpWorkdays: on('2027-01-09', '2027-01-02') }, ['makeUpWorkdays.1.on DAY_TWICE']],
    ['a weekday made up for', { makeUpWorkdays: on('2027-01-08') }, ['makeUpWorkdays.0.on MAKE_UP_NOT_WEEKEND']],
    [
      'a day without a name',
      { holidays: [...on('2027-01-01'), { on: '2027-01-03', name: { zh: '', en: '' } }] },
      ['holidays.1.name TEXT_REQUIRED'],
    ],
  ])('refuses a notice with %s', (_what, part, problems) => {
    expect(wrong({ kind: 'notice', notice: { ...NOTICE, ...part } })).toEqual(problems);
  });

  it('takes other working hours from a day on', () => {
    const hours = { validFrom: '2027-06-01', shifts: [{ from: '08:00', to: '14:00' }] };
    const next = changeCalendar(shipped, { kind: 'workingHours', hours });
    expect(next.workingHours.map(({ validFrom }) => validFrom)).toEqual(['1970-01-01', '2027-06-01']);
    const corrected = { ...hours, shifts: [{ from: '08:30', to: '14:30' }] };
    expect(changeCalendar(next, { kind: 'workingHours', hours: corrected }).workingHours.at(-1)).toEqual(corrected);
  });

  it.each([
    [[]],
    [[{ from: '8:30', to: '12:00' }]],
    [[{ from: '12:00', to: '08:30' }]],
    [
      [
        { from: '08:30', to: '12:00' },
        { from: '11:00', to: '17:00' },
      ],
    ],
    [[{ from: '08:30', to: '24:00' }]],
  ])('refuses hours that are none: %j', (shifts) => {
    expect(wrong({ kind: 'workingHours', hours: { validFrom: '2027-06-01', shifts } })).toEqual([
      'shifts HOURS_INVALID',
    ]);
  });

  it("keeps a unit's exceptions until they are removed", () => {
    const move = { unit: 'teda', on: '2026-12-01', kind: 'dayOff' as const, reason: { zh: '搬迁', en: 'moving' } };
    const next = changeCalendar(shipped, { kind: 'unitExceptions', add: [move], remove: [] });
    expect(next.unitExceptions).toEqual([move]);
    const gone = { kind: 'unitExceptions', add: [], remove: [{ unit: 'teda', on: '2026-12-01' }] } as const;
    expect(changeCalendar(next, gone).unitExceptions).toEqual([]);
    expect(wrong(gone)).toEqual(['remove.0 EXCEPTION_UNKNOWN']);
    expect(wrong({ kind: 'unitExceptions', add: [move, { ...move, reason: { zh: '', en: '' } }], remove: [] })).toEqual(
      ['add.1.reason TEXT_REQUIRED', 'add.1.on DAY_TWICE'],
    );
  });
});
