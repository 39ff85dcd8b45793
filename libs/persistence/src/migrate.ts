import { DataSource } from 'typeorm';
import { migrations } from './migrations';

/**
 * Brings a database to the newest schema; running it again changes nothing.
 *
 * Several processes may start at once: an advisory lock lets one migrate while the others wait.
 */
export const migrate = async (url: string): Promise<void> => {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  await source.initialize();
  const guard = source.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations();
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
    await guard.release();
    await source.destroy();
  }
};

/** Any constant number will do, as long as every process takes the same one. */
const MIGRATION_LOCK = 7_265_100;
