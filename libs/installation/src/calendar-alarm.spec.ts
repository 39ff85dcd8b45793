import { instantAt } from '@landfall/calendar';
import { ManualClock } from '@landfall/clock';
import { Outbox } from '@landfall/outbox';
import { Database } from '@landfall/persistence';
import { loadCalendar, WorkingTime } from '@landfall/working-time';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { CalendarAlarm } from './calendar-alarm';

describe('the alarm of a year without a notice', () => {
  const clock = new ManualClock(instantAt('2026-10-30', '10:00'));
  let testDatabase: TestDatabase;
  let database: Database;
  let alarm: CalendarAlarm;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
    await database.transaction((tx) => loadCalendar(tx, clock));
    alarm = new CalendarAlarm(database, clock, new WorkingTime(database, clock, new Outbox(clock)));
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  const toldAt = (day: string, time: string): Promise<number> => {
    clock.set(instantAt(day, time));
    return alarm.tick();
  };

  it('begins with November, in working hours', async () => {
    expect(await toldAt('2026-10-30', '10:00')).toBe(0);
    // 1 November 2026 is a Sunday.
    expect(await toldAt('2026-11-01', '10:00')).toBe(0);
    expect(await toldAt('2026-11-02', '08:29')).toBe(0);
    expect(await toldAt('2026-11-02', '08:30')).toBe(1);
    const [notice] = await database.query(
      `SELECT kind, urgency, title ->> 'zh' AS title, body ->> 'zh' AS body, groups, link FROM notice`,
    );
    expect(notice).toEqual({
      kind: 'calendar.missingYear',
      urgency: 'normal',
      title: '2027年放假安排尚未录入',
      body: '距2027年还有 60 天，跨入该年的办理期限将暂按法定节日和周末推算。请录入国务院办公厅放假通知。',
      groups: ['ADMIN.system'],
      link: '/calendar/notice',
    });
  });

  it('comes once a week at first, however often it is asked for and by whomever', async () => {
    expect(await toldAt('2026-11-06', '16:00')).toBe(0);
    expect(await toldAt('2026-11-09', '09:00')).toBe(1);
    const others = [1, 2, 3].map(
      () => new CalendarAlarm(database, clock, new WorkingTime(database, clock, new Outbox(clock))),
    );
    clock.set(instantAt('2026-11-16', '09:00'));
    expect((await Promise.all(others.map((other) => other.tick()))).reduce((sum, told) => sum + told, 0)).toBe(1);
  });

  it('comes every working day when the year is near, and ends with the notice', async () => {
    expect(await toldAt('2026-12-21', '09:00')).toBe(1);
    expect(await toldAt('2026-12-22', '09:00')).toBe(1);
    expect(await toldAt('2026-12-22', '15:00')).toBe(0);
    const workingTime = new WorkingTime(database, clock, new Outbox(clock));
    const holidays = [{ on: '2027-01-01', name: { zh: '元旦', en: "New Year's Day" } }];
    await workingTime.apply(
      { kind: 'notice', notice: { year: 2027, number: 'test', issuedOn: '2026-12-22', holidays, makeUpWorkdays: [] } },
      { basedOn: 1, actor: { accountId: 'a', name: 'a', unit: 'a', groups: [] }, reason: 'test' },
    );
    clock.set(instantAt('2026-12-23', '09:00'));
    expect(await new CalendarAlarm(database, clock, workingTime).tick()).toBe(0);
  });
});
