import { command, engineCommands, type StateMeta } from '@landfall/process-definition';
import { setup } from 'xstate';
import type {
  ClosePushRequest,
  LeaveMeetingQueue,
  MovePushRequest,
  QueueForMeeting,
  RecordPushRequest,
} from '../commands';
import { assignments } from './assignments';
import type { PushRequestContext, PushRequestInput } from './context';
import type { PushRequestEvent } from './events';
import { guards } from './guards';
import { delays } from './timers';

export const PUSH_REQUEST = 'push-request';

/** Everything the states of a request are written with: its types, commands, assignments, guards and delays. */
export const request = setup({
  types: {
    context: {} as PushRequestContext,
    events: {} as PushRequestEvent,
    input: {} as PushRequestInput,
    meta: {} as StateMeta,
  },
  actions: {
    ...engineCommands,
    recordPushRequest: command<RecordPushRequest>(),
    movePushRequest: command<MovePushRequest>(),
    closePushRequest: command<ClosePushRequest>(),
    queueForMeeting: command<QueueForMeeting>(),
    leaveMeetingQueue: command<LeaveMeetingQueue>(),
    ...assignments,
  },
  guards,
  delays,
});

/** Addresses a state from anywhere: `to('concluding')`. */
export const to = <Path extends string>(path: Path) => `#${PUSH_REQUEST}.${path}` as const;
