import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the operations on user tasks keep: shares of one work item, owners, signers, copies, and the arithmetic of timers. */
export class TaskAlgebra1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE process_instance
        ADD COLUMN work jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN belongs_to uuid REFERENCES process_instance (id)`);
    // What an instance remembers of its work makes the row longer than a quarter of a page; compressing it at every event
    // would cost more than the space.
    await runner.query('ALTER TABLE process_instance SET (toast_tuple_target = 8160)');
    await runner.query(`
      CREATE INDEX process_instance_belongs_to ON process_instance (belongs_to) WHERE belongs_to IS NOT NULL`);
    await runner.query(`
      ALTER TABLE user_task
        ADD COLUMN item_id uuid,
        ADD COLUMN live boolean NOT NULL DEFAULT false,
        ADD COLUMN seq integer NOT NULL DEFAULT 0,
        ADD COLUMN weight integer NOT NULL DEFAULT 1,
        ADD COLUMN part text NOT NULL DEFAULT 'sole'
          CHECK (part IN ('sole', 'share', 'lead', 'assist', 'signerBefore', 'signerAfter')),
        ADD COLUMN signs_for uuid,
        ADD COLUMN added_by text,
        ADD COLUMN owner text,
        ADD COLUMN owner_name text,
        ADD COLUMN suspended_at timestamptz,
        ADD COLUMN urged_on date,
        ADD COLUMN urges integer NOT NULL DEFAULT 0,
        ADD COLUMN completed_for text,
        ADD COLUMN completed_for_name text,
        DROP CONSTRAINT user_task_state_check,
        ADD CONSTRAINT user_task_state_check CHECK
          (state IN ('waiting', 'created', 'claimed', 'suspended', 'completed', 'skipped', 'cancelled'))`);
    await runner.query(`UPDATE user_task SET item_id = id, live = state IN ('created', 'claimed')`);
    await runner.query('ALTER TABLE user_task ALTER COLUMN item_id SET NOT NULL');
    await runner.query('DROP INDEX user_task_open');
    // A task that is alone in its item has the item's id, so this stays small.
    await runner.query('CREATE INDEX user_task_item ON user_task (item_id) WHERE item_id <> id');
    await runner.query('CREATE INDEX user_task_live ON user_task (instance_id) WHERE live');
    await runner.query(`
      ALTER TABLE timer
        ADD COLUMN deadline jsonb,
        ADD COLUMN suspended_at timestamptz,
        DROP CONSTRAINT timer_state_check,
        ADD CONSTRAINT timer_state_check CHECK (state IN ('armed', 'fired', 'cancelled', 'failed', 'suspended'))`);
    await runner.query('DROP INDEX timer_armed');
    await runner.query(`CREATE INDEX timer_live ON timer (instance_id) WHERE state IN ('armed', 'suspended')`);
    await runner.query(`
      CREATE TABLE carbon_copy (
        id uuid PRIMARY KEY,
        instance_id uuid NOT NULL REFERENCES process_instance (id),
        task_id uuid REFERENCES user_task (id),
        account text NOT NULL,
        account_name text NOT NULL,
        sent_by text NOT NULL,
        sent_by_name text NOT NULL,
        note text,
        sent_at timestamptz NOT NULL,
        read_at timestamptz
      ) WITH (fillfactor = 80)`);
    await runner.query('CREATE INDEX carbon_copy_account ON carbon_copy (account, sent_at DESC, id DESC)');
    await runner.query('CREATE INDEX carbon_copy_unread ON carbon_copy (account, sent_at DESC) WHERE read_at IS NULL');
    await runner.query(`
      CREATE UNIQUE INDEX carbon_copy_once ON carbon_copy (coalesce(task_id, instance_id), account)
        WHERE read_at IS NULL`);
    await runner.query('CREATE INDEX carbon_copy_instance ON carbon_copy (instance_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE carbon_copy');
    await runner.query('DROP INDEX timer_live, user_task_live, user_task_item');
    await runner.query(`
      UPDATE timer SET state = 'cancelled', ended_at = coalesce(ended_at, suspended_at) WHERE state = 'suspended'`);
    await runner.query(`
      ALTER TABLE timer
        DROP CONSTRAINT timer_state_check,
        ADD CONSTRAINT timer_state_check CHECK (state IN ('armed', 'fired', 'cancelled', 'failed')),
        DROP COLUMN suspended_at,
        DROP COLUMN deadline`);
    await runner.query(`CREATE INDEX timer_armed ON timer (instance_id) WHERE state = 'armed'`);
    await runner.query(`
      UPDATE user_task SET state = 'cancelled' WHERE state IN ('waiting', 'suspended', 'skipped')`);
    await runner.query(`
      ALTER TABLE user_task
        DROP CONSTRAINT user_task_state_check,
        ADD CONSTRAINT user_task_state_check CHECK (state IN ('created', 'claimed', 'completed', 'cancelled')),
        DROP COLUMN completed_for_name,
        DROP COLUMN completed_for,
        DROP COLUMN urges,
        DROP COLUMN urged_on,
        DROP COLUMN suspended_at,
        DROP COLUMN owner_name,
        DROP COLUMN owner,
        DROP COLUMN added_by,
        DROP COLUMN signs_for,
        DROP COLUMN part,
        DROP COLUMN weight,
        DROP COLUMN seq,
        DROP COLUMN live,
        DROP COLUMN item_id`);
    await runner.query(`
      CREATE INDEX user_task_open ON user_task (instance_id) WHERE state IN ('created', 'claimed')`);
    await runner.query('ALTER TABLE process_instance RESET (toast_tuple_target)');
    await runner.query('ALTER TABLE process_instance DROP COLUMN belongs_to, DROP COLUMN work');
  }
}
