import type { Sql } from './database';
import { migrations } from './migrations';

/** The names of the migrations that a database still lacks, oldest first; none means that it is up to date. */
export const pendingMigrations = async (db: Sql): Promise<string[]> => {
  const [table] = await db.query<{ exists: boolean }>(`SELECT to_regclass('schema_migration') IS NOT NULL AS exists`);
  const done = table?.exists ? await db.query<{ name: string }>('SELECT name FROM schema_migration') : [];
  const names = new Set(done.map((row) => row.name));
  return migrations.map((migration) => migration.name).filter((name) => !names.has(name));
};
