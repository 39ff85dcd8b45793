import { and, not, or, stateIn } from 'xstate';
import {
  arriving,
  chosen,
  closed,
  counted,
  ended,
  follow,
  following,
  pattern,
  slotsOf,
  titled,
  waiting,
  work,
} from './pattern';

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
          ...Object.fromEntries(['a', 'b', 'c'].map((task) => [task, chosen(task)])),
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
