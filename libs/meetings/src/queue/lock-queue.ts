import type { Transaction } from '@landfall/persistence';

/**
 * Whoever takes from the queues does it alone until his transaction ends: nobody is put on two agendas, and what a rule
 * reads is what it calls a meeting for.
 */
export const lockQueue = async (tx: Transaction): Promise<void> => {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('meeting_queue', 0))`);
};
