import { BOSS, BUYER, EngineUnderTest, person, SECOND_BOSS, SIGNER_A, SIGNER_B } from '../test/engine-under-test';
import { InstanceReader } from './instance-reader';

describe('the process engine on PostgreSQL', () => {
  let world: EngineUnderTest;
  beforeAll(async () => {
    world = await EngineUnderTest.open();
  });
  afterAll(() => world.close());

  it('runs a process from start to end and writes every step with all its rows', async () => {
    const id = await world.start();
    const approval = await world.openTask(id, 'approval');
    await world.engine.claimTask({ taskId: approval.id, actor: BOSS });
    await world.engine.completeTask({ taskId: approval.id, outcome: 'approve', form: { amount: '10.5' }, actor: BOSS });
    const [a, b] = [await world.openTask(id, 'signing', 'A'), await world.openTask(id, 'signing', 'B')];
    await world.engine.completeTask({ taskId: a.id, outcome: 'sign', form: {}, actor: SIGNER_A });
    await world.engine.completeTask({ taskId: b.id, outcome: 'sign', form: {}, actor: SIGNER_B });
    const receipt = await world.engine.send({ instanceId: id, event: { type: 'delivered' }, actor: BUYER });

    expect(receipt).toMatchObject({ status: 'done', states: ['done'], rev: 6 });
    expect(await world.instance(id)).toMatchObject({ status: 'done', closed_as: 'achieved', stage: 'deliver', rev: 6 });
    expect(
      (await world.tasks(id)).map(({ task_key, slot, state, outcome }) => [task_key, slot, state, outcome]),
    ).toEqual([
      ['approval', '', 'completed', 'approve'],
      ['signing', 'A', 'completed', 'sign'],
      ['signing', 'B', 'completed', 'sign'],
    ]);
    const history = await world.history(id);
    expect(history.map(({ seq, kind, event }) => [seq, kind, event])).toEqual([
      [1, 'started', 'started'],
      [2, 'taskClaimed', 'approval'],
      [3, 'event', 'approval.approve'],
      [4, 'event', 'signing.sign'],
      [5, 'event', 'signing.sign'],
      [6, 'event', 'delivered'],
    ]);
    expect(history[2]).toMatchObject({
      from_states: ['approval'],
      to_states: ['signing'],
      actor_id: 'boss.head',
      payload: { outcome: 'approve', form: { amount: '10.5' } },
    });
    expect(history[2]?.commands.map(({ type }) => type)).toContain('openUserTask');
    expect((await world.timers(id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });

  it('shows of an instance one step, also where the next one comes between two statements', async () => {
    const id = await world.start();
    const reader = new InstanceReader(world.sql, world.engine.definitions);
    let reads = 0;
    const read = async () => {
      const [instance, view] = [await world.instance(id), await reader.view(id, BOSS)];
      reads += 1;
      if (reads === 1) await world.engine.sendPersonEvent({ instanceId: id, type: 'withdraw', form: {}, actor: BUYER });
      return { rev: instance?.rev, states: view?.states };
    };
    expect(await reader.ofOneStep(id, read)).toEqual({ rev: 2, states: ['withdrawn'] });
    expect(reads).toBe(2);
  });

  it('keeps history append-only in the database itself', async () => {
    const id = await world.start();
    await expect(
      world.sql.query('UPDATE process_history SET event = $1 WHERE instance_id = $2', ['x', id]),
    ).rejects.toThrow('append-only');
    await expect(world.sql.query('DELETE FROM process_history WHERE instance_id = $1', [id])).rejects.toThrow(
      'append-only',
    );
  });

  it('cancels the task of a state that is left', async () => {
    const id = await world.start();
    await world.engine.sendPersonEvent({ instanceId: id, type: 'withdraw', form: {}, actor: BUYER });
    expect((await world.tasks(id)).map(({ state }) => state)).toEqual(['cancelled']);
    expect(await world.instance(id)).toMatchObject({ status: 'done', closed_as: 'withdrawn' });
  });

  it('refuses an event that the state does not take and leaves nothing behind', async () => {
    const id = await world.start();
    const before = await world.instance(id);
    await expect(
      world.engine.send({ instanceId: id, event: { type: 'delivered' }, actor: BUYER }),
    ).rejects.toMatchObject({ code: 'PROCESS.EVENT_NOT_ACCEPTED', status: 409 });
    expect(await world.instance(id)).toEqual(before);
    expect(await world.history(id)).toHaveLength(1);
  });

  it('refuses every event after the end', async () => {
    const id = await world.start();
    await world.engine.sendPersonEvent({ instanceId: id, type: 'withdraw', form: {}, actor: BUYER });
    await expect(
      world.engine.send({ instanceId: id, event: { type: 'withdraw' }, actor: BUYER }),
    ).rejects.toMatchObject({ code: 'PROCESS.ENDED' });
  });

  it.each([
    ['an unknown field', { amount: '1', extra: 1 }, 'extra', 'FORM.UNKNOWN_FIELD'],
    ['a missing field', {}, 'amount', 'FORM.REQUIRED'],
    ['a wrong type', { amount: 5 }, 'amount', 'FORM.TYPE'],
    ['an amount of nothing', { amount: '0' }, 'amount', 'FORM.FORMAT'],
    ['a negative amount', { amount: '-3' }, 'amount', 'FORM.FORMAT'],
    ['a field of another outcome', { amount: '1', reason: 'because' }, 'reason', 'FORM.UNKNOWN_FIELD'],
  ])('refuses a form with %s and names the field', async (_what, form, path, code) => {
    const id = await world.start();
    const task = await world.openTask(id, 'approval');
    await expect(
      world.engine.completeTask({ taskId: task.id, outcome: 'approve', form, actor: BOSS }),
    ).rejects.toMatchObject({ code: 'FORM.INVALID', status: 422, problems: [expect.objectContaining({ path, code })] });
    expect((await world.openTask(id, 'approval')).state).toBe('created');
  });

  it('lets only candidates claim and only the claimer complete', async () => {
    const id = await world.start();
    const { id: taskId } = await world.openTask(id, 'approval');
    const form = { amount: '1' };
    await expect(world.engine.claimTask({ taskId, actor: SIGNER_A })).rejects.toMatchObject({
      code: 'USER_TASK.NOT_CANDIDATE',
    });
    await world.engine.claimTask({ taskId, actor: BOSS });
    await expect(world.engine.claimTask({ taskId, actor: SECOND_BOSS })).rejects.toMatchObject({
      code: 'USER_TASK.ALREADY_CLAIMED',
      message: "Expected to claim user task 'approval', but it is claimed by 'boss.head'",
    });
    await expect(
      world.engine.completeTask({ taskId, outcome: 'approve', form, actor: SECOND_BOSS }),
    ).rejects.toMatchObject({ code: 'USER_TASK.ALREADY_CLAIMED' });
    await expect(world.engine.unclaimTask({ taskId, actor: SECOND_BOSS })).rejects.toMatchObject({ status: 409 });
    await world.engine.unclaimTask({ taskId, actor: BOSS });
    await world.engine.completeTask({ taskId, outcome: 'approve', form, actor: SECOND_BOSS });
    expect((await world.instance(id))?.states).toEqual(['signing']);
  });

  it('lets a head assign within the group, and nobody else', async () => {
    const id = await world.start();
    const { id: taskId } = await world.openTask(id, 'approval');
    const chief = person('boss.chief', 'boss.chief');
    const assignee = { accountId: SECOND_BOSS.accountId, name: SECOND_BOSS.name, groups: SECOND_BOSS.groups };
    await expect(world.engine.assignTask({ taskId, assignee, actor: BOSS })).rejects.toMatchObject({
      code: 'USER_TASK.ASSIGN_NOT_ALLOWED',
    });
    await expect(
      world.engine.assignTask({ taskId, assignee: { accountId: 'x', name: 'x', groups: ['a.signer'] }, actor: chief }),
    ).rejects.toMatchObject({ code: 'USER_TASK.ASSIGNEE_NOT_CANDIDATE' });
    await world.engine.assignTask({ taskId, assignee, actor: chief });
    expect(await world.openTask(id, 'approval')).toMatchObject({ state: 'claimed', assignee: 'boss.deputy' });
  });

  it('offers instance events only to those the definition allows', async () => {
    const id = await world.start();
    const withdraw = { instanceId: id, type: 'withdraw', form: {} };
    await expect(world.engine.sendPersonEvent({ ...withdraw, actor: BOSS })).rejects.toMatchObject({
      code: 'PROCESS.EVENT_NOT_ALLOWED',
      status: 403,
    });
    await expect(world.engine.sendPersonEvent({ ...withdraw, type: 'delivered', actor: BUYER })).rejects.toMatchObject({
      code: 'PROCESS.UNKNOWN_EVENT',
    });
  });

  it('opens a deadline at 17:30 of the last day in Asia/Shanghai and keeps its arithmetic', async () => {
    const id = await world.start();
    const [task] = await world.sql.query<{ due_at: Date; deadline: unknown }>(
      'SELECT due_at, deadline FROM user_task WHERE instance_id = $1',
      [id],
    );
    expect(task?.due_at.toISOString()).toBe('2026-03-05T09:30:00.000Z');
    expect(task?.deadline).toMatchObject({ amount: 3, unit: 'day', source: 'test', calendar: { version: 1 } });
  });

  it('answers what is not there with a sentence', async () => {
    const missing = '0190a000-0000-7000-8000-000000000000';
    await expect(world.engine.send({ instanceId: missing, event: { type: 'x' }, actor: BOSS })).rejects.toMatchObject({
      code: 'PROCESS.NOT_FOUND',
    });
    await expect(world.engine.claimTask({ taskId: missing, actor: BOSS })).rejects.toMatchObject({
      code: 'USER_TASK.NOT_FOUND',
    });
  });

  it('says that a task was completed before', async () => {
    const id = await world.start();
    const { id: taskId } = await world.openTask(id, 'approval');
    const request = { taskId, outcome: 'approve', form: { amount: '1' }, actor: BOSS };
    await world.engine.completeTask(request);
    await expect(world.engine.completeTask(request)).rejects.toMatchObject({ code: 'USER_TASK.NOT_OPEN', status: 409 });
  });

  it('restores what another engine wrote, and what it wrote itself after a restart', async () => {
    const id = await world.startSigning();
    const restarted = await world.addEngine();
    const { id: taskId } = await world.openTask(id, 'signing', 'A');
    await restarted.completeTask({ taskId, outcome: 'sign', form: {}, actor: SIGNER_A });
    const other = await world.openTask(id, 'signing', 'B');
    // The first engine still holds the snapshot from before; the locked row's revision tells it so.
    const receipt = await world.engine.completeTask({ taskId: other.id, outcome: 'sign', form: {}, actor: SIGNER_B });
    expect(receipt.states).toEqual(['delivery']);
  });
});
