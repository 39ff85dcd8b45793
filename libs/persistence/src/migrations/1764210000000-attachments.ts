import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments and files on processes and their tasks; the files' bytes lie outside the database. */
export class Attachments1764210000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE task_comment (
        id uuid PRIMARY KEY,
        instance_id uuid NOT NULL REFERENCES process_instance (id),
        task_id uuid REFERENCES user_task (id),
        text text NOT NULL,
        author text NOT NULL,
        author_name text NOT NULL,
        author_unit text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX task_comment_instance ON task_comment (instance_id, id)');
    await runner.query('CREATE INDEX task_comment_task ON task_comment (task_id, id)');
    await runner.query(`
      CREATE TABLE attachment (
        id uuid PRIMARY KEY,
        instance_id uuid NOT NULL REFERENCES process_instance (id),
        task_id uuid REFERENCES user_task (id),
        file_name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL CHECK (size > 0),
        sha256 text NOT NULL,
        author text NOT NULL,
        author_name text NOT NULL,
        author_unit text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX attachment_instance ON attachment (instance_id, id)');
    await runner.query('CREATE INDEX attachment_task ON attachment (task_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment, task_comment');
  }
}
