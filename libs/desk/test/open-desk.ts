import { ManualClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import { v7 } from 'uuid';
import { createTestDatabase } from '../../../test/environment/test-database';

/** A database of its own with two accounts, and ways to put tasks into it. */
export const openDesk = async () => {
  const testDatabase = await createTestDatabase();
  const db = new Database({ url: testDatabase.url });
  const [mine, other] = [v7(), v7()];
  for (const [id, username] of [
    [mine, 'mine'],
    [other, 'other'],
  ]) {
    await db.query(
      `INSERT INTO account (id, username, name, password_hash, password_changed_at, is_sample, created_at)
       VALUES ($1, $2, $2, '', now(), false, now())`,
      [id, username],
    );
  }
  await db.query(`INSERT INTO process_definition (key, version, hash) VALUES ('paper', 1, 'x')`);
  return {
    db,
    clock: new ManualClock(new Date('2026-11-23T02:00:00Z')),
    mine,
    other,
    addTask: async (state = 'created'): Promise<string> => {
      const [id, instance] = [v7(), v7()];
      await db.query(
        `INSERT INTO process_instance (id, definition_key, definition_version, snapshot, rev, status, states, tags,
           started_by, started_at, updated_at) VALUES ($1, 'paper', 1, '{}', 1, 'active', '{}', '{}', 'x', now(), now())`,
        [instance],
      );
      await db.query(
        `INSERT INTO user_task (id, item_id, instance_id, definition_key, definition_version, task_key, slot, state,
           candidate_group, created_at, due_at, deadline, reminders)
         VALUES ($1, $1, $2, 'paper', 1, 'review', 'main', $3, 'D01.specialist', now(), now(), '{}', 0)`,
        [id, instance, state],
      );
      return id;
    },
    close: async () => {
      await db.close();
      await testDatabase.drop();
    },
  };
};

export type Desk = Awaited<ReturnType<typeof openDesk>>;
