import type { ProcessDefinition } from '@landfall/process-definition';
import { stateIn } from 'xstate';
import { arriving, closed, counted, ended, follow, following, pattern, titled, waiting, work } from './pattern';

const BRANCHES = ['a', 'b', 'c'] as const;

/** A branch that may arrive again and again. */
const producing = (task: string) => ({
  meta: titled(`branch ${task}`),
  initial: 'asked',
  states: {
    asked: {
      ...work(task),
      on: { [`${task}.done`]: { target: 'asked', reenter: true, actions: counted(task) }, [`${task}.stop`]: 'over' },
    },
    over: ended('over'),
  },
});

const PRODUCERS = Object.fromEntries(BRANCHES.map((task) => [task, { outcomes: ['done', 'stop'] }]));

const arrived = (n: number) => ({ type: 'atLeast' as const, params: { keys: BRANCHES, n } });

const takeOne = { type: 'takeOneOf' as const, params: { keys: BRANCHES } };

/** The first `n` of three branches let the next task start; the others end without effect, then all begins anew. */
export const structuredJoin = (key: string, n: number): ProcessDefinition =>
  pattern(
    key,
    {
      initial: 'round',
      states: {
        round: {
          type: 'parallel',
          meta: titled('round'),
          onDone: 'again',
          states: {
            ...Object.fromEntries(BRANCHES.map((task) => [task, arriving(task)])),
            join: {
              meta: titled('join'),
              initial: 'waits',
              states: {
                waits: { ...waiting('waits'), always: { guard: arrived(n), target: 'asked' } },
                asked: { ...work('next'), on: { 'next.done': 'over' } },
                over: ended('over'),
              },
            },
          },
        },
        again: { ...work('again'), on: { 'again.done': 'end', 'again.repeat': { target: 'round', actions: takeOne } } },
        end: closed(),
      },
    },
    { tasks: { a: {}, b: {}, c: {}, next: {}, again: { outcomes: ['done', 'repeat'] } } },
  );

/** The first `n` of three branches let the next task start and cut off the others. */
export const cancellingJoin = (key: string, n: number): ProcessDefinition =>
  pattern(
    key,
    {
      initial: 'round',
      states: {
        round: {
          type: 'parallel',
          meta: titled('round'),
          always: { guard: arrived(n), target: 'next' },
          states: Object.fromEntries(BRANCHES.map((task) => [task, arriving(task)])),
        },
        next: { ...work('next'), on: { 'next.done': 'end' } },
        end: closed(),
      },
    },
    { tasks: ['a', 'b', 'c', 'next'] },
  );

/** The first `n` of three branches pass; further arrivals are held back until every branch has arrived once. */
export const blockingJoin = (key: string, n: number): ProcessDefinition =>
  pattern(
    key,
    {
      initial: 'running',
      states: {
        running: {
          type: 'parallel',
          meta: titled('running'),
          onDone: 'end',
          states: {
            ...Object.fromEntries(BRANCHES.map((task) => [task, producing(task)])),
            join: {
              meta: titled('join'),
              initial: 'ready',
              states: {
                ready: {
                  ...waiting('ready'),
                  always: [
                    { guard: arrived(n), target: 'blocked', actions: follow },
                    { guard: stateIn({ running: { a: 'over', b: 'over', c: 'over' } }), target: 'over' },
                  ],
                },
                blocked: {
                  ...waiting('blocked'),
                  always: [
                    { guard: arrived(BRANCHES.length), target: 'ready', actions: takeOne },
                    { guard: stateIn({ running: { a: 'over', b: 'over', c: 'over' } }), target: 'over' },
                  ],
                },
                over: ended('over'),
              },
            },
            following,
          },
        },
        end: closed(),
      },
    },
    { tasks: { ...PRODUCERS, next: { outcomes: ['done', 'stop'] } } },
  );

/** Takes one arrival of every branch each time; what arrives more often is kept for later. */
export const generalizedJoin = pattern(
  'generalized-join',
  {
    initial: 'running',
    states: {
      running: {
        type: 'parallel',
        meta: titled('running'),
        onDone: 'end',
        states: {
          ...Object.fromEntries(BRANCHES.map((task) => [task, producing(task)])),
          join: {
            meta: titled('join'),
            initial: 'waits',
            states: {
              waits: {
                ...waiting('waits'),
                always: [
                  { guard: arrived(BRANCHES.length), target: 'waits', reenter: true, actions: [...follow, takeOne] },
                  { guard: stateIn({ running: { a: 'over', b: 'over', c: 'over' } }), target: 'over' },
                ],
              },
              over: ended('over'),
            },
          },
          following,
        },
      },
      end: closed(),
    },
  },
  { tasks: { ...PRODUCERS, next: { outcomes: ['done', 'stop'] } } },
);

/** The joins that the patterns are shown by. */
export const JOINS = {
  discriminator: structuredJoin('structured-discriminator', 1),
  partialJoin: structuredJoin('structured-partial-join', 2),
  cancellingDiscriminator: cancellingJoin('cancelling-discriminator', 1),
  cancellingPartialJoin: cancellingJoin('cancelling-partial-join', 2),
  blockingDiscriminator: blockingJoin('blocking-discriminator', 1),
  blockingPartialJoin: blockingJoin('blocking-partial-join', 2),
} as const;
