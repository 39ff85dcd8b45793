import type { Sql } from '@landfall/persistence';
import type { LiveTask } from '../commit/loaded-instance';
import { pairs, TASK_COLUMNS } from './task-columns';

/** Reads all tasks of the work item that a task belongs to, live or ended, as an instance holds its live ones. */
export const storedItem = async (sql: Sql, taskId: string): Promise<LiveTask[]> => {
  const rows = await sql.query<{ task: LiveTask }>(
    `SELECT json_build_object(${pairs(TASK_COLUMNS)}) AS task FROM user_task
     WHERE id = (SELECT item_id FROM user_task WHERE id = $1)
        OR (item_id <> id AND item_id = (SELECT item_id FROM user_task WHERE id = $1))
     ORDER BY seq, id`,
    [taskId],
  );
  return rows.map(({ task }) => task);
};
