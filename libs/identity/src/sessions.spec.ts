import { ManualClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { smallTown } from '../test/posts-of-a-small-town';
import { Accounts } from './accounts';
import { Sessions } from './sessions';

const MINUTE = 60_000;
const PASSWORD = 'Harbour-2026!';

describe('sessions', () => {
  let database: TestDatabase;
  let db: Database;
  let clock: ManualClock;
  let accounts: Accounts;
  let sessions: Sessions;
  let accountId: string;
  let username: string;
  let counter = 0;

  const signIn = (more: Partial<{ username: string; password: string; address: string }> = {}) =>
    sessions.signIn({ username, password: PASSWORD, address: '10.0.0.1', userAgent: 'spec', ...more });
  const fail = async (times: number, more: Partial<{ username: string; address: string }> = {}) => {
    for (let time = 0; time < times; time += 1) {
      await expect(signIn({ password: 'wrong', ...more })).rejects.toMatchObject({
        code: 'SIGN_IN.REFUSED',
        status: 401,
      });
    }
  };
  const stored = async () =>
    (
      await db.query<{ last_seen_at: Date; end_reason: string | null }>(
        'SELECT last_seen_at, end_reason FROM session WHERE account_id = $1 ORDER BY id DESC',
        [accountId],
      )
    )[0];

  beforeAll(async () => {
    database = await createTestDatabase();
    db = new Database({ url: database.url });
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });
  beforeEach(async () => {
    clock = new ManualClock(new Date('2026-11-23T02:00:00Z'));
    accounts = new Accounts(db, clock, smallTown);
    sessions = new Sessions(db, clock, smallTown, {
      idleMs: 30 * MINUTE,
      absoluteMs: 600 * MINUTE,
      sampleAccounts: false,
    });
    counter += 1;
    username = `Person.${counter}`;
    accountId = await accounts.create({ username, name: '某人', password: PASSWORD });
    await accounts.assignPost(accountId, 'D01.specialist', '2026-01-01');
  });

  it('opens for the username in any case and tells whose request it is', async () => {
    const { token, person, expiresAt } = await signIn({ username: ` ${username.toUpperCase()} ` });
    expect(person).toMatchObject({ accountId, username, groups: ['D01.specialist'] });
    expect(expiresAt).toEqual(new Date('2026-11-23T12:00:00Z'));
    expect(await sessions.authenticate(token)).toMatchObject({ person: { accountId } });
  });

  it('stores no secret: neither the token nor the password', async () => {
    const { token } = await signIn();
    const rows = JSON.stringify([await db.query('SELECT * FROM session'), await db.query('SELECT * FROM account')]);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(PASSWORD);
    expect(rows).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('ends by signing out, and signing out twice is no error', async () => {
    const { token } = await signIn();
    await sessions.signOut(token);
    await sessions.signOut(token);
    await expect(sessions.authenticate(token)).rejects.toMatchObject({ code: 'SESSION.ENDED', status: 401 });
    expect(await stored()).toMatchObject({ end_reason: 'signedOut' });
  });

  it('ends when idle, and each request postpones that', async () => {
    const { token } = await signIn();
    clock.advance(29 * MINUTE);
    await sessions.authenticate(token);
    clock.advance(29 * MINUTE);
    await sessions.authenticate(token);
    clock.advance(30 * MINUTE);
    await expect(sessions.authenticate(token)).rejects.toMatchObject({ code: 'SESSION.ENDED' });
  });

  it('ends at its absolute time, however busy', async () => {
    const { token } = await signIn();
    for (let time = 0; time < 29; time += 1) {
      clock.advance(20 * MINUTE);
      await sessions.authenticate(token);
    }
    clock.advance(20 * MINUTE);
    await expect(sessions.authenticate(token)).rejects.toMatchObject({ code: 'SESSION.ENDED' });
  });

  it('notes when it was last seen at most once a minute', async () => {
    const { token } = await signIn();
    const opened = (await stored())?.last_seen_at;
    clock.advance(59_000);
    await sessions.authenticate(token);
    expect((await stored())?.last_seen_at).toEqual(opened);
    clock.advance(1_000);
    await sessions.authenticate(token);
    expect((await stored())?.last_seen_at).toEqual(clock.now());
  });

  it('ends with a changed password, everywhere', async () => {
    const [first, second] = [await signIn(), await signIn()];
    const change = (current: string, next: string) =>
      accounts.changePassword(accountId, { current, next, address: '10.0.0.1' });
    await expect(change('wrong', 'New-Harbour-2027')).rejects.toMatchObject({
      code: 'ACCOUNT.PASSWORD_WRONG',
    });
    await expect(change(PASSWORD, 'short')).rejects.toMatchObject({
      code: 'ACCOUNT.PASSWORD_WEAK',
    });
    await change(PASSWORD, 'New-Harbour-2027');
    for (const { token } of [first, second]) {
      await expect(sessions.authenticate(token)).rejects.toMatchObject({ code: 'SESSION.ENDED' });
    }
    await expect(signIn()).rejects.toMatchObject({ code: 'SIGN_IN.REFUSED' });
    await signIn({ password: 'New-Harbour-2027' });
  });

  it('stays locked for guesses of the present password too', async () => {
    const guess = () => accounts.changePassword(accountId, { current: 'x', next: PASSWORD, address: '10.0.0.1' });
    for (let time = 0; time < 5; time += 1)
      await expect(guess()).rejects.toMatchObject({ code: 'ACCOUNT.PASSWORD_WRONG' });
    await expect(guess()).rejects.toMatchObject({ code: 'SIGN_IN.LOCKED' });
  });

  it('ends when the account is closed', async () => {
    const { token } = await signIn();
    await accounts.disable(accountId);
    await expect(sessions.authenticate(token)).rejects.toMatchObject({ code: 'SESSION.ENDED' });
    await expect(signIn()).rejects.toMatchObject({ code: 'SIGN_IN.REFUSED' });
  });

  it('follows the posts of the day: a post that ends takes its groups along', async () => {
    const { token } = await signIn();
    await accounts.assignPost(accountId, 'D02.reviewer', '2026-11-23');
    expect((await sessions.authenticate(token)).person.groups).toEqual(['D01.specialist', 'D02.reviewer']);
    await accounts.endPost(accountId, 'D01.specialist', '2026-11-23');
    expect((await sessions.authenticate(token)).person).toMatchObject({ unit: 'D02', groups: ['D02.reviewer'] });
    await accounts.endPost(accountId, 'D02.reviewer', '2026-11-23');
    await expect(sessions.authenticate(token)).rejects.toMatchObject({ code: 'ACCOUNT.WITHOUT_POST', status: 403 });
  });

  describe('failed sign-ins', () => {
    it('answers an unknown username like a wrong password', async () => {
      await fail(1);
      await fail(1, { username: 'nobody.at.all' });
    });

    it('lock the username for their address after five in 15 minutes, with one sentence', async () => {
      await fail(5);
      await expect(signIn()).rejects.toMatchObject({
        code: 'SIGN_IN.LOCKED',
        status: 429,
        params: { minutes: 30 },
      });
      await expect(signIn({ address: '10.0.0.2' })).resolves.toBeDefined();
      clock.advance(30 * MINUTE);
      await expect(signIn()).resolves.toBeDefined();
    });

    it('do not add up over more than 15 minutes, nor after a right password', async () => {
      await fail(4);
      clock.advance(16 * MINUTE);
      await fail(4);
      await signIn();
      await fail(4);
      await signIn();
    });

    it('lock nobody else at the same address', async () => {
      await fail(5, { username: 'somebody.else' });
      await expect(signIn()).resolves.toBeDefined();
    });

    it('lock the username everywhere after fifty from anywhere', async () => {
      for (let host = 0; host < 13; host += 1) await fail(host === 12 ? 2 : 4, { address: `10.1.0.${host}` });
      await expect(signIn({ address: '10.9.9.9' })).rejects.toMatchObject({ code: 'SIGN_IN.LOCKED' });
    });

    it('are counted one by one when they come at once', async () => {
      const answers = await Promise.allSettled(Array.from({ length: 12 }, () => signIn({ password: 'wrong' })));
      const codes = answers.map((answer) => answer.status === 'rejected' && answer.reason.code);
      expect(codes.filter((code) => code === 'SIGN_IN.REFUSED')).toHaveLength(5);
      expect(codes.filter((code) => code === 'SIGN_IN.LOCKED')).toHaveLength(7);
    });
  });

  it('lets sample accounts in only where they are allowed', async () => {
    await db.query('UPDATE account SET is_sample = true WHERE id = $1', [accountId]);
    await expect(signIn()).rejects.toMatchObject({ code: 'SIGN_IN.REFUSED' });
  });
});
