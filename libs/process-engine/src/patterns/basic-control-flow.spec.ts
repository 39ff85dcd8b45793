import {
  cancellable,
  cycles,
  deferredChoice,
  exclusiveChoice,
  explicitEnd,
  implicitEnd,
  loops,
  milestone,
  multiChoice,
  parallelSplit,
  sequence,
} from '../../test/patterns/flow.definitions';
import { of, PatternWorld } from '../../test/patterns/pattern-world';

const BOSS = of('boss');

describe('control flow: ways, merges, loops and ends', () => {
  it('WCP-01 Sequence: the second task is open only once the first is done', () => {
    const world = new PatternWorld(sequence);
    expect(world.asked).toEqual(['a']);
    world.finish('a');
    expect(world.asked).toEqual(['b']);
    world.finish('b');
    expect(world.done).toBe(true);
  });

  it('WCP-02 Parallel Split: one step opens all branches, and they are done in any order', () => {
    for (const order of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const world = new PatternWorld(parallelSplit);
      expect(world.history).toHaveLength(1);
      expect(world.asked).toEqual(['a', 'b']);
      for (const task of order) world.finish(task);
      expect(world.asked).toEqual(['c']);
    }
  });

  it('WCP-03 Synchronization: what follows waits for every branch and is opened once', () => {
    const world = new PatternWorld(parallelSplit);
    world.finish('b');
    expect(world.asked).toEqual(['a']);
    world.finish('a');
    expect(world.asked).toEqual(['c']);
    expect(world.opened('c')).toBe(1);
  });

  it.each([
    [true, 'board', 'desk'],
    [false, 'desk', 'board'],
  ])('WCP-04 Exclusive Choice: large %s takes %s and never %s', (large, taken, other) => {
    const world = new PatternWorld(exclusiveChoice);
    world.finish('file', 'done', { large });
    expect(world.asked).toEqual([taken]);
    expect(world.opened(other)).toBe(0);
  });

  it('WCP-05 Simple Merge: either way alone leads on to the same task', () => {
    for (const large of [true, false]) {
      const world = new PatternWorld(exclusiveChoice);
      world.finish('file', 'done', { large });
      world.finish(large ? 'board' : 'desk');
      expect(world.asked).toEqual(['archive']);
      expect(world.opened('archive')).toBe(1);
    }
  });

  it('WCP-06 Multi-Choice: any number of the branches is taken, as the facts say', () => {
    const taken = (facts: Record<string, boolean>) => new PatternWorld(multiChoice, facts).asked;
    expect(taken({ a: true })).toEqual(['a']);
    expect(taken({ a: true, c: true })).toEqual(['a', 'c']);
    expect(taken({ a: true, b: true, c: true })).toEqual(['a', 'b', 'c']);
  });

  it('WCP-07 Structured Synchronizing Merge: what follows waits for the branches that were taken and for no other', () => {
    const one = new PatternWorld(multiChoice, { b: true });
    one.finish('b');
    expect(one.asked).toEqual(['decide']);
    const two = new PatternWorld(multiChoice, { a: true, c: true });
    two.finish('c');
    expect(two.asked).toEqual(['a']);
    two.finish('a');
    expect(two.asked).toEqual(['decide']);
    expect(two.opened('decide')).toBe(1);
  });

  it('WCP-10 Arbitrary Cycles: a cycle is entered at two places and left at two', () => {
    const byB = new PatternWorld(cycles);
    for (const task of ['a', 'b', 'c', 'b', 'c']) byB.finish(task);
    expect(byB.asked).toEqual(['b']);
    byB.finish('b', 'leave');
    expect(byB.done).toBe(true);
    const byC = new PatternWorld(cycles);
    byC.finish('a', 'straight');
    expect(byC.asked).toEqual(['c']);
    byC.finish('c', 'again');
    byC.finish('a', 'straight');
    byC.finish('c', 'leave');
    expect(byC.done).toBe(true);
    expect(byC.opened('b')).toBe(0);
  });

  it('WCP-21 Structured Loop: asked before, it may never run; asked after, it runs until it succeeds', () => {
    const complete = new PatternWorld(loops, { complete: true });
    expect(complete.asked).toEqual(['test']);
    expect(complete.opened('fetch')).toBe(0);
    const world = new PatternWorld(loops);
    world.finish('fetch');
    expect(world.asked).toEqual(['fetch']);
    world.finish('fetch');
    expect(world.asked).toEqual(['test']);
    world.finish('test', 'failed');
    world.finish('test', 'failed');
    expect(world.asked).toEqual(['test']);
    world.finish('test');
    expect(world.done).toBe(true);
    expect([world.opened('fetch'), world.opened('test')]).toEqual([2, 3]);
  });

  it('WCP-11 Implicit Termination: it is over when nothing is left to do, and not before', () => {
    const world = new PatternWorld(implicitEnd, { b: true });
    world.finish('b');
    expect(world.done).toBe(false);
    world.finish('a');
    expect(world.done).toBe(true);
    const without = new PatternWorld(implicitEnd);
    without.finish('a');
    expect(without.done).toBe(true);
  });

  it('WCP-43 Explicit Termination: reaching an end ends the case, with the work that is left', () => {
    const world = new PatternWorld(explicitEnd);
    world.finish('a', 'refuse');
    expect(world.done).toBe(true);
    expect(world.states).toEqual(['refused']);
    expect(world.stateOf('b')).toBe('cancelled');
  });

  it('WCP-16 Deferred Choice: all are offered, whoever comes first decides, and the rest is withdrawn', () => {
    const byTask = new PatternWorld(deferredChoice);
    expect(byTask.asked).toEqual(['a', 'b']);
    const late = byTask.task('a').id;
    byTask.finish('b');
    expect(byTask.states).toEqual(['byB']);
    expect(byTask.stateOf('a')).toBe('cancelled');
    expect(
      byTask.attempt(() => byTask.perform(late, { kind: 'complete', outcome: 'done', form: {} }, of('a.clerk'))),
    ).toBe('USER_TASK.NOT_OPEN');
    const bySignal = new PatternWorld(deferredChoice);
    bySignal.send('letter');
    expect(bySignal.states).toEqual(['byLetter']);
    expect([bySignal.stateOf('a'), bySignal.stateOf('b')]).toEqual(['cancelled', 'cancelled']);
    const byTime = new PatternWorld(deferredChoice);
    byTime.pass(7 * 24);
    const timer = [...byTime.instance.timers.values()].find(({ timer_key }) => timer_key.endsWith('.open'));
    byTime.fire(timer?.id ?? '');
    expect(byTime.states).toEqual(['late']);
  });

  it('WCP-18 Milestone: a task can be done after the milestone is reached and before it is gone', () => {
    const early = new PatternWorld(milestone);
    const apply = { kind: 'complete', outcome: 'done', form: {} } as const;
    expect(early.try('apply', apply, of('apply.clerk'))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    early.finish('open');
    expect(early.try('apply', apply, of('apply.clerk'))).toBeUndefined();
    expect(early.states).toEqual(['running.registration.reached', 'running.application.applied']);
    const late = new PatternWorld(milestone);
    late.finish('open');
    late.finish('close');
    expect(late.try('apply', apply, of('apply.clerk'))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });

  it('WCP-19 Cancel Task: one open task is withdrawn and everything beside it stays', () => {
    const world = new PatternWorld(cancellable);
    world.perform(world.task('single').id, { kind: 'claim' }, of('single.clerk'));
    world.personEvent('cancelTask', BOSS);
    expect(world.stateOf('single')).toBe('cancelled');
    expect(world.asked).toEqual(['other', 'x', 'y']);
  });

  it('WCP-25 Cancel Region: every open task of the region is withdrawn, what was done stays done, the rest goes on', () => {
    const world = new PatternWorld(cancellable);
    world.finish('x');
    world.personEvent('cancelRegion', BOSS);
    expect([world.stateOf('x'), world.stateOf('y')]).toEqual(['completed', 'cancelled']);
    expect(world.asked).toEqual(['other', 'single']);
    world.finish('single');
    world.finish('other');
    expect(world.states).toEqual(['end']);
  });

  it('WCP-20 Cancel Case: the whole case ends at once, with no task and no timer left', () => {
    const world = new PatternWorld(cancellable);
    world.finish('other');
    world.personEvent('cancelCase', BOSS);
    expect(world.states).toEqual(['cancelled']);
    expect(['single', 'x', 'y'].map((task) => world.stateOf(task))).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect([world.live.length, world.instance.timers.size]).toEqual([0, 0]);
  });
});
