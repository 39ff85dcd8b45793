import { OFFICE, SupervisedProjects } from '../../test/supervised-projects';
import { instantOn } from '../business-day';

describe('lights on a database', () => {
  let world: SupervisedProjects;

  beforeEach(async () => {
    world = await SupervisedProjects.open();
  });
  afterEach(() => world.close());

  const lightOf = async (id: string) => (await world.lights.of(id))?.light;
  const override = (id: string, untilOn: string, light: 'green' | 'yellow' | 'red' = 'green') =>
    world.lights.override(OFFICE, id, { light, reason: '企业已书面承诺下周开工，暂不亮灯', untilOn });

  it('reads the facts that the lifecycle records', async () => {
    const id = await world.addProject({
      startedOn: '2026-04-01',
      facts: {
        progressPercent: 5,
        plannedOperationOn: '2027-04-01',
        fundsInPlace: '100',
        plannedStartOn: '2026-04-01',
      },
    });
    const taskId = await world.addTask(id, { dueAt: instantOn('2026-11-19', 17.5) });
    expect(await world.lights.of(id)).toBeUndefined();
    await world.happen(id);
    expect(await world.lights.of(id)).toMatchObject({
      light: 'red',
      computed: 'red',
      reasons: [
        { code: 'fundsLow', light: 'red', since: '2026-04-01' },
        { code: 'progressBehind', light: 'red' },
        { code: 'nodeOverdue', light: 'yellow', subject: taskId, text: { zh: expect.stringContaining('2个工作日') } },
      ],
      rulesFrom: '2022-12-27',
      override: null,
    });
    expect(await world.lights.changes(id)).toMatchObject([{ from: null, to: 'red', cause: 'event' }]);
  });

  it('takes only what people do as an update, and a date known to the year as its last day', async () => {
    const id = await world.addProject({
      startedAt: instantOn('2026-11-01', 9),
      signedOn: '2025-01-01',
      precision: { signedOn: 'year' },
    });
    await world.addHistory(id, { to: [], at: instantOn('2026-11-20', 9), actor: 'system' });
    await world.happen(id);
    expect(await world.lights.of(id)).toMatchObject({
      light: 'yellow',
      reasons: [{ code: 'noUpdate', since: '2026-11-01' }],
    });
  });

  it('follows events: late, done, suspended, resumed', async () => {
    const id = await world.addProject();
    const task = await world.addTask(id, { dueAt: instantOn('2026-11-19', 17.5) });
    await world.happen(id);
    expect(await lightOf(id)).toBe('yellow');
    await world.endTask(task);
    await world.happen(id);
    expect(await lightOf(id)).toBe('green');
    await world.sql.query(`UPDATE process_instance SET tags = '{suspended,clockPaused}' WHERE id = $1`, [id]);
    await world.happen(id);
    expect(await lightOf(id)).toBe('grey');
    await world.sql.query(`UPDATE process_instance SET tags = '{}' WHERE id = $1`, [id]);
    await world.happen(id);
    const changes = await world.lights.changes(id);
    expect(changes.map(({ from, to }) => [from, to]).reverse()).toEqual([
      [null, 'yellow'],
      ['yellow', 'green'],
      ['green', 'grey'],
      ['grey', 'green'],
    ]);
  });

  it('reads once for many events that were committed before it looked, and again for a later one', async () => {
    const id = await world.addProject();
    await world.happen(id);
    for (let event = 0; event < 5; event += 1) await world.announce({ projectId: id });
    expect(await world.count('light_reading')).toBe(5);
    await world.readings.sweep();
    expect(await world.count('light_reading')).toBe(0);
    await world.addTask(id, { dueAt: instantOn('2026-11-19', 17.5) });
    await world.readings.sweep();
    expect(await lightOf(id)).toBe('green');
    await world.announce({ projectId: id });
    await Promise.all([world.readings.sweep(), world.readings.sweep(), world.readings.sweep()]);
    expect(await lightOf(id)).toBe('yellow');
    expect(await world.count('project_light_change')).toBe(2);
  });

  it('reads a first light once, however many processes read at the same time', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => world.addProject()));
    for (const id of ids) await world.addTask(id, { dueAt: instantOn('2026-11-10', 17.5) });
    for (const id of [...ids, ...ids, ...ids]) await world.announce({ projectId: id });
    await Promise.all(Array.from({ length: 6 }, () => world.readings.sweep()));
    expect(await world.count('project_light_change')).toBe(4);
    // Red when it was first seen: an issue each, and no draft on the director's desk.
    expect(await world.count('light_measure')).toBe(4);
  });

  it('loses no reading when the process that reads is cut off', async () => {
    const id = await world.addProject();
    await world.addTask(id, { dueAt: instantOn('2026-11-10', 17.5) });
    await world.announce({ projectId: id });
    const cut = world.sql.transaction(async (tx) => {
      await tx.query('DELETE FROM light_reading');
      throw new Error('cut off');
    });
    await expect(cut).rejects.toThrow('cut off');
    await world.readings.sweep();
    expect(await lightOf(id)).toBe('red');
  });

  it('follows the issues of its project: old, climbed, closed', async () => {
    const id = await world.addProject();
    const issueId = await world.addIssue(id, instantOn('2026-11-10', 9));
    const issueMoved = async () => {
      await world.announce({ issueId });
      await world.readings.sweep();
      return world.lights.of(id);
    };
    expect(await issueMoved()).toMatchObject({ light: 'yellow', reasons: [{ code: 'issueOpen', subject: issueId }] });
    await world.sql.query('UPDATE issue SET level = 2 WHERE id = $1', [issueId]);
    expect(await issueMoved()).toMatchObject({
      light: 'red',
      reasons: [{ code: 'issueLevel' }, { code: 'issueOpen' }],
    });
    // What an issue has caused raises no other issue.
    const kinds = await world.sql.query('SELECT kind FROM light_measure ORDER BY kind');
    expect(kinds).toEqual([{ kind: 'proposeSupervision' }, { kind: 'remindHead' }]);
    await world.sql.query('UPDATE issue SET closed_at = now() WHERE id = $1', [issueId]);
    expect(await issueMoved()).toMatchObject({ light: 'green', reasons: [], heldReasons: [] });
    await world.announce({ issueId: id });
    expect(await world.readings.sweep()).toBe(0);
  });

  it('keeps a colour that rests on a figure until the next morning', async () => {
    const facts = { plannedOperationOn: '2027-01-01', progressPercent: 60 };
    const id = await world.addProject({ startedOn: '2026-01-01', facts });
    await world.happen(id);
    expect(await lightOf(id)).toBe('yellow');
    await world.sql.query(`UPDATE project SET facts = facts || '{"progressPercent": 85}' WHERE id = $1`, [id]);
    await world.happen(id);
    expect(await world.lights.of(id)).toMatchObject({
      light: 'yellow',
      reasons: [],
      heldReasons: [{ code: 'progressBehind' }],
    });
    await world.morning('2026-11-24');
    expect(await world.lights.of(id)).toMatchObject({ light: 'green', heldReasons: [] });
  });

  describe('by hand', () => {
    it('holds until its day, is kept with who and why, and ends by itself', async () => {
      const id = await world.addProject();
      await world.addTask(id, { dueAt: instantOn('2026-11-10', 17.5) });
      await world.happen(id);
      expect(await override(id, '2026-11-25')).toMatchObject({
        light: 'green',
        computed: 'red',
        override: { untilOn: '2026-11-25', by: { accountId: 'office', name: '李办', unit: 'LGO' } },
      });
      await world.morning('2026-11-25');
      expect(await lightOf(id)).toBe('green');
      // Over at midnight already, before the day's run notes it.
      world.clock.set(new Date('2026-11-26T00:00:00+08:00'));
      expect(await world.lights.of(id)).toMatchObject({ light: 'red', override: null });
      expect((await world.lights.board({ kind: 'all' }, { limit: 10 })).items).toMatchObject([{ light: 'red' }]);
      await world.morning('2026-11-26');
      expect((await world.lights.changes(id)).map(({ cause, to, by }) => [cause, to, by.accountId])).toEqual([
        ['overrideExpired', 'red', 'system'],
        ['override', 'green', 'office'],
        ['event', 'red', 'system'],
      ]);
      expect(await world.lights.overrides(id)).toMatchObject([{ endedAs: 'expired', reason: expect.any(String) }]);
    });

    it('may be replaced and withdrawn', async () => {
      const id = await world.addProject();
      await override(id, '2026-11-30', 'yellow');
      await override(id, '2026-12-01', 'red');
      expect(await lightOf(id)).toBe('red');
      await world.lights.endOverride(OFFICE, id);
      expect(await lightOf(id)).toBe('green');
      expect((await world.lights.overrides(id)).map(({ endedAs }) => endedAs)).toEqual(['withdrawn', 'replaced']);
      await expect(world.lights.endOverride(OFFICE, id)).rejects.toMatchObject({ code: 'LIGHT.OVERRIDE_NOT_FOUND' });
    });

    it('needs a reason, a day within thirty days and a running project', async () => {
      const id = await world.addProject();
      await expect(override(id, '2026-12-23')).resolves.toMatchObject({ light: 'green' });
      await expect(override(id, '2026-12-24')).rejects.toMatchObject({
        code: 'LIGHT.OVERRIDE_PERIOD',
        params: { first: '2026-11-23', last: '2026-12-23' },
      });
      await expect(override(id, '2026-11-22')).rejects.toMatchObject({ code: 'LIGHT.OVERRIDE_PERIOD' });
      await expect(override(id, '2026-02-30')).rejects.toMatchObject({ code: 'LIGHT.OVERRIDE_PERIOD' });
      await expect(
        world.lights.override(OFFICE, id, { light: 'green', reason: ' 没事 ', untilOn: '2026-11-30' }),
      ).rejects.toMatchObject({ code: 'LIGHT.OVERRIDE_REASON_MISSING' });
      const suspended = await world.addProject({ tags: ['suspended'] });
      await expect(override(suspended, '2026-11-30')).rejects.toMatchObject({ code: 'LIGHT.PROJECT_STANDS_STILL' });
      expect(await world.lights.overrides(suspended)).toEqual([]);
      await expect(override('01900000-0000-7000-8000-000000000000', '2026-11-30')).rejects.toMatchObject({
        code: 'LIGHT.PROJECT_NOT_FOUND',
      });
    });
  });

  it('shows the board: red first, longest first, paged, and only what one may see', async () => {
    const late = async (dueOn: string, landingUnit: string) => {
      const id = await world.addProject({ landingUnit });
      await world.addTask(id, { dueAt: instantOn(dueOn, 17.5), group: `${landingUnit}.coordinator` });
      await world.happen(id);
      world.clock.advance(1000);
      return id;
    };
    const yellow = await late('2026-11-19', 'Z01');
    const red = await late('2026-11-02', 'Z02');
    const laterRed = await late('2026-11-03', 'Z01');
    await world.addProject();
    const first = await world.lights.board({ kind: 'all' }, { limit: 2 });
    expect(first.items.map(({ projectId }) => projectId)).toEqual([red, laterRed]);
    expect(first.counts).toEqual({ yellow: 1, red: 2 });
    expect(first.items[0]).toMatchObject({ light: 'red', reasons: [{ code: 'nodeOverdue' }], landingUnit: 'Z02' });
    const second = await world.lights.board({ kind: 'all' }, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(second.items.map(({ projectId }) => projectId)).toEqual([yellow]);
    expect(second.nextCursor).toBeNull();
    const zone = { kind: 'some', filedBy: 'nobody', units: [], streetTowns: false, taskUnits: ['Z02'] } as const;
    expect((await world.lights.board(zone, { limit: 9 })).items.map(({ projectId }) => projectId)).toEqual([red]);
    expect((await world.lights.board({ kind: 'none' }, { limit: 9 })).items).toEqual([]);
    expect(
      (await world.lights.board({ kind: 'all' }, { limit: 9, landingUnit: 'Z01', lights: ['red'] })).items,
    ).toHaveLength(1);
    await expect(world.lights.board({ kind: 'all' }, { limit: 9, cursor: 'x' })).rejects.toMatchObject({
      code: 'LIGHT.CURSOR_INVALID',
    });
  });
});
