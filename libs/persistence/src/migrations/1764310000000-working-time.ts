import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The versions of the working-time calendar: each is the whole calendar, with who made it and why, and none is changed again. */
export class WorkingTime1764310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_version (
        version integer PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('shipped', 'notice', 'workingHours', 'unitExceptions')),
        document jsonb NOT NULL,
        change jsonb NOT NULL,
        reason text NOT NULL,
        changed_by text NOT NULL,
        changed_by_name text NOT NULL,
        changed_by_unit text NOT NULL,
        at timestamptz NOT NULL,
        moved integer NOT NULL,
        confirmed integer NOT NULL
      )`);
    await runner.query(`
      CREATE FUNCTION refuse_calendar_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'calendar_version is append-only' USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER calendar_version_append_only BEFORE UPDATE OR DELETE ON calendar_version
        FOR EACH ROW EXECUTE FUNCTION refuse_calendar_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_version');
    await runner.query('DROP FUNCTION refuse_calendar_change');
  }
}
