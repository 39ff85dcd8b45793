import { BOSS, BUYER, EngineUnderTest, SIGNER_A, SIGNER_B } from '../../test/engine-under-test';
import { TimerSweeper } from '../timer/timer-sweeper';

const MINUTE = 60_000;

describe('timers', () => {
  let world: EngineUnderTest;
  beforeEach(async () => {
    world = await EngineUnderTest.open();
  });
  afterEach(() => world.close());

  const sweeper = (engine = world.engine) => new TimerSweeper(world.sql, world.clock, engine, { intervalMs: 5 });
  const standing = async (id: string) =>
    (await world.timers(id)).map(({ timer_key, state }) => [timer_key.split('.')[2], state]);

  it('arms on entering, disarms on leaving', async () => {
    const id = await world.start();
    expect(await standing(id)).toEqual([['patience', 'armed']]);
    await world.approve(id);
    expect(await standing(id)).toEqual([['patience', 'cancelled']]);
  });

  it('re-arms when a state is entered again, and fires only the new one', async () => {
    const id = await world.start();
    world.clock.advance(30_000);
    const task = await world.openTask(id, 'approval');
    await world.engine.completeTask({ taskId: task.id, outcome: 'return', form: { reason: 'again' }, actor: BOSS });
    const [old, fresh] = await world.timers(id);
    expect([old?.state, fresh?.state]).toEqual(['cancelled', 'armed']);
    expect(fresh?.due_at.getTime()).toBe((old?.due_at.getTime() ?? 0) + 30_000);
    world.clock.advance(31_000);
    expect(await sweeper().sweep()).toBe(0);
    world.clock.advance(30_000);
    expect(await sweeper().sweep()).toBe(1);
  });

  it('fires by the sweeper alone, opens the task anew, counts the reminder and arms itself again', async () => {
    const id = await world.start();
    world.clock.advance(MINUTE);
    expect(await sweeper().sweep()).toBe(1);
    expect(await standing(id)).toEqual([
      ['patience', 'fired'],
      ['patience', 'armed'],
    ]);
    const tasks = await world.tasks(id);
    expect(tasks.map(({ state }) => state)).toEqual(['cancelled', 'created']);
    const history = await world.history(id);
    expect(history.at(-1)).toMatchObject({ kind: 'timerFired', actor_id: 'system' });
  });

  it('survives a restart: an engine that never saw the instance fires its timer', async () => {
    const id = await world.startSigning();
    for (const [slot, actor] of [
      ['A', SIGNER_A],
      ['B', SIGNER_B],
    ] as const) {
      const { id: taskId } = await world.openTask(id, 'signing', slot);
      await world.engine.completeTask({ taskId, outcome: 'sign', form: {}, actor });
    }
    const restarted = await world.addEngine();
    world.clock.advance(60 * MINUTE);
    await sweeper(restarted).sweep();
    expect((await world.instance(id))?.states).toEqual(['late']);
    world.clock.advance(60 * MINUTE);
    await sweeper(restarted).sweep();
    expect(await world.instance(id)).toMatchObject({ status: 'done', closed_as: 'withdrawn' });
  });

  it('fires once, although alarm, sweepers and engines race for it', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => world.start()));
    const second = await world.addEngine();
    world.clock.advance(MINUTE);
    const alarms = (await Promise.all(ids.map((id) => world.timers(id)))).flat();
    const fired = await Promise.all([
      sweeper().sweep(),
      sweeper(second).sweep(),
      ...alarms.map(async ({ id }) => Number(await second.fireTimer(id))),
    ]);
    expect(fired.reduce((sum, count) => sum + count, 0)).toBe(20);
    for (const id of ids) {
      expect((await world.history(id)).map(({ kind }) => kind)).toEqual(['started', 'timerFired']);
    }
  });

  it('does nothing for a timer that is not due, was disarmed or is unknown', async () => {
    const id = await world.start();
    const [timer] = await world.timers(id);
    expect(await world.engine.fireTimer(timer?.id ?? '')).toBe(false);
    await world.engine.sendPersonEvent({ instanceId: id, type: 'withdraw', form: {}, actor: BUYER });
    world.clock.advance(MINUTE);
    expect(await world.engine.fireTimer(timer?.id ?? '')).toBe(false);
    expect(await world.engine.fireTimer('0190a000-0000-7000-8000-000000000000')).toBe(false);
    expect(await world.history(id)).toHaveLength(2);
  });

  it('puts an alarm into the outbox only for a timer that is due soon', async () => {
    await world.startSigning();
    const messages = await world.sql.query<{ job: string }>('SELECT job FROM outbox_message');
    expect(messages).toEqual([{ job: 'engine.fire-timer' }]);
  });

  it('sweeps by itself until it is stopped', async () => {
    const id = await world.start();
    world.clock.advance(MINUTE);
    const running = sweeper();
    running.start();
    for (let waited = 0; waited < 200 && (await world.history(id)).length < 2; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await running.stop();
    expect((await world.history(id)).map(({ kind }) => kind)).toEqual(['started', 'timerFired']);
  });
});
