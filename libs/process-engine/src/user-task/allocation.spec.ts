import { candidate, of, PatternWorld } from '../../test/patterns/pattern-world';
import { checkedPool, desk, pool } from '../../test/patterns/resource.definitions';
import { type AllocationRequest, type Allocator, chooseHandler } from './allocation';

const MEMBERS = [
  { accountId: 'c', name: 'C', open: 2, lastGiven: 10, completed: 5 },
  { accountId: 'a', name: 'A', open: 1, lastGiven: 30, completed: 0 },
  { accountId: 'b', name: 'B', open: 1, lastGiven: 20, completed: 5 },
];

const choice = (rule: AllocationRequest['rule'], draw = 'x', mayHave: (account: string) => boolean = () => true) =>
  chooseHandler(MEMBERS, { rule, draw, mayHave })?.accountId;

describe('giving a task to one member of its group', () => {
  it('chooses by the rule, of equals the first by account', () => {
    expect(choice('shortestQueue')).toBe('a');
    expect(choice('roundRobin')).toBe('c');
    expect(choice('mostExperienced')).toBe('b');
  });

  it('draws the same from the same and leaves nobody out', () => {
    const draws = Array.from({ length: 50 }, (_, index) => choice('random', String(index)));
    expect(draws).toEqual(Array.from({ length: 50 }, (_, index) => choice('random', String(index))));
    expect(new Set(draws)).toEqual(new Set(['a', 'b', 'c']));
  });

  it.each(['roundRobin', 'shortestQueue', 'random', 'mostExperienced'] as const)(
    'passes by those who may not have it, by %s, and chooses nobody where nobody may',
    (rule) => {
      expect(choice(rule, 'x', (account) => account === 'b')).toBe('b');
      expect(choice(rule, 'x', () => false)).toBeUndefined();
    },
  );

  it('offers the task to its group where nobody allocates, nobody may have it or the definition has no rule', () => {
    const nobody: Allocator = { choose: () => undefined };
    const anybody: Allocator = { choose: () => ({ accountId: 'c', name: 'C' }) };
    const offered = { state: 'created', assignee: null };
    expect(new PatternWorld(pool('random')).task('job')).toMatchObject(offered);
    expect(new PatternWorld(pool('random'), {}, { allocator: nobody }).task('job')).toMatchObject(offered);
    expect(new PatternWorld(desk, {}, { allocator: anybody }).task('handle')).toMatchObject(offered);
    expect(new PatternWorld(pool('offer'), {}, { allocator: anybody }).task('job')).toMatchObject(offered);
  });

  it('asks only about those who hold the group', () => {
    const groups = { isStaffed: () => true, soleMember: () => undefined, holds: (account: string) => account === 'c' };
    const asked: boolean[] = [];
    const allocator: Allocator = {
      choose: (request) => {
        asked.push(request.mayHave('a'), request.mayHave('c'));
        return chooseHandler(MEMBERS, request);
      },
    };
    const world = new PatternWorld(pool('shortestQueue'), {}, { allocator, groups });
    expect(asked).toEqual([false, true]);
    expect(world.task('job')).toMatchObject({ state: 'claimed', assignee: 'c', assignee_name: 'C' });
    expect(world.notices).toMatchObject([{ kind: 'assigned', to: { accounts: ['c'], groups: [] } }]);
  });

  it('does not give the check to whoever has just done what it checks', () => {
    const allocator: Allocator = { choose: (request) => chooseHandler(MEMBERS, request) };
    const world = new PatternWorld(checkedPool, {}, { allocator });
    world.perform(world.task('job').id, { kind: 'complete', outcome: 'done', form: {} }, of('pool.clerk', 'a'));
    expect(world.task('check')).toMatchObject({ state: 'claimed', assignee: 'b' });
  });

  it('lets whoever was given it give it back to the group', () => {
    const allocator: Allocator = { choose: (request) => chooseHandler(MEMBERS, request) };
    const world = new PatternWorld(pool('roundRobin'), {}, { allocator });
    world.perform(world.task('job').id, { kind: 'unclaim' }, of('pool.clerk', 'c'));
    expect(world.task('job')).toMatchObject({ state: 'created', assignee: null });
    const colleague = of('pool.clerk', 'a');
    world.perform(world.task('job').id, { kind: 'claim' }, colleague);
    expect(candidate(colleague).accountId).toBe(world.task('job').assignee);
  });
});
