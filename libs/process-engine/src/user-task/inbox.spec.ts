import { BOSS, EngineUnderTest, SIGNER_A } from '../../test/engine-under-test';
import { Inbox, type InboxPage } from './inbox';

describe('the inbox', () => {
  let world: EngineUnderTest;
  let inbox: Inbox;
  let ids: string[];
  beforeAll(async () => {
    world = await EngineUnderTest.open();
    inbox = new Inbox(world.sql, world.engine.definitions);
    ids = [];
    for (let index = 0; index < 7; index += 1) {
      ids.push(await world.start());
      if (index % 3 === 2) world.clock.advance(86_400_000);
    }
  });
  afterAll(() => world.close());

  const pages = async (read: (cursor?: string) => Promise<InboxPage>): Promise<string[][]> => {
    const seen: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await read(cursor);
      seen.push(page.tasks.map(({ instanceId }) => instanceId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return seen;
  };

  it('pages through what a group may claim, most urgent first, each task once', async () => {
    const seen = await pages((cursor) => inbox.group(['boss.head', 'a.signer'], { limit: 3, cursor }));
    expect(seen.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(seen.flat().sort()).toEqual([...ids].sort());
    const dueTimes = (await inbox.group(['boss.head'], { limit: 50 })).tasks.map(({ dueAt }) => dueAt.getTime());
    expect(dueTimes).toEqual([...dueTimes].sort((a, b) => a - b));
  });

  it('shows nothing of other groups', async () => {
    expect((await inbox.group(['b.signer'], { limit: 10 })).tasks).toEqual([]);
    expect((await inbox.group([], { limit: 10 })).tasks).toEqual([]);
  });

  it('moves a task from the group to its claimer and, once completed, to what is done', async () => {
    const id = ids[0] ?? '';
    const { id: taskId } = await world.openTask(id, 'approval');
    await world.engine.claimTask({ taskId, actor: BOSS });
    expect((await inbox.todo(['boss.head'], { limit: 10 })).tasks.map((task) => task.id)).toEqual([taskId]);
    expect(await inbox.counts(['boss.head'], ['boss.head'], world.clock.now())).toMatchObject({ todo: 1, group: 6 });
    await world.engine.completeTask({ taskId, outcome: 'approve', form: { amount: '1' }, actor: BOSS });
    expect(await inbox.counts(['boss.head'], ['boss.head'], world.clock.now())).toMatchObject({ todo: 0, group: 6 });
    expect((await inbox.done('boss.head', { limit: 10 })).tasks).toMatchObject([{ id: taskId, outcome: 'approve' }]);
    expect((await inbox.group(SIGNER_A.groups, { limit: 10 })).tasks).toMatchObject([
      { taskKey: 'signing', slot: 'A', title: { zh: '会签采购', en: 'Sign purchase' }, stage: 'decide' },
    ]);
    expect(await inbox.task(taskId)).toMatchObject({ state: 'completed', form: { amount: '1' } });
  });

  it('finds only tasks of the instances it is asked for', async () => {
    const wanted = ids[3] ?? '';
    const page = await inbox.group(['boss.head'], { limit: 10, instanceIds: [wanted] });
    expect(page.tasks.map(({ instanceId }) => instanceId)).toEqual([wanted]);
  });

  it('shows an escalated task to the further group too, and once to somebody in both', async () => {
    const { id: taskId } = await world.openTask(ids[1] ?? '', 'approval');
    await world.sql.query(`UPDATE user_task SET escalated_to = 'office.staff' WHERE id = $1`, [taskId]);
    expect((await inbox.group(['office.staff'], { limit: 10 })).tasks.map(({ id }) => id)).toEqual([taskId]);
    const both = (await inbox.group(['office.staff', 'boss.head'], { limit: 50 })).tasks.map(({ id }) => id);
    expect(both.filter((id) => id === taskId)).toHaveLength(1);
    expect(await inbox.counts(['x'], ['office.staff', 'boss.head'], world.clock.now())).toMatchObject({
      todo: 0,
      group: 6,
    });
  });

  it('refuses a cursor that no page gave', async () => {
    await expect(inbox.todo(['x'], { limit: 1, cursor: 'nonsense' })).rejects.toMatchObject({
      code: 'PAGE.CURSOR_INVALID',
    });
  });
});
