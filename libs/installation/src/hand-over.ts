import type { HandOver } from '@landfall/identity';
import type { ProcessEngine } from '@landfall/process-engine';

/** The posts that may hand over anybody's work: whoever manages accounts does it when somebody leaves. */
export const HAND_OVER_GROUPS: readonly string[] = ['ADMIN.security'];

/** Lets the engine give the tasks of somebody who leaves to a successor, or back to their groups. */
export const handOverThrough = (engine: ProcessEngine): HandOver => ({
  handOver: ({ taskId, from, to, actor, reason }) =>
    engine.performOnTask({ taskId, actor, operation: { kind: 'handOver', from, to: to ?? null, reason } }),
});
