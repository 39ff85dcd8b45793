import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lights of projects with their rules, history, overrides and daily runs; disputes on whom a project waited for. */
export class LightsAndWaiting1764340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE light_rule (
        valid_from date PRIMARY KEY,
        thresholds jsonb NOT NULL,
        note text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    // The numbers of domain-model 3.7. A new version is a further row with a later day; rows are never changed.
    await runner.query(
      `INSERT INTO light_rule (valid_from, thresholds, note) VALUES ('2022-12-27', $1, '业务规则 3.7')`,
      [JSON.stringify(FIRST_THRESHOLDS)],
    );
    await runner.query(`
      CREATE TABLE project_light (
        project_id uuid PRIMARY KEY REFERENCES project (id),
        light text NOT NULL CHECK (light IN ('green', 'yellow', 'red', 'grey')),
        shown text NOT NULL CHECK (shown IN ('green', 'yellow', 'red', 'grey')),
        shown_until date,
        reasons jsonb NOT NULL,
        held_reasons jsonb NOT NULL,
        rules_from date NOT NULL,
        since timestamptz NOT NULL,
        computed_at timestamptz NOT NULL,
        week_on date,
        week_light text,
        week_streak integer NOT NULL
      ) WITH (fillfactor = 80)`);
    await runner.query(`
      CREATE INDEX project_light_alarm ON project_light (since, project_id)
        WHERE light IN ('yellow', 'red') OR shown IN ('yellow', 'red')`);
    await runner.query(`
      CREATE TABLE project_light_change (
        id uuid PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES project (id),
        from_light text,
        to_light text NOT NULL,
        cause text NOT NULL
          CHECK (cause IN ('event', 'daily', 'override', 'overrideEnded', 'overrideExpired')),
        reasons jsonb NOT NULL,
        actor_id text NOT NULL,
        actor_name text NOT NULL,
        at timestamptz NOT NULL
      )`);
    await runner.query(
      'CREATE INDEX project_light_change_project ON project_light_change (project_id, at DESC, id DESC)',
    );
    await runner.query(`
      CREATE TABLE light_override (
        id uuid PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES project (id),
        light text NOT NULL CHECK (light IN ('green', 'yellow', 'red')),
        reason text NOT NULL,
        until_on date NOT NULL,
        actor_id text NOT NULL,
        actor_name text NOT NULL,
        actor_unit text NOT NULL,
        at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_by text,
        ended_by_name text,
        ended_as text CHECK (ended_as IN ('expired', 'withdrawn', 'replaced')),
        CHECK ((ended_at IS NULL) = (ended_as IS NULL))
      )`);
    await runner.query('CREATE UNIQUE INDEX light_override_open ON light_override (project_id) WHERE ended_at IS NULL');
    await runner.query('CREATE INDEX light_override_project ON light_override (project_id, at DESC)');
    await runner.query(`
      CREATE TABLE light_run (
        day date PRIMARY KEY,
        state text NOT NULL CHECK (state IN ('due', 'done', 'missed')),
        last_project uuid,
        projects integer NOT NULL,
        changed integer NOT NULL,
        opened_at timestamptz NOT NULL,
        ended_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE light_measure (
        id uuid PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES project (id),
        kind text NOT NULL CHECK (kind IN ('remindHead', 'raiseIssue', 'proposeSupervision', 'officeCall', 'deputyInterview')),
        occasion text NOT NULL,
        subject text NOT NULL,
        reasons jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        done_at timestamptz,
        CONSTRAINT light_measure_once UNIQUE (project_id, kind, occasion, subject)
      )`);
    await runner.query('CREATE INDEX light_measure_newest ON light_measure (created_at DESC, id DESC)');
    // What happened to projects since their lights were read last: many events of one are one reading.
    await runner.query(`
      CREATE TABLE light_reading (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        project_id uuid,
        issue_id uuid
      )`);
    await runner.query(`
      CREATE TABLE waiting_dispute (
        id uuid PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES project (id),
        from_at timestamptz NOT NULL,
        to_at timestamptz NOT NULL,
        against_kind text NOT NULL CHECK (against_kind IN ('unit', 'enterprise', 'meetingQueue', 'suspended')),
        against_owner text NOT NULL,
        claimed_kind text NOT NULL CHECK (claimed_kind IN ('unit', 'enterprise', 'meetingQueue')),
        claimed_owner text NOT NULL,
        reason text NOT NULL,
        evidence text NOT NULL,
        actor_id text NOT NULL,
        actor_name text NOT NULL,
        actor_unit text NOT NULL,
        at timestamptz NOT NULL,
        CHECK (from_at < to_at)
      )`);
    await runner.query('CREATE INDEX waiting_dispute_project ON waiting_dispute (project_id, at)');
    await runner.query(`
      CREATE TABLE waiting_decision (
        dispute_id uuid CONSTRAINT waiting_decision_once PRIMARY KEY REFERENCES waiting_dispute (id),
        outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused')),
        reason text NOT NULL,
        actor_id text NOT NULL,
        actor_name text NOT NULL,
        at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE FUNCTION refuse_record_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    for (const table of APPEND_ONLY) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_record_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE waiting_decision, waiting_dispute, light_measure, light_reading, light_run, light_override,
        project_light_change, project_light, light_rule`);
    await runner.query('DROP FUNCTION refuse_record_change()');
  }
}

const APPEND_ONLY = ['light_rule', 'project_light_change', 'waiting_dispute', 'waiting_decision'];

const FIRST_THRESHOLDS = {
  nodeOverdue: { redOverWorkingDays: 5 },
  noUpdate: { yellowFromDays: 14, redOverDays: 30 },
  startLate: { redFromMonths: 3 },
  progressBehind: { yellowFromPoints: 10, redOverPoints: 30 },
  noFunds: { yellowFromMonths: 3 },
  fundsLow: { redOverMonths: 6, redBelowPercent: 15 },
  notEntered: { yellowOverMonths: 1, redOverMonths: 2 },
  signedNotStarted: { redOverMonths: 12 },
  issueOpen: { yellowOverWorkingDays: 5, redOverWorkingDays: 15, redFromLevel: 2 },
  notRegistered: { redOverDays: 30 },
};
