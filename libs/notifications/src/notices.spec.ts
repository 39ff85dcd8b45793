import { NotificationsUnderTest } from '../test/notifications-under-test';

describe('the notices of a person', () => {
  let world: NotificationsUnderTest;
  beforeEach(async () => {
    world = await NotificationsUnderTest.open();
  });
  afterEach(() => world.close());

  const titled = (title: string) => ({ title: { zh: title, en: title } });
  const titles = async (query: Partial<Parameters<typeof world.notices.list>[1]> = {}) =>
    (await world.notices.list('wang', { limit: 50, ...query })).notices.map(({ title }) => title.zh);

  it('are listed newest first, page by page', async () => {
    for (const title of ['一', '二', '三', '四', '五']) await world.tell(titled(title));
    await world.tell({ ...titled('别人的'), audience: { accounts: ['li'], groups: [] } });
    const first = await world.notices.list('wang', { limit: 2 });
    expect(first.notices.map(({ title }) => title.zh)).toEqual(['五', '四']);
    const second = await world.notices.list('wang', { limit: 3, cursor: first.nextCursor ?? '' });
    expect(second.notices.map(({ title }) => title.zh)).toEqual(['三', '二', '一']);
    expect(second.nextCursor).toBeNull();
    await expect(world.notices.list('wang', { limit: 2, cursor: 'x' })).rejects.toMatchObject({
      code: 'PAGE.CURSOR_INVALID',
    });
  });

  it('are read once each, by their own person only', async () => {
    await world.tell(titled('一'));
    await world.tell(titled('二'));
    const { notices } = await world.notices.list('wang', { limit: 10 });
    const [second] = notices;
    if (!second) throw new Error('Nothing was listed');
    expect(await world.notices.unread('wang')).toBe(2);
    await expect(world.notices.markRead('li', second.id)).rejects.toMatchObject({
      code: 'NOTICE.NOT_FOUND',
      status: 404,
    });
    await world.notices.markRead('wang', second.id);
    await world.notices.markRead('wang', second.id);
    expect(await world.notices.unread('wang')).toBe(1);
    expect(await titles({ unreadOnly: true })).toEqual(['一']);
    expect(await titles()).toEqual(['二', '一']);
  });

  it('are all read up to the newest that was seen', async () => {
    await world.tell(titled('一'));
    await world.tell(titled('二'));
    const seen = (await world.notices.list('wang', { limit: 1 })).notices[0]?.id;
    await world.tell(titled('三'));
    expect(await world.notices.markAllRead('wang', seen)).toBe(2);
    expect(await titles({ unreadOnly: true })).toEqual(['三']);
    expect(await world.notices.markAllRead('wang')).toBe(1);
    expect(await world.notices.unread('wang')).toBe(0);
  });

  it('about a task are read with the task', async () => {
    const taskId = '019ab000-0000-7000-8000-000000000001';
    await world.tell({ taskId, audience: { accounts: ['wang', 'li'], groups: [] } });
    await world.tell(titled('另一事'));
    expect(await world.notices.markTaskRead('wang', taskId)).toBe(1);
    expect(await world.notices.markTaskRead('wang', taskId)).toBe(0);
    expect(await titles({ unreadOnly: true })).toEqual(['另一事']);
    expect(await world.notices.unread('li')).toBe(1);
  });

  it('are counted up to a hundred', async () => {
    await world.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO notice (id, key, kind, urgency, title, accounts, groups, at)
         SELECT gen_random_uuid(), 'many ' || n, 'task.assigned', 'normal', '{"zh":"多","en":"many"}', '{wang}', '{}', now()
         FROM generate_series(1, 130) AS n`,
      );
    });
    await world.fanOutAll();
    expect(await world.notices.unread('wang')).toBe(100);
  });

  it('lead to the task, else to the project', async () => {
    const [taskId, instanceId] = ['019ab000-0000-7000-8000-000000000001', '019ab000-0000-7000-8000-000000000002'];
    await world.tell({ taskId, instanceId });
    await world.tell({ instanceId });
    await world.tell({ instanceId, link: '/inbox' });
    await world.tell();
    const { notices } = await world.notices.list('wang', { limit: 10 });
    expect(notices.map(({ link }) => link)).toEqual([null, '/inbox', `/projects/${instanceId}`, `/tasks/${taskId}`]);
  });
});
