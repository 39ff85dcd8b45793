import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { SystemClock } from '@landfall/clock';
import { Sessions } from '@landfall/identity';
import { Organization } from '@landfall/organization';
import { Database } from '@landfall/persistence';
import { createTestDatabase, type TestDatabase } from '../environment/test-database';

const root = join(__dirname, '../..');
const PASSWORD = 'Grüner-Hafen-77';

describe('npm run account', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url, connections: 3 });
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  /** As in production: no sample accounts, nobody who could sign in yet. */
  const account = (args: readonly string[], password: string): Promise<{ code: number | null; said: string }> =>
    new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [
          '--require',
          join(root, 'test/environment/typescript-hook.cjs'),
          join(root, 'apps/standalone/src/account.ts'),
          ...args,
        ],
        { cwd: root, env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: testDatabase.url } },
      );
      let said = '';
      child.stdout.on('data', (chunk) => {
        said += String(chunk);
      });
      child.stderr.on('data', (chunk) => {
        said += String(chunk);
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, said }));
      child.stdin.end(`${password}\n`);
    });
  const accounts = async () => (await database.query('SELECT username FROM account')).length;

  it('opens the first account of an installation, and its person can sign in', async () => {
    expect(await account(['li.wei', '李伟', 'LGO.staff'], PASSWORD)).toMatchObject({ code: 0 });
    const clock = new SystemClock();
    const sessions = new Sessions(database, clock, new Organization(database, clock), {
      idleMs: 60_000,
      absoluteMs: 60_000,
      sampleAccounts: false,
    });
    const { person } = await sessions.signIn({
      username: 'li.wei',
      password: PASSWORD,
      address: '::1',
      userAgent: 'test',
    });
    expect(person.groups).toContain('LGO.staff');
  }, 60_000);

  it.each([
    ['a post that does not exist', ['wang.fang', '王芳', 'XX.staff'], PASSWORD, "Expected post 'XX.staff' to exist"],
    ['a weak password', ['wang.fang', '王芳', 'LGO.staff'], 'short', 'Expected a password'],
    ['a name that is taken', ['LI.WEI', '李伟', 'LGO.staff'], PASSWORD, 'is taken'],
    ['a missing argument', ['wang.fang'], PASSWORD, 'Usage: npm run account'],
  ])(
    'refuses %s in a sentence and leaves no account behind',
    async (_what, args, password, sentence) => {
      const before = await accounts();
      const { code, said } = await account(args, password);
      expect(code).toBe(1);
      expect(said).toContain(sentence);
      expect(said).not.toContain('    at ');
      expect(await accounts()).toBe(before);
    },
    60_000,
  );
});
