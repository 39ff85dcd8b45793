import type { TaskSlot, WorkRule } from '@landfall/process-definition';
import { stateIn } from 'xstate';
import { closed, counted, ended, type PatternContext, pattern, slotsOf, titled, waiting, work } from './pattern';

const everybody: WorkRule = { kind: 'all', order: ['done'], stopOn: [] };

/** One slot for every unit that the process was started with. */
const oneForEachUnit = ({ facts }: PatternContext): readonly TaskSlot[] =>
  (facts.units as readonly string[]).map((slot) => ({ slot, group: `${slot}.clerk` }));

/** One more slot than there are, for a unit that nobody thought of before. */
const oneMore = {
  type: 'openUserTask' as const,
  params: ({ context }: { context: PatternContext }) => ({
    task: 'sign',
    slots: [{ slot: `more${context.counts.more}`, group: 'more.clerk' }],
  }),
};

/** Three signatures, a number that is part of the definition; they can be withdrawn or closed early. */
export const threeSign = pattern(
  'three-sign',
  {
    initial: 'running',
    states: {
      running: {
        type: 'parallel',
        meta: titled('running'),
        onDone: 'end',
        states: {
          signing: {
            meta: titled('signing'),
            initial: 'asked',
            states: {
              asked: {
                ...work('sign', slotsOf('x', 'y', 'z')),
                on: { 'sign.done': 'next', enough: 'next', cancelAll: 'withdrawn' },
              },
              next: { ...work('next'), on: { 'next.done': 'over' } },
              over: ended('over'),
              withdrawn: ended('withdrawn'),
            },
          },
          other: {
            meta: titled('other'),
            initial: 'asked',
            states: { asked: { ...work('other'), on: { 'other.done': 'over' } }, over: ended('over') },
          },
        },
      },
      end: closed(),
    },
  },
  {
    tasks: { sign: { work: everybody, skipAs: 'done' }, next: {}, other: {} },
    events: { enough: 'boss', cancelAll: 'boss' },
  },
);

/** As many signatures as there are units, and more while they are collected. */
export const unitsSign = pattern(
  'units-sign',
  {
    initial: 'asked',
    states: {
      asked: {
        ...work('sign', oneForEachUnit),
        on: { 'sign.done': 'next', invite: { actions: [counted('more'), oneMore] } },
      },
      next: { ...work('next'), on: { 'next.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: { sign: { work: everybody }, next: {} }, events: { invite: 'boss' } },
);

/** Two of three opinions let the next task start; the third is still taken, and then all are over. */
export const twoOfThreeOpinions = pattern(
  'two-of-three-opinions',
  {
    initial: 'round',
    states: {
      round: {
        type: 'parallel',
        meta: titled('round'),
        onDone: 'again',
        states: {
          opinions: {
            meta: titled('opinions'),
            initial: 'asked',
            states: {
              asked: {
                ...work('opinion', slotsOf('x', 'y', 'z')),
                on: { 'opinion.done': { actions: counted('opinion') } },
                always: { guard: { type: 'counted', params: { key: 'opinion', n: 3 } }, target: 'over' },
              },
              over: ended('over'),
            },
          },
          following: {
            meta: titled('following'),
            initial: 'waits',
            states: {
              waits: {
                ...waiting('waits'),
                always: { guard: { type: 'counted', params: { key: 'opinion', n: 2 } }, target: 'asked' },
              },
              asked: { ...work('next'), on: { 'next.done': 'over' } },
              over: ended('over'),
            },
          },
        },
      },
      again: { ...work('again'), on: { 'again.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['opinion', 'next', 'again'] },
);

/** Two thirds of all votes decide and cut off the rest; whoever is asked to vote beside the others counts too. */
export const vote = pattern(
  'vote',
  {
    initial: 'asked',
    states: {
      asked: { ...work('sign', slotsOf('x', 'y', 'z')), on: { 'sign.yes': 'next', 'sign.no': 'refused' } },
      next: { ...work('next'), on: { 'next.done': 'end' } },
      end: closed(),
      refused: closed('refused'),
    },
  },
  {
    tasks: {
      sign: {
        outcomes: ['yes', 'no'],
        work: { kind: 'vote', yes: 'yes', no: 'no', pass: [2, 3], quorum: [1, 3] },
      },
      next: {},
    },
  },
);

/**
 * Opinions of as many units as there turn out to be: two thirds of those that are asked by then let the next task start,
 * after which nobody more is asked, and the rest are still taken.
 */
export const shareOfOpinions = pattern(
  'share-of-opinions',
  {
    initial: 'round',
    states: {
      round: {
        type: 'parallel',
        meta: titled('round'),
        onDone: 'end',
        states: {
          opinions: {
            meta: titled('opinions'),
            initial: 'counts',
            states: {
              counts: {
                meta: titled('counts'),
                always: {
                  target: 'asked',
                  actions: {
                    type: 'count',
                    params: ({ context }) => ({ key: 'asked', by: oneForEachUnit(context).length }),
                  },
                },
              },
              asked: {
                ...work('sign', oneForEachUnit),
                on: {
                  'sign.done': { actions: counted('said') },
                  invite: {
                    guard: stateIn({ round: { following: 'waits' } }),
                    actions: [counted('asked'), counted('more'), oneMore],
                  },
                },
                always: {
                  guard: { type: 'share', params: { of: 'said', all: 'asked', pass: [1, 1] } },
                  target: 'over',
                },
              },
              over: ended('over'),
            },
          },
          following: {
            meta: titled('following'),
            initial: 'waits',
            states: {
              waits: {
                ...waiting('waits'),
                always: {
                  guard: { type: 'share', params: { of: 'said', all: 'asked', pass: [2, 3] } },
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
  { tasks: ['sign', 'next'], events: { invite: 'boss' } },
);
