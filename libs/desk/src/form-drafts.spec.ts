import { type Desk, openDesk } from '../test/open-desk';
import { FormDrafts } from './form-drafts';

describe('drafts of forms', () => {
  let desk: Desk;
  let drafts: FormDrafts;

  beforeEach(async () => {
    desk = await openDesk();
    drafts = new FormDrafts(desk.db, desk.clock);
  });
  afterEach(() => desk.close());

  const end = (task: string, state = 'completed') =>
    desk.db.query('UPDATE user_task SET state = $2 WHERE id = $1', [task, state]);

  it('are one per person and task: what is saved last stays', async () => {
    const task = await desk.addTask();
    await drafts.save(desk.mine, task, { opinion: '同', amount: null, of: { nested: [1, '二'] } });
    desk.clock.advance(60_000);
    const saved = await drafts.save(desk.mine, task, { opinion: '同意' });
    expect(saved).toEqual({ taskId: task, form: { opinion: '同意' }, updatedAt: desk.clock.now() });
    expect(await drafts.find(desk.mine, task)).toEqual(saved);
    expect(await drafts.find(desk.other, task)).toBeUndefined();
    await drafts.save(desk.other, task, {});
    expect((await drafts.find(desk.mine, task))?.form).toEqual({ opinion: '同意' });
  });

  it('are listed last changed first, and thrown away by hand', async () => {
    const [first, second] = [await desk.addTask(), await desk.addTask('claimed')];
    await drafts.save(desk.mine, first, {});
    desk.clock.advance(1000);
    await drafts.save(desk.mine, second, {});
    expect((await drafts.list(desk.mine)).map(({ taskId }) => taskId)).toEqual([second, first]);
    await drafts.drop(desk.mine, second);
    await drafts.drop(desk.mine, second);
    expect((await drafts.list(desk.mine)).map(({ taskId }) => taskId)).toEqual([first]);
  });

  it.each(['completed', 'cancelled', 'skipped'])('are gone when the task is %s', async (state) => {
    const [ended, open] = [await desk.addTask(), await desk.addTask()];
    await drafts.save(desk.mine, ended, { opinion: '同意' });
    await end(ended, state);
    expect(await drafts.find(desk.mine, ended)).toBeUndefined();
    expect(await drafts.list(desk.mine)).toEqual([]);
    await expect(drafts.save(desk.mine, ended, {})).rejects.toMatchObject({ code: 'DRAFT.TASK_ENDED', status: 409 });
    await drafts.save(desk.mine, open, {});
    expect(await desk.db.query('SELECT task_id FROM form_draft')).toEqual([{ task_id: open }]);
  });

  it.each(['waiting', 'suspended'])('stay while the task is %s', async (state) => {
    const task = await desk.addTask();
    await drafts.save(desk.mine, task, { opinion: '同' });
    await end(task, state);
    expect(await drafts.list(desk.mine)).toHaveLength(1);
  });

  it('are at most 64 KB of text', async () => {
    const task = await desk.addTask();
    const filled = (characters: number) => ({ text: '长'.repeat(characters) });
    const room = Math.floor((64 * 1024 - Buffer.byteLength(JSON.stringify(filled(0)))) / 3);
    await drafts.save(desk.mine, task, filled(room));
    await expect(drafts.save(desk.mine, task, filled(room + 1))).rejects.toMatchObject({
      code: 'DRAFT.TOO_LARGE',
      status: 413,
    });
    expect((await drafts.find(desk.mine, task))?.form).toEqual(filled(room));
  });

  it.each([[{ text: 'a\0' }], [{ 'k\uD800': 1 }], [{ deep: JSON.parse('['.repeat(30) + ']'.repeat(30)) }]])(
    'are refused when they cannot be stored: %j',
    async (form) => {
      const task = await desk.addTask();
      await expect(drafts.save(desk.mine, task, form)).rejects.toMatchObject({ code: 'DRAFT.UNREADABLE', status: 422 });
    },
  );

  it('belong to a task that exists', async () => {
    await expect(drafts.save(desk.mine, '01940000-0000-7000-8000-000000000000', {})).rejects.toMatchObject({
      code: 'DRAFT.TASK_UNKNOWN',
      status: 404,
    });
  });

  it('of two windows do not mix', async () => {
    const task = await desk.addTask();
    await Promise.all(['一', '二', '三'].map((opinion) => drafts.save(desk.mine, task, { opinion, [opinion]: true })));
    const form = (await drafts.find(desk.mine, task))?.form;
    expect(form).toEqual({ opinion: form?.opinion, [String(form?.opinion)]: true });
  });
});
