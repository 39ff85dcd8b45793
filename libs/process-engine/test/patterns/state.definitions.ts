import type { ProcessDefinition } from '@landfall/process-definition';
import { and, not, or, stateIn } from 'xstate';
import { closed, ended, type PatternContext, pattern, titled, waiting, work } from './pattern';

const JOBS = ['plaster', 'paint', 'wire'] as const;

const isIn = (region: string, state: string) => stateIn({ running: { [region]: state } });

const nobodyWorks = not(or(JOBS.map((job) => isIn(job, 'working'))));

const beginning = (job: string): string => `begin-${job}`;

/** Jobs of which one at most is worked on; people choose which is next, as far as `after` leaves it open. */
const oneAtATime = (key: string, after: Readonly<Record<string, string>>): ProcessDefinition =>
  pattern(
    key,
    {
      initial: 'running',
      states: {
        running: {
          type: 'parallel',
          meta: titled('running'),
          onDone: 'end',
          states: Object.fromEntries(
            JOBS.map((job) => {
              const before = after[job];
              return [
                job,
                {
                  meta: titled(job),
                  initial: 'waits',
                  states: {
                    waits: {
                      ...waiting('waits'),
                      on: {
                        [beginning(job)]: {
                          guard: before === undefined ? nobodyWorks : and([nobodyWorks, isIn(before, 'over')]),
                          target: 'working',
                        },
                      },
                    },
                    working: { ...work(job), on: { [`${job}.done`]: 'over' } },
                    over: ended('over'),
                  },
                },
              ];
            }),
          ),
        },
        end: closed(),
      },
    },
    { tasks: JOBS, events: Object.fromEntries(JOBS.map((job) => [beginning(job), 'boss'])) },
  );

/** Plaster comes before paint, wire whenever. */
export const interleavedParallel = oneAtATime('interleaved-parallel', { paint: 'plaster' });

/** Any order, one at a time. */
export const interleaved = oneAtATime('interleaved', {});

const usesRoom = (name: string) => ({
  meta: titled(name),
  initial: 'before',
  states: {
    before: { ...work(`${name}-before`), on: { [`${name}-before.done`]: 'queued' } },
    queued: { ...waiting('queued'), always: { guard: isIn('room', `${name}Has`), target: 'inside' } },
    inside: { ...work(`${name}-inside`), on: { [`${name}-inside.done`]: 'over' } },
    over: ended('over'),
  },
});

const heldBy = (name: string) => ({
  ...waiting(`held by ${name}`),
  always: { guard: isIn(name, 'over'), target: 'free' },
});

/** Two branches that both need the one room; whoever asks first has it until he leaves. */
export const criticalSection = pattern(
  'critical-section',
  {
    initial: 'running',
    states: {
      running: {
        type: 'parallel',
        meta: titled('running'),
        onDone: 'end',
        states: {
          x: usesRoom('x'),
          y: usesRoom('y'),
          room: {
            meta: titled('room'),
            initial: 'free',
            states: {
              free: {
                ...waiting('free'),
                always: [
                  { guard: isIn('x', 'queued'), target: 'xHas' },
                  { guard: isIn('y', 'queued'), target: 'yHas' },
                  { guard: and([isIn('x', 'over'), isIn('y', 'over')]), target: 'over' },
                ],
              },
              xHas: heldBy('x'),
              yHas: heldBy('y'),
              over: ended('over'),
            },
          },
        },
      },
      end: closed(),
    },
  },
  { tasks: ['x-before', 'x-inside', 'y-before', 'y-inside'] },
);

/** Takes a letter only while it waits for one. */
export const transientTrigger = pattern(
  'transient-trigger',
  {
    initial: 'a',
    states: {
      a: { ...work('a'), on: { 'a.done': 'waits' } },
      waits: { ...waiting('waits'), on: { letter: 'b' } },
      b: { ...work('b'), on: { 'b.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['a', 'b'], signals: ['letter'] },
);

const usesLetter = (target: string) => ({
  guard: { type: 'counted' as const, params: { key: 'letters', n: 1 } },
  target,
  actions: { type: 'count' as const, params: { key: 'letters', by: -1 } },
});

/** Keeps every letter until it is needed: each of two waits uses up one. */
export const persistentTrigger = pattern(
  'persistent-trigger',
  {
    initial: 'running',
    states: {
      running: {
        meta: titled('running'),
        initial: 'a',
        on: { letter: { actions: { type: 'count', params: { key: 'letters' } } } },
        states: {
          a: { ...work('a'), on: { 'a.done': 'first' } },
          first: { ...waiting('first'), always: usesLetter('b') },
          b: { ...work('b'), on: { 'b.done': 'second' } },
          second: { ...waiting('second'), always: usesLetter('over') },
          over: ended('over'),
        },
        onDone: 'end',
      },
      end: closed(),
    },
  },
  { tasks: ['a', 'b'], signals: ['letter'] },
);

/** Sends a letter to the process of the key it was started with. */
export const sender = pattern(
  'sender',
  {
    initial: 'write',
    states: {
      write: {
        ...work('write'),
        on: {
          'write.done': {
            target: 'end',
            actions: {
              type: 'signalProcess',
              params: ({ context }) => ({
                definition: String(context.facts.to),
                correlationKey: String(context.facts.key),
                event: { type: 'letter' },
              }),
            },
          },
        },
      },
      end: closed(),
    },
  },
  { tasks: ['write'] },
);

/** Starts one process for every unit and goes on without waiting for any. */
export const call = pattern(
  'call',
  {
    initial: 'counts',
    states: {
      counts: {
        meta: titled('counts'),
        always: {
          target: 'sends',
          actions: {
            type: 'count',
            params: ({ context }) => ({ key: 'left', by: (context.facts.units as readonly string[]).length }),
          },
        },
      },
      sends: {
        meta: titled('sends'),
        always: [
          {
            guard: { type: 'counted', params: { key: 'left', n: 1 } },
            target: 'sends',
            reenter: true,
            actions: [
              { type: 'count', params: { key: 'left', by: -1 } },
              {
                type: 'startProcess',
                params: ({ context }) => ({
                  definition: 'bid',
                  correlationKey: `bid ${(context.facts.units as readonly string[])[context.counts.left ?? 0]}`,
                  input: {},
                }),
              },
            ],
          },
          { target: 'next' },
        ],
      },
      next: { ...work('next'), on: { 'next.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['next'] },
);

export const bid = pattern(
  'bid',
  { initial: 'offer', states: { offer: { ...work('offer'), on: { 'offer.done': 'end' } }, end: closed() } },
  { tasks: ['offer'] },
);

const levelBelow = ({ facts }: PatternContext) => ({
  definition: 'breakdown',
  correlationKey: `${facts.key}.1`,
  input: { key: `${facts.key}.1`, depth: Number(facts.depth) - 1, parent: facts.key },
});

/** An estimate that asks a process of its own kind for the level below, and adds up what comes back. */
export const breakdown = pattern(
  'breakdown',
  {
    initial: 'estimate',
    states: {
      estimate: {
        ...work('estimate'),
        on: { 'estimate.done': { target: 'splits', actions: { type: 'count', params: { key: 'total' } } } },
      },
      splits: {
        meta: titled('splits'),
        always: [
          {
            guard: { type: 'fact', params: { name: 'depth' } },
            target: 'waits',
            actions: { type: 'startProcess', params: ({ context }) => levelBelow(context) },
          },
          { target: 'reports' },
        ],
      },
      waits: {
        ...waiting('waits'),
        on: {
          levelDone: {
            target: 'reports',
            actions: { type: 'count', params: ({ event }) => ({ key: 'total', by: Number(event.total) }) },
          },
        },
      },
      reports: {
        meta: titled('reports'),
        always: [
          {
            guard: { type: 'fact', params: { name: 'parent' } },
            target: 'end',
            actions: {
              type: 'signalProcess',
              params: ({ context }) => ({
                definition: 'breakdown',
                correlationKey: String(context.facts.parent),
                event: { type: 'levelDone', total: context.counts.total ?? 0 },
              }),
            },
          },
          { target: 'end' },
        ],
      },
      end: closed(),
    },
  },
  { tasks: ['estimate'], signals: ['levelDone'] },
);
