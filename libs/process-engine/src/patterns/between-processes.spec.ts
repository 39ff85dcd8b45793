import { PatternEngine } from '../../test/patterns/pattern-engine';
import { bid, breakdown, call, sender, transientTrigger } from '../../test/patterns/state.definitions';

describe('control flow between processes, through the outbox', () => {
  let world: PatternEngine;
  beforeAll(async () => {
    world = await PatternEngine.open([bid, breakdown, call, sender, transientTrigger]);
  });
  afterAll(() => world.close());

  const letterTo = async (key: string): Promise<void> => {
    const id = await world.start('sender', { to: 'transient-trigger', key });
    await world.finish(id, 'write');
    expect(await world.deliver()).toBe(1);
  };

  it('WCP-12 Multiple Instances without Synchronization: one is started for each unit, and nobody waits for any', async () => {
    const id = await world.start('call', { units: ['p', 'q', 'r'] });
    expect(await world.states(id)).toEqual(['next']);
    expect(await world.deliver()).toBe(3);
    const bids = await Promise.all(['p', 'q', 'r'].map((unit) => world.idOf('bid', `bid ${unit}`)));
    expect(new Set(bids).size).toBe(3);
    await world.finish(bids[1] ?? '', 'offer');
    await world.finish(id, 'next');
    expect(await world.world.instance(id)).toMatchObject({ status: 'done' });
    for (const other of [bids[0], bids[2]]) expect(await world.states(other ?? '')).toEqual(['offer']);
    await world.finish(bids[0] ?? '', 'offer');
    expect(await world.states(bids[0] ?? '')).toEqual(['end']);
  });

  it('WCP-22 Recursion: a process starts one of its own kind for the level below and takes its result', async () => {
    const top = await world.start('breakdown', { key: 'road', depth: 2 }, 'road');
    for (const key of ['road', 'road.1', 'road.1.1']) {
      const id = await world.idOf('breakdown', key);
      await world.finish(id, 'estimate');
      if (key !== 'road.1.1') {
        expect(await world.states(id)).toEqual(['waits']);
        expect(await world.deliver()).toBe(1);
      }
    }
    expect(await world.states(top)).toEqual(['waits']);
    expect(await world.deliver()).toBe(2);
    expect(await world.states(top)).toEqual(['end']);
    const [stored] = await world.world.sql.query<{ total: number }>(
      `SELECT (snapshot->'context'->'counts'->>'total')::int AS total FROM process_instance WHERE id = $1`,
      [top],
    );
    expect(stored?.total).toBe(3);
  });

  it('WCP-23 Transient Trigger: a signal that nobody waits for is lost, one that is waited for is taken', async () => {
    const id = await world.start('transient-trigger', {}, 'listener');
    await letterTo('listener');
    await world.finish(id, 'a');
    expect(await world.states(id)).toEqual(['waits']);
    await letterTo('listener');
    expect(await world.states(id)).toEqual(['b']);
    expect(await world.engine.incidents.list()).toEqual([]);
  });
});
