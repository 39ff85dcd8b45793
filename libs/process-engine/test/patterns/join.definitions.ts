import type { ProcessDefinition } from '@landfall/process-definition';
import { and, not, or, stateIn } from 'xstate';
import { closed, ended, pattern, slotsOf, titled, waiting, work } from './pattern';

const BRANCHES = ['a', 'b', 'c'] as const;

const counted = (key: string) => ({ type: 'count' as const, params: { key } });

/** A branch that counts its arrival. */
const arriving = (task: string) => ({
  meta: titled(`branch ${task}`),
  initial: 'asked',
  states: {
    asked: { ...work(task), on: { [`${task}.done`]: { target: 'answered', actions: counted(task) } } },
    answered: ended('answered'),
  },
});

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

/** Opens what follows once more, beside whatever of it is still open. */
const follow = [
  counted('fired'),
  {
    type: 'openUserTask' as const,
    params: ({ context }: { context: { counts: Readonly<Record<string, number>> } }) => ({
      task: 'next',
      slots: [{ slot: String(context.counts.fired), group: 'next.clerk' }],
    }),
  },
];

/** What follows a join that may let several pass. */
const following = {
  meta: titled('following'),
  initial: 'asked',
  states: {
    asked: { ...work('next', () => []), on: { 'next.done': { actions: counted('passed') }, 'next.stop': 'over' } },
    over: ended('over'),
  },
};

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

/** A branch with a follow-up of its own: the task `next` in a slot of the branch's name. */
const merging = (task: string) => ({
  meta: titled(`branch ${task}`),
  initial: 'asked',
  states: {
    asked: { ...work(task), on: { [`${task}.done`]: 'following' } },
    following: {
      entry: {
        type: 'openUserTask' as const,
        params: { task: 'next', slots: [{ slot: task, group: 'next.clerk' }] },
      },
      exit: { type: 'cancelUserTask' as const, params: { task: 'next', slot: task } },
      meta: { ...titled('following'), task: 'next' },
      on: { 'next.done': { guard: { type: 'ofSlot' as const, params: { slot: task } }, target: 'over' } },
    },
    over: ended('over'),
  },
});

/** Each of two branches goes on to the same task by itself, without waiting for the other. */
export const multiMerge = pattern(
  'multi-merge',
  {
    initial: 'both',
    states: {
      both: { type: 'parallel', meta: titled('both'), onDone: 'end', states: { a: merging('a'), b: merging('b') } },
      end: closed(),
    },
  },
  { tasks: ['a', 'b', 'next'] },
);

const optional = (task: string) => ({
  meta: titled(`branch ${task}`),
  initial: 'asks',
  states: {
    asks: {
      meta: titled('asks'),
      always: [{ guard: { type: 'fact' as const, params: { name: task } }, target: 'asked' }, { target: 'answered' }],
    },
    asked: { ...work(task), on: { [`${task}.done`]: 'answered' } },
    answered: ended('answered'),
  },
});

const isAnswered = (task: string) => stateIn({ all: { [task]: 'answered' } });
const wasAsked = (task: string) => ({ type: 'fact' as const, params: { name: task } });

/** Merges two of the branches that were taken, and is passed over where neither was. */
const localMerge = (left: string, right: string, task: string) => ({
  meta: titled(`merge ${left} ${right}`),
  initial: 'waits',
  states: {
    waits: {
      ...waiting('waits'),
      always: [
        {
          guard: and([isAnswered(left), isAnswered(right), or([wasAsked(left), wasAsked(right)])]),
          target: 'asked',
        },
        { guard: and([isAnswered(left), isAnswered(right)]), target: 'over' },
      ],
    },
    asked: { ...work(task), on: { [`${task}.done`]: 'over' } },
    over: ended('over'),
  },
});

/** Three branches and two merges that share the middle one, so that no block encloses a merge with its split. */
export const acyclicMerge = pattern(
  'acyclic-merge',
  {
    initial: 'all',
    states: {
      all: {
        type: 'parallel',
        meta: titled('all'),
        onDone: 'end',
        states: {
          ...Object.fromEntries(BRANCHES.map((task) => [task, optional(task)])),
          left: localMerge('a', 'b', 'd'),
          right: localMerge('b', 'c', 'e'),
        },
      },
      end: closed(),
    },
  },
  { tasks: ['a', 'b', 'c', 'd', 'e'] },
);

/** One branch may loop or go another way; the merge waits as long as it could still come. */
export const generalMerge = pattern(
  'general-merge',
  {
    initial: 'all',
    states: {
      all: {
        type: 'parallel',
        meta: titled('all'),
        onDone: 'end',
        states: {
          a: arriving('a'),
          b: {
            meta: titled('branch b'),
            initial: 'asked',
            states: {
              asked: {
                ...work('b'),
                on: {
                  'b.done': 'answered',
                  'b.again': { target: 'asked', reenter: true },
                  'b.elsewhere': 'elsewhere',
                },
              },
              answered: ended('answered'),
              elsewhere: ended('elsewhere'),
            },
          },
          merge: {
            meta: titled('merge'),
            initial: 'waits',
            states: {
              waits: {
                ...waiting('waits'),
                always: {
                  guard: and([stateIn({ all: { a: 'answered' } }), not(stateIn({ all: { b: 'asked' } }))]),
                  target: 'asked',
                },
              },
              asked: { ...work('next'), on: { 'next.done': 'over' } },
              over: ended('over'),
            },
          },
        },
      },
      end: closed(),
    },
  },
  { tasks: { a: {}, b: { outcomes: ['done', 'again', 'elsewhere'] }, next: {} } },
);

/** Three threads of one branch become one, as often as three have come. */
export const threadMerge = pattern(
  'thread-merge',
  {
    initial: 'running',
    states: {
      running: {
        type: 'parallel',
        meta: titled('running'),
        onDone: 'end',
        states: {
          threads: {
            meta: titled('threads'),
            initial: 'asked',
            states: {
              asked: {
                ...work('sheet', slotsOf('1', '2', '3', '4', '5', '6')),
                on: { 'sheet.done': { actions: [counted('sheet'), counted('all')] } },
                always: { guard: { type: 'counted', params: { key: 'all', n: 6 } }, target: 'over' },
              },
              over: ended('over'),
            },
          },
          merge: {
            meta: titled('merge'),
            initial: 'waits',
            states: {
              waits: {
                ...waiting('waits'),
                always: [
                  {
                    guard: { type: 'counted', params: { key: 'sheet', n: 3 } },
                    target: 'waits',
                    reenter: true,
                    actions: [{ type: 'count', params: { key: 'sheet', by: -3 } }, ...follow],
                  },
                  { guard: stateIn({ running: { threads: 'over' } }), target: 'over' },
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
  { tasks: { sheet: {}, next: { outcomes: ['done', 'stop'] } } },
);

/** One thread becomes three, and each takes both steps of the branch at its own pace. */
export const threadSplit = pattern(
  'thread-split',
  {
    initial: 'threads',
    states: {
      threads: {
        type: 'parallel',
        meta: titled('threads'),
        onDone: 'end',
        states: {
          first: {
            meta: titled('first'),
            initial: 'asked',
            states: {
              asked: {
                ...work('survey', slotsOf('1', '2', '3')),
                on: {
                  'survey.done': {
                    actions: [
                      counted('survey'),
                      {
                        type: 'openUserTask',
                        params: ({ event }) => ({
                          task: 'report',
                          slots: [{ slot: event.slot ?? '', group: `${event.slot}.clerk` }],
                        }),
                      },
                    ],
                  },
                },
                always: { guard: { type: 'counted', params: { key: 'survey', n: 3 } }, target: 'over' },
              },
              over: ended('over'),
            },
          },
          second: {
            meta: titled('second'),
            initial: 'asked',
            states: {
              asked: {
                ...work('report', () => []),
                on: { 'report.done': { actions: counted('report') } },
                always: { guard: { type: 'counted', params: { key: 'report', n: 3 } }, target: 'over' },
              },
              over: ended('over'),
            },
          },
        },
      },
      end: closed(),
    },
  },
  { tasks: ['survey', 'report'] },
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
