import type { Outbox } from '@landfall/outbox';
import type { Transaction } from '@landfall/persistence';
import type { Schedule } from './schedule';

export const RUN_JOB = 'schedules.run';
export const LONG_RUN_JOB = 'schedules.run-long';

/** Announces that a run is due, in the transaction that opened it or found it waiting. Announced twice, it runs once. */
export const announceRun = async (
  tx: Transaction,
  outbox: Outbox,
  schedule: Pick<Schedule, 'long'>,
  runId: string,
): Promise<void> => {
  // By the database's own time: how long somebody has been at it has nothing to do with the application's time.
  await tx.query('UPDATE schedule_run SET queued_at = clock_timestamp() WHERE id = $1', [runId]);
  await outbox.enqueue(tx, schedule.long ? LONG_RUN_JOB : RUN_JOB, { runId });
};
