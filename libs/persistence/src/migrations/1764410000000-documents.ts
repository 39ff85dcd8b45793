import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of official documents, version by version; none is changed again. */
export class Documents1764410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_template (
        type text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        wording jsonb NOT NULL,
        effective_from date NOT NULL,
        reason text NOT NULL,
        restored_from integer,
        created_by text NOT NULL,
        created_by_name text NOT NULL,
        created_by_unit text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (type, version)
      )`);
    await runner.query(`
      CREATE FUNCTION refuse_document_template_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'document_template is append-only' USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER document_template_append_only BEFORE UPDATE OR DELETE ON document_template
        FOR EACH ROW EXECUTE FUNCTION refuse_document_template_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document_template');
    await runner.query('DROP FUNCTION refuse_document_template_change');
  }
}
