import { type CalendarVersion, shippedCalendar } from '@landfall/calendar';
import type { Clock } from '@landfall/clock';
import { Outbox } from '@landfall/outbox';
import type { Transaction } from '@landfall/persistence';
import { SYSTEM_ACTOR } from '@landfall/process-definition';
import { countStandingDeadlines } from '@landfall/process-engine';
import { addVersion, latestVersionNumber, lockCalendar } from './calendar-versions';
import { REALIGN_DEADLINES } from './realign-deadlines';

/**
 * Writes the shipped calendar as the first version; a database that has one is left as it is. Deadlines that were given
 * before there was a calendar are counted again by a job.
 */
export const loadCalendar = async (
  tx: Transaction,
  clock: Clock,
  shipped: CalendarVersion = shippedCalendar(),
): Promise<void> => {
  // Processes that start at once take turns, and the later ones find everything there.
  await lockCalendar(tx);
  if ((await latestVersionNumber(tx)) !== undefined) return;
  await addVersion(tx, {
    document: { ...shipped, version: 1 },
    change: { kind: 'shipped' },
    reason: '随系统提供的国务院办公厅放假安排',
    actor: SYSTEM_ACTOR,
    at: clock.now(),
    moved: 0,
    confirmed: 0,
  });
  if ((await countStandingDeadlines(tx)) > 0) await new Outbox(clock).enqueue(tx, REALIGN_DEADLINES, { version: 1 });
};
