import { createHash } from 'node:crypto';
import type { Sql } from '@landfall/persistence';
import type { PoolClient } from 'pg';
import type { RowGroup } from './change-set';

const NAMED_STATEMENTS = 256;

/**
 * Writes all rows of a batch with one statement: a part per table and kind, fed by one array per column.
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
    const values: string[] = [];
    const parts = groups.map((group, index) => `w${index} AS (${this.part(group, values)})`);
    const text = `WITH ${parts.join(', ')} SELECT 1`;
    const name = this.nameOf(text);
    await client.query({ text, values, ...(name === undefined ? {} : { name }) });
  }

  /** The statement for a group of rows; the values of each column are added as one array. */
  private part(group: RowGroup, values: string[]): string {
    const types = this.columnTypes.get(group.table);
    if (!types) throw new Error(`A command handler writes to table '${group.table}', which does not exist`);
    const columns = group.kind === 'insert' ? group.columns : ['id', ...group.columns];
    const arrays: string[] = [];
    const readBack = new Map<string, string>();
    for (const column of columns) {
      const type = types.get(column);
      if (!type) throw new Error(`A command handler writes '${group.table}.${column}', which does not exist`);
      // An array of arrays would have to be rectangular, and JSON is quoted once less as text: both are cast row by row.
      const asText = type.endsWith('[]') || type === 'jsonb' || type === 'json';
      values.push(arrayOf(group.rows, column, type));
      arrays.push(`$${values.length}::${asText ? 'text' : type}[]`);
      readBack.set(column, asText ? `r."${column}"::${type}` : `r."${column}"`);
    }
    const names = columns.map((column) => `"${column}"`).join(', ');
    const rows = `unnest(${arrays.join(', ')}) AS r(${names})`;
    if (group.kind === 'insert') {
      const conflict = group.onConflict === 'nothing' ? ' ON CONFLICT DO NOTHING' : '';
      return `INSERT INTO "${group.table}" (${names}) SELECT ${[...readBack.values()].join(', ')} FROM ${rows}${conflict}`;
    }
    const assignments = group.columns
      .map((column) =>
        group.merged.includes(column)
          ? `"${column}" = t."${column}" || ${readBack.get(column)}`
          : `"${column}" = ${readBack.get(column)}`,
      )
      .join(', ');
    return `UPDATE "${group.table}" t SET ${assignments} FROM ${rows} WHERE t.id = r.id`;
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

/** Text without any sign that means something inside an array: ids, numbers, times, most codes. */
const BARE = /^(?!null$)[\w.:+-]+$/i;

/** One column of all rows as the text of a PostgreSQL array. */
const arrayOf = (rows: readonly Record<string, unknown>[], column: string, type: string): string =>
  `{${rows.map((row) => elementOf(toText(row[column], type))).join(',')}}`;

const elementOf = (text: string | null): string => {
  if (text === null) return 'NULL';
  return BARE.test(text) ? text : `"${text.replace(/[\\"]/g, '\\$&')}"`;
};

/** A value as PostgreSQL reads it for its column's type. */
const toText = (value: unknown, type: string): string | null => {
  if (value === null || value === undefined) return null;
  if (type === 'jsonb' || type === 'json') return JSON.stringify(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map((element) => elementOf(String(element))).join(',')}}`;
  return String(value);
};
