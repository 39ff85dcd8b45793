import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told, on which way it reaches them, what they chose, and the days' digests. */
export class Notifications1764320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice (
        id uuid PRIMARY KEY,
        key text NOT NULL UNIQUE,
        kind text NOT NULL,
        urgency text NOT NULL CHECK (urgency IN ('normal', 'urgent')),
        title jsonb NOT NULL,
        body jsonb,
        instance_id uuid,
        task_id uuid,
        link text,
        accounts text[] NOT NULL,
        groups text[] NOT NULL,
        at timestamptz NOT NULL,
        fanned_out_at timestamptz
      ) WITH (fillfactor = 90)`);
    await runner.query('CREATE INDEX notice_waiting ON notice (at) WHERE fanned_out_at IS NULL');
    await runner.query('CREATE INDEX notice_task ON notice (task_id, kind, at) WHERE task_id IS NOT NULL');
    await runner.query(`
      CREATE TABLE notice_delivery (
        id uuid PRIMARY KEY,
        notice_id uuid NOT NULL REFERENCES notice (id),
        account text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('page', 'email', 'wecom', 'dingtalk')),
        state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        lease_until timestamptz,
        sent_at timestamptz,
        read_at timestamptz,
        digested_on date,
        last_error text,
        UNIQUE (notice_id, account, channel)
      ) WITH (fillfactor = 80)`);
    await runner.query(
      `CREATE INDEX notice_delivery_page ON notice_delivery (account, id DESC) WHERE channel = 'page'`,
    );
    await runner.query(`
      CREATE INDEX notice_delivery_unread ON notice_delivery (account, id DESC)
        WHERE channel = 'page' AND read_at IS NULL`);
    await runner.query(`
      CREATE INDEX notice_delivery_undigested ON notice_delivery (id)
        WHERE channel = 'page' AND read_at IS NULL AND digested_on IS NULL`);
    await runner.query(`
      CREATE INDEX notice_delivery_due ON notice_delivery (due_at, id) WHERE state IN ('waiting', 'sending')`);
    await runner.query(`
      CREATE TABLE notice_preference (
        account text PRIMARY KEY,
        email text,
        channels jsonb NOT NULL,
        digest boolean NOT NULL,
        quiet_from text NOT NULL,
        quiet_until text NOT NULL,
        quiet_on_rest_days boolean NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE digest_run (
        day date PRIMARY KEY,
        due_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('scheduled', 'done', 'missed')),
        ended_at timestamptz,
        digests integer NOT NULL DEFAULT 0
      )`);
    await runner.query(`CREATE INDEX digest_run_scheduled ON digest_run (due_at) WHERE state = 'scheduled'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE digest_run, notice_preference, notice_delivery, notice');
  }
}
