import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the process engine and its outbox: they know no project. */
export class ProcessEngine1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE process_definition (
        key text NOT NULL,
        version integer NOT NULL,
        hash text NOT NULL,
        deployed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (key, version)
      )`);
    await runner.query(`
      CREATE TABLE process_instance (
        id uuid PRIMARY KEY,
        definition_key text NOT NULL,
        definition_version integer NOT NULL,
        correlation_key text,
        snapshot jsonb NOT NULL,
        rev integer NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'done')),
        stage text,
        states text[] NOT NULL,
        tags text[] NOT NULL,
        closed_as text,
        started_by text NOT NULL,
        started_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        ended_at timestamptz,
        FOREIGN KEY (definition_key, definition_version) REFERENCES process_definition (key, version)
      ) WITH (fillfactor = 70)`);
    await runner.query(`
      CREATE UNIQUE INDEX process_instance_correlation ON process_instance (definition_key, correlation_key)
        WHERE correlation_key IS NOT NULL`);
    await runner.query('CREATE INDEX process_instance_started_by ON process_instance (started_by, id)');
    await runner.query(`
      CREATE TABLE process_history (
        id uuid NOT NULL,
        instance_id uuid NOT NULL REFERENCES process_instance (id),
        seq integer NOT NULL,
        kind text NOT NULL,
        event text NOT NULL,
        payload jsonb NOT NULL,
        actor_id text NOT NULL,
        actor_name text NOT NULL,
        actor_unit text NOT NULL,
        on_behalf_of text,
        at timestamptz NOT NULL,
        from_states text[] NOT NULL,
        to_states text[] NOT NULL,
        commands jsonb NOT NULL,
        PRIMARY KEY (instance_id, seq)
      )`);
    await runner.query(`
      CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'process_history is append-only' USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER process_history_append_only BEFORE UPDATE OR DELETE ON process_history
        FOR EACH ROW EXECUTE FUNCTION refuse_history_change()`);
    await runner.query(`
      CREATE TABLE user_task (
        id uuid PRIMARY KEY,
        instance_id uuid NOT NULL REFERENCES process_instance (id),
        definition_key text NOT NULL,
        definition_version integer NOT NULL,
        task_key text NOT NULL,
        slot text NOT NULL,
        state text NOT NULL CHECK (state IN ('created', 'claimed', 'completed', 'cancelled')),
        candidate_group text NOT NULL,
        escalated_to text,
        assignee text,
        assignee_name text,
        stage text,
        created_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        deadline jsonb NOT NULL,
        claimed_at timestamptz,
        reminded_at timestamptz,
        reminders integer NOT NULL,
        ended_at timestamptz,
        outcome text,
        form jsonb,
        completed_by text,
        completed_by_name text
      ) WITH (fillfactor = 80)`);
    await runner.query(`
      CREATE INDEX user_task_group ON user_task (candidate_group, due_at, id) WHERE state = 'created'`);
    await runner.query(`
      CREATE INDEX user_task_escalated ON user_task (escalated_to, due_at, id)
        WHERE state = 'created' AND escalated_to IS NOT NULL`);
    await runner.query(`CREATE INDEX user_task_assignee ON user_task (assignee, due_at, id) WHERE state = 'claimed'`);
    await runner.query(`
      CREATE INDEX user_task_overdue ON user_task (due_at, id) WHERE state IN ('created', 'claimed')`);
    await runner.query(`
      CREATE INDEX user_task_done ON user_task (completed_by, ended_at DESC, id) WHERE state = 'completed'`);
    await runner.query(`
      CREATE INDEX user_task_open ON user_task (instance_id) WHERE state IN ('created', 'claimed')`);
    await runner.query(`
      CREATE TABLE timer (
        id uuid PRIMARY KEY,
        instance_id uuid NOT NULL REFERENCES process_instance (id),
        timer_key text NOT NULL,
        event text NOT NULL,
        due_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('armed', 'fired', 'cancelled', 'failed')),
        armed_at timestamptz NOT NULL,
        ended_at timestamptz
      ) WITH (fillfactor = 80)`);
    await runner.query(`CREATE INDEX timer_due ON timer (due_at, id) WHERE state = 'armed'`);
    await runner.query(`CREATE INDEX timer_armed ON timer (instance_id) WHERE state = 'armed'`);
    await runner.query(`
      CREATE TABLE command_receipt (
        client_key text PRIMARY KEY,
        fingerprint text NOT NULL,
        answer jsonb NOT NULL,
        at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX command_receipt_at ON command_receipt (at)');
    await runner.query(`
      CREATE TABLE incident (
        id uuid PRIMARY KEY,
        instance_id uuid REFERENCES process_instance (id),
        kind text NOT NULL,
        message text NOT NULL,
        subject jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'resolved')),
        created_at timestamptz NOT NULL,
        attempts integer NOT NULL,
        resolved_at timestamptz,
        resolved_by text,
        note text
      )`);
    await runner.query(`CREATE INDEX incident_open ON incident (created_at, id) WHERE state = 'open'`);
    await runner.query(`
      CREATE TABLE outbox_message (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        job text NOT NULL,
        payload jsonb NOT NULL,
        run_at timestamptz,
        created_at timestamptz NOT NULL,
        relayed_at timestamptz,
        failed_at timestamptz
      ) WITH (fillfactor = 80)`);
    await runner.query(`
      CREATE INDEX outbox_message_waiting ON outbox_message (id) WHERE relayed_at IS NULL AND failed_at IS NULL`);
    await runner.query(`
      CREATE INDEX outbox_message_relayed ON outbox_message (relayed_at)
        WHERE relayed_at IS NOT NULL AND failed_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'outbox_message',
      'incident',
      'command_receipt',
      'timer',
      'user_task',
      'process_history',
      'process_instance',
      'process_definition',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query('DROP FUNCTION refuse_history_change');
  }
}
