import { Database } from '@landfall/persistence';
import { createEmptyTestDatabase, type TestDatabase } from '../../../../test/environment/test-database';
import { BatchChanges, EventChanges } from './change-set';
import { ChangeWriter } from './change-writer';

describe('writing the rows of a batch', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  const writer = new ChangeWriter();

  beforeAll(async () => {
    testDatabase = await createEmptyTestDatabase();
    database = new Database({ url: testDatabase.url });
    await database.query(`CREATE TABLE parcel (id text PRIMARY KEY, owner text, facts jsonb, marks jsonb)`);
    await writer.prepare(database);
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  const write = async (...events: ((changes: EventChanges) => void)[]): Promise<void> => {
    const batch = new BatchChanges();
    for (const say of events) {
      const changes = new EventChanges(new Date(0));
      say(changes);
      batch.apply(changes.mutations);
    }
    await database.transaction((tx) => writer.write(tx.client, batch.groups()));
  };

  const parcel = async (id: string) => (await database.query('SELECT * FROM parcel WHERE id = $1', [id]))[0];

  it('folds changes of a row that the batch inserts into its insert', async () => {
    await write(
      (changes) => changes.insert('parcel', { id: 'a', owner: 'x', facts: { one: 1 }, marks: {} }),
      (changes) => {
        changes.merge('parcel', 'a', 'facts', { two: 2 });
        changes.update('parcel', 'a', { owner: 'y' });
      },
    );
    expect(await parcel('a')).toEqual({ id: 'a', owner: 'y', facts: { one: 1, two: 2 }, marks: {} });
  });

  it.each([
    ['a comma', 'one,two'],
    ['braces', '{a}'],
    ['quotes and backslashes', 'he said "no\\" \\'],
    ['the word NULL', 'NULL'],
    ['nothing', ''],
    ['blanks and a line break', ' a \n b '],
    ['Chinese', '“两化”搬迁（南港），一期'],
  ])('writes a text with %s as it is, and the rows beside it', async (what, text) => {
    const id = (name: string) => `${what} ${name}`;
    await write((changes) => {
      changes.insert('parcel', { id: id('before'), owner: 'x', facts: null, marks: null });
      changes.insert('parcel', { id: id('it'), owner: text, facts: { text, list: [text] }, marks: null });
      changes.insert('parcel', { id: id('after'), owner: null, facts: {}, marks: { last: true } });
    });
    expect(await parcel(id('before'))).toMatchObject({ owner: 'x', facts: null });
    expect(await parcel(id('it'))).toMatchObject({ owner: text, facts: { text, list: [text] } });
    expect(await parcel(id('after'))).toMatchObject({ owner: null, facts: {}, marks: { last: true } });
  });

  it('updates and merges one row in one statement without losing either', async () => {
    await write((changes) =>
      changes.insert('parcel', { id: 'b', owner: 'x', facts: { one: 1 }, marks: { old: true } }),
    );
    await write(
      (changes) => {
        changes.merge('parcel', 'b', 'facts', { two: 2 });
        changes.update('parcel', 'b', { owner: 'y' });
      },
      (changes) => {
        changes.merge('parcel', 'b', 'marks', { fresh: true });
        changes.merge('parcel', 'b', 'facts', { three: 3 });
      },
    );
    expect(await parcel('b')).toEqual({
      id: 'b',
      owner: 'y',
      facts: { one: 1, two: 2, three: 3 },
      marks: { old: true, fresh: true },
    });
  });

  it('lets the later of replacing and merging a column win', async () => {
    await write((changes) => changes.insert('parcel', { id: 'c', owner: 'x', facts: { one: 1 }, marks: {} }));
    await write((changes) => {
      changes.merge('parcel', 'c', 'facts', { gone: 1 });
      changes.update('parcel', 'c', { facts: { two: 2 } });
      changes.merge('parcel', 'c', 'facts', { three: 3 });
    });
    expect(await parcel('c')).toMatchObject({ facts: { two: 2, three: 3 } });
  });
});
