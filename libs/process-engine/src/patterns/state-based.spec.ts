import { of, PatternWorld } from '../../test/patterns/pattern-world';
import {
  criticalSection,
  interleaved,
  interleavedParallel,
  persistentTrigger,
} from '../../test/patterns/state.definitions';

const BOSS = of('boss');
const NOT_NOW = 'PROCESS.EVENT_NOT_ACCEPTED';

const begin = (world: PatternWorld, job: string): string | undefined =>
  world.attempt(() => world.personEvent(`begin-${job}`, BOSS));

describe('control flow: what depends on the state of the rest', () => {
  it('WCP-17 Interleaved Parallel Routing: one at a time, in any order that the partial order leaves open', () => {
    for (const order of [
      ['plaster', 'paint', 'wire'],
      ['plaster', 'wire', 'paint'],
      ['wire', 'plaster', 'paint'],
    ]) {
      const world = new PatternWorld(interleavedParallel);
      expect(begin(world, 'paint')).toBe(NOT_NOW);
      for (const job of order) {
        expect(begin(world, job)).toBeUndefined();
        for (const other of order) expect(begin(world, other)).toBe(NOT_NOW);
        expect(world.asked).toEqual([job]);
        world.finish(job);
      }
      expect(world.done).toBe(true);
    }
  });

  it('WCP-40 Interleaved Routing: one at a time, in any order', () => {
    for (const order of [
      ['paint', 'wire', 'plaster'],
      ['wire', 'paint', 'plaster'],
    ]) {
      const world = new PatternWorld(interleaved);
      for (const job of order) {
        expect(begin(world, job)).toBeUndefined();
        for (const other of order) expect(begin(world, other)).toBe(NOT_NOW);
        world.finish(job);
      }
      expect(world.done).toBe(true);
    }
  });

  it('WCP-39 Critical Section: whoever comes second waits, and is let in as soon as the first has left', () => {
    const world = new PatternWorld(criticalSection);
    world.finish('y-before');
    expect(world.asked).toEqual(['x-before', 'y-inside']);
    world.finish('x-before');
    expect(world.asked).toEqual(['y-inside']);
    world.finish('y-inside');
    expect(world.asked).toEqual(['x-inside']);
    world.finish('x-inside');
    expect(world.done).toBe(true);
  });

  it('WCP-24 Persistent Trigger: a signal that comes early is kept until it is waited for, and is used up once', () => {
    const world = new PatternWorld(persistentTrigger);
    world.send('letter');
    world.finish('a');
    expect(world.asked).toEqual(['b']);
    world.finish('b');
    expect(world.states).toEqual(['running.second']);
    world.send('letter');
    expect(world.done).toBe(true);
    const two = new PatternWorld(persistentTrigger);
    two.send('letter');
    two.send('letter');
    two.finish('a');
    two.finish('b');
    expect(two.done).toBe(true);
  });
});
