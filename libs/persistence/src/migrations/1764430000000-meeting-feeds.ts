import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendar feeds know when they were read last, and nobody has two that work. */
export class MeetingFeeds1764430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE meeting_feed ADD COLUMN last_used_at timestamptz');
    await runner.query('DROP INDEX meeting_feed_account');
    await runner.query('CREATE UNIQUE INDEX meeting_feed_active ON meeting_feed (account) WHERE revoked_at IS NULL');
    await runner.query(`
      ALTER TABLE meeting_feed ADD CONSTRAINT meeting_feed_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE meeting_feed DROP CONSTRAINT meeting_feed_hashed');
    await runner.query('DROP INDEX meeting_feed_active');
    await runner.query('CREATE INDEX meeting_feed_account ON meeting_feed (account)');
    await runner.query('ALTER TABLE meeting_feed DROP COLUMN last_used_at');
  }
}
