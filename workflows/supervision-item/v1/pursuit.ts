import { command, engineCommands, type StateMeta } from '@landfall/process-definition';
import { setup } from 'xstate';
import type {
  AssignItem,
  CloseItem,
  DrawItemNumber,
  MoveItem,
  RecordChasing,
  RecordExtension,
  RecordInterview,
  RecordItem,
  RecordItemNumber,
  RecordProgress,
} from '../commands';
import { assignments } from './assignments';
import type { ItemContext, SupervisionItemInput } from './context';
import type { ItemEvent } from './events';
import { guards } from './guards';
import { delays } from './timers';

export const SUPERVISION_ITEM = 'supervision-item';

/** Everything the states of an item are written with: its types, commands, assignments, guards and delays. */
export const pursuit = setup({
  types: {
    context: {} as ItemContext,
    events: {} as ItemEvent,
    input: {} as SupervisionItemInput,
    meta: {} as StateMeta,
    tags: {} as 'overdue',
  },
  actions: {
    ...engineCommands,
    recordItem: command<RecordItem>(),
    assignItem: command<AssignItem>(),
    drawItemNumber: command<DrawItemNumber>(),
    recordItemNumber: command<RecordItemNumber>(),
    moveItem: command<MoveItem>(),
    recordProgress: command<RecordProgress>(),
    recordExtension: command<RecordExtension>(),
    recordChasing: command<RecordChasing>(),
    recordInterview: command<RecordInterview>(),
    closeItem: command<CloseItem>(),
    ...assignments,
  },
  guards,
  delays,
});

/** Addresses a state from anywhere: `to('pursued.work.inProgress')`. */
export const to = <Path extends string>(path: Path) => `#${SUPERVISION_ITEM}.${path}` as const;
