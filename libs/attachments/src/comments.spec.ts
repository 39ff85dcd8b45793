import { ManualClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { Comments } from './comments';

const AUTHOR: Actor = { accountId: 'd01.specialist', name: '李伟', unit: 'D01', groups: ['D01.specialist'] };

describe('comments', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let comments: Comments;
  const subject = { instanceId: uuid(), taskId: null };

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
    comments = new Comments(database, new ManualClock(new Date('2026-11-23T02:00:00Z')));
    await database.query(`INSERT INTO process_definition (key, version, hash) VALUES ('paper', 1, 'x')`);
    await database.query(
      `INSERT INTO process_instance (id, definition_key, definition_version, snapshot, rev, status, states, tags, started_by,
         started_at, updated_at) VALUES ($1, 'paper', 1, '{}', 1, 'active', '{}', '{}', 'x', now(), now())`,
      [subject.instanceId],
    );
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  it('are kept in their order', async () => {
    const first = await comments.add(AUTHOR, subject, ' 请补充环评材料 ');
    const second = await comments.add(AUTHOR, subject, `已补充\n${'🌊'.repeat(1996)}`);
    expect(first).toEqual({
      id: expect.any(String),
      text: '请补充环评材料',
      author: { accountId: 'd01.specialist', name: '李伟' },
      at: '2026-11-23T02:00:00.000Z',
    });
    expect(await comments.ofInstance(subject.instanceId)).toEqual([first, second]);
    expect(await comments.ofTask(uuid())).toEqual([]);
  });

  it.each([
    ['', 'COMMENT.EMPTY'],
    [' \n\t　', 'COMMENT.EMPTY'],
    ['长'.repeat(2001), 'COMMENT.TOO_LONG'],
    ['a\0b', 'COMMENT.UNREADABLE'],
    ['a\uD800b', 'COMMENT.UNREADABLE'],
  ])('%j is refused', async (text, code) => {
    const before = await comments.ofInstance(subject.instanceId);
    await expect(comments.add(AUTHOR, subject, text)).rejects.toMatchObject({ code, status: 422 });
    expect(await comments.ofInstance(subject.instanceId)).toEqual(before);
  });
});
