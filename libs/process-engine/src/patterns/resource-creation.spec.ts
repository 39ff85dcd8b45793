import type { Actor } from '@landfall/process-definition';
import { candidate, of, PatternWorld } from '../../test/patterns/pattern-world';
import {
  capability,
  caseHandling,
  deferred,
  desk,
  direct,
  early,
  inTurn,
  late,
  organisational,
  personal,
  pool,
} from '../../test/patterns/resource.definitions';
import { type Allocator, chooseHandler } from '../user-task/allocation';

const WANG = of('desk.clerk', 'wang');
const LI = of('desk.clerk', 'li');
const CHIEF = of('desk.chief', 'zhao');
const DONE = { kind: 'complete', outcome: 'done', form: {} } as const;
const CLAIM = { kind: 'claim' } as const;

/** Somebody with the group that is his alone, besides those of his posts. */
const withPersonal = (actor: Actor): Actor => ({ ...actor, groups: [...actor.groups, personal(actor.accountId)] });

/** Gives what is meant for one account to that account. */
const toThePerson: Allocator = {
  choose: (request) => {
    const accountId = request.group.replace(/^account[.]/, '');
    return chooseHandler([{ accountId, name: accountId, open: 0, lastGiven: 0, completed: 0 }], request);
  },
};

describe('resources: who gets work, and how it is pushed to them', () => {
  it('WRP-01 Direct Distribution: the definition itself names the person, and nobody else may do it', () => {
    const world = new PatternWorld(direct);
    expect(world.try('sign', CLAIM, LI)).toBe('USER_TASK.NOT_CANDIDATE');
    expect(world.try('sign', DONE, withPersonal(WANG))).toBeUndefined();
    expect(world.done).toBe(true);
  });

  it('WRP-02 Role-Based Distribution: whoever holds the role may do it, whoever does not may not', () => {
    for (const member of [WANG, LI]) expect(new PatternWorld(desk).try('handle', DONE, member)).toBeUndefined();
    expect(new PatternWorld(desk).try('handle', DONE, of('other.clerk'))).toBe('USER_TASK.NOT_CANDIDATE');
  });

  it.each(['north.clerk', 'south.clerk'])(
    'WRP-03 Deferred Distribution: the form of an earlier step names %s',
    (group) => {
      const world = new PatternWorld(deferred);
      world.finish('dispatch', 'done', { group });
      expect(world.task('handle').candidate_group).toBe(group);
      expect(world.try('handle', CLAIM, of('elsewhere.clerk'))).toBe('USER_TASK.NOT_CANDIDATE');
      expect(world.try('handle', CLAIM, of(group))).toBeUndefined();
    },
  );

  it('WRP-04 Authorization: what somebody may do with work besides doing it is given by role and by definition', () => {
    const world = new PatternWorld(desk);
    const assign = { kind: 'assign', to: candidate(LI) } as const;
    const skip = { kind: 'skip', reason: '不需要' } as const;
    expect(world.try('handle', assign, WANG)).toBe('USER_TASK.ASSIGN_NOT_ALLOWED');
    expect(world.try('handle', skip, WANG)).toBe('USER_TASK.OVERSIGHT_ONLY');
    expect(world.try('handle', assign, CHIEF)).toBeUndefined();
    const handOver = { kind: 'handOver', from: 'li', to: candidate(WANG), reason: '调岗' } as const;
    expect(world.try('handle', handOver, WANG)).toBe('USER_TASK.HAND_OVER_NOT_ALLOWED');
    expect(world.try('handle', handOver, of('admin.security'))).toBeUndefined();
    expect(world.attempt(() => world.personEvent('pause', WANG))).toBe('PROCESS.EVENT_NOT_ALLOWED');
    expect(world.try('handle', skip, of('office.staff'))).toBeUndefined();
    // The definition lets nobody pass over the check.
    expect(world.try('check', skip, of('office.staff'))).toBe('USER_TASK.NOT_SKIPPABLE');
  });

  it('WRP-05 Separation of Duties: whoever handled it does not check it, by whatever way he comes to it', () => {
    const world = new PatternWorld(desk);
    world.perform(world.task('handle').id, DONE, WANG);
    const kept = 'USER_TASK.SEPARATION_OF_DUTIES';
    expect(world.try('check', DONE, WANG)).toBe(kept);
    expect(world.try('check', CLAIM, WANG)).toBe(kept);
    expect(world.try('check', { kind: 'assign', to: candidate(WANG) }, CHIEF)).toBe(kept);
    const standIn = { ...of('other.clerk', 'sun'), principals: [candidate(WANG)] };
    expect(world.try('check', DONE, standIn)).toBe(kept);
    expect(world.try('check', DONE, LI)).toBeUndefined();
  });

  it('WRP-06 Case Handling: whoever takes the case up has all of it, and his colleagues none', () => {
    const world = new PatternWorld(caseHandling, {}, { allocator: toThePerson });
    world.perform(world.task('take').id, DONE, LI);
    for (const task of ['write', 'send']) {
      expect(world.task(task)).toMatchObject({ state: 'claimed', assignee: 'li' });
      expect(world.try(task, DONE, WANG)).toBe('USER_TASK.ALREADY_CLAIMED');
      expect(world.try(task, DONE, LI)).toBeUndefined();
    }
    expect(world.done).toBe(true);
  });

  it('WRP-07 Retain Familiar: what comes back goes to whoever did it before', () => {
    const world = new PatternWorld(desk);
    world.perform(world.task('handle').id, DONE, LI);
    world.perform(world.task('check').id, { ...DONE, outcome: 'back' }, WANG);
    expect(world.task('handle')).toMatchObject({ state: 'claimed', assignee: 'li' });
    expect(world.opened('handle')).toBe(2);
    expect(world.notices.at(-1)).toMatchObject({ kind: 'assigned', to: { accounts: ['li'] } });
  });

  it('WRP-08 Capability-Based Distribution: the facts of the case name the capability that is needed', () => {
    const world = new PatternWorld(capability, { language: 'ja' });
    const speaksKorean = { ...WANG, groups: ['speaks.ko', 'speaks.en'] };
    const speaksJapanese = { ...LI, groups: ['speaks.ja', 'speaks.en'] };
    expect(world.try('talk', CLAIM, speaksKorean)).toBe('USER_TASK.NOT_CANDIDATE');
    expect(world.try('talk', CLAIM, speaksJapanese)).toBeUndefined();
  });

  it.each(['north', 'south'])(
    'WRP-10 Organisational Distribution: it goes to the chief of the unit %s that filed it',
    (unit) => {
      const world = new PatternWorld(organisational);
      world.perform(world.task('file').id, DONE, { ...of('staff', 'qian'), unit });
      const other = unit === 'north' ? 'south' : 'north';
      expect(world.try('confirm', CLAIM, of(`${other}.chief`))).toBe('USER_TASK.NOT_CANDIDATE');
      expect(world.try('confirm', CLAIM, of(`${unit}.chief`))).toBeUndefined();
    },
  );

  it('WRP-12 Distribution by Offer - Single Resource: one person alone is offered it and is free to take it', () => {
    const world = new PatternWorld(direct);
    expect(world.task('sign')).toMatchObject({ state: 'created', assignee: null });
    expect(world.notices).toMatchObject([{ kind: 'offered', to: { accounts: [], groups: [personal('wang')] } }]);
    expect(world.try('sign', CLAIM, withPersonal(WANG))).toBeUndefined();
    expect(world.try('sign', { kind: 'unclaim' }, withPersonal(WANG))).toBeUndefined();
    expect(world.task('sign')).toMatchObject({ state: 'created', assignee: null });
  });

  it('WRP-13 Distribution by Offer - Multiple Resources: all of the group are offered it, the first one gets it', () => {
    const world = new PatternWorld(desk);
    expect(world.notices).toMatchObject([{ kind: 'offered', to: { groups: ['desk.clerk'] } }]);
    expect(world.try('handle', CLAIM, LI)).toBeUndefined();
    expect(world.try('handle', CLAIM, WANG)).toBe('USER_TASK.ALREADY_CLAIMED');
  });

  it('WRP-14 Distribution by Allocation - Single Resource: it is given to one, who has not asked for it', () => {
    const world = new PatternWorld(desk);
    world.perform(world.task('handle').id, { kind: 'assign', to: candidate(LI) }, CHIEF);
    expect(world.task('handle')).toMatchObject({ state: 'claimed', assignee: 'li' });
    expect(world.try('handle', DONE, WANG)).toBe('USER_TASK.ALREADY_CLAIMED');
    expect(world.try('handle', DONE, LI)).toBeUndefined();
  });

  it('WRP-15 Random Allocation: everybody of the pool is drawn now and then, whatever he has to do', () => {
    const members = ['a', 'b', 'c'].map((accountId, open) => ({
      ...{ accountId, name: accountId, open, lastGiven: open, completed: open },
    }));
    const allocator: Allocator = { choose: (request) => chooseHandler(members, request) };
    const drawn = Array.from({ length: 60 }, () => new PatternWorld(pool('random'), {}, { allocator }).task('job'));
    expect(drawn.every(({ state }) => state === 'claimed')).toBe(true);
    for (const { accountId } of members) {
      const share = drawn.filter(({ assignee }) => assignee === accountId).length;
      expect(share).toBeGreaterThan(4);
    }
  });

  it('WRP-18 Early Distribution: work is in hand before it may be closed', () => {
    const world = new PatternWorld(early);
    expect(world.try('b', CLAIM, of('b.clerk'))).toBeUndefined();
    expect(world.try('b', DONE, of('b.clerk'))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    world.finish('a');
    expect(world.try('b', DONE, of('b.clerk'))).toBeUndefined();
    // In a sequence the shares of those whose turn has not come are there, and wait.
    const turn = new PatternWorld(inTurn);
    expect(turn.task('sign', 'z')).toMatchObject({ state: 'waiting', candidate_group: 'z.clerk' });
    expect(turn.try('sign/z', DONE, of('z.clerk'))).toBe('USER_TASK.WAITING');
  });

  it('WRP-19 Distribution on Enablement: it is offered in the very step that makes it possible, not before', () => {
    const world = new PatternWorld(early);
    expect(world.notices.map(({ task, rev }) => [task, rev])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    const inOrder = new PatternWorld(desk);
    inOrder.pass(5);
    expect(inOrder.opened('check')).toBe(0);
    inOrder.finish('handle');
    expect(inOrder.notices.at(-1)).toMatchObject({ kind: 'offered', task: 'check', rev: 2, at: inOrder.now });
    expect(inOrder.asked).toEqual(['check']);
  });

  it('WRP-20 Late Distribution: what is ready is in nobody’s list until somebody is free and fetches it', () => {
    const world = new PatternWorld(late);
    world.finish('a');
    world.pass(48);
    expect(world.states).toEqual(['ready']);
    expect([world.asked, world.opened('handle')]).toEqual([[], 0]);
    world.personEvent('fetch', LI);
    expect(world.task('handle').candidate_group).toBe(personal('li'));
    expect(world.try('handle', DONE, withPersonal(WANG))).toBe('USER_TASK.NOT_CANDIDATE');
    expect(world.try('handle', DONE, withPersonal(LI))).toBeUndefined();
  });
});
