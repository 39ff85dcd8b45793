import { Client } from 'pg';

/** A database of one test file alone. */
export interface TestDatabase {
  readonly url: string;
  /** Removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * Makes a fresh, migrated database on the test run's PostgreSQL, in a tenth of a second: it is a copy of a template that
 * the first caller makes by running the migrations.
 */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const server = process.env.LANDFALL_TEST_DATABASE_URL;
  if (!server) {
    throw new Error(
      'Expected LANDFALL_TEST_DATABASE_URL to be set by the set-up of the tests; run them with npm test.',
    );
  }
  await ensureTemplate(server);
  const name = `test_${process.pid}_${Date.now().toString(36)}_${(sequence++).toString(36)}`;
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  return { url: urlOf(server, name), drop: () => execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
};

/** Makes a fresh database without any table, for tests of the migrations themselves and of other schemas. */
export const createEmptyTestDatabase = async (): Promise<TestDatabase> => {
  const server = process.env.LANDFALL_TEST_DATABASE_URL ?? '';
  const name = `empty_${process.pid}_${Date.now().toString(36)}_${(sequence++).toString(36)}`;
  await execute(server, `CREATE DATABASE ${name}`);
  return { url: urlOf(server, name), drop: () => execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
};

const TEMPLATE = 'landfall_template';
let sequence = 0;

const ensureTemplate = async (server: string): Promise<void> => {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    // The workers of a run take turns: one migrates, the others find its work.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [TEMPLATE]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (rowCount === 0) {
      const { migrate } = await import('@landfall/persistence');
      const draft = `${TEMPLATE}_draft`;
      await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${draft}`);
      await migrate(urlOf(server, draft));
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${TEMPLATE}`);
    }
  } finally {
    await client.end();
  }
};

const execute = async (url: string, sql: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

const urlOf = (server: string, database: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
};
