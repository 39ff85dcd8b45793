import { restore } from '@landfall/process-definition';
import type { PoolClient } from 'pg';
import type { AnyMachineSnapshot } from 'xstate';
import type { DefinitionRegistry } from '../definition/definition-registry';
import type { InstanceCache } from './instance-cache';
import type { ArmedTimer, LoadedInstance, OpenTask } from './loaded-instance';
import type { Receipt } from './operation';

interface InstanceRow {
  id: string;
  definition_key: string;
  definition_version: number;
  rev: number;
  stage: string | null;
  snapshot: unknown;
}

interface SurroundingsRow {
  tasks: (OpenTask & { instance_id: string })[] | null;
  timers: (ArmedTimer & { instance_id: string })[] | null;
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
    SELECT i.id, i.definition_key, i.definition_version, i.rev, i.stage,
      CASE WHEN i.rev = k.rev THEN NULL ELSE i.snapshot END AS snapshot
    FROM unnest($1::uuid[], $2::int[]) AS k(id, rev) JOIN process_instance i ON i.id = k.id
    ORDER BY i.id FOR UPDATE OF i`,
};

// Read after the lock is held, in a statement of its own: a statement that waited for a lock would still see the tasks
// and timers as they were before the wait.
const READ = {
  name: 'landfall_read_surroundings',
  text: `
    SELECT
      (SELECT json_agg(json_build_object('instance_id', instance_id, 'id', id, 'task_key', task_key, 'slot', slot,
          'state', state, 'candidate_group', candidate_group, 'escalated_to', escalated_to, 'assignee', assignee,
          'assignee_name', assignee_name, 'claimed_at', claimed_at, 'reminded_at', reminded_at, 'reminders', reminders,
          'due_at', due_at))
        FROM user_task WHERE instance_id = ANY($1::uuid[]) AND state IN ('created', 'claimed')) AS tasks,
      (SELECT json_agg(json_build_object('instance_id', instance_id, 'id', id, 'timer_key', timer_key, 'event', event,
          'due_at', due_at))
        FROM timer WHERE instance_id = ANY($1::uuid[]) AND state = 'armed') AS timers,
      (SELECT json_agg(json_build_object('client_key', client_key, 'fingerprint', fingerprint, 'answer', answer))
        FROM command_receipt WHERE client_key = ANY($2::text[])) AS receipts`,
};

/** Locks and reads what a batch needs: instances in id order, then their open tasks, armed timers and known receipts. */
export class InstanceLoader {
  constructor(
    private readonly registry: DefinitionRegistry,
    private readonly cache: InstanceCache,
  ) {}

  async load(client: PoolClient, ids: readonly string[], clientKeys: readonly string[]): Promise<Loaded> {
    const instances = new Map<string, LoadedInstance | Error>();
    const receipts = new Map<string, StoredReceipt>();
    if (ids.length === 0 && clientKeys.length === 0) return { instances, receipts };
    const revs = ids.map((id) => this.cache.revOf(id));
    const [locked, surroundings] = await Promise.all([
      client.query<InstanceRow>({ ...LOCK, values: [ids, revs] }),
      client.query<SurroundingsRow>({ ...READ, values: [ids, clientKeys] }),
    ]);
    const { tasks, timers, receipts: stored } = surroundings.rows[0] ?? { tasks: null, timers: null, receipts: null };
    const tasksOf = groupByInstance(tasks ?? []);
    const timersOf = groupByInstance(timers ?? []);
    for (const row of locked.rows) {
      instances.set(row.id, this.assemble(row, tasksOf.get(row.id) ?? [], timersOf.get(row.id) ?? []));
    }
    for (const { client_key, fingerprint, answer } of stored ?? []) {
      receipts.set(client_key, { fingerprint, receipt: answer });
    }
    return { instances, receipts };
  }

  private assemble(row: InstanceRow, tasks: OpenTask[], timers: ArmedTimer[]): LoadedInstance | Error {
    try {
      const definition = this.registry.get(row.definition_key, row.definition_version);
      const snapshot: AnyMachineSnapshot =
        row.snapshot === null ? this.kept(row.id, row.rev) : restore(definition.machine, row.snapshot);
      return {
        id: row.id,
        definition,
        snapshot,
        rev: row.rev,
        stage: row.stage,
        tasks: new Map(tasks.map((task) => [task.id, task])),
        timers: new Map(timers.map((timer) => [timer.timer_key, timer])),
      };
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private kept(id: string, rev: number): AnyMachineSnapshot {
    const snapshot = this.cache.get(id, rev);
    if (!snapshot) throw new Error(`The snapshot of instance '${id}' left the cache while it was being loaded`);
    return snapshot;
  }
}

const groupByInstance = <Entry extends { instance_id: string }>(entries: readonly Entry[]): Map<string, Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.instance_id);
    if (group) group.push(entry);
    else groups.set(entry.instance_id, [entry]);
  }
  return groups;
};
