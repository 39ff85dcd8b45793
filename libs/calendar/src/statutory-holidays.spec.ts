import { addDays } from './calendar-day';
import { shippedCalendar } from './shipped-calendar';
import { statutoryHoliday } from './statutory-holidays';
import { WorkingCalendar } from './working-calendar';

const holidaysOf = (year: number): string[] => {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day < `${year + 1}-01-01`; day = addDays(day, 1)) {
    const name = statutoryHoliday(day);
    if (name !== undefined) days.push(`${day} ${name.zh}`);
  }
  return days;
};

describe('the statutory holidays', () => {
  it('of 2027 are thirteen days, by sun and moon', () => {
    expect(holidaysOf(2027)).toEqual([
      ...['2027-01-01 元旦', '2027-02-05 春节', '2027-02-06 春节', '2027-02-07 春节', '2027-02-08 春节'],
      ...['2027-04-05 清明节', '2027-05-01 劳动节', '2027-05-02 劳动节', '2027-06-09 端午节', '2027-09-15 中秋节'],
      ...['2027-10-01 国庆节', '2027-10-02 国庆节', '2027-10-03 国庆节'],
    ]);
  });

  it('are known of every year until 2060, two on one day where the moon will have it so', () => {
    for (let year = 2027; year <= 2060; year += 1) expect([12, 13]).toContain(holidaysOf(year).length);
  });

  it('are off in a year that is not arranged yet, and still provisional', () => {
    const calendar = new WorkingCalendar(shippedCalendar());
    expect(calendar.day('2027-01-01')).toEqual({
      ...{ on: '2027-01-01', kind: 'holiday', isWorkday: false, provisional: true },
      name: { zh: '元旦', en: "New Year's Day" },
    });
    expect(calendar.day('2027-02-09')).toMatchObject({ kind: 'workday', provisional: true });
    expect(calendar.addWorkingDays('2026-12-31', 1)).toBe('2027-01-04');
  });

  it('give way to the notice of the year', () => {
    const shipped = shippedCalendar();
    const notice = { year: 2027, number: '样例', issuedOn: '2026-11-05', holidays: [], makeUpWorkdays: [] };
    const calendar = new WorkingCalendar({ ...shipped, notices: [...shipped.notices, notice] });
    expect(calendar.day('2027-01-01')).toMatchObject({ kind: 'workday', provisional: false });
  });
});
