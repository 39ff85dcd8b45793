import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings, who waits for them, push requests, minutes with every version, documents, rules and calendar feeds. */
export class Meetings1764420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE meeting (
        id uuid PRIMARY KEY REFERENCES process_instance (id),
        kind text NOT NULL CHECK (kind IN ('conference', 'plenary', 'special', 'push', 'streetTownReview')),
        definition text NOT NULL,
        meeting_key text NOT NULL CONSTRAINT meeting_key UNIQUE,
        title text NOT NULL,
        period text NOT NULL,
        state text NOT NULL,
        must_act text[] NOT NULL,
        conveners text[] NOT NULL,
        chair_group text NOT NULL,
        planned_on date,
        planned_time text,
        planned_at timestamptz,
        place text,
        called_because jsonb NOT NULL,
        agenda jsonb NOT NULL,
        seats jsonb NOT NULL,
        opinions jsonb NOT NULL,
        resolutions jsonb NOT NULL,
        more jsonb NOT NULL,
        minutes_number text CONSTRAINT meeting_minutes_number UNIQUE,
        rescheduled integer NOT NULL,
        reason text,
        opened_at timestamptz,
        closed_at timestamptz,
        overdue boolean NOT NULL,
        agenda_rev integer NOT NULL,
        resolutions_rev integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      ) WITH (fillfactor = 70)`);
    await runner.query('CREATE INDEX meeting_planned ON meeting (coalesce(planned_at, created_at), id)');
    await runner.query(`CREATE INDEX meeting_open ON meeting (kind) WHERE state NOT IN ('archived', 'cancelled')`);
    // A place is kept when it is left: how long projects waited for which meeting is asked later.
    await runner.query(`
      CREATE TABLE meeting_queue (
        id uuid PRIMARY KEY,
        instance_id uuid NOT NULL REFERENCES process_instance (id),
        definition text NOT NULL,
        queue text NOT NULL CHECK (queue IN ('streetTown', 'district', 'leadingGroup', 'push')),
        turn integer NOT NULL,
        title text NOT NULL,
        project_id uuid,
        project_name text,
        landing_unit text,
        lead_task_force text,
        units text[] NOT NULL,
        presenter text,
        question text,
        urgent boolean NOT NULL,
        hold_by date,
        waiting_since timestamptz NOT NULL,
        left_at timestamptz
      )`);
    await runner.query(
      'CREATE INDEX meeting_queue_waiting ON meeting_queue (queue, waiting_since, id) WHERE left_at IS NULL',
    );
    await runner.query('CREATE INDEX meeting_queue_instance ON meeting_queue (instance_id)');
    await runner.query(`
      CREATE TABLE push_request (
        id uuid PRIMARY KEY REFERENCES process_instance (id),
        project_id uuid NOT NULL REFERENCES project (id),
        project_name text NOT NULL,
        problem_types text[] NOT NULL,
        question text NOT NULL,
        urgent boolean NOT NULL,
        requester_account text NOT NULL,
        requester_name text NOT NULL,
        requester_unit text NOT NULL,
        requester_group text NOT NULL,
        issue_id uuid,
        state text NOT NULL,
        must_act text[] NOT NULL,
        requested_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        closed_at timestamptz,
        outcome text CHECK (outcome IN ('solved', 'byLetter', 'refused', 'merged', 'notAgreed', 'withdrawn')),
        result text
      ) WITH (fillfactor = 80)`);
    await runner.query('CREATE INDEX push_request_project ON push_request (project_id, requested_at DESC)');
    await runner.query(`
      CREATE TABLE meeting_minutes (
        meeting_id uuid NOT NULL REFERENCES meeting (id),
        section text NOT NULL,
        rev integer NOT NULL,
        text text NOT NULL,
        edited_by text NOT NULL,
        edited_by_name text NOT NULL,
        edited_at timestamptz NOT NULL,
        PRIMARY KEY (meeting_id, section)
      )`);
    await runner.query(`
      CREATE TABLE meeting_minutes_version (
        meeting_id uuid NOT NULL REFERENCES meeting (id),
        section text NOT NULL,
        rev integer NOT NULL,
        text text NOT NULL,
        edited_by text NOT NULL,
        edited_by_name text NOT NULL,
        edited_at timestamptz NOT NULL,
        PRIMARY KEY (meeting_id, section, rev)
      )`);
    await runner.query(`
      CREATE TABLE meeting_rule (
        valid_from date PRIMARY KEY,
        rules jsonb NOT NULL,
        note text NOT NULL,
        set_by text NOT NULL,
        set_by_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(
      `INSERT INTO meeting_rule (valid_from, rules, note, set_by, set_by_name)
       VALUES ('2022-12-27', $1, '业务规则 6.b1、6.b2', 'system', 'system')`,
      [JSON.stringify(FIRST_RULES)],
    );
    await runner.query(`
      CREATE TABLE meeting_document (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES meeting (id),
        document text NOT NULL
          CHECK (document IN ('notice', 'agenda', 'papers', 'signInSheet', 'minutes', 'opinions', 'bulletin')),
        item text NOT NULL,
        rev integer NOT NULL,
        state text NOT NULL CHECK (state IN ('due', 'issued')),
        name text,
        mime text,
        content bytea,
        sha256 text,
        created_at timestamptz NOT NULL,
        CONSTRAINT meeting_document_once UNIQUE (meeting_id, document, item, rev),
        CHECK ((state = 'issued') = (content IS NOT NULL AND name IS NOT NULL AND mime IS NOT NULL AND sha256 IS NOT NULL))
      )`);
    await runner.query(`
      CREATE TABLE meeting_feed (
        token_hash text PRIMARY KEY,
        account uuid NOT NULL REFERENCES account (id),
        created_at timestamptz NOT NULL,
        revoked_at timestamptz
      )`);
    await runner.query('CREATE INDEX meeting_feed_account ON meeting_feed (account)');
    // What was sent stays what it was.
    await runner.query(`
      CREATE FUNCTION refuse_issued_document_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'issued' THEN
          RAISE EXCEPTION 'an issued document is never changed' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await runner.query(`
      CREATE TRIGGER meeting_document_issued BEFORE UPDATE OR DELETE ON meeting_document
        FOR EACH ROW EXECUTE FUNCTION refuse_issued_document_change()`);
    for (const table of APPEND_ONLY) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_record_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE meeting_feed, meeting_document, meeting_rule, meeting_minutes_version, meeting_minutes, push_request,
        meeting_queue, meeting`);
    await runner.query('DROP FUNCTION refuse_issued_document_change()');
  }
}

const APPEND_ONLY = ['meeting_rule', 'meeting_minutes_version'];

/** The numbers of domain-model 6.b1, 6.b2 and 6.c; a new version is a further row with a later day. */
const FIRST_RULES = {
  streetTown: { cutOffDays: [10, 25], fromWaiting: 5, longestWaitWorkingDays: 10, itemsAtMost: 8 },
  push: {
    fromWaiting: 5,
    longestWaitWorkingDays: 10,
    holdWithinWorkingDays: 5,
    urgentWithinWorkingDays: 2,
    callAheadWorkingDays: 4,
    itemsAtMost: 8,
  },
  leadingGroup: { fromWaiting: 1, longestWaitWorkingDays: 5, itemsAtMost: 8 },
  quorums: { streetTownReview: [1, 2], push: [2, 3], conference: [2, 3], special: [1, 2], plenary: [2, 3] },
};
