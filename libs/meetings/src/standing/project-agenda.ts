import type { Sql } from '@landfall/persistence';
import type { Meeting } from '../meeting';
import { readMeeting } from '../read-meetings';

/** The meetings that have a project on their agenda and are not over, the nearest first; also those that hear its push requests. */
export const readMeetingsOfProject = async (sql: Sql, projectId: string): Promise<Meeting[]> => {
  const rows = await sql.query<{ id: string }>(
    `SELECT m.id FROM meeting m
     WHERE m.state NOT IN ('archived', 'cancelled') AND EXISTS (
       SELECT 1 FROM jsonb_array_elements(m.agenda) AS item
       WHERE item->>'projectId' = $1 AND item->>'standing' <> 'left')
     ORDER BY m.planned_at NULLS LAST, m.created_at, m.id`,
    [projectId],
  );
  const found = await Promise.all(rows.map(({ id }) => readMeeting(sql, id)));
  return found.filter((meeting) => meeting !== undefined);
};
