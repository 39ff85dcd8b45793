import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who acts for whom from which day to which, and a number that each change of accounts and their posts raises. */
export class Substitution1764350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE substitution (
        id uuid PRIMARY KEY,
        principal uuid NOT NULL REFERENCES account (id),
        substitute uuid NOT NULL REFERENCES account (id),
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        reason text NOT NULL,
        set_by uuid NOT NULL REFERENCES account (id),
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_by uuid REFERENCES account (id),
        CHECK (principal <> substitute),
        CHECK (valid_to >= valid_from),
        CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
        CONSTRAINT substitution_no_overlap EXCLUDE USING gist
          (principal WITH =, substitute WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (ended_at IS NULL)
      )`);
    // The first is read with every request: only what has not ended is in it.
    await runner.query(
      'CREATE INDEX substitution_standing ON substitution (substitute, valid_to) WHERE ended_at IS NULL',
    );
    await runner.query('CREATE INDEX substitution_substitute ON substitution (substitute, valid_from DESC)');
    await runner.query('CREATE INDEX substitution_principal ON substitution (principal, valid_from DESC)');
    // Whoever leaves a post hands over what rests or was delegated too; what is claimed has its index.
    await runner.query(`
      CREATE INDEX user_task_resting ON user_task (assignee)
        WHERE state IN ('waiting', 'suspended') AND assignee IS NOT NULL`);
    await runner.query('CREATE INDEX user_task_owner ON user_task (owner) WHERE owner IS NOT NULL');
    await runner.query(`
      CREATE TABLE roster_revision (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        revision bigint NOT NULL
      )`);
    await runner.query('INSERT INTO roster_revision (revision) VALUES (1)');
    await runner.query(`
      CREATE FUNCTION count_roster_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE roster_revision SET revision = revision + 1;
        RETURN NULL;
      END $$`);
    // A changed password or a sign-in changes nobody's posts.
    for (const [table, columns] of Object.entries(WATCHED)) {
      await runner.query(`
        CREATE TRIGGER ${table}_roster_change AFTER INSERT OR DELETE OR UPDATE${columns} ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION count_roster_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(WATCHED)) await runner.query(`DROP TRIGGER ${table}_roster_change ON ${table}`);
    await runner.query('DROP FUNCTION count_roster_change');
    await runner.query('DROP INDEX user_task_owner, user_task_resting');
    await runner.query('DROP TABLE roster_revision');
    await runner.query('DROP TABLE substitution');
  }
}

/** The tables whose changes are counted, and which columns of them. */
const WATCHED = { account: ' OF username, name, disabled_at', post_assignment: '' };
