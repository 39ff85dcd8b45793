import { restore } from '@landfall/process-definition';
import type { PoolClient } from 'pg';
import type { DefinitionRegistry } from '../definition/definition-registry';
import { readWork, type StoredWork } from '../user-task/instance-work';
import { pairs, TASK_COLUMNS } from '../user-task/task-columns';
import type { InstanceCache } from './instance-cache';
import type { LiveTask, LiveTimer, LoadedInstance } from './loaded-instance';
import type { Receipt } from './operation';

interface InstanceRow {
  id: string;
  definition_key: string;
  definition_version: number;
  rev: number;
  stage: string | null;
  started_by: string;
  snapshot: unknown;
  work: StoredWork | null;
}

interface SurroundingsRow {
  tasks: (LiveTask & { instance_id: string })[] | null;
  timers: (LiveTimer & { instance_id: string })[] | null;
  receipts: { client_key: string; fingerprint: string; answer: Receipt }[] | null;
}

export interface StoredReceipt {
  readonly fingerprint: string;
  readonly receipt: Receipt;
}

export interface Loaded {
  /** An instance that could not be restored is kept as its error: only its own events fail. */
  readonly instances: ReadonlyMap<string, LoadedInstance | Error>;
  readonly receipts: ReadonlyMap<string, StoredReceipt>;
}

const LOCK = {
  name: 'landfall_lock_instances',
  text: `
    SELECT i.id, i.definition_key, i.definition_version, i.rev, i.stage, i.started_by,
      CASE WHEN i.rev = k.rev THEN NULL ELSE i.snapshot END AS snapshot,
      CASE WHEN i.rev = k.rev THEN NULL ELSE i.work END AS work
    FROM unnest($1::uuid[], $2::int[]) AS k(id, rev) JOIN process_instance i ON i.id = k.id
    ORDER BY i.id FOR UPDATE OF i`,
};

const TIMER_COLUMNS: readonly (keyof LiveTimer)[] = [
  ...(['id', 'timer_key', 'event', 'due_at', 'deadline', 'suspended_at'] as const),
];

// Read after the lock is held, in a statement of its own: a statement that waited for a lock would still see the tasks
// and timers as they were before the wait.
const READ = {
  name: 'landfall_read_surroundings',
  text: `
    SELECT
      (SELECT json_agg(json_build_object('instance_id', instance_id, ${pairs(TASK_COLUMNS)}))
        FROM user_task WHERE instance_id = ANY($1::uuid[]) AND live) AS tasks,
      (SELECT json_agg(json_build_object('instance_id', instance_id, ${pairs(TIMER_COLUMNS)}))
        FROM timer WHERE instance_id = ANY($1::uuid[]) AND state IN ('armed', 'suspended')) AS timers,
      (SELECT json_agg(json_build_object('client_key', client_key, 'fingerprint', fingerprint, 'answer', answer))
        FROM command_receipt WHERE client_key = ANY($2::text[])) AS receipts`,
};

/** Locks and reads what a batch needs: instances in id order, then their live tasks, live timers and known receipts. */
export class InstanceLoader {
  constructor(
    private readonly registry: DefinitionRegistry,
    private readonly cache: InstanceCache,
  ) {}

  async load(client: PoolClient, ids: readonly string[], clientKeys: readonly string[]): Promise<Loaded> {
    const kept = new Map(ids.map((id) => [id, this.cache.get(id)]));
    const unknown = ids.filter((id) => !kept.get(id));
    const [locked, known] = await Promise.all([this.lock(client, ids, kept), this.read(client, unknown, clientKeys)]);
    // What another process has changed since: its lock is held now, so this reads what that process left.
    const stale = locked.filter(({ id, snapshot }) => snapshot !== null && kept.get(id)).map(({ id }) => id);
    const late = await this.read(client, stale, []);
    const instances = new Map<string, LoadedInstance | Error>();
    for (const row of locked) {
      const own = row.snapshot === null ? kept.get(row.id) : undefined;
      const from = kept.get(row.id) ? late : known;
      instances.set(row.id, own ?? this.assemble(row, from.tasks.get(row.id) ?? [], from.timers.get(row.id) ?? []));
    }
    return { instances, receipts: known.receipts };
  }

  /** Reads one instance as it stands, without a lock: for looking, not for deciding. */
  async look(client: PoolClient, id: string): Promise<LoadedInstance | undefined> {
    const { rows } = await client.query<InstanceRow>(
      'SELECT id, definition_key, definition_version, rev, stage, started_by, snapshot, work FROM process_instance WHERE id = $1',
      [id],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { tasks, timers } = await this.read(client, [id], []);
    const found = this.assemble(row, tasks.get(id) ?? [], timers.get(id) ?? []);
    if (found instanceof Error) throw found;
    return found;
  }

  private async lock(
    client: PoolClient,
    ids: readonly string[],
    kept: ReadonlyMap<string, LoadedInstance | undefined>,
  ): Promise<InstanceRow[]> {
    if (ids.length === 0) return [];
    const revs = ids.map((id) => kept.get(id)?.rev ?? NO_REV);
    return (await client.query<InstanceRow>({ ...LOCK, values: [ids, revs] })).rows;
  }

  private async read(client: PoolClient, ids: readonly string[], clientKeys: readonly string[]): Promise<Surroundings> {
    if (ids.length === 0 && clientKeys.length === 0) return NOTHING;
    const { rows } = await client.query<SurroundingsRow>({ ...READ, values: [ids, clientKeys] });
    const { tasks, timers, receipts } = rows[0] ?? { tasks: null, timers: null, receipts: null };
    return {
      tasks: groupByInstance(tasks ?? []),
      timers: groupByInstance(timers ?? []),
      receipts: new Map(
        (receipts ?? []).map(({ client_key, fingerprint, answer }) => [client_key, { fingerprint, receipt: answer }]),
      ),
    };
  }

  private assemble(row: InstanceRow, tasks: LiveTask[], timers: LiveTimer[]): LoadedInstance | Error {
    try {
      const definition = this.registry.get(row.definition_key, row.definition_version);
      return {
        id: row.id,
        definition,
        snapshot: restore(definition.machine, row.snapshot),
        rev: row.rev,
        stage: row.stage,
        startedBy: row.started_by,
        work: readWork(row.work, definition),
        tasks: new Map(tasks.map((task) => [task.id, task])),
        timers: new Map(timers.map((timer) => [timer.timer_key, timer])),
      };
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

/** No instance has this revision, so its snapshot is always sent. */
const NO_REV = -1;

interface Surroundings {
  readonly tasks: ReadonlyMap<string, LiveTask[]>;
  readonly timers: ReadonlyMap<string, LiveTimer[]>;
  readonly receipts: ReadonlyMap<string, StoredReceipt>;
}

const NOTHING: Surroundings = { tasks: new Map(), timers: new Map(), receipts: new Map() };

const groupByInstance = <Entry extends { instance_id: string }>(entries: readonly Entry[]): Map<string, Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.instance_id);
    if (group) group.push(entry);
    else groups.set(entry.instance_id, [entry]);
  }
  return groups;
};
