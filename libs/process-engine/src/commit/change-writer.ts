import { createHash } from 'node:crypto';
import type { Sql } from '@landfall/persistence';
import type { PoolClient } from 'pg';
import type { RowGroup } from './change-set';

const NAMED_STATEMENTS = 256;

/**
 * Writes all rows of a batch with one statement: a part per table and kind, each fed by one JSON array.
 *
 * Multi-row writes are what gathered commits live on; one statement keeps the round trips of a batch constant.
 */
export class ChangeWriter {
  private readonly columnTypes = new Map<string, ReadonlyMap<string, string>>();
  private readonly statements = new Map<string, string>();

  /** Reads the column types of all tables, once at boot; the statements are built from them. */
  async prepare(sql: Sql): Promise<void> {
    const rows = await sql.query<{ table: string; column: string; type: string }>(`
      SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`);
    const tables = new Map<string, Map<string, string>>();
    for (const { table, column, type } of rows) {
      const columns = tables.get(table) ?? new Map<string, string>();
      tables.set(table, columns);
      columns.set(column, type);
    }
    this.columnTypes.clear();
    for (const [table, columns] of tables) this.columnTypes.set(table, columns);
  }

  async write(client: PoolClient, groups: readonly RowGroup[]): Promise<void> {
    if (groups.length === 0) return;
    const text = `WITH ${groups.map((group, index) => `w${index} AS (${this.part(group, index + 1)})`).join(', ')} SELECT 1`;
    const name = this.nameOf(text);
    await client.query({
      text,
      values: groups.map((group) => JSON.stringify(group.rows)),
      ...(name === undefined ? {} : { name }),
    });
  }

  private part(group: RowGroup, parameter: number): string {
    const types = this.columnTypes.get(group.table);
    if (!types) throw new Error(`A command handler writes to table '${group.table}', which does not exist`);
    const typeOf = (column: string): string => {
      const type = types.get(column);
      if (!type) throw new Error(`A command handler writes '${group.table}.${column}', which does not exist`);
      return type;
    };
    const columns = group.columns.map((column) => `"${column}"`).join(', ');
    if (group.kind === 'insert') {
      const record = group.columns.map((column) => `"${column}" ${typeOf(column)}`).join(', ');
      const conflict = group.onConflict === 'nothing' ? ' ON CONFLICT DO NOTHING' : '';
      return `INSERT INTO "${group.table}" (${columns}) SELECT ${columns} FROM json_to_recordset($${parameter}::json) AS r(${record})${conflict}`;
    }
    const record = ['id', ...group.columns].map((column) => `"${column}" ${typeOf(column)}`).join(', ');
    const assignments = group.columns
      .map((column) =>
        group.merged.includes(column)
          ? `"${column}" = t."${column}" || r."${column}"`
          : `"${column}" = r."${column}"`,
      )
      .join(', ');
    return `UPDATE "${group.table}" t SET ${assignments} FROM json_to_recordset($${parameter}::json) AS r(${record}) WHERE t.id = r.id`;
  }

  /** Statements are prepared by name while their number stays small; PostgreSQL keeps each on every connection. */
  private nameOf(text: string): string | undefined {
    const known = this.statements.get(text);
    if (known !== undefined) return known;
    if (this.statements.size >= NAMED_STATEMENTS) return undefined;
    const name = `landfall_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    this.statements.set(text, name);
    return name;
  }
}
