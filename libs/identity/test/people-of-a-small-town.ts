import { ManualClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import { createTestDatabase } from '../../../test/environment/test-database';
import { Accounts, type Person, Sessions } from '../src';
import { smallTownBy } from './posts-of-a-small-town';

export const PASSWORD = 'Harbour-2026!';

/** A database of its own with accounts, and a clock that stands at 10:00 of 2026-11-23 in Binhai. */
export const openSmallTown = async () => {
  const testDatabase = await createTestDatabase();
  const db = new Database({ url: testDatabase.url });
  const clock = new ManualClock(new Date('2026-11-23T02:00:00Z'));
  const directory = smallTownBy(clock);
  const accounts = new Accounts(db, clock, directory);
  const sessions = new Sessions(db, clock, directory, { idleMs: 1e12, absoluteMs: 1e13, sampleAccounts: false });
  const signIn = (username: string) =>
    sessions.signIn({ username, password: PASSWORD, address: '10.0.0.1', userAgent: 'spec' });
  return {
    url: testDatabase.url,
    db,
    clock,
    directory,
    accounts,
    sessions,
    signIn,
    /** Opens an account that holds posts since the beginning of the year. */
    settle: async (username: string, ...posts: string[]): Promise<string> => {
      const id = await accounts.create({ username, name: username, password: PASSWORD });
      for (const post of posts) await accounts.assignPost(id, post, '2026-01-01');
      return id;
    },
    person: async (username: string): Promise<Person> => (await signIn(username)).person,
    close: async () => {
      await db.close();
      await testDatabase.drop();
    },
  };
};

export type SmallTown = Awaited<ReturnType<typeof openSmallTown>>;
