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

interface TaskRow {
  readonly id: string;
  readonly instance_id: string;
  readonly task_key: string;
  readonly candidate_group: string;
  readonly created_at: Date;
  readonly closed_at: Date | null;
  readonly due_at: Date;
  /** When its clock stood, in order; the last may still stand. */
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[] | null;
}

/** A share whose turn has not come is waited for by nobody; nor is one that is set aside, as long as its clock stands. */
const TASKS = `
  SELECT id, instance_id, task_key, candidate_group, created_at, coalesce(ended_at, suspended_at) AS closed_at, due_at,
    deadline->'pauses' AS pauses
  FROM user_task WHERE instance_id = ANY($1::uuid[]) AND state <> 'waiting'`;

/** Reads the lives of some projects with three statements, in id order; unknown ids are left out. */
export const readLives = async (sql: Sql, projectIds: readonly string[]): Promise<ProjectLife[]> => {
  const instances = await sql.query<InstanceRow>(INSTANCES, [projectIds]);
  const entries = await sql.query<{ instance_id: string; seq: number; at: Date; to_states: string[] }>(ENTRIES, [
    projectIds,
  ]);
  const tasks = await sql.query<TaskRow>(TASKS, [projectIds]);
  const intervals = new Map<string, WaitingInterval[]>(instances.map(({ id }) => [id, []]));
  for (const { instance_id, seq, at, to_states } of entries) {
    intervals.get(instance_id)?.push({ kind: 'states', at, seq, states: to_states });
  }
  for (const row of tasks) {
    const { id, task_key: task, candidate_group: group, due_at: dueAt } = row;
    for (const period of openPeriods(row)) {
      intervals.get(row.instance_id)?.push({ kind: 'task', id, task, group, dueAt, ...period });
    }
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

interface Period {
  readonly from: Date;
  readonly to: Date | null;
}

/** When a task could be worked on: from its opening to its end, without the times in which its clock stood. */
const openPeriods = ({ created_at, closed_at, pauses }: TaskRow): Period[] => {
  const periods: Period[] = [];
  let from = created_at;
  for (const pause of pauses ?? []) {
    const stopped = new Date(pause.from);
    if (stopped > from) periods.push({ from, to: closed_at !== null && closed_at < stopped ? closed_at : stopped });
    if (pause.to === null) return periods;
    from = new Date(Math.max(from.getTime(), Date.parse(pause.to)));
  }
  return closed_at !== null && closed_at <= from ? periods : [...periods, { from, to: closed_at }];
};
