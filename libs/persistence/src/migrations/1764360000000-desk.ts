import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person keeps at hand: saved filters of the inbox, phrases used often, and forms begun but not handed in. */
export class Desk1764360000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inbox_filter (
        id uuid PRIMARY KEY,
        account uuid NOT NULL REFERENCES account (id),
        name text NOT NULL,
        view text NOT NULL,
        query jsonb NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE UNIQUE INDEX inbox_filter_name ON inbox_filter (account, lower(name))');
    await runner.query(`
      CREATE TABLE common_phrase (
        id uuid PRIMARY KEY,
        account uuid NOT NULL REFERENCES account (id),
        text text NOT NULL,
        place integer NOT NULL,
        created_at timestamptz NOT NULL,
        UNIQUE (account, text)
      )`);
    await runner.query(`
      CREATE TABLE form_draft (
        account uuid NOT NULL REFERENCES account (id),
        task_id uuid NOT NULL REFERENCES user_task (id),
        form jsonb NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (account, task_id)
      ) WITH (fillfactor = 80)`);
    await runner.query('CREATE INDEX form_draft_task ON form_draft (task_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE form_draft, common_phrase, inbox_filter');
  }
}
