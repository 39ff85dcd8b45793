import { MICROSTEPS_AT_MOST, SYSTEM_ACTOR } from '@landfall/process-definition';
import { EngineUnderTest } from '../../test/engine-under-test';
import { closed, counted, pattern, titled, waiting, work } from '../../test/patterns/pattern';
import { of } from '../../test/patterns/pattern-world';
import { START_JOB } from '../engine-command-handlers';
import { engineJobs } from '../engine-jobs';
import { TimerSweeper } from '../timer/timer-sweeper';

/** Goes round as often as its facts say, or for ever where they say nothing; `round` and `back` lead to each other. */
const carousel = pattern(
  'carousel',
  {
    initial: 'asks',
    states: {
      asks: {
        meta: titled('asks'),
        always: [{ guard: { type: 'fact', params: { name: 'atOnce' } }, target: 'round' }, { target: 'waits' }],
      },
      waits: { ...waiting('waits'), on: { go: 'round' }, after: { patience: 'round' } },
      round: {
        meta: titled('round'),
        always: [
          {
            guard: ({ context }) =>
              context.facts.rounds !== undefined && (context.counts.round ?? 0) >= Number(context.facts.rounds),
            target: 'rests',
          },
          { target: 'back', actions: counted('round') },
        ],
      },
      back: { meta: titled('back'), always: 'round' },
      rests: { ...work('rest'), on: { 'rest.done': 'end' } },
      end: closed(),
    },
  },
  { tasks: ['rest'], signals: ['go'] },
);

describe('a definition that goes round for ever', () => {
  let world: EngineUnderTest;
  beforeAll(async () => {
    world = await EngineUnderTest.open({ definitions: [carousel] });
  });
  afterAll(() => world.close());

  const start = async (input: object): Promise<string> =>
    (await world.engine.start({ definition: 'carousel', input: { ...input }, actor: of('starter') })).instanceId;
  const go = (instanceId: string) => world.engine.send({ instanceId, event: { type: 'go' }, actor: SYSTEM_ACTOR });
  const about = async (id: string) =>
    (await world.engine.incidents.list()).filter(({ instanceId }) => instanceId === id);

  it('ends a long loop that has an end', async () => {
    const id = await start({ rounds: MICROSTEPS_AT_MOST / 2 - 5 });
    expect((await go(id)).states).toEqual(['rests']);
    expect(await about(id)).toEqual([]);
  });

  it('becomes an incident where an event begins it, and the instance stays where it was', async () => {
    const id = await start({});
    await expect(go(id)).rejects.toThrow('Infinite loop detected');
    expect(await world.instance(id)).toMatchObject({ states: ['waits'], rev: 1 });
    expect(await about(id)).toMatchObject([{ kind: 'event', message: expect.stringContaining('Infinite loop') }]);
  });

  it('becomes an incident where a timer begins it', async () => {
    const id = await start({});
    const [timer] = await world.timers(id);
    world.clock.set(timer?.due_at ?? new Date(0));
    await new TimerSweeper(world.sql, world.clock, world.engine, { intervalMs: 60_000 }).sweep();
    expect(await about(id)).toMatchObject([{ kind: 'timer', message: expect.stringContaining('Infinite loop') }]);
    expect((await world.timers(id)).map(({ state }) => state)).toEqual(['failed']);
  });

  it('starts nothing where the start begins it, and leaves the others of its batch alone', async () => {
    const job = engineJobs(world.engine)[START_JOB];
    const started = (key: string, input: object) =>
      job?.({ definition: 'carousel', correlationKey: key, belongsTo: null, input }, { id: key });
    const answers = await Promise.allSettled([started('sound', {}), started('endless', { atOnce: true })]);
    expect(answers).toEqual([
      { status: 'fulfilled', value: undefined },
      { status: 'rejected', reason: expect.objectContaining({ message: expect.stringContaining('Infinite loop') }) },
    ]);
    expect(await world.engine.correlate('carousel', 'endless')).toBeUndefined();
    expect(await world.engine.correlate('carousel', 'sound')).toBeDefined();
  });
});
