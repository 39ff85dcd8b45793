import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { Rejection, SYSTEM_ACTOR } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';

export interface UnconfirmedItemsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: Pick<ProcessEngine, 'send'>;
}

/** A confirmation may be under way for so long after its sender left the queue. */
const PATIENCE_MS = 600_000;

/**
 * Takes off the agendas what nobody will confirm: whoever left the queue before the meeting's word arrived. Taking off
 * also releases, so that one whose confirmation comes late after all goes back to the queue and is not forgotten.
 */
export class UnconfirmedItems {
  constructor(private readonly parts: UnconfirmedItemsParts) {}

  /** Answers how many items were taken off. */
  async sweep(): Promise<number> {
    const { database, clock, engine } = this.parts;
    const items = await database.query<{ meeting: string; item: string }>(
      `SELECT m.id AS meeting, i->>'key' AS item FROM meeting m, jsonb_array_elements(m.agenda) AS i
       WHERE m.state IN ('planning', 'approving', 'confirming', 'convened') AND i->>'standing' = 'proposed'
         AND NOT EXISTS (SELECT 1 FROM meeting_queue q
           WHERE q.instance_id = (i->>'waiting')::uuid AND (q.left_at IS NULL OR q.left_at > $1))`,
      [new Date(clock.now().getTime() - PATIENCE_MS)],
    );
    let taken = 0;
    for (const { meeting, item } of items) {
      try {
        await engine.send({
          instanceId: meeting,
          event: { type: 'agenda.remove', item, reason: '申请单位已不再候会' },
          actor: SYSTEM_ACTOR,
        });
        taken += 1;
      } catch (error) {
        // It was confirmed, taken off or concluded in this moment.
        if (!(error instanceof Rejection)) throw error;
      }
    }
    return taken;
  }
}
