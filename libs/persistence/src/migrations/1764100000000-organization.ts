import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Units, task forces, posts, seats and routing rules, each row valid for a half-open span of days.
 *
 * A code is for ever; what it is called or decides may change from a day on, and the older rows stay.
 */
export class Organization1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(`
      CREATE TABLE organization_unit (
        id uuid PRIMARY KEY,
        code text NOT NULL,
        kind text NOT NULL,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        short_name text NOT NULL,
        stat_code text,
        stat_name text,
        aliases text[] NOT NULL,
        parent_code text,
        is_member boolean NOT NULL,
        duties text[] NOT NULL,
        sort_order integer NOT NULL,
        ${SPAN},
        ${oneAtATime('code')}
      )`);
    await runner.query(`
      CREATE TABLE task_force (
        id uuid PRIMARY KEY,
        code text NOT NULL,
        unit_code text NOT NULL,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        partners text[] NOT NULL,
        basis text,
        registers_every_project boolean NOT NULL,
        serves_state_investors boolean NOT NULL,
        ${SPAN},
        ${oneAtATime('code')}
      )`);
    await runner.query(`
      CREATE TABLE post (
        id uuid PRIMARY KEY,
        code text NOT NULL,
        unit_code text NOT NULL,
        role text NOT NULL,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        heads_unit boolean NOT NULL,
        seats integer NOT NULL CHECK (seats > 0),
        ${SPAN},
        ${oneAtATime('code')}
      )`);
    await runner.query(`
      CREATE TABLE leading_group_seat (
        id uuid PRIMARY KEY,
        seat integer NOT NULL,
        post_code text NOT NULL,
        holder_name text NOT NULL,
        holder_position text NOT NULL,
        source text NOT NULL,
        ${SPAN},
        ${oneAtATime('seat')}
      )`);
    await runner.query(`
      CREATE TABLE industry_rule (
        id uuid PRIMARY KEY,
        keyword_zh text NOT NULL,
        keyword_en text NOT NULL,
        synonyms text[] NOT NULL,
        lead_task_force text NOT NULL,
        assist_task_forces text[] NOT NULL,
        applies_to text NOT NULL CHECK (applies_to IN ('ANY', 'STATE_OWNED')),
        note_zh text,
        note_en text,
        source_zh text NOT NULL,
        source_en text NOT NULL,
        priority integer NOT NULL,
        ${SPAN},
        ${oneAtATime('keyword_zh')}
      )`);
    await runner.query(`
      CREATE TABLE organization_revision (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        revision bigint NOT NULL
      )`);
    await runner.query('INSERT INTO organization_revision (revision) VALUES (1)');
    await runner.query(`
      CREATE FUNCTION count_organization_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE organization_revision SET revision = revision + 1;
        RETURN NULL;
      END $$`);
    for (const table of TABLES) {
      await runner.query(`
        CREATE TRIGGER ${table}_change AFTER INSERT OR UPDATE OR DELETE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION count_organization_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP TABLE organization_revision');
    await runner.query('DROP FUNCTION count_organization_change');
  }
}

const TABLES = ['organization_unit', 'task_force', 'post', 'leading_group_seat', 'industry_rule'];

const SPAN = `
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to > valid_from)`;

/** No two rows of a key are valid on the same day. */
const oneAtATime = (key: string): string =>
  `EXCLUDE USING gist (${key} WITH =, daterange(valid_from, valid_to) WITH &&)`;
