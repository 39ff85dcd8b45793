import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, the posts they hold, their sessions and failed sign-ins. */
export class Identity1764110000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        username text NOT NULL,
        name text NOT NULL,
        password_hash text NOT NULL,
        password_changed_at timestamptz NOT NULL,
        is_sample boolean NOT NULL,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE UNIQUE INDEX account_username ON account (lower(username))');
    await runner.query(`
      CREATE TABLE post_assignment (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id),
        post_code text NOT NULL,
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to > valid_from),
        EXCLUDE USING gist (account_id WITH =, post_code WITH =, daterange(valid_from, valid_to) WITH &&)
      )`);
    await runner.query('CREATE INDEX post_assignment_account ON post_assignment (account_id)');
    await runner.query('CREATE INDEX post_assignment_post ON post_assignment (post_code)');
    await runner.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        account_id uuid NOT NULL REFERENCES account (id),
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text CHECK (end_reason IN ('signedOut', 'passwordChanged', 'accountDisabled')),
        address text NOT NULL,
        user_agent text NOT NULL
      ) WITH (fillfactor = 80)`);
    await runner.query('CREATE INDEX session_open ON session (account_id) WHERE ended_at IS NULL');
    await runner.query('CREATE INDEX session_expires ON session (expires_at)');
    await runner.query(`
      CREATE TABLE sign_in_failure (
        username text NOT NULL,
        address text NOT NULL,
        failures integer NOT NULL,
        first_failed_at timestamptz NOT NULL,
        last_failed_at timestamptz NOT NULL,
        locked_until timestamptz,
        PRIMARY KEY (username, address)
      ) WITH (fillfactor = 80)`);
    await runner.query('CREATE INDEX sign_in_failure_age ON sign_in_failure (last_failed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sign_in_failure', 'session', 'post_assignment', 'account']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
