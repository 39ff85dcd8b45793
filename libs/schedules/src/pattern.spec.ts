import { readPattern, sayPattern } from './pattern';
import { readSchedules, type Schedule, type WorkdayRule } from './schedule';

const schedule = (key: string, cron: string): Schedule => ({
  key,
  title: { zh: '测试', en: 'Test' },
  purpose: { zh: '测试', en: 'Test' },
  cron,
  workdays: 'any',
  catchUp: 'none',
  run: async () => undefined,
});

describe('the pattern of a schedule', () => {
  it.each<[string, WorkdayRule, string, string]>([
    ['0 7 * * *', 'any', '每日 07:00', 'Every day at 07:00'],
    ['0 8,14 * * *', 'any', '每日 08:00、14:00', 'Every day at 08:00, 14:00'],
    ['30 8 * * *', 'onlyWorkdays', '每个工作日 08:30', 'Every working day at 08:30'],
    [
      '0 9 * * 1',
      'moveToNext',
      '每周一 09:00；遇休息日顺延至下一工作日',
      'Every Monday at 09:00; on a day of rest moved to the next working day',
    ],
    [
      '0 9 10,25 * *',
      'moveToNext',
      '每月10日、25日 09:00；遇休息日顺延至下一工作日',
      'Every month on the days 10, 25 at 09:00; on a day of rest moved to the next working day',
    ],
    [
      '0 9 2 1 *',
      'onlyWorkdays',
      '每年1月2日 09:00；遇休息日不办',
      'Every year on 2 January at 09:00; not on days of rest',
    ],
    [
      '0 9 1 1,4,7,10 *',
      'any',
      '每年1月、4月、7月、10月的1日 09:00',
      'Every year on 1 January, April, July, October at 09:00',
    ],
  ])('%s (%s) is said in words', (cron, workdays, zh, en) => {
    expect(sayPattern(readPattern('x', cron), workdays)).toEqual({ zh, en });
  });

  it.each([
    '* * * * *',
    '*/10 * * * *',
    '0 9 1 * 1',
    '0 9 * 1 *',
    '0 25 * * *',
    '0 9 31 2 *',
    '0 0 9 * * *',
    'daily',
    '',
  ])('stops the boot where it is %p, and says what it may be', (cron) => {
    expect(() => readSchedules([schedule('odd-one', cron)])).toThrow(
      /^Expected schedule 'odd-one' to be daily, weekly/,
    );
  });

  it('stops the boot where a key is listed twice or is none', () => {
    expect(() => readSchedules([schedule('one', '0 8 * * *'), schedule('one', '0 9 * * *')])).toThrow(
      "'one' is listed twice",
    );
    expect(() => readSchedules([schedule('One Two', '0 8 * * *')])).toThrow("but it is 'One Two'");
  });
});
