import { LRUCache } from 'lru-cache';
import type { LoadedInstance } from './loaded-instance';

/**
 * Keeps recently used instances with their open tasks and armed timers, so that what this process committed itself need
 * not be read and restored again.
 *
 * It is never trusted alone: the locked row's `rev` decides whether what is kept is still the truth. Whoever changes a
 * task or a timer therefore raises the `rev` of its instance.
 */
export class InstanceCache {
  private readonly instances: LRUCache<string, LoadedInstance>;
  /** A task belongs to one instance for ever, so this needs no check. */
  private readonly instanceOfTask: LRUCache<string, string>;

  constructor(capacity: number) {
    this.instances = new LRUCache({ max: Math.max(1, capacity) });
    this.instanceOfTask = new LRUCache({ max: Math.max(1, capacity * TASKS_PER_INSTANCE) });
  }

  ownerOf(taskId: string): string | undefined {
    return this.instanceOfTask.get(taskId);
  }

  get(id: string): LoadedInstance | undefined {
    return this.instances.get(id);
  }

  put(instance: LoadedInstance): void {
    this.instances.set(instance.id, instance);
    for (const taskId of instance.tasks.keys()) this.instanceOfTask.set(taskId, instance.id);
  }
}

const TASKS_PER_INSTANCE = 4;
