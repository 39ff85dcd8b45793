import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { instantAt } from '@landfall/calendar';
import { type LandfallUnderTest, startLandfall } from '../landfall-under-test';

const ADMIN = 'admin.system';
const OFFICE = 'lgo.staff';
const sample = readFileSync(join(__dirname, '../../libs/projects/sample/binhai-projects.csv'));

/** Written as the State Council writes, for a year that it has not arranged yet. */
const TEXT = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕0号
一、元旦：1月1日（周五）至4日（周一）放假调休，共4天。1月9日（周六）上班。
二、春节：2月5日（周五）至12日（周五）放假调休，共8天。1月30日（周六）、2月14日（周日）上班。
国务院办公厅
2026年12月30日`;

interface Preview {
  basedOn: number;
  confirmed: number;
  moved: {
    title: { zh: string };
    projectId: string;
    projectNo: string;
    before: string;
    after: string;
    arithmetic: { zh: string };
  }[];
}

describe('the working calendar over HTTP', () => {
  let landfall: LandfallUnderTest;
  let change: { kind: 'notice'; notice: { number: string; holidays: unknown[] } };
  beforeAll(async () => {
    landfall = await startLandfall();
    landfall.clock.set(instantAt('2026-12-29', '10:00'));
    const file = new Blob([new Uint8Array(sample)], { type: 'text/csv' });
    const { importId } = await landfall.api.upload<{ importId: string }>(OFFICE, '/api/leads/import', file, 'list.csv');
    while ((await landfall.api.get<{ state: string }>(OFFICE, `/api/imports/${importId}`)).state !== 'done') {
      await sleep(50);
    }
  }, 60_000);
  afterAll(async () => {
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });

  const year = (of: number) =>
    landfall.api.get<{ workdays: number; notice: unknown; days: { on: string; kind: string; name: unknown }[] }>(
      OFFICE,
      `/api/calendar?year=${of}`,
    );

  it('shows a year day by day, with its notice', async () => {
    const answer = await year(2025);
    expect(answer).toMatchObject({
      version: 1,
      today: '2026-12-29',
      workdays: 248,
      notice: { number: '国办发明电〔2024〕12号', issuedOn: '2024-11-12' },
      years: [2022, 2023, 2024, 2025, 2026],
    });
    expect(answer.days).toHaveLength(365);
    expect(answer.days.find(({ on }) => on === '2025-10-06')).toEqual({
      on: '2025-10-06',
      kind: 'holiday',
      name: { zh: '中秋节', en: 'Mid-Autumn Festival' },
    });
    expect((await year(2027)).notice).toBeNull();
  });

  it('tells everybody that the next year is not arranged', async () => {
    const [alarm, ...others] = await landfall.api.get<{ openDeadlines: number }[]>(OFFICE, '/api/calendar/alarms');
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({ year: 2027, isAlarm: true, daysLeft: 3 });
    expect(alarm?.openDeadlines).toBeGreaterThan(0);
  });

  it('is changed by those only who look after the organisation', async () => {
    for (const path of ['read-notice', 'preview', 'apply']) {
      await expect(landfall.api.post(OFFICE, `/api/calendar/${path}`)).rejects.toMatchObject({
        code: 'PERMISSION.MISSING',
      });
    }
  });

  it('reads a notice and previews every deadline that it moves', async () => {
    const notice = await landfall.api.post<typeof change.notice>(ADMIN, '/api/calendar/read-notice', { text: TEXT });
    expect(notice).toMatchObject({ year: 2027, number: '国办发明电〔2026〕0号', issuedOn: '2026-12-30' });
    change = { kind: 'notice', notice };
    const preview = await landfall.api.post<Preview>(ADMIN, '/api/calendar/preview', { change });
    expect(preview.basedOn).toBe(1);
    expect(preview.moved.length).toBeGreaterThan(10);
    const [first] = preview.moved;
    expect(first?.projectNo).not.toBe('');
    expect(first?.arithmetic.zh).toContain('1月1日至4日元旦放假');
    expect(first?.before).toBe(instantAt('2027-01-04', '17:30').toISOString());
    expect(first?.after).toBe(instantAt('2027-01-05', '17:30').toISOString());
  });

  it('names what is wrong with a notice', async () => {
    const broken = { ...change, notice: { ...change.notice, number: '', holidays: [] } };
    await expect(landfall.api.post(ADMIN, '/api/calendar/preview', { change: broken })).rejects.toMatchObject({
      status: 422,
      code: 'CALENDAR.CHANGE_INVALID',
      errors: [{ code: 'CALENDAR.TEXT_REQUIRED' }, { code: 'CALENDAR.NEW_YEAR_MISSING' }],
    });
  });

  it('applies it once, with history, in the task and on the calendar', async () => {
    const { moved } = await landfall.api.post<Preview>(ADMIN, '/api/calendar/preview', { change });
    const decision = { change, basedOn: 1, reason: '录入国务院办公厅通知' };
    const applied = await landfall.api.post<{ version: number; moved: number }>(ADMIN, '/api/calendar/apply', decision);
    expect(applied.version).toBe(2);
    // Leads are still being checked for duplicates: what is opened in between moves too.
    expect(applied.moved).toBeGreaterThanOrEqual(moved.length);
    await expect(landfall.api.post(ADMIN, '/api/calendar/apply', decision)).rejects.toMatchObject({
      code: 'CALENDAR.CHANGED_MEANWHILE',
    });
    expect(await landfall.api.get(OFFICE, '/api/calendar/alarms')).toEqual([]);
    expect((await year(2027)).notice).toEqual({ number: '国办发明电〔2026〕0号', issuedOn: '2026-12-30' });
    expect(await landfall.api.get(OFFICE, '/api/calendar/history')).toMatchObject([
      { version: 2, kind: 'notice', reason: '录入国务院办公厅通知', moved: applied.moved },
      { version: 1, kind: 'shipped' },
    ]);
    const [first] = moved;
    const due = await landfall.installation.database.query(
      `SELECT due_at FROM user_task WHERE instance_id = $1 AND state = 'created'`,
      [first?.projectId],
    );
    expect(due).toContainEqual({ due_at: instantAt('2027-01-05', '17:30') });
    const history = await landfall.api.get<{ items: { kind: string; title: { zh: string } }[] }>(
      OFFICE,
      `/api/projects/${first?.projectId}/history`,
    );
    expect(history.items[0]).toMatchObject({ kind: 'deadlinesMoved', title: { zh: '办理期限随工作日历调整' } });
  });
});
