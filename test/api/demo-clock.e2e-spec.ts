import { setTimeout as sleep } from 'node:timers/promises';
import { loadSettings } from '@landfall/config';
import { openInstallation, startBackgroundWork } from '@landfall/installation';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the answer has and fails when it has it not.
type Answer = any;

const HEAD = 'd01.head';

describe('the clock of a demonstration', () => {
  let landfall: LandfallUnderTest;
  let projectId: string;
  beforeAll(async () => {
    landfall = await startLandfall({ environment: { LANDFALL_DEMO: '1' } });
    ({ projectId } = await landfall.api.post<Answer>('d01.specialist', '/api/leads', {
      projectName: '滨海动力电池回收示范线项目',
      investorName: '天津循环动力科技有限公司',
      industryFocus: '新能源',
      totalInvestment: '52000',
      landingUnit: 'Z01',
      sourceType: 'taskForce',
      contact: '王先生 13800138000',
      brief: '建设年处理五万吨退役动力电池的回收示范线。',
    }));
  });
  afterAll(() => landfall.close());

  const sql = () => landfall.installation.database;
  const clock = () => landfall.api.get<Answer>(HEAD, '/api/demo-clock');
  const move = async (destination: Answer): Promise<Answer> => {
    await landfall.api.post<Answer>(HEAD, '/api/demo-clock', destination);
    return arrived();
  };
  const arrived = async (): Promise<Answer> => {
    for (let waited = 0; waited < 60_000; waited += 50) {
      const state = await clock();
      if (state.move?.state !== 'moving') return state;
      await sleep(50);
    }
    throw new Error('The move did not end');
  };

  it('begins with the real time and moves to the next working day at nine', async () => {
    expect((await landfall.api.get<Answer>(HEAD, '/api/me')).demoClock).toBe(true);
    expect(await clock()).toMatchObject({ now: '2026-11-23T02:00:00.000Z', offsetMs: 0, move: null });
    expect(await move({ to: 'nextWorkday' })).toMatchObject({
      now: '2026-11-24T01:00:00.000Z',
      move: { state: 'done', to: '2026-11-24T01:00:00.000Z', unsettled: 0 },
    });
  });

  it('goes through everything that is due between, in order, and nobody is signed out', async () => {
    const { now, move: done } = await move({ days: 30 });
    expect(now).toBe('2026-12-24T01:00:00.000Z');
    expect(done).toMatchObject({ state: 'done', unsettled: 0 });
    expect(done.steps).toBeGreaterThan(90);
    // Every morning had its reading of lights at seven and every working day its digest at half past eight.
    const runs = await sql().query<Answer>(
      `SELECT day, state, started_at FROM schedule_run WHERE schedule_key = 'light-daily' ORDER BY due_at`,
    );
    expect(runs).toHaveLength(32);
    expect(new Set(runs.map(({ state }) => state))).toEqual(new Set(['done']));
    expect(new Set(runs.slice(1).map(({ started_at }) => started_at.toISOString().slice(11, 16)))).toEqual(
      new Set(['23:00']),
    );
    const digests = await sql().query<Answer>(
      `SELECT day, state, ended_at FROM digest_run WHERE due_at <= $1 AND day > '2026-11-24' ORDER BY day`,
      [new Date(now)],
    );
    expect(digests).toHaveLength(22);
    expect(digests.every(({ state, ended_at }) => state === 'done' && /T00:30/.test(ended_at.toISOString()))).toBe(
      true,
    );
    // The light turned when its day had come, and not at the end of the move.
    const turns = await sql().query<Answer>(
      'SELECT to_light AS light, at FROM project_light_change WHERE project_id = $1 ORDER BY at',
      [projectId],
    );
    expect(turns.map(({ light }) => light)).toEqual(['green', 'yellow', 'red']);
    expect(turns[1].at < turns[2].at && turns[2].at < new Date('2026-12-20')).toBe(true);
    // Timers climbed while the days went by: nothing fired before its time, nor a minute after it.
    const timers = await sql().query<Answer>(
      `SELECT due_at, ended_at FROM timer WHERE state = 'fired' ORDER BY ended_at`,
    );
    expect(timers.length).toBeGreaterThan(0);
    for (const { due_at, ended_at } of timers) {
      expect(ended_at.getTime() - due_at.getTime()).toBeGreaterThanOrEqual(0);
      expect(ended_at.getTime() - due_at.getTime()).toBeLessThanOrEqual(60_000);
    }
    // What happened, happened in the order of time.
    const history = await sql().query<Answer>('SELECT at FROM process_history ORDER BY id');
    const times = history.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(await landfall.api.get<Answer>(HEAD, '/api/me')).toMatchObject({ username: HEAD });
  }, 120_000);

  it('is followed by the other processes at once', async () => {
    const other = await openInstallation({
      settings: loadSettings({ NODE_ENV: 'test', LANDFALL_DEMO: '1', LANDFALL_SAMPLE_PASSWORD: SAMPLE_PASSWORD }),
      databaseUrl: landfall.installation.databaseUrl,
      clock: landfall.clock,
    });
    const work = await startBackgroundWork(other, () => undefined);
    const before = other.clock.now();
    expect(before).toEqual(landfall.installation.clock.now());
    const { now } = await move({ hours: 3 });
    for (let waited = 0; waited < 900 && other.clock.now() <= before; waited += 10) await sleep(10);
    expect(other.clock.now()).toEqual(new Date(now));
    await work.stop();
    await other.close();
  });

  it('stops where it is when somebody says so, moves once at a time and never back', async () => {
    await landfall.api.post(HEAD, '/api/demo-clock', { days: 300 });
    await expect(landfall.api.post(HEAD, '/api/demo-clock', { days: 1 })).rejects.toMatchObject({
      status: 409,
      code: 'DEMO_CLOCK.MOVING',
    });
    for (;;) {
      if ((await clock()).move.steps > 3) break;
      await sleep(20);
    }
    await landfall.api.post(HEAD, '/api/demo-clock/cancel');
    const { now, move: cancelled } = await arrived();
    expect(cancelled.state).toBe('cancelled');
    expect(now < '2027-09-01').toBe(true);
    await expect(landfall.api.post(HEAD, '/api/demo-clock/cancel')).rejects.toMatchObject({
      code: 'DEMO_CLOCK.NOT_MOVING',
    });
    for (const destination of [{ days: 0 }, { until: '2026-01-01T00:00:00Z' }]) {
      await expect(landfall.api.post(HEAD, '/api/demo-clock', destination)).rejects.toMatchObject({
        code: 'DEMO_CLOCK.TARGET',
        message: expect.stringContaining('只能向前推进'),
      });
    }
    await landfall.installation.demoTime?.clock.moveTo(new Date('2026-01-01T00:00:00Z'));
    expect((await clock()).now >= now).toBe(true);
  }, 60_000);

  it('is asked for ever after: without it the database is refused in one sentence', async () => {
    const settings = loadSettings({ NODE_ENV: 'test', LANDFALL_SAMPLE_PASSWORD: SAMPLE_PASSWORD });
    await expect(openInstallation({ settings, databaseUrl: landfall.installation.databaseUrl })).rejects.toThrow(
      /^Expected LANDFALL_DEMO to be 1 for a database whose time was moved forward by \d+ days/,
    );
    expect(landfall.faults).toEqual([]);
  });
});
