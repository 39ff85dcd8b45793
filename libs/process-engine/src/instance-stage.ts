import type { StateMeta } from '@landfall/process-definition';
import type { AnyMachineSnapshot } from 'xstate';

const depth = (stateId: string): number => stateId.split('.').length;

/** What the active states tell about themselves, the outermost first. */
const metas = (snapshot: AnyMachineSnapshot): StateMeta[] => {
  const entries = Object.entries(snapshot.getMeta());
  if (entries.length > 1) entries.sort(([a], [b]) => depth(a) - depth(b));
  return entries.map(([, meta]) => meta as StateMeta);
};

/** The stage of the deepest active state that names one; undefined where none does (suspended, ended). */
export const stageOf = (snapshot: AnyMachineSnapshot): string | undefined =>
  metas(snapshot).findLast((meta) => meta.stage !== undefined)?.stage;

export const closedAsOf = (snapshot: AnyMachineSnapshot): string | null =>
  snapshot.status === 'done'
    ? (metas(snapshot).findLast((meta) => meta.closedAs !== undefined)?.closedAs ?? null)
    : null;
