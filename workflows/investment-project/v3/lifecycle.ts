import { command, engineCommands, type StateMeta } from '@landfall/process-definition';
import { setup } from 'xstate';
import type {
  AssignTaskForces,
  CheckDuplicates,
  LeaveMeetingQueue,
  MarkDuplicate,
  QueueForMeeting,
  RecordFacts,
  RecordLevel,
  RecordMilestone,
} from '../commands';
import { assignments } from './assignments';
import type { LifecycleContext, LifecycleInput } from './context';
import type { LifecycleEvent } from './events';
import { guards } from './guards';
import { delays } from './timers';

export const LIFECYCLE = 'investment-project';

/** Everything the states of the lifecycle are written with: its types, commands, assignments, guards and delays. */
export const lifecycle = setup({
  types: {
    context: {} as LifecycleContext,
    events: {} as LifecycleEvent,
    input: {} as LifecycleInput,
    meta: {} as StateMeta,
    tags: {} as 'suspended' | 'clockPaused',
  },
  actions: {
    ...engineCommands,
    checkDuplicates: command<CheckDuplicates>(),
    recordFacts: command<RecordFacts>(),
    recordMilestone: command<RecordMilestone>(),
    assignTaskForces: command<AssignTaskForces>(),
    recordLevel: command<RecordLevel>(),
    markDuplicate: command<MarkDuplicate>(),
    queueForMeeting: command<QueueForMeeting>(),
    leaveMeetingQueue: command<LeaveMeetingQueue>(),
    ...assignments,
  },
  guards,
  delays,
});

/** Addresses a state from anywhere: `to('active.signing')`. */
export const to = <Path extends string>(path: Path) => `#${LIFECYCLE}.${path}` as const;
