import type { Actor } from '@landfall/process-definition';
import type { EventChanges } from './change-set';
import type { LoadedInstance } from './loaded-instance';

/** The answer to an accepted command; the same client key gets the same answer again, with `repeated` true. */
export interface Receipt {
  readonly instanceId: string;
  readonly rev: number;
  /** The active atomic states as dotted paths. */
  readonly states: readonly string[];
  readonly status: 'active' | 'done';
  readonly historyId: string;
  /** The ids of the instance's open user tasks after the command. */
  readonly openTasks: readonly string[];
  readonly repeated: boolean;
}

export interface Decided {
  readonly next: LoadedInstance;
  readonly receipt: Receipt;
}

/**
 * One command waiting for the next commit. `decide` is pure over the loaded instance: it answers, or throws a
 * `Rejection`; whatever it throws leaves the rest of the batch alone.
 */
export interface Operation {
  readonly instanceId: string;
  /** Started instances do not exist before; all others are loaded and locked. */
  readonly creates: boolean;
  readonly actor: Actor;
  readonly clientKey?: string | undefined;
  /** What the client key stands for; the same key with another meaning is refused. */
  readonly fingerprint: string;
  decide(instance: LoadedInstance | undefined, changes: EventChanges, at: Date): Decided;
}
