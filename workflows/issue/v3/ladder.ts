import { command, engineCommands, type StateMeta } from '@landfall/process-definition';
import { setup } from 'xstate';
import type {
  ClearBlocked,
  CloseIssue,
  LeaveMeetingQueue,
  MarkBlocked,
  MoveIssue,
  QueueForMeeting,
  RecordCoordination,
  RecordIssue,
} from '../commands';
import { assignments } from './assignments';
import type { IssueContext, IssueInput } from './context';
import type { IssueEvent } from './events';
import { guards } from './guards';
import { delays } from './timers';

export const ISSUE = 'issue';

/** Everything the states of an issue are written with: its types, commands, assignments, guards and delays. */
export const ladder = setup({
  types: {
    context: {} as IssueContext,
    events: {} as IssueEvent,
    input: {} as IssueInput,
    meta: {} as StateMeta,
    tags: {} as 'clockPaused' | 'overdue',
  },
  actions: {
    ...engineCommands,
    recordIssue: command<RecordIssue>(),
    moveIssue: command<MoveIssue>(),
    markBlocked: command<MarkBlocked>(),
    clearBlocked: command<ClearBlocked>(),
    recordCoordination: command<RecordCoordination>(),
    closeIssue: command<CloseIssue>(),
    queueForMeeting: command<QueueForMeeting>(),
    leaveMeetingQueue: command<LeaveMeetingQueue>(),
    ...assignments,
  },
  guards,
  delays,
});

/** Addresses a state from anywhere: `to('unresolved.l1')`. */
export const to = <Path extends string>(path: Path) => `#${ISSUE}.${path}` as const;

/** The way back to the level that the issue was on. */
export const toItsLevel = [
  { guard: { type: 'onLevel' as const, params: { level: 3 as const } }, target: to('unresolved.l3') },
  { guard: { type: 'onLevel' as const, params: { level: 2 as const } }, target: to('unresolved.l2') },
  { guard: { type: 'onLevel' as const, params: { level: 1 as const } }, target: to('unresolved.l1') },
  { target: to('unresolved.l0') },
] as const;
