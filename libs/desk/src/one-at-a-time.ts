import type { Database, Transaction } from '@landfall/persistence';

/** Runs a transaction on an account's desk while no other one does, so that a limit holds against several tabs at once. */
export const oneAtATime = <Result>(
  db: Database,
  account: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> =>
  db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('desk ' || $1, 0))`, [account]);
    return work(tx);
  });
