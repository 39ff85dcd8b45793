import type { Clock } from '@landfall/clock';
import type { Sql, Transaction } from '@landfall/persistence';

/** The rows that the relay turns into jobs; written in the transaction of what they announce. */
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Announces a job; it runs after the transaction committed, at least once, not before `runAt`. */
  async enqueue(tx: Transaction, job: string, payload: Readonly<Record<string, unknown>>, runAt?: Date): Promise<void> {
    await tx.query('INSERT INTO outbox_message (job, payload, run_at, created_at) VALUES ($1, $2, $3, $4)', [
      job,
      JSON.stringify(payload),
      runAt ?? null,
      this.clock.now(),
    ]);
  }
}

/** How much waits in the outbox and how much has failed for good. */
export const outboxState = async (sql: Sql): Promise<{ waiting: number; relayed: number; failed: number }> => {
  const [row] = await sql.query<{ waiting: number; relayed: number; failed: number }>(`
    SELECT count(*) FILTER (WHERE relayed_at IS NULL AND failed_at IS NULL)::int AS waiting,
      count(*) FILTER (WHERE relayed_at IS NOT NULL AND failed_at IS NULL)::int AS relayed,
      count(*) FILTER (WHERE failed_at IS NOT NULL)::int AS failed
    FROM outbox_message`);
  return row ?? { waiting: 0, relayed: 0, failed: 0 };
};
