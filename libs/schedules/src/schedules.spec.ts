import { remembering, SchedulesUnderTest, ZHANG } from '../test/schedules-under-test';
import type { RunContext, Schedules } from '.';

describe('schedules', () => {
  let world: SchedulesUnderTest;
  let seen: RunContext[];

  beforeEach(async () => {
    seen = [];
    world = await SchedulesUnderTest.open('2026-11-25 07:30');
  });
  afterEach(() => world.close());

  const days = () => seen.map(({ day }) => day);
  const start = async (more: Parameters<typeof remembering>[1] = {}): Promise<Schedules> => {
    const schedules = world.process([remembering(seen, more)]);
    await schedules.sweep();
    return schedules;
  };

  it('run at their time, once, and say what they did', async () => {
    const schedules = world.process([
      remembering(seen, {}, async () => ({ zh: '召集会议 1 次', en: 'called 1 meeting' })),
    ]);
    await world.pass(schedules, '2026-11-25 07:59');
    expect(seen).toEqual([]);
    await world.pass(schedules, '2026-11-25 08:00');
    await world.pass(schedules, '2026-11-25 08:01');
    expect(seen).toEqual([
      {
        key: 'batch:2026-11-25T08:00',
        now: new Date('2026-11-25T00:00:00Z'),
        day: '2026-11-25',
        plannedDay: '2026-11-25',
        attempt: 1,
      },
    ]);
    const { runs } = await schedules.runs('batch', { limit: 10 });
    expect(runs).toMatchObject([{ state: 'done', note: { zh: '召集会议 1 次' }, by: null, occasion: 'planned' }]);
  });

  it('begin when they are met for the first time: nothing before is made up for', async () => {
    world.setTime('2026-11-25 09:00');
    const schedules = await start();
    await world.pass(schedules, '2026-11-25 09:05');
    expect(await world.runs()).toEqual([]);
  });

  it('or, where they say so, with the day on which they are met', async () => {
    world.setTime('2026-11-25 09:00');
    const schedules = await start({ includesFirstDay: true });
    await world.runJobs(schedules);
    expect(await world.runs()).toEqual(['2026-11-25 done']);
  });

  it('are opened once by however many processes look at once', async () => {
    await start();
    world.setTime('2026-11-25 08:00');
    const processes = [1, 2, 3, 4].map(() => world.process([remembering(seen)]));
    const opened = await Promise.all(processes.map((schedules) => schedules.sweep()));
    expect(opened.reduce((sum, count) => sum + count, 0)).toBe(1);
    await Promise.all(processes.map((schedules) => world.runJobs(schedules)));
    expect(days()).toEqual(['2026-11-25']);
  });

  describe('after nobody was there', () => {
    it.each([
      ['latest', ['2026-11-28'], ['2026-11-25 missed', '2026-11-26 missed', '2026-11-27 missed', '2026-11-28 done']],
      [
        'all',
        ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'],
        ['2026-11-25 done', '2026-11-26 done', '2026-11-27 done', '2026-11-28 done'],
      ],
      ['none', ['2026-11-28'], ['2026-11-25 missed', '2026-11-26 missed', '2026-11-27 missed', '2026-11-28 done']],
    ] as const)('%s, on the fourth day at noon', async (catchUp, ran, kept) => {
      await start({ catchUp });
      await world.pass(world.process([remembering(seen, { catchUp })]), '2026-11-28 12:00');
      expect(days()).toEqual(ran);
      expect(await world.runs()).toEqual(kept);
    });

    it('none makes nothing up for on a later day, latest does', async () => {
      await start({ catchUp: 'none' });
      await world.pass(world.process([remembering(seen, { catchUp: 'none' })]), '2026-11-26 07:00');
      expect(await world.runs()).toEqual(['2026-11-25 missed']);
      await world.pass(world.process([remembering(seen, { key: 'other', catchUp: 'latest' })]), '2026-11-26 07:10');
      await world.pass(world.process([remembering(seen, { key: 'other', catchUp: 'latest' })]), '2026-11-27 07:00');
      expect(await world.runs('other')).toEqual(['2026-11-26 done']);
    });

    it('a run that was opened and never begun gives way to a newer one', async () => {
      const schedules = await start();
      world.setTime('2026-11-25 08:00');
      await schedules.sweep();
      await world.database.query('DELETE FROM outbox_message');
      await world.pass(schedules, '2026-11-26 08:00');
      expect(days()).toEqual(['2026-11-26']);
      expect(await world.runs()).toEqual(['2026-11-25 missed', '2026-11-26 done']);
    });

    it('a yearly one is made up for days later', async () => {
      world.setTime('2026-12-31 10:00');
      await start({ cron: '0 9 2 1 *', workdays: 'moveToNext' });
      const restarted = world.process([remembering(seen, { cron: '0 9 2 1 *', workdays: 'moveToNext' })]);
      await world.pass(restarted, '2027-01-20 10:00');
      expect(seen).toMatchObject([{ plannedDay: '2027-01-02', day: '2027-01-04' }]);
    });
  });

  it('go by jumps of the clock, forwards and back, and each time is once', async () => {
    const schedules = await start({ catchUp: 'all' });
    for (const at of [
      '2026-11-25 09:00',
      '2026-11-27 09:00',
      '2026-11-26 09:00',
      '2026-11-24 09:00',
      '2026-11-27 10:00',
    ]) {
      await world.pass(schedules, at);
    }
    expect(days()).toEqual(['2026-11-25', '2026-11-26', '2026-11-27']);
  });

  describe('by the calendar', () => {
    it('a Sunday moves to Monday, and the run knows both days', async () => {
      world.setTime('2026-01-20 10:00');
      const schedules = await start({ cron: '0 9 10,25 * *', workdays: 'moveToNext' });
      await world.pass(schedules, '2026-01-25 12:00');
      expect(seen).toEqual([]);
      await world.pass(schedules, '2026-01-26 09:00');
      expect(seen).toMatchObject([{ plannedDay: '2026-01-25', day: '2026-01-26', key: 'batch:2026-01-25T09:00' }]);
      const { runs } = await schedules.runs('batch', { limit: 1 });
      expect(runs).toMatchObject([{ day: '2026-01-26', movedFrom: '2026-01-25' }]);
    });

    it('what has run does not run again when a new notice moves its day', async () => {
      world.calendar = { isWorkday: (day) => day !== '2026-11-25' };
      const schedules = await start({ cron: '0 9 25 * *', workdays: 'moveToNext' });
      await world.pass(schedules, '2026-11-26 09:00');
      world.calendar = { isWorkday: (day) => day !== '2026-11-26' };
      await world.pass(schedules, '2026-11-27 12:00');
      await world.pass(
        world.process([remembering(seen, { cron: '0 9 25 * *', workdays: 'moveToNext' })]),
        '2026-11-28 12:00',
      );
      expect(days()).toEqual(['2026-11-26']);
    });

    it('what a new notice brings forward into the past still happens', async () => {
      world.calendar = { isWorkday: (day) => day > '2026-11-27' };
      const schedules = await start({ cron: '0 9 25 * *', workdays: 'moveToNext' });
      await world.pass(schedules, '2026-11-26 12:00');
      world.calendar = { isWorkday: () => true };
      await world.pass(schedules, '2026-11-26 13:00');
      expect(seen).toMatchObject([{ day: '2026-11-25' }]);
    });
  });

  describe('operated by people', () => {
    it('paused: what comes due is kept as skipped and never made up for; resumed: the next one runs', async () => {
      const schedules = await start({ catchUp: 'all' });
      const paused = await schedules.pause('batch', ZHANG, '系统演练');
      expect(paused.paused).toEqual({
        at: new Date('2026-11-24T23:30:00Z'),
        by: { accountId: 'zhang', name: '张三', unit: 'LGO' },
        reason: '系统演练',
      });
      await world.pass(schedules, '2026-11-26 12:00');
      // Nobody swept between the last time and resuming: it was due while paused.
      world.setTime('2026-11-27 12:00');
      expect((await schedules.resume('batch', ZHANG)).paused).toBeNull();
      await world.pass(schedules, '2026-11-28 08:00');
      expect(await world.runs()).toEqual([
        '2026-11-25 skipped',
        '2026-11-26 skipped',
        '2026-11-27 skipped',
        '2026-11-28 done',
      ]);
      expect((await schedules.operations('batch')).map(({ kind, by, reason }) => [kind, by.name, reason])).toEqual([
        ['resume', '张三', null],
        ['pause', '张三', '系统演练'],
      ]);
    });

    it('run at once, paused or not, by whom is kept, and not twice at once', async () => {
      const schedules = await start();
      await schedules.pause('batch', ZHANG, '演练');
      await schedules.runNow('batch', ZHANG);
      await expect(schedules.runNow('batch', ZHANG)).rejects.toMatchObject({ code: 'SCHEDULE.UNDER_WAY', status: 409 });
      await world.runJobs(schedules);
      const { runs } = await schedules.runs('batch', { limit: 5 });
      expect(runs).toMatchObject([{ occasion: 'runNow', state: 'done', by: { name: '张三' }, day: '2026-11-25' }]);
      expect(seen[0]?.key).toBe(`batch:${runs[0]?.id}`);
      await schedules.runNow('batch', ZHANG);
      await world.runJobs(schedules);
      expect(days()).toEqual(['2026-11-25', '2026-11-25']);
    });

    it('refuses what cannot be', async () => {
      const schedules = world.process([
        remembering(seen),
        { ...remembering(seen, { key: 'digest' }), watch: async () => [] },
      ]);
      await expect(schedules.pause('nothing', ZHANG, 'x')).rejects.toMatchObject({ code: 'SCHEDULE.NOT_FOUND' });
      await expect(schedules.runNow('digest', ZHANG)).rejects.toMatchObject({ code: 'SCHEDULE.RUNS_BY_ITSELF' });
      await expect(schedules.resume('batch', ZHANG)).rejects.toMatchObject({ code: 'SCHEDULE.NOT_PAUSED' });
      await schedules.pause('batch', ZHANG, 'x');
      await expect(schedules.pause('batch', ZHANG, 'x')).rejects.toMatchObject({ code: 'SCHEDULE.PAUSED_ALREADY' });
      await expect(schedules.runs('batch', { limit: 1, cursor: 'x' })).rejects.toMatchObject({
        code: 'SCHEDULE.CURSOR_INVALID',
      });
    });
  });

  describe('while the run before is still going on', () => {
    /** A first run that goes on until it is released, with the second one's job come meanwhile. */
    const overlapping = async (overlap: 'wait' | 'skip') => {
      let release: () => void = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const schedules = world.process([
        remembering(seen, { catchUp: 'all', overlap }, async ({ day }) => (day === '2026-11-25' ? held : undefined)),
      ]);
      await schedules.sweep();
      world.setTime('2026-11-25 08:00');
      await schedules.sweep();
      const first = world.runJobs(schedules);
      while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await world.pass(schedules, '2026-11-26 08:00');
      const meanwhile = await world.runs();
      release();
      await first;
      await world.runJobs(schedules);
      return { meanwhile, afterwards: await world.runs() };
    };

    it('the next one waits for its end', async () => {
      expect(await overlapping('wait')).toEqual({
        meanwhile: ['2026-11-25 running', '2026-11-26 due'],
        afterwards: ['2026-11-25 done', '2026-11-26 done'],
      });
      expect(days()).toEqual(['2026-11-25', '2026-11-26']);
    });

    it('or is skipped, and says why', async () => {
      expect(await overlapping('skip')).toEqual({
        meanwhile: ['2026-11-25 running', '2026-11-26 skipped'],
        afterwards: ['2026-11-25 done', '2026-11-26 skipped'],
      });
      expect(days()).toEqual(['2026-11-25']);
    });
  });

  it('a run that fails is tried again, five times, and then has failed with its reason; a later one still runs', async () => {
    const schedules = world.process([
      remembering(seen, { catchUp: 'all' }, async ({ day }) => {
        if (day === '2026-11-25') throw new Error('no calendar');
      }),
    ]);
    await world.pass(schedules, '2026-11-25 07:30');
    await world.pass(schedules, '2026-11-25 08:00');
    const [run] = (await schedules.runs('batch', { limit: 1 })).runs;
    expect(run).toMatchObject({ state: 'due', attempt: 1, error: 'no calendar' });
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      await expect(schedules.jobs['schedules.run']?.({ runId: run?.id }, { id: '1' })).rejects.toThrow('no calendar');
    }
    await world.pass(schedules, '2026-11-26 08:00');
    expect(await world.runs()).toEqual(['2026-11-25 failed', '2026-11-26 done']);
    expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 1]);
  });

  it('shows what is next and what was last, and turns the pages of runs', async () => {
    const schedules = await start({ catchUp: 'all', cron: '0 9 25 * *', workdays: 'moveToNext' });
    await world.pass(schedules, '2027-05-01 12:00');
    const [shown] = await schedules.list();
    expect(shown).toMatchObject({
      key: 'batch',
      pattern: { zh: '每月25日 09:00；遇休息日顺延至下一工作日' },
      next: { day: '2027-05-25', movedFrom: null },
      last: { day: '2027-04-26', movedFrom: '2027-04-25', state: 'done' },
      isWatched: false,
    });
    const first = await schedules.runs('batch', { limit: 4 });
    const second = await schedules.runs('batch', { limit: 4, cursor: first.nextCursor ?? undefined });
    expect([...first.runs, ...second.runs].map(({ day }) => day)).toEqual([
      ...['2027-04-26', '2027-03-25', '2027-02-25', '2027-01-25', '2026-12-25', '2026-11-25'],
    ]);
    expect(second.nextCursor).toBeNull();
  });
});
