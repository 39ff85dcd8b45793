import { crash } from '../test/crash';
import { NotificationsUnderTest } from '../test/notifications-under-test';
import type { DigestStep } from './digests';

describe('the digest of the day', () => {
  let world: NotificationsUnderTest;
  beforeEach(async () => {
    world = await NotificationsUnderTest.open();
    world.setTime('2026-11-24T19:00');
    await world.digests.tick();
  });
  afterEach(() => world.close());

  const runs = async () =>
    (await world.database.query<{ day: string; state: string }>('SELECT day, state FROM digest_run ORDER BY day')).map(
      ({ day, state }) => `${day} ${state}`,
    );
  const digests = async () =>
    (
      await world.database.query<{ key: string }>(`SELECT key FROM notice WHERE kind = 'digest.daily' ORDER BY key`)
    ).map(({ key }) => key.replace('digest.daily:', ''));

  it('says what waits, what is due and overdue, and what is new, to each of those concerned', async () => {
    await world.addTask({ dueAt: '2026-11-25T17:30', assignee: 'wang', state: 'claimed' });
    await world.addTask({ dueAt: '2026-11-26T12:00' });
    await world.addTask({ dueAt: '2026-11-20T17:30' });
    await world.tell({
      title: { zh: '项目已落地', en: 'The project has landed' },
      audience: { accounts: ['wang', 'sun'], groups: [] },
    });
    world.setTime('2026-11-25T08:29');
    expect(await world.digests.tick()).toBe(0);
    world.setTime('2026-11-25T08:30');
    expect(await world.digests.tick()).toBe(3);
    expect(await digests()).toEqual(['2026-11-25:*', '2026-11-25:sun', '2026-11-25:wang', '2026-11-25:zhao']);
    await world.fanOutAll();
    const [digest] = (await world.notices.list('wang', { limit: 1 })).notices;
    expect(digest?.title).toEqual({
      zh: '11月25日工作提要：待办 3 件，今日到期 1 件，超期 1 件',
      en: 'Digest of 25 Nov: 3 to do, 1 due today, 1 overdue',
    });
    expect(digest?.body?.zh.split('\n')).toEqual([
      '我的待办 1 件，本岗位待认领 2 件；今日到期 1 件，11月26日前到期 1 件，已超期 1 件。',
      '最急的事项：',
      '· “任务review”（海水淡化项目）应于11月20日（周五）17:30前办结，已超期',
      '· “任务review”（海水淡化项目）11月25日（周三）17:30前办结',
      '· “任务review”（海水淡化项目）11月26日（周四）12:00前办结',
      '新消息 1 条：',
      '· 项目已落地',
    ]);
    const [news] = (await world.notices.list('sun', { limit: 1 })).notices;
    expect(news?.title.zh).toBe('11月25日工作提要：新消息 1 条');
  });

  it('comes once a day, however many tick, and tells a notice once', async () => {
    await world.tell({ audience: { accounts: ['sun'], groups: [] } });
    world.setTime('2026-11-25T08:31');
    const written = await Promise.all([1, 2, 3].map(() => world.digests.tick()));
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(1);
    world.setTime('2026-11-26T08:31');
    await world.fanOutAll();
    expect(await world.digests.tick()).toBe(0);
    expect(await digests()).toEqual(['2026-11-25:sun']);
    expect(await runs()).toEqual(['2026-11-25 done', '2026-11-26 done', '2026-11-27 scheduled']);
  });

  it('takes the place of the digest before, and lays by what asked to do tasks that are over', async () => {
    const [done, open] = [
      await world.addTask({ dueAt: '2026-11-25T17:30', assignee: 'wang', state: 'claimed' }),
      await world.addTask({ dueAt: '2026-11-27T17:30', assignee: 'wang', state: 'claimed' }),
    ];
    for (const [taskId, zh] of [
      [done, '办结的事'],
      [open, '在办的事'],
    ] as const) {
      await world.tell({ taskId, title: { zh, en: zh }, audience: { accounts: ['wang'], groups: [] } });
    }
    const news = { taskId: done, kind: 'task.withdrawn', title: { zh: '被撤回的事', en: 'taken back' } };
    await world.tell({ ...news, audience: { accounts: ['wang'], groups: [] } });
    world.setTime('2026-11-25T08:30');
    await world.digests.tick();
    await world.fanOutAll();
    await world.database.query(`UPDATE user_task SET state = 'completed' WHERE id = $1`, [done]);
    world.setTime('2026-11-26T08:30');
    await world.digests.tick();
    await world.fanOutAll();
    const { notices } = await world.notices.list('wang', { limit: 10, unreadOnly: true });
    expect(notices.map(({ title }) => title.zh)).toEqual(['11月26日工作提要：待办 1 件', '被撤回的事', '在办的事']);
  });

  it('lays by what was wanted of a process once that is over, and keeps how it ended', async () => {
    const task = await world.addTask({ dueAt: '2026-11-27T17:30', assignee: 'wang', state: 'claimed' });
    const [{ instance_id: instanceId } = { instance_id: '' }] = await world.database.query<{ instance_id: string }>(
      'SELECT instance_id FROM user_task WHERE id = $1',
      [task],
    );
    for (const kind of ['issue.escalated', 'issue.closed']) {
      await world.tell({
        kind,
        instanceId,
        title: { zh: kind, en: kind },
        audience: { accounts: ['wang'], groups: [] },
      });
    }
    const unread = async () =>
      (await world.notices.list('wang', { limit: 10, unreadOnly: true })).notices.map(({ kind }) => kind);
    world.setTime('2026-11-25T08:30');
    await world.digests.tick();
    expect(await unread()).toEqual(expect.arrayContaining(['issue.escalated', 'issue.closed']));
    await world.database.query(`UPDATE process_instance SET status = 'done' WHERE id = $1`, [instanceId]);
    world.setTime('2026-11-26T08:30');
    await world.digests.tick();
    expect(await unread()).toContain('issue.closed');
    expect(await unread()).not.toContain('issue.escalated');
  });

  it('lays by news after two weeks, what is urgent after thirty days; all of it stays in the list', async () => {
    world.setTime('2026-11-25T10:00');
    const audience = { accounts: ['wang'], groups: [] };
    await world.tell({ kind: 'issue.closed', title: { zh: '常', en: 'normal' }, audience });
    await world.tell({ kind: 'light.red', urgency: 'urgent', title: { zh: '急', en: 'urgent' }, audience });
    const unread = async (day: string) => {
      world.setTime(`${day}T08:30`);
      await world.digests.tick();
      const { notices } = await world.notices.list('wang', { limit: 10, unreadOnly: true });
      return notices.map(({ title }) => title.zh).filter((title) => title.length === 1);
    };
    expect(await unread('2026-12-09')).toEqual(['急', '常']);
    expect(await unread('2026-12-10')).toEqual(['急']);
    expect(await unread('2026-12-25')).toEqual(['急']);
    expect(await unread('2026-12-28')).toEqual([]);
    expect((await world.notices.list('wang', { limit: 10 })).notices).toHaveLength(2);
  });

  it('is skipped when there is nothing to say, when it is read already, and for whoever wants none', async () => {
    await world.addTask({ dueAt: '2026-11-25T17:30', assignee: 'li', state: 'claimed' });
    await world.preferences.set('li', { ...(await world.preferences.of('li')), digest: false });
    await world.tell({ audience: { accounts: ['sun'], groups: [] } });
    await world.notices.markAllRead('sun');
    world.setTime('2026-11-25T08:30');
    expect(await world.digests.tick()).toBe(0);
    expect(await digests()).toEqual(['2026-11-25:*']);
  });

  it('is made up for on its day until the evening', async () => {
    await world.addTask({ dueAt: '2026-11-30T17:30' });
    world.setTime('2026-11-25T17:59');
    expect(await world.digests.tick()).toBe(2);
  });

  it('is not sent late: after a day that was lost the next one comes, once, and tells all', async () => {
    await world.addTask({ dueAt: '2026-11-30T17:30', assignee: 'wang', state: 'claimed' });
    await world.tell({ audience: { accounts: ['wang'], groups: [] } });
    world.setTime('2026-11-25T18:30');
    expect(await world.digests.tick()).toBe(0);
    world.setTime('2026-11-26T09:00');
    expect(await world.digests.tick()).toBe(1);
    expect(await runs()).toEqual(['2026-11-25 missed', '2026-11-26 done', '2026-11-27 scheduled']);
    expect(await digests()).toEqual(['2026-11-26:*', '2026-11-26:wang']);
  });

  it('happens once when the clock jumps a day, forward and back again', async () => {
    await world.addTask({ dueAt: '2026-11-30T17:30', assignee: 'wang', state: 'claimed' });
    for (const time of [
      '2026-11-25T08:00',
      '2026-11-26T09:00',
      '2026-11-25T09:00',
      '2026-11-26T09:01',
      '2026-11-27T08:30',
    ]) {
      world.setTime(time);
      await world.digests.tick();
    }
    expect((await digests()).filter((key) => key.endsWith('wang'))).toEqual(['2026-11-26:wang', '2026-11-27:wang']);
    expect(await runs()).toEqual(['2026-11-25 missed', '2026-11-26 done', '2026-11-27 done', '2026-11-30 scheduled']);
  });

  it.each<DigestStep>(['scheduled', 'written', 'committed'])(
    'comes once when the worker is killed at step %s, and forgets no notice',
    async (dieAt) => {
      await world.addTask({ dueAt: '2026-11-30T17:30', assignee: 'wang', state: 'claimed' });
      await world.tell({ audience: { accounts: ['sun'], groups: [] } });
      world.setTime('2026-11-25T08:30');
      const work = { kind: 'digest', at: world.clock.now().toISOString() } as const;
      expect(await crash({ databaseUrl: world.databaseUrl, mailUrl: '', webhook: '', work, dieAt })).toBe('SIGKILL');
      expect(await world.digests.tick()).toBe(dieAt === 'committed' ? 0 : 2);
      expect(await world.digests.tick()).toBe(0);
      expect(await digests()).toEqual(['2026-11-25:*', '2026-11-25:sun', '2026-11-25:wang']);
    },
    60_000,
  );

  it('keeps to working days', async () => {
    await world.addTask({ dueAt: '2026-11-30T17:30' });
    world.setTime('2026-11-28T09:00');
    expect(await world.digests.tick()).toBe(0);
    expect(await runs()).toEqual(['2026-11-25 missed', '2026-11-30 scheduled']);
  });

  it('goes to the chats as totals', async () => {
    await world.addTask({ dueAt: '2026-11-25T17:30', assignee: 'wang', state: 'claimed' });
    world.setTime('2026-11-25T08:30');
    await world.digests.tick();
    const [chat] = (await world.noticesOfKind('digest.daily')).filter(({ accounts }) => accounts[0] === '*');
    expect(chat?.title.zh).toBe('11月25日工作提要：在办事项 1 件，今日到期 1 件，下一工作日到期 0 件，已超期 0 件');
  });
});
