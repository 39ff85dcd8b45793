import { MeetingsUnderTest } from '../../test/meetings-under-test';
import { MeetingFeeds } from './meeting-feeds';

const ACCOUNT = '0190a000-0000-7000-8000-000000000001';
const NOT_FOUND = { code: 'MEETING_FEED.NOT_FOUND', status: 404 };

describe('private calendar feeds', () => {
  let world: MeetingsUnderTest;
  let feeds: MeetingFeeds;

  beforeAll(async () => {
    world = await MeetingsUnderTest.open();
    feeds = new MeetingFeeds({ database: world.sql, clock: world.clock });
    await world.sql.query(
      `INSERT INTO account (id, username, name, password_hash, password_changed_at, is_sample, created_at)
       VALUES ($1, 'li', '李办', 'x', now(), false, now())`,
      [ACCOUNT],
    );
  });
  afterAll(() => world.close());

  it('are none until one is made, and are opened by their token alone', async () => {
    expect(await feeds.standing(ACCOUNT)).toEqual({ createdAt: null, lastUsedAt: null });
    const { token, createdAt } = await feeds.renew(ACCOUNT);
    expect(await feeds.standing(ACCOUNT)).toEqual({ createdAt, lastUsedAt: null });
    expect(await feeds.accountOf(token)).toBe(ACCOUNT);
    for (const wrong of ['', 'x', token.slice(1), `${token}x`, [...token].reverse().join(''), '%00']) {
      await expect(feeds.accountOf(wrong)).rejects.toMatchObject(NOT_FOUND);
    }
  });

  it('keep no token, only its hash', async () => {
    const { token } = await feeds.renew(ACCOUNT);
    const rows = await world.sql.query('SELECT * FROM meeting_feed');
    expect(JSON.stringify(rows)).not.toContain(token);
    const plain = world.sql.query(
      `INSERT INTO meeting_feed (token_hash, account, created_at, revoked_at) VALUES ($1, $2, now(), now())`,
      [token, ACCOUNT],
    );
    await expect(plain).rejects.toThrow('meeting_feed_hashed');
  });

  it('know to the minute when they were read', async () => {
    const { token } = await feeds.renew(ACCOUNT);
    await feeds.accountOf(token);
    const first = (await feeds.standing(ACCOUNT)).lastUsedAt;
    world.clock.advance(30_000);
    await feeds.accountOf(token);
    expect((await feeds.standing(ACCOUNT)).lastUsedAt).toEqual(first);
    world.clock.advance(31_000);
    await feeds.accountOf(token);
    expect((await feeds.standing(ACCOUNT)).lastUsedAt).toEqual(world.clock.now());
  });

  it('work no more when a new one is made or they are revoked, and look like unknown ones then', async () => {
    const { token: old } = await feeds.renew(ACCOUNT);
    const { token } = await feeds.renew(ACCOUNT);
    await expect(feeds.accountOf(old)).rejects.toMatchObject(NOT_FOUND);
    expect(await feeds.accountOf(token)).toBe(ACCOUNT);
    await feeds.revoke(ACCOUNT);
    await feeds.revoke(ACCOUNT);
    await expect(feeds.accountOf(token)).rejects.toMatchObject(NOT_FOUND);
    expect(await feeds.standing(ACCOUNT)).toEqual({ createdAt: null, lastUsedAt: null });
  });

  it('are one for an account, however many are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => feeds.renew(ACCOUNT)));
    const opened = await Promise.allSettled(made.map(({ token }) => feeds.accountOf(token)));
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
