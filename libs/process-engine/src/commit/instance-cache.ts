import { LRUCache } from 'lru-cache';
import type { AnyMachineSnapshot } from 'xstate';

/**
 * Keeps live snapshots of recently used instances, so that a committed revision need not be read and restored again.
 *
 * It is never trusted alone: the locked row's `rev` decides whether the kept snapshot is still the truth.
 */
export class InstanceCache {
  private readonly entries: LRUCache<string, { rev: number; snapshot: AnyMachineSnapshot }>;

  constructor(capacity: number) {
    this.entries = new LRUCache({ max: Math.max(1, capacity) });
  }

  revOf(id: string): number {
    return this.entries.get(id)?.rev ?? -1;
  }

  get(id: string, rev: number): AnyMachineSnapshot | undefined {
    const entry = this.entries.get(id);
    return entry?.rev === rev ? entry.snapshot : undefined;
  }

  put(id: string, rev: number, snapshot: AnyMachineSnapshot): void {
    this.entries.set(id, { rev, snapshot });
  }
}
