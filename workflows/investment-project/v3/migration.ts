import type { LifecycleContext as Version1 } from '../v1/context';
import type { LifecycleContext as Version2 } from '../v2/context';
import type { LifecycleContext } from './context';

/** What an older project does not know of meetings: it was never in a queue, and nothing was concluded about it. */
const NEW: Pick<
  LifecycleContext,
  'projectId' | 'queueTurn' | 'agenda' | 'conditionsOf' | 'resolutions' | 'pushRequests'
> = {
  projectId: null,
  queueTurn: 0,
  agenda: null,
  conditionsOf: null,
  resolutions: [],
  pushRequests: 0,
};

/** The context of version 3 for a project that runs under version 2. */
export const contextFromVersion2 = (old: Version2): LifecycleContext => ({ ...old, ...NEW });

/** The context of version 3 for a project that runs under version 1, which never waited for an enterprise's material. */
export const contextFromVersion1 = (old: Version1): LifecycleContext => ({ ...old, ...NEW, awaitedMaterial: null });

/** Where somebody had the task to type in the minutes, the project now queues for the meeting itself. */
const QUEUES = {
  'active.review.queuedStreetTown': ['active.review.queuedStreetTown'],
  'active.review.queuedDistrict': ['active.review.queuedDistrict'],
  'active.review.queuedLeadingGroup': ['active.review.queuedLeadingGroup'],
} as const;

type Plain = Readonly<Record<string, unknown>>;

/** The engine keeps contexts as plain JSON; the machine of the version named here wrote them. */
const plainly =
  <Old>(mapped: (old: Old) => LifecycleContext) =>
  (old: Plain, projectId: string | null = null): Plain => ({ ...mapped(old as unknown as Old), projectId });

/**
 * How running projects come over. Every state of versions 1 and 2 is one of version 3 with the same task, so projects keep
 * their places, tasks, handlers and clocks, except in the queues. A registration that began under version 1 keeps its two
 * tasks apart; whichever side records the licence still relieves the other.
 */
export const migratesFrom = [
  { version: 2, enter: QUEUES, context: plainly(contextFromVersion2) },
  { version: 1, enter: QUEUES, context: plainly(contextFromVersion1) },
] as const;
