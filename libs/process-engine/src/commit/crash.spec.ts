import { crash } from '../../test/crash';
import { BOSS, EngineUnderTest } from '../../test/engine-under-test';
import type { CommitStep } from './group-commit';

describe('a process that is killed inside a commit', () => {
  let world: EngineUnderTest;
  beforeAll(async () => {
    world = await EngineUnderTest.open();
  });
  afterAll(() => world.close());

  it.each<[CommitStep, 'nothing' | 'everything']>([
    ['begun', 'nothing'],
    ['loaded', 'nothing'],
    ['decided', 'nothing'],
    ['written', 'nothing'],
    ['committed', 'everything'],
  ])(
    'at step %s leaves %s behind, and asking again has exactly one effect',
    async (dieAt, left) => {
      const id = await world.start();
      const { id: taskId } = await world.openTask(id, 'approval');
      const clientKey = `crash-${dieAt}`;
      const work = { kind: 'complete' as const, taskId, clientKey };
      const { signal, answered } = await crash({ databaseUrl: world.database.url, dieAt, work });
      expect({ signal, answered }).toEqual({ signal: 'SIGKILL', answered: false });

      const changed = left === 'everything';
      expect(await world.history(id)).toHaveLength(changed ? 2 : 1);
      expect((await world.tasks(id)).map(({ state }) => state)).toEqual(
        changed ? ['completed', 'created', 'created'] : ['created'],
      );
      expect((await world.instance(id))?.rev).toBe(changed ? 2 : 1);

      const receipt = await world.engine.completeTask({
        taskId,
        outcome: 'approve',
        form: { amount: '1' },
        actor: BOSS,
        clientKey,
      });
      expect(receipt).toMatchObject({ rev: 2, states: ['signing'], repeated: changed });
      expect(await world.history(id)).toHaveLength(2);
      expect(await world.tasks(id)).toHaveLength(3);
    },
    60_000,
  );

  it.each<CommitStep>(['begun', 'loaded', 'decided', 'written', 'committed'])(
    'at step %s of a timer that fires, the reminder comes once in the end',
    async (dieAt) => {
      const id = await world.start();
      const [timer] = await world.timers(id);
      const work = { kind: 'fire' as const, timerId: timer?.id ?? '' };
      const { signal } = await crash({ databaseUrl: world.database.url, dieAt, work });
      expect(signal).toBe('SIGKILL');
      world.clock.set(new Date((timer?.due_at.getTime() ?? 0) + 1_000));
      await world.engine.fireTimer(timer?.id ?? '');
      await world.engine.fireTimer(timer?.id ?? '');
      const fired = (await world.history(id)).filter(({ kind }) => kind === 'timerFired');
      expect(fired).toHaveLength(1);
      expect(fired[0]?.commands.filter(({ type }) => type === 'remindUserTask')).toHaveLength(1);
      expect((await world.timers(id)).map(({ state }) => state)).toEqual(['fired', 'armed']);
    },
    60_000,
  );

  it('is told apart from a lost connection: the answer is an error, and asking again is safe', async () => {
    let kill = true;
    const engine = await world.addEngine({
      onCommitStep: async (step) => {
        if (step !== 'written' || !kill) return;
        kill = false;
        await world.sql.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND state = 'idle in transaction' AND pid <> pg_backend_pid()`,
        );
      },
    });
    const id = await world.start();
    const { id: taskId } = await world.openTask(id, 'approval');
    const request = { taskId, outcome: 'approve', form: { amount: '1' }, actor: BOSS, clientKey: 'lost' };
    await expect(engine.completeTask(request)).rejects.toThrow();
    expect(await world.history(id)).toHaveLength(1);
    expect(await engine.completeTask(request)).toMatchObject({ rev: 2, repeated: false });
  });
});
