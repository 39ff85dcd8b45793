import { type ProcessDefinition, Rejection, SYSTEM_ACTOR } from '@landfall/process-definition';
import { applicationV1, applicationV2, meetingQueue, QUEUED_JOB } from '../../test/application.definitions';
import { crash } from '../../test/crash';
import { EngineUnderTest } from '../../test/engine-under-test';
import { candidate, of } from '../../test/patterns/pattern-world';
import type { CommitStep } from '../commit/group-commit';
import { engineJobs } from '../engine-jobs';
import type { ProcessEngine } from '../process-engine';
import { MIGRATE_JOB } from './instance-migrations';

const BOTH = [applicationV1, applicationV2];
const DAY = 86_400_000;

describe('bringing instances over to a later version', () => {
  let world: EngineUnderTest;
  beforeEach(async () => {
    world = await EngineUnderTest.open({ definitions: [applicationV1], commandHandlers: [meetingQueue] });
  });
  afterEach(() => world.close());

  const laterProgram = (definitions: readonly ProcessDefinition[] = BOTH) =>
    world.addEngine({ commandHandlers: [meetingQueue] }, definitions);
  const start = async (): Promise<string> =>
    (await world.engine.start({ definition: 'application', input: { of: 'A' }, actor: of('starter') })).instanceId;
  const finish = async (id: string, key: string, engine = world.engine, account?: string) => {
    const task = await world.openTask(id, key);
    const actor = of(`${key}.clerk`, account ?? task.assignee ?? undefined);
    return engine.completeTask({ taskId: task.id, outcome: 'done', form: {}, actor });
  };
  const claim = async (id: string, key: string, account: string) => {
    const { id: taskId } = await world.openTask(id, key);
    await world.engine.claimTask({ taskId, actor: of(`${key}.clerk`, account) });
    return world.openTask(id, key);
  };
  const signal = (id: string, type: string, engine = world.engine) =>
    engine.send({ instanceId: id, event: { type }, actor: SYSTEM_ACTOR });
  const rows = (id: string) =>
    world.sql.query<{ task_key: string; state: string; definition_version: number; assignee: string | null }>(
      `SELECT task_key, state, definition_version, assignee FROM user_task WHERE instance_id = $1 ORDER BY created_at, id`,
      [id],
    );
  const stored = async (id: string) => {
    const [row] = await world.sql.query<{ version: number; states: string[]; rev: number; facts: object }>(
      `SELECT definition_version AS version, states, rev, snapshot -> 'context' -> 'facts' AS facts
       FROM process_instance WHERE id = $1`,
      [id],
    );
    return row;
  };
  const queued = async () =>
    (
      await world.sql.query<{ payload: { instanceId: string } }>(
        'SELECT payload FROM outbox_message WHERE job = $1 ORDER BY id',
        [QUEUED_JOB],
      )
    ).map(({ payload }) => payload);
  const codeOf = (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => 'done',
      (error) => (error instanceof Rejection ? error.code : String(error)),
    );

  it('keeps a state that both have, with its task, handler, deadline and timer, and goes on by the new version', async () => {
    const id = await start();
    const before = await claim(id, 'file', 'li');
    const timers = await world.timers(id);
    world.clock.advance(DAY);
    const engine = await laterProgram();
    expect(await engine.migrate(id)).toMatchObject({ rev: 3, states: ['open.file'], openTasks: [before.id] });
    expect(await world.openTask(id, 'file')).toEqual({ ...before, definition_version: 2 });
    expect(await world.timers(id)).toEqual(timers);
    expect(await stored(id)).toMatchObject({ version: 2, rev: 3, facts: { of: 'A', register: 'R1' } });
    expect((await world.history(id)).at(-1)).toMatchObject({
      seq: 3,
      kind: 'migrated',
      event: 'migrated',
      payload: { from: 1, to: 2 },
      from_states: ['open.file'],
      to_states: ['open.file'],
      actor_id: 'system',
      commands: [],
    });
    expect((await finish(id, 'file', engine)).states).toEqual(['open.meeting.queue']);
    expect(await queued()).toEqual([{ instanceId: id, register: 'R1' }]);
  });

  it('ends what is replaced and enters what replaces it, saying what the entries say', async () => {
    const id = await start();
    await finish(id, 'file');
    await claim(id, 'review', 'wang');
    const engine = await laterProgram();
    expect((await engine.migrate(id)).states).toEqual(['open.meeting.queue']);
    expect(await rows(id)).toEqual([
      { task_key: 'file', state: 'completed', definition_version: 1, assignee: 'file.clerk' },
      { task_key: 'review', state: 'cancelled', definition_version: 1, assignee: 'wang' },
      { task_key: 'agenda', state: 'created', definition_version: 2, assignee: null },
    ]);
    expect((await world.timers(id)).map(({ timer_key, state }) => [timer_key, state])).toEqual([
      ['xstate.after.patience.application.open.file', 'cancelled'],
      ['xstate.after.patience.application.open.review', 'cancelled'],
      ['xstate.after.patience.application.open.meeting.queue', 'armed'],
    ]);
    expect(await queued()).toEqual([{ instanceId: id, register: 'R1' }]);
    expect((await world.history(id)).at(-1)?.commands.map(({ type }) => type)).toEqual([
      ...['cancelUserTask', 'cancelTimer', 'openUserTask', 'giveNumber', 'startTimer'],
    ]);
    expect((await finish(id, 'agenda', engine)).states).toEqual(['open.both.left.asked', 'open.both.right.askedAnew']);
  });

  it('replaces one parallel region and leaves the other alone', async () => {
    const id = await start();
    await finish(id, 'file');
    await finish(id, 'review');
    const left = await claim(id, 'left', 'zhao');
    const engine = await laterProgram();
    expect((await engine.migrate(id)).states).toEqual(['open.both.left.asked', 'open.both.right.askedAnew']);
    expect(await world.openTask(id, 'left')).toEqual({ ...left, definition_version: 2 });
    expect((await rows(id)).slice(-2).map(({ task_key, state }) => [task_key, state])).toEqual([
      ['right', 'cancelled'],
      ['rightAnew', 'created'],
    ]);
    await finish(id, 'left', engine);
    expect((await finish(id, 'rightAnew', engine)).states).toEqual(['open.rests']);
  });

  it('keeps a region that has ended', async () => {
    const id = await start();
    for (const key of ['file', 'review', 'left']) await finish(id, key);
    const engine = await laterProgram();
    expect((await engine.migrate(id)).states).toEqual(['open.both.left.answered', 'open.both.right.askedAnew']);
    expect((await finish(id, 'rightAnew', engine)).states).toEqual(['open.rests']);
  });

  describe('what stands still', () => {
    it('goes on as it was where the state is kept, with its handler and the rest of its time', async () => {
      const id = await start();
      const before = await claim(id, 'file', 'li');
      await signal(id, 'suspend');
      const engine = await laterProgram();
      expect((await engine.migrate(id)).states).toEqual(['held']);
      // The new version limits the wait, so the limit begins now.
      expect((await world.timers(id)).map(({ timer_key, state }) => [timer_key, state])).toEqual([
        ['xstate.after.patience.application.open.file', 'suspended'],
        ['xstate.after.patience.application.held', 'armed'],
      ]);
      await finish(id, 'reason', engine);
      expect(await stored(id)).toMatchObject({ version: 2, states: ['open.file'] });
      const after = await world.openTask(id, 'file');
      expect([after.id, after.state, after.assignee]).toEqual([before.id, 'claimed', 'li']);
      expect((await world.timers(id)).map(({ state }) => state)).toEqual(['armed', 'cancelled']);
    });

    it('goes on in what replaces it where the state is gone; what was put aside of it ends', async () => {
      const id = await start();
      await finish(id, 'file');
      await claim(id, 'review', 'wang');
      await signal(id, 'suspend');
      const engine = await laterProgram();
      expect((await engine.migrate(id)).states).toEqual(['held']);
      expect((await rows(id)).find(({ task_key }) => task_key === 'review')).toMatchObject({ state: 'cancelled' });
      expect((await world.timers(id)).find(({ timer_key }) => timer_key.endsWith('review'))?.state).toBe('cancelled');
      expect(await queued()).toEqual([]);
      expect((await finish(id, 'reason', engine)).states).toEqual(['open.meeting.queue']);
      expect(await queued()).toEqual([{ instanceId: id, register: 'R1' }]);
      expect((await world.openTask(id, 'agenda')).state).toBe('created');
    });

    it('comes back from a return to what replaces the step that returned it', async () => {
      const id = await start();
      await finish(id, 'file', world.engine, 'li');
      const { id: taskId } = await claim(id, 'review', 'wang');
      const operation = { kind: 'return', to: { kind: 'previous' }, afterwards: 'jumpBack', reason: 'again' } as const;
      await world.engine.performOnTask({ taskId, operation, actor: of('review.clerk', 'wang') });
      const engine = await laterProgram();
      expect((await engine.migrate(id)).states).toEqual(['open.file']);
      expect((await rows(id)).map(({ task_key, state }) => [task_key, state])).toEqual([
        ['file', 'completed'],
        ['review', 'cancelled'],
        ['file', 'claimed'],
      ]);
      expect((await finish(id, 'file', engine)).states).toEqual(['open.meeting.queue']);
      expect(await queued()).toHaveLength(1);
    });
  });

  it('lets a step of before be gone back to, and nothing be taken back', async () => {
    const id = await start();
    await finish(id, 'file', world.engine, 'li');
    const [filed] = await world.tasks(id);
    const engine = await laterProgram();
    await engine.migrate(id);
    const withdraw = { kind: 'withdraw', reason: 'mine' } as const;
    const li = of('file.clerk', 'li');
    expect(await codeOf(engine.performOnTask({ taskId: filed?.id ?? '', operation: withdraw, actor: li }))).toBe(
      'USER_TASK.NOT_WITHDRAWABLE',
    );
    const { id: taskId } = await world.openTask(id, 'agenda');
    const operation = { kind: 'return', to: { kind: 'previous' }, afterwards: 'inOrder', reason: 'again' } as const;
    const back = await engine.performOnTask({ taskId, operation, actor: of('agenda.clerk') });
    expect(back.states).toEqual(['open.file']);
    expect(await world.openTask(id, 'file')).toMatchObject({ assignee: candidate(li).accountId });
  });

  it('is done once, however often it is asked for', async () => {
    const id = await start();
    await finish(id, 'file');
    const engine = await laterProgram();
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(engine.migrate(id))));
    expect(codes.sort()).toEqual(['PROCESS.NOTHING_TO_MIGRATE', 'PROCESS.NOTHING_TO_MIGRATE', 'done']);
    expect(await engine.migrateAll()).toEqual({ migrated: 0, refused: [] });
    expect((await world.history(id)).filter(({ kind }) => kind === 'migrated')).toHaveLength(1);
    expect(await queued()).toHaveLength(1);
  });

  it('refuses who has ended, who is not there and who has no way', async () => {
    const id = await start();
    for (const key of ['file', 'review', 'left', 'right']) await finish(id, key);
    await signal(id, 'go');
    const engine = await laterProgram();
    expect(await codeOf(engine.migrate(id))).toBe('PROCESS.ENDED');
    expect(await codeOf(engine.migrate('0190a000-0000-7000-8000-000000000000'))).toBe('PROCESS.NOT_FOUND');
    expect(await codeOf(world.engine.migrate(await start()))).toBe('PROCESS.NOTHING_TO_MIGRATE');
    expect(await stored(id)).toMatchObject({ version: 1, states: ['end'] });
  });

  it('races with answers: each is taken before or after, in one version or the other, and nothing is lost', async () => {
    const ids = await Promise.all(Array.from({ length: 24 }, start));
    const [one, other] = [await laterProgram(), await laterProgram()];
    const tasks = await Promise.all(ids.map((id) => world.openTask(id, 'file')));
    const answer = (engine: ProcessEngine, taskId = '') =>
      engine.completeTask({ taskId, outcome: 'done', form: {}, actor: of('file.clerk', 'li') });
    await Promise.all(
      ids.flatMap((id, index) => {
        const moves = [() => one.migrate(id), () => answer(other, tasks[index]?.id), () => other.migrate(id)];
        return (index % 2 ? moves : moves.reverse()).map((move) => codeOf(move()));
      }),
    );
    for (const id of ids) {
      expect(await stored(id)).toMatchObject({ version: 2, rev: 3, states: ['open.meeting.queue'] });
      const open = (await rows(id)).filter(({ state }) => state === 'created');
      expect(open).toMatchObject([{ task_key: 'agenda', definition_version: 2 }]);
    }
    expect(await queued()).toHaveLength(ids.length);
  });

  describe('all of them', () => {
    const jobs = () => world.sql.query('SELECT FROM outbox_message WHERE job = $1', [MIGRATE_JOB]);

    it('come over by a job that is asked for at boot, once, and not when there is nothing to do', async () => {
      await laterProgram();
      expect(await jobs()).toHaveLength(0);
      const ids = await Promise.all(Array.from({ length: 70 }, start));
      const engine = await laterProgram();
      await laterProgram();
      expect(await jobs()).toHaveLength(1);
      await engineJobs(engine)[MIGRATE_JOB]?.({}, { id: 'job' });
      expect((await Promise.all(ids.map(stored))).every((row) => row?.version === 2)).toBe(true);
    });

    it.each<[CommitStep, number]>([
      ['written', 0],
      ['committed', 4],
    ])(
      'go on where a process was killed: at step %s of its first commit %d have come over',
      async (dieAt, moved) => {
        const ids = await Promise.all(Array.from({ length: 10 }, start));
        for (const id of ids) await finish(id, 'file');
        const order = { databaseUrl: world.database.url, dieAt, work: { kind: 'migrate' as const } };
        expect(await crash(order)).toEqual({ signal: 'SIGKILL', answered: false });
        const versions = async () => (await Promise.all(ids.map(stored))).map((row) => row?.version);
        expect((await versions()).filter((version) => version === 2)).toHaveLength(moved);
        expect(await queued()).toHaveLength(moved);
        expect(await jobs()).toHaveLength(1);
        const engine = await laterProgram();
        expect(await engine.migrateAll()).toEqual({ migrated: ids.length - moved, refused: [] });
        expect((await versions()).every((version) => version === 2)).toBe(true);
        expect(new Set((await queued()).map(({ instanceId }) => instanceId))).toEqual(new Set(ids));
        expect(await queued()).toHaveLength(ids.length);
        for (const id of ids) {
          expect((await world.history(id)).map(({ kind }) => kind)).toEqual(['started', 'event', 'migrated']);
        }
      },
      60_000,
    );

    it('are brought over although one cannot be, which is told', async () => {
      const ids = await Promise.all(Array.from({ length: 5 }, start));
      const engine = await laterProgram();
      const broken = ids[2] ?? '';
      await world.sql.query(
        `UPDATE process_instance SET rev = rev + 1, snapshot = jsonb_set(snapshot, '{value}', '"gone"') WHERE id = $1`,
        [broken],
      );
      await expect(engine.migrateAll()).rejects.toThrow(`1 instances could not be brought over`);
      const versions = await Promise.all(ids.map(async (id) => (await stored(id))?.version));
      expect(versions).toEqual(ids.map((id) => (id === broken ? 1 : 2)));
    });
  });

  it('stops the boot where the context function fails on what is remembered, and names the instance', async () => {
    const id = await start();
    const [way] = applicationV2.migratesFrom ?? [];
    const failing: ProcessDefinition = {
      ...applicationV2,
      migratesFrom: way ? [{ ...way, context: (old) => ({ length: (old.items as string[]).length }) }] : [],
    };
    await expect(laterProgram([applicationV1, failing])).rejects.toThrow(
      `Process 'application' version 2 cannot make its context of that of version 1, as in instance ${id}`,
    );
    expect(await stored(id)).toMatchObject({ version: 1 });
  });
});
