import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Issues that block projects, supervision items, and which leader is in charge of which unit. */
export class Supervision1764330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE leader_responsibility (
        unit text NOT NULL,
        leader_group text NOT NULL,
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to > valid_from),
        PRIMARY KEY (unit, valid_from)
      )`);
    await runner.query(`
      CREATE TABLE issue (
        id uuid PRIMARY KEY REFERENCES process_instance (id),
        project_id uuid NOT NULL REFERENCES project (id),
        type text NOT NULL,
        title text NOT NULL,
        tried text NOT NULL,
        urgent boolean NOT NULL,
        source text NOT NULL CHECK (source IN ('person', 'redLight', 'track')),
        raiser_account text NOT NULL,
        raiser_name text NOT NULL,
        raiser_unit text NOT NULL,
        raiser_group text NOT NULL,
        lead_task_force text,
        landing_unit text,
        level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
        state text NOT NULL,
        must_act text[] NOT NULL,
        blocking boolean NOT NULL,
        until_on date,
        coordination jsonb NOT NULL,
        opened_at timestamptz NOT NULL,
        level_since timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        closed_at timestamptz,
        outcome text CHECK (outcome IN ('resolved', 'invalid', 'withdrawn', 'lapsed')),
        result text
      ) WITH (fillfactor = 80)`);
    // One open issue per project and type, whoever raises it first.
    await runner.query('CREATE UNIQUE INDEX issue_open ON issue (project_id, type) WHERE closed_at IS NULL');
    await runner.query('CREATE INDEX issue_board ON issue (level DESC, opened_at, id) WHERE blocking');
    await runner.query('CREATE INDEX issue_project ON issue (project_id, opened_at DESC, id DESC)');
    await runner.query(`
      CREATE TABLE supervision_item (
        id uuid PRIMARY KEY REFERENCES process_instance (id),
        number text CONSTRAINT supervision_item_number UNIQUE,
        source text NOT NULL CHECK (source IN ('resolution', 'instruction', 'redLight', 'assessment', 'superior')),
        title text NOT NULL,
        requirement text NOT NULL,
        project_id uuid REFERENCES project (id),
        lead_unit text NOT NULL,
        assist_units text[] NOT NULL,
        due_on date NOT NULL,
        drafter_account text NOT NULL,
        drafter_name text NOT NULL,
        drafter_unit text NOT NULL,
        on_behalf_of jsonb,
        origin jsonb,
        state text NOT NULL,
        must_act text[] NOT NULL,
        progress smallint NOT NULL CHECK (progress BETWEEN 0 AND 100),
        extensions smallint NOT NULL CHECK (extensions BETWEEN 0 AND 2),
        colour text NOT NULL CHECK (colour IN ('none', 'blue', 'yellow', 'red')),
        in_bulletin boolean NOT NULL,
        reports jsonb NOT NULL,
        interviews jsonb NOT NULL,
        drafted_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        closed_at timestamptz,
        outcome text CHECK (outcome IN ('closed', 'voided')),
        in_time boolean,
        result text
      ) WITH (fillfactor = 80)`);
    await runner.query(`
      CREATE INDEX supervision_item_board ON supervision_item (colour, due_on, id) WHERE closed_at IS NULL`);
    await runner.query(`
      CREATE INDEX supervision_item_project ON supervision_item (project_id, drafted_at DESC)
        WHERE project_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE supervision_item, issue, leader_responsibility');
  }
}
