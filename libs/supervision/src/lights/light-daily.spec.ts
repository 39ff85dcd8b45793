import { SupervisedProjects } from '../../test/supervised-projects';
import { instantOn } from '../business-day';

describe('the daily reading of lights', () => {
  let world: SupervisedProjects;

  beforeEach(async () => {
    world = await SupervisedProjects.open();
  });
  afterEach(() => world.close());

  const runs = () => world.sql.query('SELECT day, state, projects, changed FROM light_run ORDER BY day');
  const daily = (day: string) => world.jobs['supervision.light-daily']?.({ day }, { id: '1' });

  it('opens at 07:00, on a Sunday too, once a day', async () => {
    world.clock.set(new Date('2026-11-22T06:59:59+08:00'));
    expect(await world.schedule.sweep()).toBe(false);
    world.clock.set(new Date('2026-11-22T07:00:00+08:00'));
    const opened = await Promise.all([world.schedule.sweep(), world.schedule.sweep(), world.schedule.sweep()]);
    expect(opened.filter(Boolean)).toHaveLength(1);
    expect(await world.count('outbox_message')).toBe(1);
    world.clock.set(new Date('2026-11-22T23:00:00+08:00'));
    expect(await world.schedule.sweep()).toBe(false);
  });

  it('reads every running project, more than a chunk of them, and only once when the job is doubled', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 510; index += 1) ids.push(await world.addProject());
    const closed = await world.addProject();
    await world.sql.query(`UPDATE process_instance SET status = 'done' WHERE id = $1`, [closed]);
    await world.addTask(ids[505] ?? '', { dueAt: instantOn('2026-11-10', 17.5) });
    world.clock.set(new Date('2026-11-24T07:00:00+08:00'));
    await world.schedule.sweep();
    await Promise.all([daily('2026-11-24'), daily('2026-11-24'), daily('2026-11-24')]);
    expect(await runs()).toEqual([{ day: '2026-11-24', state: 'done', projects: 510, changed: 510 }]);
    expect(await world.count('project_light')).toBe(510);
    expect(await world.count('project_light_change')).toBe(510);
    await daily('2026-11-24');
    expect(await world.count('project_light_change')).toBe(510);
  });

  it('goes on where it was killed', async () => {
    const [first = '', second = ''] = [await world.addProject(), await world.addProject()].sort();
    world.clock.set(new Date('2026-11-24T07:00:00+08:00'));
    await world.schedule.sweep();
    await world.sql.query('UPDATE light_run SET last_project = $1, projects = 1', [first]);
    await world.runJobs();
    expect(await world.lights.of(first)).toBeUndefined();
    expect(await world.lights.of(second)).toMatchObject({ light: 'green' });
    expect(await runs()).toMatchObject([{ state: 'done', projects: 2 }]);
  });

  it('happens once a day although the clock jumps, forwards and back', async () => {
    await world.addProject();
    await world.morning('2026-11-24');
    await world.morning('2026-11-27');
    await world.morning('2026-11-26');
    await world.morning('2026-11-27');
    expect(await runs()).toEqual([
      { day: '2026-11-24', state: 'done', projects: 1, changed: 1 },
      { day: '2026-11-25', state: 'missed', projects: 0, changed: 0 },
      { day: '2026-11-26', state: 'missed', projects: 0, changed: 0 },
      { day: '2026-11-27', state: 'done', projects: 1, changed: 0 },
    ]);
  });

  it('leaves a job that comes a day too late to the newer run', async () => {
    await world.addProject();
    world.clock.set(new Date('2026-11-24T07:00:00+08:00'));
    await world.schedule.sweep();
    await world.sql.query('DELETE FROM outbox_message');
    await world.morning('2026-11-25');
    await daily('2026-11-24');
    expect(await runs()).toMatchObject([
      { day: '2026-11-24', state: 'missed' },
      { day: '2026-11-25', state: 'done', projects: 1 },
    ]);
  });

  it('applies the version of the rules that holds on the day', async () => {
    const id = await world.addProject({ startedAt: instantOn('2026-11-03', 9) });
    await world.morning('2026-11-24');
    expect(await world.lights.of(id)).toMatchObject({ light: 'yellow', rulesFrom: '2022-12-27' });
    await world.sql.query(`
      INSERT INTO light_rule (valid_from, thresholds, note)
      SELECT '2026-11-25', thresholds || '{"noUpdate": {"yellowFromDays": 25, "redOverDays": 40}}', '测试' FROM light_rule`);
    await world.morning('2026-11-25');
    expect(await world.lights.of(id)).toMatchObject({ light: 'green', rulesFrom: '2026-11-25' });
    await expect(world.sql.query(`UPDATE light_rule SET note = 'x'`)).rejects.toThrow('append-only');
  });

  it('writes nothing for lights that stay as they are', async () => {
    await world.addProject();
    await world.morning('2026-11-24');
    await world.morning('2026-11-25');
    expect(await world.sql.query('SELECT computed_at FROM project_light')).toEqual([
      { computed_at: new Date('2026-11-23T23:00:00.000Z') },
    ]);
  });

  describe('what follows from a light', () => {
    it('yellow reminds the head, red raises one issue per type and proposes supervision, each once', async () => {
      const id = await world.addProject({ startedOn: '2026-04-01', facts: { fundsInPlace: '10' } });
      const task = await world.addTask(id, { dueAt: instantOn('2026-11-19', 17.5) });
      await world.sql.query('UPDATE project SET started_on = NULL WHERE id = $1', [id]);
      await world.happen(id);
      expect(world.asked.map(({ port, detail }) => [port, detail])).toEqual([['tell', ['light.yellow', 'D01.head']]]);
      await world.sql.query(`UPDATE project SET started_on = '2026-04-01' WHERE id = $1`, [id]);
      await world.happen(id);
      await world.happen(id);
      await world.morning('2026-11-24');
      expect(world.asked.slice(1).map(({ port, detail }) => [port, detail])).toEqual([
        ['raiseIssue', 'funds'],
        ['proposeSupervision', null],
      ]);
      expect(new Set(world.asked.map(({ key }) => key)).size).toBe(3);
      await world.endTask(task);
    });

    it('red raises no issue where one is open: somebody has said what blocks the project', async () => {
      const id = await world.addProject({
        startedOn: '2026-04-01',
        signedOn: '2025-01-01',
        facts: { fundsInPlace: '10' },
      });
      await world.addIssue(id, world.clock.now(), 'funds');
      await world.addTask(id, { dueAt: instantOn('2026-11-02', 17.5) });
      await world.happen(id);
      expect(world.asked.filter(({ port }) => port === 'raiseIssue')).toEqual([]);
    });

    it('a measure is asked again with the same key after a crash, and never after it is done', async () => {
      const id = await world.addProject();
      await world.addTask(id, { dueAt: instantOn('2026-11-19', 17.5) });
      await world.happen(id);
      const [measure] = await world.sql.query<{ id: string }>('SELECT id FROM light_measure');
      const carryOut = () => world.jobs['supervision.light-measure']?.({ measureId: measure?.id }, { id: '9' });
      await carryOut();
      expect(world.asked).toHaveLength(1);
      await world.sql.query('UPDATE light_measure SET done_at = NULL');
      await carryOut();
      expect(world.asked.map(({ key }) => key)).toEqual([`light:${measure?.id}`, `light:${measure?.id}`]);
    });

    it('two yellow weeks in a row call for the office, two red ones for an interview', async () => {
      const yellow = await world.addProject({ startedAt: instantOn('2026-11-10', 9) });
      const red = await world.addProject({ signedOn: '2025-01-01' });
      const touch = (id: string, day: string) => world.addHistory(id, { to: [], at: instantOn(day, 6) });
      await world.morning('2026-11-24');
      for (const day of ['2026-11-25', '2026-11-30', '2026-12-01', '2026-12-07']) {
        await touch(red, day);
        await world.morning(day);
      }
      const calls = world.asked.filter(({ detail }) => /officeCall|deputyInterview/.test(JSON.stringify(detail)));
      expect(calls.map(({ detail }) => detail)).toEqual(
        expect.arrayContaining([
          ['light.officeCall', 'LGO.staff'],
          ['light.deputyInterview', 'LG.deputy', 'LGO.staff'],
        ]),
      );
      expect(calls).toHaveLength(2);
      expect(await world.lights.of(yellow)).toMatchObject({ light: 'yellow' });
    });

    it('a week without a reading breaks the row', async () => {
      await world.addProject({ signedOn: '2025-01-01' });
      await world.morning('2026-11-24');
      await world.morning('2026-12-08');
      expect(world.asked.some(({ detail }) => JSON.stringify(detail).includes('deputyInterview'))).toBe(false);
    });
  });
});
