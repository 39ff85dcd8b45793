import type { Database } from '@landfall/persistence';
import { Rejection, SYSTEM_ACTOR } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';

/** The job that gives an issued item its number. */
export const NUMBER_ITEM = 'supervision.number-item';

export interface NumberItemParts {
  readonly database: Database;
  readonly engine: Pick<ProcessEngine, 'send'>;
}

type JobHandler = (payload: Readonly<Record<string, unknown>>) => Promise<void>;

/** The jobs of supervision items; each may come twice and has one effect. */
export const supervisionItemJobs = (parts: NumberItemParts): Readonly<Record<string, JobHandler>> => ({
  [NUMBER_ITEM]: async (payload) => {
    const itemId = String(payload.itemId);
    const number = await numberOf(parts.database, itemId, Number(payload.year));
    if (number === undefined) return;
    try {
      await parts.engine.send({
        instanceId: itemId,
        event: { type: 'numbered', number },
        actor: SYSTEM_ACTOR,
        clientKey: `supervision-number:${itemId}`,
      });
    } catch (error) {
      // The item was voided meanwhile or knows its number already; the number stays with it.
      if (error instanceof Rejection) return;
      throw error;
    }
  },
});

/**
 * Gives an item the next number of its year, or answers the one it has. Number and item are written in one transaction:
 * numbers of documents have no gaps.
 */
const numberOf = (database: Database, itemId: string, year: number): Promise<string | undefined> =>
  database.transaction(async (tx) => {
    const [item] = await tx.query<{ number: string | null }>(
      'SELECT number FROM supervision_item WHERE id = $1 FOR UPDATE',
      [itemId],
    );
    if (!item) return undefined;
    if (item.number !== null) return item.number;
    const [series] = await tx.query<{ last: string }>(
      `INSERT INTO number_series AS known (series, period, last) VALUES ('督办', $1, 1)
       ON CONFLICT (series, period) DO UPDATE SET last = known.last + 1 RETURNING last`,
      [String(year)],
    );
    const number = `督办〔${year}〕${series?.last ?? 1}号`;
    await tx.query('UPDATE supervision_item SET number = $2 WHERE id = $1', [itemId, number]);
    return number;
  });
