import type { Sql } from '@landfall/persistence';

/** Whom a unit named the last time it said that it comes. */
export interface LastReply {
  readonly unit: string;
  readonly person: string;
  readonly post: string;
}

/** Whom some units named last, in any meeting but one. */
export const readLastReplies = async (
  sql: Sql,
  units: readonly string[],
  exceptMeeting: string,
): Promise<LastReply[]> => {
  if (units.length === 0) return [];
  return sql.query<LastReply>(
    `SELECT DISTINCT ON (seat->>'unit') seat->>'unit' AS unit, seat->>'person' AS person, seat->>'post' AS post
     FROM meeting m, jsonb_array_elements(m.seats) AS seat
     WHERE m.id <> $2::uuid AND seat->>'unit' = ANY($1::text[]) AND seat->>'reply' IN ('attend', 'substitute')
       AND seat->>'person' IS NOT NULL AND seat->>'post' IS NOT NULL
     ORDER BY seat->>'unit', m.updated_at DESC`,
    [units, exceptMeeting],
  );
};
