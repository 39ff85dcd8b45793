import type { AllocationRule, ProcessDefinition } from '@landfall/process-definition';
import { field } from '@landfall/process-definition';
import { stateIn } from 'xstate';
import { closed, ended, type PatternContext, pattern, slotsOf, titled, waiting, work } from './pattern';

const label = (zh: string, en: string) => ({ zh, en });

/** The group that one account alone holds. */
export const personal = (account: string): string => `account.${account}`;

const ofWhoeverDidIt = ({ facts }: PatternContext): string => personal(String(facts.actor));

/** A piece of work of a desk and its check by somebody else; it can be put aside, started anew and dropped. */
export const desk = pattern(
  'desk',
  {
    initial: 'open',
    states: {
      open: {
        meta: titled('open'),
        initial: 'handle',
        on: { pause: 'paused', drop: 'dropped' },
        states: {
          handle: {
            ...work('handle', 'desk.clerk'),
            on: { 'handle.done': 'check', restart: { target: 'handle', reenter: true } },
            after: {
              patience: { actions: { type: 'escalateUserTask', params: { task: 'handle', group: 'desk.chief' } } },
            },
          },
          check: { ...work('check', 'desk.clerk'), on: { 'check.done': '#desk.end', 'check.back': 'handle' } },
          asBefore: { type: 'history', history: 'deep', target: 'handle', meta: titled('as before') },
        },
      },
      paused: { ...waiting('paused'), tags: 'clockPaused', on: { resume: 'open.asBefore' } },
      end: closed(),
      dropped: closed('dropped'),
    },
  },
  {
    tasks: {
      handle: { retainsFamiliar: true, skipAs: 'done' },
      check: { outcomes: ['done', 'back'], separateFrom: ['handle'] },
    },
    events: { pause: 'desk.chief', resume: 'desk.chief', restart: 'desk.chief', drop: 'desk.chief' },
  },
);

/** Named in the definition itself. */
export const direct = pattern(
  'direct',
  {
    initial: 'sign',
    states: { sign: { ...work('sign', personal('wang')), on: { 'sign.done': 'end' } }, end: closed() },
  },
  { tasks: ['sign'] },
);

/** The first step's form says who has the second. */
export const deferred = pattern(
  'deferred',
  {
    initial: 'dispatch',
    states: {
      dispatch: { ...work('dispatch'), on: { 'dispatch.done': { target: 'handle', actions: 'learn' } } },
      handle: { ...work('handle', ({ facts }) => String(facts.group)), on: { 'handle.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: { dispatch: { fields: { group: field.text(label('承办', 'Group')) } }, handle: {} } },
);

/** Whoever takes the case up does all of it. */
export const caseHandling = pattern(
  'case-handling',
  {
    initial: 'take',
    states: {
      take: { ...work('take', 'desk.clerk'), on: { 'take.done': { target: 'write', actions: 'learn' } } },
      write: { ...work('write', ofWhoeverDidIt), on: { 'write.done': 'send' } },
      send: { ...work('send', ofWhoeverDidIt), on: { 'send.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: { take: {}, write: { allocation: 'shortestQueue' }, send: { allocation: 'shortestQueue' } } },
);

/** Confirmed by the chief of the unit of whoever filed it. */
export const organisational = pattern(
  'organisational',
  {
    initial: 'file',
    states: {
      file: { ...work('file', 'staff'), on: { 'file.done': { target: 'confirm', actions: 'learn' } } },
      confirm: { ...work('confirm', ({ facts }) => `${facts.unit}.chief`), on: { 'confirm.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['file', 'confirm'] },
);

/** Handled by those who speak the investor's language. */
export const capability = pattern(
  'capability',
  {
    initial: 'talk',
    states: {
      talk: { ...work('talk', ({ facts }) => `speaks.${facts.language}`), on: { 'talk.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['talk'] },
);

/** One task of a pool, given by a rule. */
export const pool = (allocation: AllocationRule): ProcessDefinition =>
  pattern(
    `pool-${allocation.toLowerCase()}`,
    { initial: 'job', states: { job: { ...work('job', 'pool.clerk'), on: { 'job.done': 'end' } }, end: closed() } },
    { tasks: { job: { allocation } } },
  );

/** Work of a pool and its check, both given to whoever has least to do. */
export const checkedPool = pattern(
  'checked-pool',
  {
    initial: 'job',
    states: {
      job: { ...work('job', 'pool.clerk'), on: { 'job.done': 'check' } },
      check: { ...work('check', 'pool.clerk'), on: { 'check.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: { job: {}, check: { allocation: 'shortestQueue', separateFrom: ['job'] } } },
);

/** The second task is there from the start, and can be closed once the first is done. */
export const early = pattern(
  'early',
  {
    initial: 'both',
    states: {
      both: {
        type: 'parallel',
        meta: titled('both'),
        onDone: 'end',
        states: {
          first: {
            meta: titled('first'),
            initial: 'asked',
            states: { asked: { ...work('a'), on: { 'a.done': 'over' } }, over: ended('over') },
          },
          second: {
            meta: titled('second'),
            initial: 'asked',
            states: {
              asked: {
                ...work('b'),
                on: { 'b.done': { guard: stateIn({ both: { first: 'over' } }), target: 'over' } },
              },
              over: ended('over'),
            },
          },
        },
      },
      end: closed(),
    },
  },
  { tasks: ['a', 'b'] },
);

/** Enabled work is in nobody's list until somebody of the desk fetches it. */
export const late = pattern(
  'late',
  {
    initial: 'a',
    states: {
      a: { ...work('a'), on: { 'a.done': 'ready' } },
      ready: { ...waiting('ready'), on: { fetch: { target: 'handle', actions: 'learn' } } },
      handle: { ...work('handle', ofWhoeverDidIt), on: { 'handle.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['a', 'handle'], events: { fetch: 'desk.clerk' } },
);

/** The inspection can be done before its turn comes; it is passed over then. */
export const ahead = pattern(
  'ahead',
  {
    initial: 'a',
    states: {
      a: {
        ...work('a'),
        on: { 'a.done': 'asks', inspectAhead: { actions: { type: 'count', params: { key: 'inspected' } } } },
      },
      asks: {
        meta: titled('asks'),
        always: [
          { guard: { type: 'counted', params: { key: 'inspected', n: 1 } }, target: 'c' },
          { target: 'inspect' },
        ],
      },
      inspect: { ...work('inspect'), on: { 'inspect.done': 'c' } },
      c: { ...work('c'), on: { 'c.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['a', 'inspect', 'c'], events: { inspectAhead: 'inspect.clerk' } },
);

/** A step that nobody does: a job gives the number and says so. */
export const automatic = pattern(
  'automatic',
  {
    initial: 'a',
    states: {
      a: {
        ...work('a'),
        on: { 'a.done': { target: 'numbering', actions: { type: 'giveNumber', params: { register: 'letters' } } } },
      },
      numbering: { ...waiting('numbering'), on: { numbered: 'b' } },
      b: { ...work('b'), on: { 'b.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['a', 'b'], signals: ['numbered'] },
);

/** Three tasks that one person may have at once. */
export const bundle = pattern(
  'bundle',
  {
    initial: 'asked',
    states: {
      asked: {
        ...work('page', () => slotsOf('1', '2', '3')().map(({ slot }) => ({ slot, group: 'desk.clerk' }))),
        on: { 'page.done': { actions: { type: 'count', params: { key: 'pages' } } } },
        always: { guard: { type: 'counted', params: { key: 'pages', n: 3 } }, target: 'end' },
      },
      end: closed(),
    },
  },
  { tasks: ['page'] },
);

/** One leads and closes, two assist. */
export const jointWork = pattern(
  'joint-work',
  {
    initial: 'asked',
    states: {
      asked: {
        ...work('joint', () => [
          { slot: 'L', group: 'L.clerk', lead: true },
          { slot: 'S', group: 'S.clerk' },
          { slot: 'T', group: 'T.clerk' },
        ]),
        on: { 'joint.close': 'end', 'joint.support': { actions: 'countSlot' } },
      },
      end: closed(),
    },
  },
  {
    tasks: {
      joint: { outcomes: ['close', 'support'], work: { kind: 'leadAssist', assist: ['support'], waits: true } },
    },
  },
);

/** Three sign one after the other. */
export const inTurn = pattern(
  'in-turn',
  {
    initial: 'asked',
    states: { asked: { ...work('sign', slotsOf('x', 'y', 'z')), on: { 'sign.done': 'end' } }, end: closed() },
  },
  { tasks: { sign: { work: { kind: 'sequential', order: ['done'], stopOn: [] } } } },
);
