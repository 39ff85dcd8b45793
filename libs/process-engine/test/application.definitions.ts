import type { ProcessDefinition } from '@landfall/process-definition';
import type { CommandHandlers } from '../src';
import { branch, closed, type PatternContext, pattern, titled, waiting, work } from './patterns/pattern';

/** Puts what queues for a meeting into the outbox, so that a test sees that it was said. */
export const QUEUED_JOB = 'test.queued';
export const meetingQueue: CommandHandlers = {
  giveNumber: (changes, command, { instanceId }) => changes.enqueue(QUEUED_JOB, { instanceId, ...command.params }),
};

const held = { ...work('reason'), tags: 'clockPaused', on: { 'reason.done': 'open.asBefore' } };
const asBefore = { type: 'history' as const, history: 'deep' as const };
const file = (next: string) => ({ ...work('file'), on: { 'file.done': next }, after: { patience: {} } });

/** An application that is filed, reviewed, carried out by two and then waits. */
export const applicationV1: ProcessDefinition = pattern(
  'application',
  {
    initial: 'open',
    states: {
      open: {
        meta: titled('open'),
        initial: 'file',
        on: { suspend: 'held' },
        states: {
          file: file('review'),
          review: { ...work('review'), on: { 'review.done': 'both' }, after: { patience: {} } },
          both: {
            meta: titled('both'),
            type: 'parallel',
            states: { left: branch('left'), right: branch('right') },
            onDone: 'rests',
          },
          rests: { ...waiting('rests'), on: { go: '#application.end' } },
          asBefore,
        },
      },
      held,
      end: closed(),
    },
  },
  { tasks: ['file', 'review', 'left', 'right', 'reason'], signals: ['suspend', 'go'] },
);

const queues = {
  type: 'giveNumber' as const,
  params: ({ context }: { context: PatternContext }) => ({ register: String(context.facts.register) }),
};
const agenda = work('agenda');

/** The later version: a meeting takes the place of the review, and the right branch asks otherwise. */
export const applicationV2: ProcessDefinition = {
  ...pattern(
    'application',
    {
      initial: 'open',
      states: {
        open: {
          meta: titled('open'),
          initial: 'file',
          on: { suspend: 'held' },
          states: {
            file: file('meeting'),
            meeting: {
              meta: titled('meeting'),
              initial: 'queue',
              states: {
                queue: {
                  ...agenda,
                  entry: [agenda.entry, queues],
                  on: { 'agenda.done': '#application.open.both' },
                  after: { patience: {} },
                },
              },
            },
            both: {
              meta: titled('both'),
              type: 'parallel',
              states: {
                left: branch('left'),
                right: {
                  meta: titled('branch right'),
                  initial: 'askedAnew',
                  states: {
                    askedAnew: { ...work('rightAnew'), on: { 'rightAnew.done': 'answered' } },
                    answered: { type: 'final', meta: titled('answered') },
                  },
                },
              },
              onDone: 'rests',
            },
            rests: { ...waiting('rests'), on: { go: '#application.end' } },
            asBefore,
          },
        },
        held: { ...held, after: { patience: {} } },
        end: closed(),
      },
    },
    { tasks: ['file', 'agenda', 'left', 'rightAnew', 'reason'], signals: ['suspend', 'go'] },
  ),
  version: 2,
  migratesFrom: [
    {
      version: 1,
      enter: { 'open.review': ['open.meeting'], 'open.both.right.asked': ['open.both.right.askedAnew'] },
      context: (old) => ({ ...old, facts: { ...(old.facts as object), register: 'R1' } }),
    },
  ],
};
