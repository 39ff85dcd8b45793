import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import { parserFor } from './type-parsers';

export interface DatabaseOptions {
  readonly url: string;
  /** Upper bound of open connections. */
  readonly connections?: number;
  /** Shown by PostgreSQL in pg_stat_activity. */
  readonly applicationName?: string;
  /** Sends statements of one connection without waiting for the answers of those before. */
  readonly pipeline?: boolean;
  /** PostgreSQL settings of every connection, such as planner switches. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Runs SQL, alone or inside a transaction. A function without a `Transaction` argument does not write. */
export interface Sql {
  query<Row extends QueryResultRow = QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** An open transaction; it commits when the function it was handed to returns and rolls back when that throws. */
export type Transaction = Sql & { readonly client: PoolClient };

const settingsOf = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

/**
 * Opens connections to PostgreSQL and runs SQL on them.
 *
 * Dates of type `date` stay strings (YYYY-MM-DD), `numeric` and `bigint` stay decimal strings: neither a time zone nor a
 * binary float may change a value on its way.
 */
export class Database implements Sql {
  readonly pool: Pool;

  constructor(readonly options: DatabaseOptions) {
    this.pool = new Pool({
      connectionString: options.url,
      max: options.connections ?? 10,
      application_name: options.applicationName ?? 'landfall',
      types: { getTypeParser: parserFor },
      ...(options.pipeline ? { pipeline: true } : {}),
      ...(options.settings ? { options: settingsOf(options.settings) } : {}),
    });
    // A connection that PostgreSQL closes (restart, failover) is replaced by the pool at its next use; a statement that
    // was on its way fails on its own. Unheard, the event would end the process.
    this.pool.on('error', () => {});
    this.pool.on('connect', (client) => client.on('error', () => {}));
  }

  async query<Row extends QueryResultRow = QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const result = await this.pool.query<Row>(text, [...values]);
    return result.rows;
  }

  /** Runs a statement that each connection plans once under its name: for what every request asks. */
  async prepared<Row extends QueryResultRow = QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const result = await this.pool.query<Row>({ name, text, values: [...values] });
    return result.rows;
  }

  async transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await work({
        client,
        query: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
          (await client.query<Row>(text, [...values])).rows,
      });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((rollbackError: Error) => {
        broken = rollbackError;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
