import type { Sql } from '@landfall/persistence';
import { isSystem } from '@landfall/process-definition';

/** Who ended an item and in which words: the officer who accepted the result, or whoever voided it. */
export interface ItemEnding {
  /** Null where a process ended it by itself. */
  readonly by: { readonly name: string; readonly unit: string } | null;
  readonly note: string | null;
}

interface Row {
  readonly actor_id: string;
  readonly actor_name: string;
  readonly actor_unit: string;
  readonly note: string | null;
}

/** Reads how an item ended; undefined while it is open. */
export const readItemEnding = async (sql: Sql, itemId: string): Promise<ItemEnding | undefined> => {
  const [row] = await sql.query<Row>(
    `SELECT h.actor_id, h.actor_name, h.actor_unit,
       coalesce(h.payload->'form'->>'note', h.payload->'form'->>'reason') AS note
     FROM process_history h JOIN supervision_item s ON s.id = h.instance_id
     WHERE s.id = $1 AND s.outcome = ANY(h.to_states) AND NOT s.outcome = ANY(h.from_states)
     ORDER BY h.seq LIMIT 1`,
    [itemId],
  );
  if (row === undefined) return undefined;
  return {
    by: isSystem({ accountId: row.actor_id }) ? null : { name: row.actor_name, unit: row.actor_unit },
    note: row.note,
  };
};
