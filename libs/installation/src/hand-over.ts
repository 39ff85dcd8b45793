import type { HandOver } from '@landfall/identity';
import type { Database } from '@landfall/persistence';
import type { ProcessEngine } from '@landfall/process-engine';

/**
 * Gives tasks of somebody who leaves to a successor or back to their groups, in the engine.
 *
 * Who may change the holder of a post was decided before; the engine wants the rights of whoever heads the task's unit.
 */
export const handOverThrough = (
  engine: ProcessEngine,
  database: Database,
  supervisorsOf: (group: string) => readonly string[],
): HandOver => ({
  handOver: async ({ taskId, from, to, actor }) => {
    const [task] = await database.query<{ assignee: string | null; group: string }>(
      'SELECT assignee, candidate_group AS "group" FROM user_task WHERE id = $1',
      [taskId],
    );
    if (task?.assignee !== from) return;
    const head = { ...actor, groups: [...actor.groups, ...supervisorsOf(task.group)] };
    await (to ? engine.assignTask({ taskId, assignee: to, actor: head }) : engine.unclaimTask({ taskId, actor: head }));
  },
});
