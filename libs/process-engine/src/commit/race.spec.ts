import { BOSS, BUYER, EngineUnderTest, SECOND_BOSS, SIGNER_A } from '../../test/engine-under-test';

const settled = async (promises: readonly Promise<unknown>[]) => {
  const results = await Promise.allSettled(promises);
  return {
    won: results.filter(({ status }) => status === 'fulfilled').length,
    codes: results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
    ),
  };
};

describe('events that race', () => {
  let world: EngineUnderTest;
  beforeAll(async () => {
    world = await EngineUnderTest.open();
    await world.addEngine();
  });
  afterAll(() => world.close());

  const other = () => world.engines[1] ?? world.engine;

  it('lets one of two completions win, in one engine and across two', async () => {
    for (let round = 0; round < 10; round += 1) {
      for (const second of [world.engine, other()]) {
        const id = await world.start();
        const { id: taskId } = await world.openTask(id, 'approval');
        const form = { amount: '1' };
        const { won, codes } = await settled([
          world.engine.completeTask({ taskId, outcome: 'approve', form, actor: BOSS }),
          second.completeTask({ taskId, outcome: 'approve', form, actor: SECOND_BOSS }),
        ]);
        expect(won).toBe(1);
        expect(codes).toEqual(['USER_TASK.NOT_OPEN']);
        expect(await world.history(id)).toHaveLength(2);
        expect(await world.tasks(id)).toHaveLength(3);
      }
    }
  });

  it('decides the later event on the state that the earlier one left', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await world.startSigning();
      const events = [
        world.engine.send({ instanceId: id, event: { type: 'signing.sign', slot: 'A' }, actor: SIGNER_A }),
        other().send({ instanceId: id, event: { type: 'signing.sign', slot: 'B' }, actor: SIGNER_A }),
      ];
      const { won } = await settled(events);
      expect(won).toBe(2);
      // Decided on the old state, neither would have seen the other's signature and both would have stayed.
      expect((await world.instance(id))?.states).toEqual(['delivery']);
      expect((await world.history(id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    }
  });

  it('gives the same client key one effect and the same answer, however often and wherever it is sent', async () => {
    const start = (engine = world.engine) =>
      engine.start({ definition: 'purchase-request', input: { buyer: 'x' }, actor: BUYER, clientKey: 'key-1' });
    const receipts = await Promise.all([start(), start(other()), start(), start(other()), start()]);
    receipts.push(await start(), await start(other()));
    expect(new Set(receipts.map(({ instanceId }) => instanceId)).size).toBe(1);
    expect(new Set(receipts.map(({ historyId }) => historyId)).size).toBe(1);
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    const [row] = await world.sql.query<{ count: string }>(`SELECT count(*) FROM process_instance WHERE id = $1`, [
      receipts[0]?.instanceId,
    ]);
    expect(row?.count).toBe('1');
  });

  it('answers a repeated completion as the first time, and refuses the key for anything else', async () => {
    const id = await world.start();
    const { id: taskId } = await world.openTask(id, 'approval');
    const request = { taskId, outcome: 'approve', form: { amount: '1' }, actor: BOSS, clientKey: `complete-${id}` };
    const first = await world.engine.completeTask(request);
    const again = await other().completeTask(request);
    expect(again).toEqual({ ...first, repeated: true });
    await expect(world.engine.completeTask({ ...request, form: { amount: '2' } })).rejects.toMatchObject({
      code: 'COMMAND.CLIENT_KEY_REUSED',
      status: 422,
    });
  });

  it('does not keep a key whose command was refused', async () => {
    const id = await world.start();
    const { id: taskId } = await world.openTask(id, 'approval');
    const request = { taskId, outcome: 'approve', actor: BOSS, clientKey: `refused-${id}` };
    await expect(world.engine.completeTask({ ...request, form: {} })).rejects.toMatchObject({ code: 'FORM.INVALID' });
    const receipt = await world.engine.completeTask({ ...request, form: { amount: '1' } });
    expect(receipt.repeated).toBe(false);
  });

  it('gathers hundreds of commands into few commits and loses none', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, () => world.start()));
    await Promise.all(ids.map((id) => world.approve(id)));
    const [row] = await world.sql.query<{ count: string; revs: string }>(
      `SELECT count(*), sum(rev) AS revs FROM process_instance WHERE id = ANY($1::uuid[]) AND states = '{signing}'`,
      [ids],
    );
    expect(row).toEqual({ count: '200', revs: '400' });
  });

  it('lets a poisonous event fail alone in its batch', async () => {
    const [poisoned, healthy] = [await world.start(), await world.start()];
    const poison = world.engine.send({ instanceId: poisoned, event: { type: 'explode' }, actor: BUYER });
    const fine = world.approve(healthy);
    await expect(poison).rejects.toThrow('a guard that throws');
    await fine;
    expect((await world.instance(healthy))?.states).toEqual(['signing']);
    expect((await world.instance(poisoned))?.rev).toBe(1);
  });

  it('lets a row that the database refuses fail alone in its batch', async () => {
    const taken = await world.start();
    const doubled = world.engine.start({
      definition: 'purchase-request',
      id: taken,
      input: { buyer: 'x' },
      actor: BUYER,
    });
    const fine = Promise.all([world.start(), world.start()]);
    await expect(doubled).rejects.toMatchObject({ code: 'PROCESS.ALREADY_STARTED' });
    expect(await fine).toHaveLength(2);
  });
});
