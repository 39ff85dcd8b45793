import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects with their participants, the number series, and the imports of lists of leads. */
export class Projects1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE number_series (
        series text NOT NULL,
        period text NOT NULL,
        last bigint NOT NULL,
        PRIMARY KEY (series, period)
      )`);
    await runner.query(`
      CREATE TABLE project (
        id uuid PRIMARY KEY REFERENCES process_instance (id),
        lead_no text COLLATE "C" NOT NULL CONSTRAINT project_lead_no UNIQUE,
        project_no text COLLATE "C" NOT NULL CONSTRAINT project_project_no UNIQUE,
        name text NOT NULL,
        name_key text NOT NULL,
        name_prefix text[] NOT NULL,
        name_bigrams text[] NOT NULL,
        investor_name text,
        investor_hidden boolean NOT NULL,
        investor_keys text[] NOT NULL,
        investor_search text NOT NULL,
        investor_bigrams text[] NOT NULL,
        investor_uscc text,
        investor_origin text,
        capital_type text NOT NULL CHECK (capital_type IN ('domestic', 'foreign', 'hkMacaoTaiwan', 'unknown')),
        industry_focus text NOT NULL,
        industry_code text,
        lead_task_force text,
        assist_task_forces text[] NOT NULL,
        landing_unit text,
        landing_kind text CHECK (landing_kind IN ('ZONE', 'STREET_TOWN')),
        routing_reason jsonb NOT NULL,
        filer_unit text NOT NULL,
        filer_kind text NOT NULL,
        filer_group text NOT NULL,
        filer_account text NOT NULL,
        filer_name text NOT NULL,
        total_investment numeric(18,4) CHECK (total_investment > 0),
        stated_amount numeric CHECK (stated_amount > 0),
        stated_unit text,
        currency text,
        exchange_rate jsonb,
        level text,
        signed_on date,
        registered_on date,
        started_on date,
        operated_on date,
        milestone_precision jsonb NOT NULL,
        enterprise_name text,
        enterprise_uscc text,
        contact_hash text,
        facts jsonb NOT NULL,
        source text NOT NULL CHECK (source IN ('entry', 'import')),
        source_type text NOT NULL,
        source_id text,
        fingerprint text,
        duplicate_of uuid REFERENCES project (id),
        first_report_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      ) WITH (fillfactor = 80)`);
    await runner.query('CREATE INDEX project_newest ON project (created_at DESC, id DESC)');
    await runner.query('CREATE INDEX project_lead ON project (lead_task_force, created_at DESC, id DESC)');
    await runner.query('CREATE INDEX project_landing ON project (landing_unit, created_at DESC, id DESC)');
    await runner.query('CREATE INDEX project_filer ON project (filer_account, created_at DESC, id DESC)');
    await runner.query('CREATE INDEX project_investment ON project (coalesce(total_investment, 0), id)');
    await runner.query('CREATE INDEX project_industry ON project (industry_focus, landing_unit)');
    await runner.query('CREATE INDEX project_name ON project (name_key)');
    await runner.query('CREATE INDEX project_investor ON project USING gin (investor_keys)');
    await runner.query('CREATE INDEX project_name_prefix ON project USING gin (name_prefix)');
    await runner.query('CREATE INDEX project_name_search ON project USING gin (name_bigrams)');
    await runner.query('CREATE INDEX project_investor_search ON project USING gin (investor_bigrams)');
    await runner.query('CREATE INDEX project_source ON project (source_id) WHERE source_id IS NOT NULL');
    await runner.query('CREATE INDEX project_contact ON project (contact_hash) WHERE contact_hash IS NOT NULL');
    await runner.query('CREATE INDEX project_investor_uscc ON project (investor_uscc) WHERE investor_uscc IS NOT NULL');
    await runner.query(`
      CREATE UNIQUE INDEX project_enterprise_uscc ON project (enterprise_uscc)
        WHERE enterprise_uscc IS NOT NULL AND duplicate_of IS NULL`);
    await runner.query(
      'CREATE UNIQUE INDEX project_fingerprint ON project (fingerprint) WHERE fingerprint IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE project_participant (
        project_id uuid NOT NULL REFERENCES project (id),
        unit text NOT NULL,
        part text NOT NULL CHECK (part IN ('filer', 'lead', 'assist', 'landing')),
        since timestamptz NOT NULL,
        PRIMARY KEY (project_id, unit, part)
      )`);
    await runner.query('CREATE INDEX project_participant_unit ON project_participant (unit, project_id)');
    // A unit that was asked to work on a project may see it; the inbox indexes only know open tasks.
    await runner.query(
      `CREATE INDEX user_task_candidate_unit ON user_task (split_part(candidate_group, '.', 1), instance_id)`,
    );
    await runner.query(`
      CREATE INDEX user_task_escalated_unit ON user_task (split_part(escalated_to, '.', 1), instance_id)
        WHERE escalated_to IS NOT NULL`);
    await runner.query(`
      CREATE TABLE lead_import (
        id uuid PRIMARY KEY,
        file_name text NOT NULL,
        file_size integer NOT NULL,
        file_sha256 text NOT NULL,
        format text NOT NULL CHECK (format IN ('csv', 'xlsx')),
        content bytea,
        account text NOT NULL,
        actor jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
        total integer,
        ignored_columns text[] NOT NULL,
        code text,
        params jsonb,
        created_at timestamptz NOT NULL,
        started_at timestamptz,
        ended_at timestamptz
      )`);
    await runner.query('CREATE INDEX lead_import_account ON lead_import (account, id DESC)');
    await runner.query(`
      CREATE TABLE lead_import_row (
        id uuid PRIMARY KEY,
        import_id uuid NOT NULL REFERENCES lead_import (id),
        row_no integer NOT NULL,
        cells jsonb NOT NULL,
        outcome text CHECK (outcome IN ('created', 'duplicate', 'refused')),
        project_id uuid REFERENCES project (id),
        project_name text,
        lead_task_force text,
        code text,
        params jsonb,
        CONSTRAINT lead_import_row_no UNIQUE (import_id, row_no)
      ) WITH (fillfactor = 70)`);
    await runner.query(`
      CREATE INDEX lead_import_row_waiting ON lead_import_row (import_id, row_no) WHERE outcome IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lead_import_row, lead_import, project_participant, project, number_series');
    await runner.query('DROP INDEX user_task_candidate_unit, user_task_escalated_unit');
  }
}
