import { candidate, of, PatternWorld } from '../../test/patterns/pattern-world';
import {
  shareOfOpinions,
  threeSign,
  twoOfThreeOpinions,
  unitsSign,
  vote,
} from '../../test/patterns/several-instances.definitions';

const BOSS = of('boss');

describe('control flow: several instances of a task', () => {
  it('WCP-13 Multiple Instances with a priori Design-Time Knowledge: three, and what follows waits for all three', () => {
    const world = new PatternWorld(threeSign);
    expect(world.asked).toEqual(['other', 'sign/x', 'sign/y', 'sign/z']);
    world.finish('sign/z');
    world.finish('sign/x');
    expect(world.asked).toEqual(['other', 'sign/y']);
    world.finish('sign/y');
    expect(world.asked).toEqual(['next', 'other']);
  });

  it.each([[['p']], [['p', 'q', 'r', 's', 't']]])(
    'WCP-14 Multiple Instances with a priori Run-Time Knowledge: one for each of %j',
    (units) => {
      const world = new PatternWorld(unitsSign, { units });
      expect(world.asked).toEqual(units.map((unit) => `sign/${unit}`));
      for (const unit of units) {
        expect(world.opened('next')).toBe(0);
        world.finish(`sign/${unit}`);
      }
      expect(world.asked).toEqual(['next']);
    },
  );

  it('WCP-15 Multiple Instances without a priori Run-Time Knowledge: more are asked while it runs, and waited for', () => {
    const world = new PatternWorld(unitsSign, { units: ['p', 'q'] });
    world.finish('sign/p');
    world.personEvent('invite', BOSS);
    const asked = world.task('sign', 'q');
    const signers = [candidate(of('expert'))];
    world.perform(asked.id, { kind: 'addSigners', position: 'parallel', signers, reason: '加签' }, of('q.clerk'));
    world.finish('sign/q');
    expect(world.asked).toHaveLength(2);
    world.finish('sign/more1');
    const [last] = world.open;
    expect(world.opened('next')).toBe(0);
    world.perform(last?.id ?? '', { kind: 'complete', outcome: 'done', form: {} }, of('expert'));
    expect(world.asked).toEqual(['next']);
  });

  it('WCP-26 Cancel Multiple Instance Task: those that are open are withdrawn at once, and nothing follows', () => {
    const world = new PatternWorld(threeSign);
    world.finish('sign/y');
    world.personEvent('cancelAll', BOSS);
    expect(['x', 'y', 'z'].map((slot) => world.stateOf(`sign/${slot}`))).toEqual([
      'cancelled',
      'completed',
      'cancelled',
    ]);
    expect(world.asked).toEqual(['other']);
    expect(world.opened('next')).toBe(0);
  });

  it('WCP-27 Complete Multiple Instance Task: it is closed early, the rest is withdrawn, and the process goes on', () => {
    const byEvent = new PatternWorld(threeSign);
    byEvent.finish('sign/y');
    byEvent.personEvent('enough', BOSS);
    expect(byEvent.asked).toEqual(['next', 'other']);
    expect([byEvent.stateOf('sign/x'), byEvent.stateOf('sign/y')]).toEqual(['cancelled', 'completed']);
    const bySkipping = new PatternWorld(threeSign);
    bySkipping.finish('sign/y');
    for (const slot of ['x', 'z']) {
      expect(bySkipping.opened('next')).toBe(0);
      bySkipping.perform(bySkipping.task('sign', slot).id, { kind: 'skip', reason: '够了' }, of('office.staff'));
    }
    expect(bySkipping.asked).toEqual(['next', 'other']);
  });

  it('WCP-34 Static Partial Join for Multiple Instances: two of three go on, and the third is still taken', () => {
    const world = new PatternWorld(twoOfThreeOpinions);
    world.finish('opinion/x');
    expect(world.asked).toEqual(['opinion/y', 'opinion/z']);
    world.finish('opinion/z');
    expect(world.asked).toEqual(['next', 'opinion/y']);
    world.finish('next');
    expect(world.asked).toEqual(['opinion/y']);
    world.finish('opinion/y');
    expect(world.asked).toEqual(['again']);
    expect(world.opened('next')).toBe(1);
  });

  it('WCP-35 Cancelling Partial Join for Multiple Instances: two of three decide, and the third is withdrawn', () => {
    const world = new PatternWorld(vote);
    world.finish('sign/z', 'yes');
    expect(world.asked).toEqual(['sign/x', 'sign/y']);
    world.finish('sign/x', 'yes');
    expect(world.asked).toEqual(['next']);
    expect(world.stateOf('sign/y')).toBe('cancelled');
  });

  it('WCP-36 Dynamic Partial Join for Multiple Instances: the share is of all that are asked by then', () => {
    const world = new PatternWorld(shareOfOpinions, { units: ['p', 'q', 'r'] });
    world.finish('sign/p');
    // Of three two would be enough; of five it takes four.
    world.personEvent('invite', BOSS);
    world.personEvent('invite', BOSS);
    world.finish('sign/q');
    world.finish('sign/more2');
    expect(world.opened('next')).toBe(0);
    world.finish('sign/r');
    expect(world.asked).toEqual(['next', 'sign/more1']);
    expect(world.attempt(() => world.personEvent('invite', BOSS))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    world.finish('next');
    world.finish('sign/more1');
    expect(world.done).toBe(true);
    // Where everybody decides together, whoever is asked beside the others raises the number that is needed.
    const voting = new PatternWorld(vote);
    const signers = [of('v'), of('w'), of('u')].map(candidate);
    const { id } = voting.task('sign', 'x');
    voting.perform(id, { kind: 'addSigners', position: 'parallel', signers, reason: '加签' }, of('x.clerk'));
    voting.finish('sign/x', 'yes');
    voting.finish('sign/y', 'yes');
    voting.finish('sign/z', 'yes');
    expect(voting.asked).toHaveLength(3);
    const [beside] = voting.open;
    const yes = { kind: 'complete', outcome: 'yes', form: {} } as const;
    voting.perform(beside?.id ?? '', yes, of(beside?.assignee ?? ''));
    expect(voting.asked).toEqual(['next']);
  });
});
