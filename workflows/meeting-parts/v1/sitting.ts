import { command, engineCommands, type StateMeta } from '@landfall/process-definition';
import { setup } from 'xstate';
import type { DrawMinutesNumber, IssueDocuments, RecordMeeting } from '../commands';
import { assignments } from './assignments';
import type { MeetingContext, MeetingInput } from './context';
import type { MeetingEvent } from './events';
import { guards } from './guards';
import { delays } from './timers';

/** Everything the states of the joint meetings are written with: types, commands, assignments, guards and delays. */
export const sitting = setup({
  types: {
    context: {} as MeetingContext,
    events: {} as MeetingEvent,
    input: {} as MeetingInput,
    meta: {} as StateMeta,
    tags: {} as 'overdue',
  },
  actions: {
    ...engineCommands,
    recordMeeting: command<RecordMeeting>(),
    issueDocuments: command<IssueDocuments>(),
    drawMinutesNumber: command<DrawMinutesNumber>(),
    ...assignments,
  },
  guards,
  delays,
});
