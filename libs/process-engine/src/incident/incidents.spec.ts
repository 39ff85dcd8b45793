import type { ProcessDefinition } from '@landfall/process-definition';
import { assign, setup } from 'xstate';
import { BOSS, BUYER, EngineUnderTest } from '../../test/engine-under-test';

let broken = true;

const machine = setup({
  actions: { touch: assign({}) },
  guards: {
    works: () => {
      if (broken) throw new Error('the rule divides by zero');
      return true;
    },
  },
  delays: { soon: 1000 },
}).createMachine({
  id: 'fragile',
  initial: 'waiting',
  states: {
    waiting: {
      meta: { title: { zh: '等待', en: 'Waiting' }, owner: { zh: '系统', en: 'system' } },
      on: { poke: { guard: 'works', target: 'done' }, nudge: { actions: 'touch' } },
      after: { soon: { guard: 'works', target: 'done' } },
    },
    done: { type: 'final', meta: { title: { zh: '完成', en: 'Done' }, closedAs: 'achieved' } },
  },
});

const fragile: ProcessDefinition = {
  key: 'fragile',
  version: 1,
  title: { zh: '脆弱', en: 'Fragile' },
  machine,
  stages: [],
  userTasks: {},
  events: {},
  timers: { soon: { zh: '很快', en: 'Soon' } },
  signals: { poke: { zh: '戳', en: 'Poke' }, nudge: { zh: '推', en: 'Nudge' } },
};

describe('incidents', () => {
  let world: EngineUnderTest;
  beforeEach(async () => {
    broken = true;
    world = await EngineUnderTest.open({ definitions: [fragile] });
  });
  afterEach(() => world.close());

  const start = async () => (await world.engine.start({ definition: 'fragile', input: {}, actor: BUYER })).instanceId;

  it('turns a timer whose rule throws into an incident, once, and a retry carries it out', async () => {
    const id = await start();
    world.clock.advance(1000);
    const [timer] = await world.timers(id);
    expect(await world.engine.fireTimer(timer?.id ?? '')).toBe(false);
    expect(await world.engine.fireTimer(timer?.id ?? '')).toBe(false);
    const [incident, ...others] = await world.engine.incidents.list();
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      kind: 'timer',
      instanceId: id,
      message: expect.stringContaining('the rule divides by zero'),
      state: 'open',
    });
    expect((await world.timers(id)).map(({ state }) => state)).toEqual(['failed']);

    await expect(world.engine.incidents.retry(incident?.id ?? '', BOSS)).rejects.toMatchObject({
      code: 'INCIDENT.STILL_FAILING',
    });
    expect((await world.engine.incidents.list())[0]).toMatchObject({ attempts: 2, state: 'open' });

    broken = false;
    const resolved = await world.engine.incidents.retry(incident?.id ?? '', BOSS);
    expect(resolved).toMatchObject({ state: 'resolved', resolvedBy: 'boss.head' });
    expect((await world.instance(id))?.status).toBe('done');
    await expect(world.engine.incidents.retry(incident?.id ?? '', BOSS)).rejects.toMatchObject({
      code: 'INCIDENT.ALREADY_RESOLVED',
    });
  });

  it('keeps an event that made the machine throw, and sends it again on retry', async () => {
    const id = await start();
    await expect(world.engine.send({ instanceId: id, event: { type: 'poke' }, actor: BUYER })).rejects.toThrow(
      'divides by zero',
    );
    const [incident] = await world.engine.incidents.list();
    expect(incident).toMatchObject({ kind: 'event', instanceId: id });
    broken = false;
    await world.engine.incidents.retry(incident?.id ?? '', BOSS);
    expect(await world.history(id)).toHaveLength(2);
    expect((await world.history(id))[1]).toMatchObject({ event: 'poke', actor_id: 'buyer.staff' });
  });

  it('is retried by a process that kept the instance from while the timer had failed', async () => {
    const id = await start();
    world.clock.advance(1000);
    const [timer] = await world.timers(id);
    await world.engine.fireTimer(timer?.id ?? '');
    const other = await world.addEngine({}, [fragile]);
    await other.send({ instanceId: id, event: { type: 'nudge' }, actor: BUYER });
    broken = false;
    const [incident] = await other.incidents.list();
    await other.incidents.retry(incident?.id ?? '', BOSS);
    expect((await world.timers(id)).map(({ state }) => state)).toEqual(['fired']);
    expect((await world.instance(id))?.status).toBe('done');
    await expect(world.engine.send({ instanceId: id, event: { type: 'nudge' }, actor: BUYER })).rejects.toMatchObject({
      code: 'PROCESS.ENDED',
    });
  });

  it('settles an incident with a note, without trying again', async () => {
    const id = await start();
    await expect(world.engine.send({ instanceId: id, event: { type: 'poke' }, actor: BUYER })).rejects.toThrow();
    const [incident] = await world.engine.incidents.list();
    await world.engine.incidents.resolve(incident?.id ?? '', BOSS, 'done by hand');
    expect(await world.engine.incidents.list()).toEqual([]);
    expect(await world.engine.incidents.list({ state: 'resolved' })).toMatchObject([{ note: 'done by hand' }]);
    expect((await world.instance(id))?.status).toBe('active');
  });

  it('records no incident for a refusal', async () => {
    const id = await start();
    await expect(world.engine.send({ instanceId: id, event: { type: 'unknown' }, actor: BUYER })).rejects.toMatchObject(
      {
        code: 'PROCESS.EVENT_NOT_ACCEPTED',
      },
    );
    expect(await world.engine.incidents.list()).toEqual([]);
  });

  it('fails only the instance whose stored state no longer fits its machine', async () => {
    const [damaged, healthy] = [await start(), await start()];
    await world.sql.query(
      `UPDATE process_instance SET rev = rev + 1, snapshot = jsonb_set(snapshot, '{value}', '"gone"') WHERE id = $1`,
      [damaged],
    );
    broken = false;
    const results = await Promise.allSettled(
      [damaged, healthy].map((instanceId) => world.engine.send({ instanceId, event: { type: 'poke' }, actor: BUYER })),
    );
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await world.engine.incidents.list()).toMatchObject([{ instanceId: damaged, kind: 'event' }]);
  });
});
