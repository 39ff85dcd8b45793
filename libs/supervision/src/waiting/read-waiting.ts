import type { Sql } from '@landfall/persistence';
import type { WaitingInterval } from './attribute-waiting';

/** What is known of a project's life: from when to when, which states, which tasks. */
export interface ProjectLife {
  readonly projectId: string;
  readonly definition: string;
  readonly version: number;
  readonly from: Date;
  /** Null while it lives. */
  readonly endedAt: Date | null;
  readonly intervals: readonly WaitingInterval[];
}

interface InstanceRow {
  readonly id: string;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly started_at: Date;
  readonly ended_at: Date | null;
}

const INSTANCES = `
  SELECT i.id, i.definition_key, i.definition_version, i.started_at, i.ended_at
  FROM project p JOIN process_instance i ON i.id = p.id WHERE p.id = ANY($1::uuid[]) ORDER BY p.id`;

const ENTRIES = `
  SELECT instance_id, seq, at, to_states FROM process_history WHERE instance_id = ANY($1::uuid[])
  ORDER BY instance_id, seq`;

/** A share whose turn has not come is waited for by nobody; one that was set aside was open until then. */
const TASKS = `
  SELECT id, instance_id, task_key, candidate_group, created_at, coalesce(ended_at, suspended_at) AS closed_at, due_at
  FROM user_task WHERE instance_id = ANY($1::uuid[]) AND state <> 'waiting'`;

/** Reads the lives of some projects with three statements, in id order; unknown ids are left out. */
export const readLives = async (sql: Sql, projectIds: readonly string[]): Promise<ProjectLife[]> => {
  const instances = await sql.query<InstanceRow>(INSTANCES, [projectIds]);
  const entries = await sql.query<{ instance_id: string; seq: number; at: Date; to_states: string[] }>(ENTRIES, [
    projectIds,
  ]);
  const tasks = await sql.query<{
    id: string;
    instance_id: string;
    task_key: string;
    candidate_group: string;
    created_at: Date;
    closed_at: Date | null;
    due_at: Date;
  }>(TASKS, [projectIds]);
  const intervals = new Map<string, WaitingInterval[]>(instances.map(({ id }) => [id, []]));
  for (const { instance_id, seq, at, to_states } of entries) {
    intervals.get(instance_id)?.push({ kind: 'states', at, seq, states: to_states });
  }
  for (const row of tasks) {
    intervals.get(row.instance_id)?.push({
      kind: 'task',
      id: row.id,
      task: row.task_key,
      group: row.candidate_group,
      from: row.created_at,
      to: row.closed_at,
      dueAt: row.due_at,
    });
  }
  return instances.map((row) => ({
    projectId: row.id,
    definition: row.definition_key,
    version: row.definition_version,
    from: row.started_at,
    endedAt: row.ended_at,
    intervals: intervals.get(row.id) ?? [],
  }));
};
