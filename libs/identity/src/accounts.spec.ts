import { ManualClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { smallTown } from '../test/posts-of-a-small-town';
import { Accounts } from './accounts';
import { loadSampleAccounts } from './sample-accounts';
import { Sessions } from './sessions';

const PASSWORD = 'Harbour-2026!';
const clock = new ManualClock(new Date('2026-11-23T02:00:00Z'));

describe('accounts', () => {
  let database: TestDatabase;
  let db: Database;
  let accounts: Accounts;

  beforeEach(async () => {
    database = await createTestDatabase();
    db = new Database({ url: database.url });
    accounts = new Accounts(db, clock, smallTown);
  });
  afterEach(async () => {
    await db.close();
    await database.drop();
  });

  it('takes a username once, whatever its case, and only of plain signs', async () => {
    await accounts.create({ username: 'Li.Wei', name: '李伟', password: PASSWORD });
    await expect(accounts.create({ username: 'li.wei', name: '李威', password: PASSWORD })).rejects.toMatchObject({
      code: 'ACCOUNT.USERNAME_TAKEN',
      status: 409,
    });
    for (const username of ['', 'a', ' x y', '李伟', '-ab', 'x'.repeat(65)]) {
      await expect(accounts.create({ username, name: '某', password: PASSWORD })).rejects.toMatchObject({
        code: 'ACCOUNT.USERNAME_INVALID',
      });
    }
  });

  it.each(['short-1A', 'alllowercase', 'lowercase-only-signs', `Li.Wei-${'1'.repeat(9)}`, `A1-${'x'.repeat(130)}`])(
    'refuses the weak password %p',
    async (password) => {
      await expect(accounts.create({ username: 'li.wei', name: '李伟', password })).rejects.toMatchObject({
        code: 'ACCOUNT.PASSWORD_WEAK',
      });
    },
  );

  it('gives posts that exist, once, and administrators no second one', async () => {
    const id = await accounts.create({ username: 'li.wei', name: '李伟', password: PASSWORD });
    await accounts.assignPost(id, 'D01.specialist', '2026-01-01');
    await expect(accounts.assignPost(id, 'D01.specialist', '2026-06-01')).rejects.toMatchObject({
      code: 'POST_ASSIGNMENT.ALREADY_HELD',
    });
    await expect(accounts.assignPost(id, 'X01.head', '2026-06-01')).rejects.toMatchObject({ code: 'POST.NOT_FOUND' });
    await expect(accounts.assignPost(id, 'ADMIN.system', '2026-06-01')).rejects.toMatchObject({
      code: 'POST_ASSIGNMENT.ADMINISTRATORS_EXCLUDE',
    });
    await accounts.endPost(id, 'D01.specialist', '2026-06-01');
    await accounts.assignPost(id, 'ADMIN.system', '2026-06-01');
    for (const post of ['ADMIN.security', 'D01.specialist']) {
      await expect(accounts.assignPost(id, post, '2026-06-02')).rejects.toMatchObject({
        code: 'POST_ASSIGNMENT.ADMINISTRATORS_EXCLUDE',
      });
    }
    await expect(accounts.endPost(id, 'D02.head', '2026-06-02')).rejects.toMatchObject({
      code: 'POST_ASSIGNMENT.NOT_HELD',
    });
    await expect(
      accounts.assignPost('01940000-0000-7000-8000-000000000000', 'D01.head', '2026-06-02'),
    ).rejects.toMatchObject({ code: 'ACCOUNT.NOT_FOUND' });
  });

  it('says who may be given the tasks of a group: its holders, then who heads the unit', async () => {
    const make = async (username: string, ...posts: string[]) => {
      const id = await accounts.create({ username, name: username, password: PASSWORD });
      for (const post of posts) await accounts.assignPost(id, post, '2026-01-01');
      return id;
    };
    await make('zhou', 'D02.reviewer');
    await make('chen', 'D02.head', 'D02.reviewer');
    await make('wang', 'D02.head');
    const left = await make('left', 'D02.reviewer');
    await accounts.endPost(left, 'D02.reviewer', '2026-11-23');
    await accounts.disable(await make('gone', 'D02.reviewer'));
    expect((await accounts.membersOf('D02.reviewer')).map((member) => [member.username, member.title.en])).toEqual([
      ['chen', 'reviewer'],
      ['zhou', 'reviewer'],
      ['wang', 'head'],
    ]);
    expect(await accounts.membersOf('X99.nobody')).toEqual([]);
  });

  describe('samples', () => {
    const posts = ['D01.head', 'D01.specialist', 'LGO.staff'].map((code) => ({
      code,
      unit: code.slice(0, 3),
      title: { zh: '岗位', en: 'post' },
      validFrom: '2022-12-27',
    }));
    const load = (password = PASSWORD, production = false) =>
      loadSampleAccounts(db, { password, posts, production, clock });
    const signIn = (password: string) =>
      new Sessions(db, clock, smallTown, { idleMs: 1e6, absoluteMs: 1e7, sampleAccounts: true }).signIn({
        username: 'd01.head',
        password,
        address: '10.0.0.1',
        userAgent: '',
      });

    it('are made once, one for each post, and are answered every time', async () => {
      const [first, second] = await Promise.all([load(), load()]);
      expect(first).toEqual(second);
      expect(first.map((account) => [account.username, account.post])).toEqual([
        ['d01.head', 'D01.head'],
        ['d01.specialist', 'D01.specialist'],
        ['lgo.staff', 'LGO.staff'],
      ]);
      expect(first.every((account) => account.name.endsWith('（样例）'))).toBe(true);
      expect((await signIn(PASSWORD)).person.permissions).toContain('userTask.assign');
    });

    it('follow a changed password setting, but not where somebody chose another', async () => {
      await load();
      await load('Another-2027!');
      const { person } = await signIn('Another-2027!');
      clock.advance(1000);
      await accounts.changePassword(person.accountId, {
        current: 'Another-2027!',
        next: 'My-own-2027!',
        address: '::1',
      });
      await load('Third-2027!!');
      await signIn('My-own-2027!');
    });

    it('are neither made in production nor beside real accounts', async () => {
      expect(await load(PASSWORD, true)).toEqual([]);
      await accounts.create({ username: 'li.wei', name: '李伟', password: PASSWORD });
      expect(await load()).toEqual([]);
      expect(await db.query('SELECT 1 FROM account')).toHaveLength(1);
    });
  });
});
