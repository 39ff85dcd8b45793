import { setTimeout as sleep } from 'node:timers/promises';
import { instantAt } from '@landfall/calendar';
import { type LandfallUnderTest, startLandfall } from '../landfall-under-test';

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the answer has and fails when it has it not.
type Answer = any;

const OFFICE = 'lgo.staff';

describe.each(['redis', 'postgresql'] as const)('schedules over HTTP, with the queue on %s', (queue) => {
  let landfall: LandfallUnderTest;
  beforeAll(async () => {
    landfall = await startLandfall({
      queue,
      environment: { LANDFALL_SESSION_IDLE: '30d', LANDFALL_SESSION_LIFETIME: '30d' },
    });
  });
  afterAll(() => landfall.close());

  const list = async (): Promise<Answer[]> => (await landfall.api.get<Answer>(OFFICE, '/api/schedules')).items;
  const schedule = async (key: string): Promise<Answer> => (await list()).find((one) => one.key === key);
  const until = async (test: () => Promise<boolean>): Promise<void> => {
    for (let waited = 0; waited < 20_000; waited += 100) {
      if (await test()) return;
      await sleep(100);
    }
    throw new Error(`It did not come to pass: ${test}`);
  };

  it('shows what is next and what was last, and a new calendar day brings the next run', async () => {
    await until(async () => (await schedule('light-daily'))?.last?.state === 'done');
    expect((await list()).map(({ key }) => key)).toEqual([
      ...['light-daily', 'digest', 'calendar-check'],
      ...['street-town-call', 'push-call'],
    ]);
    expect(await schedule('light-daily')).toMatchObject({
      title: { zh: '红黄绿灯每日复核' },
      pattern: { zh: '每日 07:00' },
      runsByItself: false,
      paused: null,
      next: { day: '2026-11-24', dueAt: '2026-11-23T23:00:00.000Z' },
      last: { day: '2026-11-23', note: { zh: '复核 0 个项目，0 个灯色有变化' } },
    });
    landfall.clock.set(instantAt('2026-11-24', '10:00'));
    await until(async () => (await schedule('calendar-check')).last?.state === 'done');
    expect(await schedule('calendar-check')).toMatchObject({ last: { note: { zh: '发出 1 条提醒' } } });
    await until(async () => (await schedule('light-daily')).last.day === '2026-11-24');
    expect(await schedule('digest')).toMatchObject({ runsByItself: true, pattern: { zh: '每个工作日 08:30' } });
  });

  it('is paused with a reason, shown so, and goes on', async () => {
    const path = '/api/schedules/calendar-check';
    await expect(landfall.api.post(OFFICE, `${path}/pause`, { reason: '' })).rejects.toMatchObject({ status: 400 });
    const paused = await landfall.api.post<Answer>(OFFICE, `${path}/pause`, { reason: '放假通知正在录入' });
    expect(paused.paused).toMatchObject({ reason: '放假通知正在录入', by: { unit: 'LGO' } });
    await expect(landfall.api.post(OFFICE, `${path}/pause`, { reason: '再停一次' })).rejects.toMatchObject({
      status: 409,
      code: 'SCHEDULE.PAUSED_ALREADY',
    });
    landfall.clock.set(instantAt('2026-11-25', '10:00'));
    await until(async () => (await schedule('calendar-check')).last?.state === 'skipped');
    expect((await landfall.api.post<Answer>(OFFICE, `${path}/resume`)).paused).toBeNull();
    const { items, operations } = await landfall.api.get<Answer>('admin.system', `${path}/runs`);
    expect(items.map(({ day, state }: Answer) => [day, state])).toEqual([
      ['2026-11-25', 'skipped'],
      ['2026-11-24', 'done'],
    ]);
    expect(operations.map(({ kind }: Answer) => kind)).toEqual(['resume', 'pause']);
  });

  it('runs at once when somebody says so, and keeps who', async () => {
    await landfall.api.post(OFFICE, '/api/schedules/light-daily/run-now');
    await until(async () => {
      const { last } = await schedule('light-daily');
      return last.occasion === 'runNow' && last.state === 'done';
    });
    expect((await schedule('light-daily')).last.by).toMatchObject({ unit: 'LGO' });
    await expect(landfall.api.post(OFFICE, '/api/schedules/digest/run-now')).rejects.toMatchObject({
      code: 'SCHEDULE.RUNS_BY_ITSELF',
      message: expect.stringContaining('只能查看'),
    });
    await expect(landfall.api.post(OFFICE, '/api/schedules/nothing/run-now')).rejects.toMatchObject({ status: 404 });
  });

  it('is for the office and the administrator of the system only', async () => {
    await expect(landfall.api.get('d01.head', '/api/schedules')).rejects.toMatchObject({ code: 'PERMISSION.MISSING' });
    await expect(landfall.api.post('d01.head', '/api/schedules/light-daily/run-now')).rejects.toMatchObject({
      status: 403,
    });
  });

  it('has no clock to move, and leaves nothing that failed behind', async () => {
    expect((await landfall.api.get<Answer>(OFFICE, '/api/me')).demoClock).toBe(false);
    await expect(landfall.api.post(OFFICE, '/api/demo-clock', { days: 1 })).rejects.toMatchObject({ status: 404 });
    expect(landfall.faults).toEqual([]);
  });
});
