import { field } from '@landfall/process-definition';
import { stateIn } from 'xstate';
import { branch, chosen, closed, ended, pattern, titled, waiting, work } from './pattern';

export const sequence = pattern(
  'sequence',
  {
    initial: 'a',
    states: { a: { ...work('a'), on: { 'a.done': 'b' } }, b: { ...work('b'), on: { 'b.done': 'end' } }, end: closed() },
  },
  { tasks: ['a', 'b'] },
);

export const parallelSplit = pattern(
  'parallel-split',
  {
    initial: 'both',
    states: {
      both: { type: 'parallel', meta: titled('both'), onDone: 'c', states: { a: branch('a'), b: branch('b') } },
      c: { ...work('c'), on: { 'c.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['a', 'b', 'c'] },
);

/** An amount decides which of two ways is taken; both meet in the archive. */
export const exclusiveChoice = pattern(
  'exclusive-choice',
  {
    initial: 'file',
    states: {
      file: {
        ...work('file'),
        on: {
          'file.done': [
            { guard: { type: 'said', params: { field: 'large', value: true } }, target: 'board' },
            { target: 'desk' },
          ],
        },
      },
      board: { ...work('board'), on: { 'board.done': 'archive' } },
      desk: { ...work('desk'), on: { 'desk.done': 'archive' } },
      archive: { ...work('archive'), on: { 'archive.done': 'end' } },
      end: closed(),
    },
  },
  {
    tasks: {
      file: { fields: { large: field.boolean({ zh: '大额', en: 'Large' }) } },
      board: {},
      desk: {},
      archive: {},
    },
  },
);

export const multiChoice = pattern(
  'multi-choice',
  {
    initial: 'reviews',
    states: {
      reviews: {
        type: 'parallel',
        meta: titled('reviews'),
        onDone: 'decide',
        states: { a: chosen('a'), b: chosen('b'), c: chosen('c') },
      },
      decide: { ...work('decide'), on: { 'decide.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['a', 'b', 'c', 'decide'] },
);

/** A cycle that is entered at two places and left at two. */
export const cycles = pattern(
  'cycles',
  {
    initial: 'a',
    states: {
      a: { ...work('a'), on: { 'a.done': 'b', 'a.straight': 'c' } },
      b: { ...work('b'), on: { 'b.done': 'c', 'b.leave': 'end' } },
      c: { ...work('c'), on: { 'c.done': 'b', 'c.again': 'a', 'c.leave': 'end' } },
      end: closed(),
    },
  },
  {
    tasks: {
      a: { outcomes: ['done', 'straight'] },
      b: { outcomes: ['done', 'leave'] },
      c: { outcomes: ['done', 'again', 'leave'] },
    },
  },
);

/** Repeats a task while something is missing (asked before), and a test until it succeeds (asked after). */
export const loops = pattern(
  'loops',
  {
    initial: 'collect',
    states: {
      collect: {
        meta: titled('collect'),
        initial: 'asks',
        onDone: 'test',
        states: {
          asks: {
            meta: titled('asks'),
            always: [
              { guard: { type: 'counted', params: { key: 'parts', n: 2 } }, target: 'enough' },
              { guard: { type: 'fact', params: { name: 'complete' } }, target: 'enough' },
              { target: 'fetch' },
            ],
          },
          fetch: {
            ...work('fetch'),
            on: { 'fetch.done': { target: 'asks', actions: { type: 'count', params: { key: 'parts' } } } },
          },
          enough: ended('enough'),
        },
      },
      test: { ...work('test'), on: { 'test.done': 'end', 'test.failed': { target: 'test', reenter: true } } },
      end: closed(),
    },
  },
  { tasks: { fetch: {}, test: { outcomes: ['done', 'failed'] } } },
);

/** No branch leads to the end: the process is over when nothing is left to do. */
export const implicitEnd = pattern(
  'implicit-end',
  {
    initial: 'all',
    states: {
      all: { type: 'parallel', meta: titled('all'), onDone: 'end', states: { a: branch('a'), b: chosen('b') } },
      end: closed(),
    },
  },
  { tasks: ['a', 'b'] },
);

/** One branch's refusal ends everything, whatever the other one has still to do. */
export const explicitEnd = pattern(
  'explicit-end',
  {
    initial: 'both',
    states: {
      both: {
        type: 'parallel',
        meta: titled('both'),
        onDone: 'end',
        on: { 'a.refuse': 'refused' },
        states: { a: branch('a'), b: branch('b') },
      },
      end: closed(),
      refused: closed('refused'),
    },
  },
  { tasks: { a: { outcomes: ['done', 'refuse'] }, b: {} } },
);

/** Two tasks, a signal and a time limit are waited for; the first to come decides, and the others are withdrawn. */
export const deferredChoice = pattern(
  'deferred-choice',
  {
    initial: 'open',
    states: {
      open: {
        type: 'parallel',
        meta: { ...titled('open'), owner: { zh: '办公室', en: 'the office' } },
        states: {
          a: { ...work('a'), on: { 'a.done': '#deferred-choice.byA' } },
          b: { ...work('b'), on: { 'b.done': '#deferred-choice.byB' } },
          outside: { ...waiting('outside'), on: { letter: '#deferred-choice.byLetter' } },
        },
        after: { patience: 'late' },
      },
      byA: closed('a'),
      byB: closed('b'),
      byLetter: closed('letter'),
      late: closed('late'),
    },
  },
  { tasks: ['a', 'b'], signals: ['letter'] },
);

/** A task, a region of two tasks, and the whole case, each of which can be withdrawn by itself. */
export const cancellable = pattern(
  'cancellable',
  {
    initial: 'open',
    on: { cancelCase: '.cancelled' },
    states: {
      open: {
        type: 'parallel',
        meta: titled('open'),
        onDone: 'end',
        states: {
          single: {
            meta: titled('single'),
            initial: 'asked',
            states: {
              asked: { ...work('single'), on: { 'single.done': 'over', cancelTask: 'over' } },
              over: ended('over'),
            },
          },
          region: {
            meta: titled('region'),
            initial: 'inside',
            states: {
              inside: {
                type: 'parallel',
                meta: titled('inside'),
                on: { cancelRegion: 'over' },
                onDone: 'over',
                states: { x: branch('x'), y: branch('y') },
              },
              over: ended('over'),
            },
          },
          other: branch('other'),
        },
      },
      end: closed(),
      cancelled: closed('cancelled'),
    },
  },
  {
    tasks: ['single', 'x', 'y', 'other'],
    events: { cancelTask: 'boss', cancelRegion: 'boss', cancelCase: 'boss' },
  },
);

/** An application is taken only while registration is open: after its opening and before its closing. */
export const milestone = pattern(
  'milestone',
  {
    initial: 'running',
    states: {
      running: {
        type: 'parallel',
        meta: titled('running'),
        onDone: 'end',
        states: {
          registration: {
            meta: titled('registration'),
            initial: 'before',
            states: {
              before: { ...work('open'), on: { 'open.done': 'reached' } },
              reached: { ...work('close'), on: { 'close.done': 'after' } },
              after: { ...work('publish'), on: { 'publish.done': 'published' } },
              published: ended('published'),
            },
          },
          application: {
            meta: titled('application'),
            initial: 'asked',
            states: {
              asked: {
                ...work('apply'),
                on: {
                  'apply.done': { guard: stateIn({ running: { registration: 'reached' } }), target: 'applied' },
                  'apply.refrain': 'refrained',
                },
              },
              applied: ended('applied'),
              refrained: ended('refrained'),
            },
          },
        },
      },
      end: closed(),
    },
  },
  { tasks: { open: {}, close: {}, publish: {}, apply: { outcomes: ['done', 'refrain'] } } },
);
