import { SYSTEM_ACTOR } from '@landfall/process-definition';
import { closed, type PatternContext, pattern, titled, waiting, work } from '../test/patterns/pattern';
import { PatternEngine } from '../test/patterns/pattern-engine';
import { SIGNAL_JOB, START_JOB } from './engine-command-handlers';
import { engineJobs } from './engine-jobs';

type On = { readonly context: PatternContext };

const listener = pattern(
  'listener',
  {
    initial: 'hears',
    states: {
      hears: {
        ...waiting('hears'),
        on: { called: { actions: { type: 'count', params: { key: 'called' } } }, over: 'end' },
      },
      end: closed(),
    },
  },
  { tasks: [], signals: ['called', 'over'] },
);

/** Says what its facts list: starts when it begins, signals when its task is done. */
const speaker = pattern(
  'speaker',
  {
    initial: 'begins',
    states: {
      begins: {
        meta: titled('begins'),
        always: {
          target: 'write',
          actions: { type: 'startProcesses', params: ({ context }: On) => ({ starts: context.facts.starts as never }) },
        },
      },
      write: {
        ...work('write'),
        on: {
          'write.done': {
            target: 'end',
            actions: {
              type: 'signalProcesses',
              params: ({ context }: On) => ({ signals: context.facts.signals as never }),
            },
          },
        },
      },
      end: closed(),
    },
  },
  { tasks: ['write'] },
);

const NOBODY = '0190a000-0000-7000-8000-000000000000';
const called = { type: 'called' };

describe('what one process says to others', () => {
  let world: PatternEngine;
  beforeAll(async () => {
    world = await PatternEngine.open([listener, speaker]);
  });
  afterAll(() => world.close());

  const start = (correlationKey: string) => ({ definition: 'listener', correlationKey, input: {} });
  const messages = async () =>
    world.world.sql.query<{ job: string; payload: object }>('SELECT job, payload FROM outbox_message ORDER BY id');
  const callsOf = async (id: string): Promise<number> => {
    const [row] = await world.world.sql.query<{ calls: number | null }>(
      `SELECT (snapshot->'context'->'counts'->>'called')::int AS calls FROM process_instance WHERE id = $1`,
      [id],
    );
    return row?.calls ?? 0;
  };

  it('starts several at once, each by a message of its own', async () => {
    await world.start('speaker', { starts: [start('one'), start('two')], signals: [] });
    expect((await messages()).map(({ job }) => job)).toEqual([START_JOB, START_JOB]);
    expect(await world.deliver()).toBe(2);
    expect(await world.idOf('listener', 'one')).not.toBe(await world.idOf('listener', 'two'));
  });

  it('signals several at once, by instance id or by correlation key', async () => {
    const [near, far] = [await world.start('listener', {}, 'near'), await world.start('listener', {}, 'far')];
    const signals = [
      { instanceId: near, event: called },
      { definition: 'listener', correlationKey: 'far', event: called },
      { instanceId: near, event: called },
    ];
    const id = await world.start('speaker', { starts: [], signals });
    await world.finish(id, 'write');
    expect((await messages()).map(({ job, payload }) => [job, payload])).toEqual(
      signals.map((signal) => [SIGNAL_JOB, signal]),
    );
    await world.deliver();
    expect([await callsOf(near), await callsOf(far)]).toEqual([2, 1]);
  });

  it('says nothing for an empty list', async () => {
    const id = await world.start('speaker', { starts: [], signals: [] });
    await world.finish(id, 'write');
    expect(await messages()).toEqual([]);
    expect(await world.states(id)).toEqual(['end']);
  });

  it('delivers a signal by instance id once, however often its job comes', async () => {
    const id = await world.start('listener');
    const job = engineJobs(world.engine)[SIGNAL_JOB];
    await job?.({ instanceId: id, event: called }, { id: 'twice' });
    await job?.({ instanceId: id, event: called }, { id: 'twice' });
    expect(await callsOf(id)).toBe(1);
  });

  it('is a fault when nobody is there, by either address, and an answer when nobody takes it', async () => {
    const job = engineJobs(world.engine)[SIGNAL_JOB];
    await expect(job?.({ instanceId: NOBODY, event: called }, { id: 'a' })).rejects.toThrow(
      `No instance has id '${NOBODY}'`,
    );
    await expect(
      job?.({ definition: 'listener', correlationKey: 'nobody', event: called }, { id: 'b' }),
    ).rejects.toThrow("No instance of 'listener' has correlation key 'nobody'");
    const id = await world.start('listener');
    await world.engine.send({ instanceId: id, event: { type: 'over' }, actor: SYSTEM_ACTOR });
    await job?.({ instanceId: id, event: called }, { id: 'c' });
    expect(await callsOf(id)).toBe(0);
  });
});
