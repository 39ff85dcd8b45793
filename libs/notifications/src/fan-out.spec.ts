import { v7 as uuid } from 'uuid';
import { NotificationsUnderTest } from '../test/notifications-under-test';
import type { Channel } from './channels/channel';

/** A way out that nothing is sent on in these tests: they look at what would be. */
const closedWay: Channel = {
  send: async () => {
    throw new Error('Nothing is sent here');
  },
};

describe('handing out a notice', () => {
  let world: NotificationsUnderTest;
  beforeEach(async () => {
    world = await NotificationsUnderTest.open({ email: closedWay, wecom: closedWay });
  });
  afterEach(() => world.close());

  const ways = async (key: string) =>
    (await world.deliveriesOf(key)).map(({ account, channel, due_at }) => [account, channel, due_at.toISOString()]);
  const now = '2026-11-25T02:00:00.000Z';

  it('reaches accounts and the holders of groups, each once, and twice does nothing more', async () => {
    const key = await world.tell({
      audience: { accounts: ['wang', 'chen', 'gone'], groups: ['D01.specialist', 'NOBODY.here'] },
    });
    const expected = [
      ['chen', 'page', now],
      ['wang', 'page', now],
      ['zhao', 'page', now],
    ];
    expect(await ways(key)).toEqual(expected);
    await world.fanOut.run(key);
    await Promise.all([world.fanOut.run(key), world.fanOut.run(key)]);
    expect(await ways(key)).toEqual(expected);
    await world.fanOut.run('a notice that never was');
  });

  it('leads where it was told to, and what is about a project to the project', async () => {
    const [project, issue] = [uuid(), uuid()];
    await world.database.query(
      `INSERT INTO process_definition (key, version, hash) VALUES ('project', 1, ''), ('issue', 1, '')`,
    );
    for (const [id, key, about] of [
      [project, 'project', null],
      [issue, 'issue', project],
    ]) {
      await world.database.query(
        `INSERT INTO process_instance (id, definition_key, definition_version, snapshot, rev, status, states, tags, started_by,
           started_at, updated_at, belongs_to) VALUES ($1, $2, 1, '{}', 1, 'active', '{}', '{}', 'wang', now(), now(), $3)`,
        [id, key, about],
      );
    }
    const linkOf = async (notice: Parameters<typeof world.tell>[0]) => {
      await world.tell(notice);
      return (await world.notices.list('wang', { limit: 1 })).notices[0]?.link;
    };
    expect(await linkOf({ key: 'named', link: '/calendar' })).toBe('/calendar');
    expect(await linkOf({ key: 'project', link: undefined, instanceId: project })).toBe(`/projects/${project}`);
    expect(await linkOf({ key: 'issue', link: undefined, instanceId: issue })).toBe(`/projects/${project}`);
    expect(await linkOf({ key: 'named too', link: '/inbox', instanceId: issue })).toBe('/inbox');
    world.pageOf = ({ id, definition, belongsTo }) => `/${definition}/${id}?of=${belongsTo}`;
    expect(await linkOf({ key: 'placed', link: undefined, instanceId: issue })).toBe(`/issue/${issue}?of=${project}`);
    expect(await linkOf({ key: 'placed too', link: '/inbox', instanceId: issue })).toBe('/inbox');
  });

  it('says by its name what a process only knows by its code', async () => {
    world.inWords = async ({ zh, en }) => ({ zh: zh.replace('D01', '区工信局'), en: en.replace('D01', 'Industry') });
    await world.tell({ key: 'silent', body: { zh: '未回执：D01', en: 'No reply: D01' } });
    await world.tell({ key: 'bare' });
    const { notices } = await world.notices.list('wang', { limit: 2 });
    expect(notices.map(({ body }) => body)).toEqual([null, { zh: '未回执：区工信局', en: 'No reply: Industry' }]);
  });

  it('knows supervision by the words of its processes, so that what was chosen for it holds', async () => {
    const chosen = await world.preferences.of('li');
    const channels = { ...chosen.channels, task: [], supervision: ['wecom'] as const };
    await world.preferences.set('li', { ...chosen, channels });
    for (const kind of ['supervisionItem.red', 'light.officeCall']) {
      const key = await world.tell({ kind, urgency: 'urgent', audience: { accounts: ['li'], groups: [] } });
      expect((await ways(key)).map(([account, channel]) => [account, channel])).toEqual([
        ['*', 'wecom'],
        ['li', 'page'],
      ]);
    }
    const task = await world.tell({
      kind: 'task.overdue',
      urgency: 'urgent',
      audience: { accounts: ['li'], groups: [] },
    });
    expect((await ways(task)).map(([, channel]) => channel)).toEqual(['page']);
  });

  it('counts a second notice with the same key as the first', async () => {
    await world.tell({ key: 'one' });
    await world.tell({ key: 'one', title: { zh: '又一次', en: 'Again' } });
    const { notices } = await world.notices.list('wang', { limit: 10 });
    expect(notices.map(({ title }) => title.zh)).toEqual(['您有一项新任务']);
  });

  it('sends an urgent notice at once, by night as well, and to the chats that somebody has chosen', async () => {
    world.setTime('2026-11-28T23:00');
    const key = await world.tell({ kind: 'issue.escalated', urgency: 'urgent' });
    const night = '2026-11-28T15:00:00.000Z';
    expect(await ways(key)).toEqual([
      ['*', 'wecom', night],
      ['wang', 'email', night],
      ['wang', 'page', night],
    ]);
  });

  it('keeps ordinary notices for the digest, or until the quiet hours end for whoever wants no digest', async () => {
    world.setTime('2026-11-27T22:00');
    await world.preferences.set('zhao', { ...(await world.preferences.of('zhao')), digest: false });
    const key = await world.tell({ kind: 'issue.raised', audience: { accounts: ['wang', 'zhao', 'sun'], groups: [] } });
    expect(await ways(key)).toEqual([
      ['sun', 'page', '2026-11-27T14:00:00.000Z'],
      ['wang', 'page', '2026-11-27T14:00:00.000Z'],
      ['zhao', 'email', '2026-11-30T00:00:00.000Z'],
      ['zhao', 'page', '2026-11-27T14:00:00.000Z'],
    ]);
  });

  it('leaves out the ways that a person has switched off', async () => {
    const usual = await world.preferences.of('wang');
    await world.preferences.set('wang', { ...usual, channels: { ...usual.channels, issue: [] } });
    expect(
      (await ways(await world.tell({ kind: 'issue.escalated', urgency: 'urgent' }))).map(([, way]) => way),
    ).toEqual(['page']);
  });

  it('finds a notice whose job was lost', async () => {
    const key = await world.post();
    expect(await world.fanOut.sweep()).toBe(0);
    world.clock.advance(61_000);
    expect(await world.fanOut.sweep()).toBe(1);
    expect(await ways(key)).toHaveLength(1);
    expect(await world.fanOut.sweep()).toBe(0);
  });
});

describe('preferences', () => {
  let world: NotificationsUnderTest;
  beforeAll(async () => {
    world = await NotificationsUnderTest.open();
  });
  afterAll(() => world.close());

  it('are the usual ones until somebody chooses', async () => {
    const usual = await world.preferences.of('wang');
    expect(usual).toMatchObject({ digest: true, quiet: { from: '21:00', until: '08:00', onRestDays: true } });
    const chosen = {
      ...usual,
      email: 'wang.li@tj.gov.example',
      digest: false,
      quiet: { from: '20:00', until: '07:30', onRestDays: false },
    };
    expect(await world.preferences.set('wang', chosen)).toEqual(chosen);
    expect(await world.preferences.of('wang')).toEqual(chosen);
    expect(await world.preferences.of('zhao')).toEqual(usual);
  });

  it.each(['', 'wang', 'a@b\nBcc: c@d', 'a b@c', '<a@b>', 'a@b, c@d'])(
    'refuse %j as an e-mail address',
    async (email) => {
      const usual = await world.preferences.of('li');
      await expect(world.preferences.set('li', { ...usual, email })).rejects.toMatchObject({
        code: 'NOTICE_PREFERENCE.EMAIL_INVALID',
        status: 422,
      });
    },
  );

  it.each(['24:00', '8:00', 'morning'])('refuse %j as a time of day', async (from) => {
    const usual = await world.preferences.of('li');
    await expect(world.preferences.set('li', { ...usual, quiet: { ...usual.quiet, from } })).rejects.toMatchObject({
      code: 'NOTICE_PREFERENCE.TIME_INVALID',
    });
    expect(await world.preferences.of('li')).toEqual(usual);
  });
});
