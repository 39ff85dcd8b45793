import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ought to have run and what did, what people did about it, and the clock of a demonstration. */
export class Schedules1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE schedule (
        key text PRIMARY KEY,
        known_since timestamptz NOT NULL,
        swept_until timestamptz NOT NULL,
        paused_at timestamptz,
        paused_by jsonb,
        pause_reason text,
        CHECK ((paused_at IS NULL) = (paused_by IS NULL))
      )`);
    await runner.query(`
      CREATE TABLE schedule_run (
        id uuid PRIMARY KEY,
        schedule_key text NOT NULL REFERENCES schedule (key),
        occasion text NOT NULL CHECK (occasion IN ('planned', 'runNow')),
        planned_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        day date NOT NULL,
        moved_from date,
        state text NOT NULL CHECK (state IN ('due', 'running', 'done', 'failed', 'missed', 'skipped')),
        attempt integer NOT NULL DEFAULT 0,
        opened_at timestamptz NOT NULL,
        queued_at timestamptz,
        lease_until timestamptz,
        started_at timestamptz,
        ended_at timestamptz,
        run_by jsonb,
        note jsonb,
        error text,
        CHECK ((occasion = 'runNow') = (run_by IS NOT NULL))
      ) WITH (fillfactor = 80)`);
    // What the pattern plans happens once, however the calendar moves it, and never twice at one time.
    await runner.query(`
      CREATE UNIQUE INDEX schedule_run_planned ON schedule_run (schedule_key, planned_at) WHERE occasion = 'planned'`);
    await runner.query(`
      CREATE UNIQUE INDEX schedule_run_due ON schedule_run (schedule_key, due_at) WHERE occasion = 'planned'`);
    await runner.query('CREATE INDEX schedule_run_history ON schedule_run (schedule_key, due_at DESC, id DESC)');
    await runner.query(
      `CREATE INDEX schedule_run_open ON schedule_run (schedule_key, due_at) WHERE state IN ('due', 'running')`,
    );
    await runner.query(`
      CREATE TABLE schedule_operation (
        id uuid PRIMARY KEY,
        schedule_key text NOT NULL REFERENCES schedule (key),
        kind text NOT NULL CHECK (kind IN ('pause', 'resume', 'runNow')),
        actor jsonb NOT NULL,
        reason text,
        at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX schedule_operation_of ON schedule_operation (schedule_key, at DESC)');
    await runner.query(`
      CREATE TABLE demo_clock (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        offset_ms bigint NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE demo_move (
        id uuid PRIMARY KEY,
        state text NOT NULL CHECK (state IN ('moving', 'done', 'cancelled')),
        from_at timestamptz NOT NULL,
        to_at timestamptz NOT NULL,
        reached_at timestamptz NOT NULL,
        steps integer NOT NULL DEFAULT 0,
        unsettled integer NOT NULL DEFAULT 0,
        cancel_asked boolean NOT NULL DEFAULT false,
        asked_by jsonb NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX demo_move_open ON demo_move ((true)) WHERE state = 'moving'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE demo_move, demo_clock, schedule_operation, schedule_run, schedule');
  }
}
