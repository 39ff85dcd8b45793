import type { Sql } from '@landfall/persistence';
import type { Meeting } from '../meeting';
import { type MeetingRow, meetingOf } from '../read-meetings';

/** What the posts of somebody give: his groups, and the units that they are of. */
export interface HeldPosts {
  readonly groups: readonly string[];
  readonly units: readonly string[];
}

/**
 * The planned meetings of a time in which units of somebody's posts sit, or that wait for his groups, in order of time.
 * Cancelled ones are among them, so that a calendar takes them off again.
 */
export const readMeetingsOfPosts = async (
  sql: Sql,
  { groups, units }: HeldPosts,
  from: Date,
  to: Date,
): Promise<Meeting[]> => {
  const rows = await sql.query<MeetingRow>(
    `SELECT m.* FROM meeting m
     WHERE m.planned_at BETWEEN $1 AND $2 AND (m.must_act && $3::text[] OR EXISTS (
       SELECT 1 FROM jsonb_array_elements(m.seats) AS seat WHERE seat->>'unit' = ANY($4::text[])))
     ORDER BY m.planned_at, m.id`,
    [from, to, groups, units],
  );
  return rows.map(meetingOf);
};
