import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Issues that have come up to the leading group wait for its special meetings (domain-model 6.c2, 6.d). */
export class IssuesQueue1764440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting_queue
        DROP CONSTRAINT meeting_queue_queue_check,
        ADD CONSTRAINT meeting_queue_queue_check
          CHECK (queue IN ('streetTown', 'district', 'leadingGroup', 'leadingGroupIssue', 'push'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM meeting_queue WHERE queue = 'leadingGroupIssue'`);
    await runner.query(`
      ALTER TABLE meeting_queue
        DROP CONSTRAINT meeting_queue_queue_check,
        ADD CONSTRAINT meeting_queue_queue_check
          CHECK (queue IN ('streetTown', 'district', 'leadingGroup', 'push'))`);
  }
}
