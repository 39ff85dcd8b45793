import { generalizedJoin, JOINS } from '../../test/patterns/join.definitions';
import {
  acyclicMerge,
  generalMerge,
  multiMerge,
  threadMerge,
  threadSplit,
} from '../../test/patterns/merge.definitions';
import { PatternWorld } from '../../test/patterns/pattern-world';

const finishAll = (world: PatternWorld, ...tasks: readonly string[]): void => {
  for (const task of tasks) world.finish(task);
};

describe('control flow: joins and threads', () => {
  it('WCP-08 Multi-Merge: every branch that arrives starts the following task once more, beside the others', () => {
    const world = new PatternWorld(multiMerge);
    world.finish('a');
    expect(world.asked).toEqual(['b', 'next/a']);
    world.finish('b');
    expect(world.asked).toEqual(['next/a', 'next/b']);
    world.finish('next/b');
    expect(world.asked).toEqual(['next/a']);
    expect(world.done).toBe(false);
    world.finish('next/a');
    expect(world.done).toBe(true);
    expect(world.opened('next')).toBe(2);
  });

  it('WCP-09 Structured Discriminator: the first branch goes on, the others end without effect, then it starts anew', () => {
    const world = new PatternWorld(JOINS.discriminator);
    world.finish('b');
    expect(world.asked).toEqual(['a', 'c', 'next']);
    finishAll(world, 'next', 'a');
    expect(world.asked).toEqual(['c']);
    world.finish('c');
    expect(world.asked).toEqual(['again']);
    expect(world.opened('next')).toBe(1);
    world.finish('again', 'repeat');
    expect(world.asked).toEqual(['a', 'b', 'c']);
    world.finish('c');
    expect(world.opened('next')).toBe(2);
  });

  it('WCP-30 Structured Partial Join: two of three branches let the next task start, the third ends without effect', () => {
    const world = new PatternWorld(JOINS.partialJoin);
    world.finish('c');
    expect(world.opened('next')).toBe(0);
    world.finish('a');
    expect(world.asked).toEqual(['b', 'next']);
    finishAll(world, 'b', 'next');
    expect(world.asked).toEqual(['again']);
    world.finish('again', 'repeat');
    world.finish('a');
    expect(world.asked).toEqual(['b', 'c']);
    expect(world.opened('next')).toBe(1);
  });

  it('WCP-28 Blocking Discriminator: what arrives twice is held back until every branch has arrived once', () => {
    const world = new PatternWorld(JOINS.blockingDiscriminator);
    world.finish('a');
    expect(world.opened('next')).toBe(1);
    finishAll(world, 'a', 'b');
    expect(world.opened('next')).toBe(1);
    world.finish('c');
    expect(world.opened('next')).toBe(2);
    finishAll(world, 'b');
    expect(world.opened('next')).toBe(2);
  });

  it('WCP-31 Blocking Partial Join: two of three pass once; the next two pass only after the third has arrived', () => {
    const world = new PatternWorld(JOINS.blockingPartialJoin);
    finishAll(world, 'a', 'a');
    expect(world.opened('next')).toBe(0);
    world.finish('b');
    expect(world.opened('next')).toBe(1);
    world.finish('b');
    expect(world.opened('next')).toBe(1);
    world.finish('c');
    expect(world.opened('next')).toBe(2);
  });

  it('WCP-29 Cancelling Discriminator: the first branch goes on and the others are withdrawn', () => {
    const world = new PatternWorld(JOINS.cancellingDiscriminator);
    world.finish('b');
    expect(world.asked).toEqual(['next']);
    expect([world.stateOf('a'), world.stateOf('b'), world.stateOf('c')]).toEqual([
      'cancelled',
      'completed',
      'cancelled',
    ]);
  });

  it('WCP-32 Cancelling Partial Join: two of three go on and the third is withdrawn', () => {
    const world = new PatternWorld(JOINS.cancellingPartialJoin);
    world.finish('c');
    expect(world.asked).toEqual(['a', 'b']);
    world.finish('a');
    expect(world.asked).toEqual(['next']);
    expect(world.stateOf('b')).toBe('cancelled');
  });

  it('WCP-33 Generalized AND-Join: one arrival of every branch passes; what arrived more often is kept', () => {
    const world = new PatternWorld(generalizedJoin);
    finishAll(world, 'a', 'a', 'b');
    expect(world.opened('next')).toBe(0);
    world.finish('c');
    expect(world.opened('next')).toBe(1);
    world.finish('c');
    expect(world.opened('next')).toBe(1);
    world.finish('b');
    expect(world.opened('next')).toBe(2);
    finishAll(world, 'b', 'c');
    expect(world.opened('next')).toBe(2);
  });

  it('WCP-37 Local Synchronizing Merge: each merge waits for those of its branches that were taken', () => {
    const onlyA = new PatternWorld(acyclicMerge, { a: true });
    onlyA.finish('a');
    expect(onlyA.asked).toEqual(['d']);
    onlyA.finish('d');
    expect(onlyA.done).toBe(true);
    const all = new PatternWorld(acyclicMerge, { a: true, b: true, c: true });
    finishAll(all, 'a', 'c');
    expect(all.asked).toEqual(['b']);
    all.finish('b');
    expect(all.asked).toEqual(['d', 'e']);
    const outer = new PatternWorld(acyclicMerge, { a: true, c: true });
    outer.finish('c');
    expect(outer.asked).toEqual(['a', 'e']);
  });

  it('WCP-38 General Synchronizing Merge: it waits while a branch that loops could still come, and no longer', () => {
    const comes = new PatternWorld(generalMerge);
    finishAll(comes, 'a');
    comes.finish('b', 'again');
    expect(comes.asked).toEqual(['b']);
    comes.finish('b');
    expect(comes.asked).toEqual(['next']);
    const leaves = new PatternWorld(generalMerge);
    leaves.finish('a');
    leaves.finish('b', 'elsewhere');
    expect(leaves.asked).toEqual(['next']);
  });

  it('WCP-41 Thread Merge: three threads of one branch become one, as often as three have come', () => {
    const world = new PatternWorld(threadMerge);
    finishAll(world, 'sheet/2', 'sheet/5');
    expect(world.opened('next')).toBe(0);
    world.finish('sheet/1');
    expect(world.opened('next')).toBe(1);
    finishAll(world, 'sheet/3', 'sheet/4');
    expect(world.opened('next')).toBe(1);
    world.finish('sheet/6');
    expect(world.opened('next')).toBe(2);
  });

  it('WCP-42 Thread Split: one thread becomes three, and each goes through the steps at its own pace', () => {
    const world = new PatternWorld(threadSplit);
    expect(world.asked).toEqual(['survey/1', 'survey/2', 'survey/3']);
    finishAll(world, 'survey/2', 'report/2', 'survey/3');
    expect(world.asked).toEqual(['report/3', 'survey/1']);
    finishAll(world, 'survey/1', 'report/1');
    expect(world.done).toBe(false);
    world.finish('report/3');
    expect(world.done).toBe(true);
  });
});
