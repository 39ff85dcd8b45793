import { LRUCache } from 'lru-cache';
import type { AnyMachineSnapshot } from 'xstate';
import type { LoadedInstance } from './loaded-instance';

/**
 * Keeps live snapshots of recently used instances, so that a committed revision need not be read and restored again.
 *
 * It is never trusted alone: the locked row's `rev` decides whether the kept snapshot is still the truth.
 */
export class InstanceCache {
  private readonly entries: LRUCache<string, { rev: number; snapshot: AnyMachineSnapshot }>;
  /** A task belongs to one instance for ever, so this needs no check. */
  private readonly instanceOfTask: LRUCache<string, string>;

  constructor(capacity: number) {
    this.entries = new LRUCache({ max: Math.max(1, capacity) });
    this.instanceOfTask = new LRUCache({ max: Math.max(1, capacity * TASKS_PER_INSTANCE) });
  }

  ownerOf(taskId: string): string | undefined {
    return this.instanceOfTask.get(taskId);
  }

  revOf(id: string): number {
    return this.entries.get(id)?.rev ?? -1;
  }

  get(id: string, rev: number): AnyMachineSnapshot | undefined {
    const entry = this.entries.get(id);
    return entry?.rev === rev ? entry.snapshot : undefined;
  }

  put({ id, rev, snapshot, tasks }: LoadedInstance): void {
    this.entries.set(id, { rev, snapshot });
    for (const taskId of tasks.keys()) this.instanceOfTask.set(taskId, id);
  }
}

const TASKS_PER_INSTANCE = 4;
