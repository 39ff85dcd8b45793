import { constrained } from '../../test/patterns/exception.definitions';
import { candidate, of, PatternWorld } from '../../test/patterns/pattern-world';
import {
  ahead,
  automatic,
  bundle,
  caseHandling,
  desk,
  jointWork,
  pool,
} from '../../test/patterns/resource.definitions';
import { type Allocator, chooseHandler } from '../user-task/allocation';

const WANG = of('desk.clerk', 'wang');
const LI = of('desk.clerk', 'li');
const CHIEF = of('desk.chief', 'zhao');
const OFFICE = of('office.staff', 'sun');
const DONE = { kind: 'complete', outcome: 'done', form: {} } as const;
const CLAIM = { kind: 'claim' } as const;

/** Gives everything to one person, in the account's own group or in any other. */
const allTo = (accountId: string): Allocator => ({
  choose: (request) => chooseHandler([{ accountId, name: accountId, open: 0, lastGiven: 0, completed: 0 }], request),
});

describe('resources: how people take work up, hand it on and share it', () => {
  it('WRP-11 Automatic Execution: a step that nobody does is carried out by a job, and the process goes on', () => {
    const ordered: unknown[] = [];
    const handlers = { giveNumber: (_changes: unknown, command: { params: unknown }) => ordered.push(command.params) };
    const world = new PatternWorld(automatic, {}, { handlers: handlers as never });
    world.finish('a');
    expect(ordered).toEqual([{ register: 'letters' }]);
    expect([world.states, world.live]).toEqual([['numbering'], []]);
    world.send('numbered');
    expect(world.asked).toEqual(['b']);
    expect(world.history.at(-1)).toMatchObject({ event: 'numbered', actor_id: 'system' });
  });

  it('WRP-21 Resource-Initiated Allocation: somebody takes an offer for himself and does it when he likes', () => {
    const world = new PatternWorld(desk);
    world.perform(world.task('handle').id, CLAIM, LI);
    world.pass(30);
    expect(world.task('handle')).toMatchObject({ state: 'claimed', assignee: 'li', outcome: null });
    expect(world.try('handle', CLAIM, WANG)).toBe('USER_TASK.ALREADY_CLAIMED');
    expect(world.try('handle', DONE, LI)).toBeUndefined();
  });

  it('WRP-22 Resource-Initiated Execution - Allocated Work Item: whom it was given to carries it out', () => {
    const world = new PatternWorld(desk);
    world.perform(world.task('handle').id, { kind: 'assign', to: candidate(LI) }, CHIEF);
    expect(world.try('handle', DONE, LI)).toBeUndefined();
    expect(world.asked).toEqual(['check']);
  });

  it('WRP-23 Resource-Initiated Execution - Offered Work Item: an offer is carried out at once, without claiming it', () => {
    const world = new PatternWorld(desk);
    const { id } = world.task('handle');
    expect(world.try('handle', DONE, LI)).toBeUndefined();
    const at = world.now.toISOString();
    expect(world.row(id)).toMatchObject({ state: 'completed', assignee: 'li', claimed_at: at, ended_at: at });
    expect(world.history.map(({ kind }) => kind)).toEqual(['started', 'event']);
  });

  it.each([[['1', '2', '3']], [['3', '1', '2']], [['2', '3', '1']]])(
    'WRP-26 Selection Autonomy: what is in hand is done in the order that its handler likes, %j',
    (order) => {
      const world = new PatternWorld(bundle);
      for (const slot of ['1', '2', '3']) world.perform(world.task('page', slot).id, CLAIM, LI);
      for (const slot of order) expect(world.try(`page/${slot}`, DONE, LI)).toBeUndefined();
      expect(world.done).toBe(true);
    },
  );

  it('WRP-27 Delegation: it is handed on for good, or for the work alone and comes back to be decided', () => {
    const forGood = new PatternWorld(desk);
    forGood.perform(forGood.task('handle').id, CLAIM, LI);
    forGood.perform(forGood.task('handle').id, { kind: 'transfer', to: candidate(WANG), reason: '转办' }, LI);
    expect(forGood.try('handle', DONE, LI)).toBe('USER_TASK.ALREADY_CLAIMED');
    expect(forGood.try('handle', DONE, WANG)).toBeUndefined();
    const forWork = new PatternWorld(desk);
    const expert = of('elsewhere.expert', 'fan');
    forWork.perform(forWork.task('handle').id, CLAIM, LI);
    forWork.perform(forWork.task('handle').id, { kind: 'delegate', to: candidate(expert), note: '请看' }, LI);
    expect(forWork.task('handle')).toMatchObject({ assignee: 'fan', owner: 'li' });
    expect(forWork.try('handle', DONE, expert)).toBe('USER_TASK.DELEGATED');
    forWork.perform(forWork.task('handle').id, { kind: 'resolve', note: '已看' }, expert);
    expect(forWork.try('handle', DONE, LI)).toBeUndefined();
  });

  it('WRP-28 Escalation: what nobody has done in time is offered to others as well, by the clock alone', () => {
    const world = new PatternWorld(desk);
    expect(world.try('handle', CLAIM, CHIEF)).toBe('USER_TASK.NOT_CANDIDATE');
    world.pass(7 * 24);
    const [timer] = [...world.instance.timers.values()];
    world.fire(timer?.id ?? '');
    expect(world.task('handle')).toMatchObject({ state: 'created', escalated_to: 'desk.chief' });
    expect(world.notices.at(-1)).toMatchObject({ kind: 'escalated', to: { groups: ['desk.chief'] } });
    expect(world.try('handle', DONE, CHIEF)).toBeUndefined();
  });

  it('WRP-29 Deallocation: whoever has it gives it back, and it is offered to all of the group again', () => {
    const world = new PatternWorld(desk);
    world.perform(world.task('handle').id, CLAIM, LI);
    expect(world.try('handle', { kind: 'unclaim' }, LI)).toBeUndefined();
    expect(world.task('handle')).toMatchObject({ state: 'created', assignee: null });
    expect(world.try('handle', CLAIM, WANG)).toBeUndefined();
  });

  it('WRP-30 Stateful Reallocation: whoever gets it goes on where the other was, signatures and time included', () => {
    const world = new PatternWorld(desk);
    const { id, due_at } = world.task('handle');
    world.perform(id, CLAIM, LI);
    const signers = [candidate(OFFICE)];
    world.perform(id, { kind: 'addSigners', position: 'before', signers, reason: '先签' }, LI);
    const signature = world.live.find(({ part }) => part === 'signerBefore');
    world.perform(signature?.id ?? '', { kind: 'complete', outcome: 'agree', form: {} }, OFFICE);
    world.pass(20);
    world.perform(id, { kind: 'transfer', to: candidate(WANG), reason: '转办' }, LI);
    expect(world.task('handle')).toMatchObject({ id, due_at, assignee: 'wang', state: 'claimed' });
    expect(world.row(signature?.id ?? '')).toMatchObject({ state: 'completed', live: true });
    expect(world.try('handle', DONE, WANG)).toBeUndefined();
  });

  it('WRP-31 Stateless Reallocation: it starts anew for whoever takes it, with nothing of what was done', () => {
    const world = new PatternWorld(desk);
    const old = world.task('handle');
    world.perform(old.id, CLAIM, LI);
    const signers = [candidate(OFFICE)];
    world.perform(old.id, { kind: 'addSigners', position: 'before', signers, reason: '先签' }, LI);
    world.pass(24);
    world.personEvent('restart', CHIEF);
    const fresh = world.task('handle');
    expect(world.row(old.id)).toMatchObject({ state: 'cancelled', live: false });
    expect(world.live).toEqual([fresh]);
    expect(fresh).toMatchObject({ state: 'created', assignee: null });
    expect(Date.parse(fresh.due_at)).toBeGreaterThan(Date.parse(old.due_at));
    expect(world.try('handle', CLAIM, WANG)).toBeUndefined();
  });

  it('WRP-32 Suspension-Resumption: it stands still with its clock, then goes on with its handler and the rest of its time', () => {
    const world = new PatternWorld(desk);
    world.perform(world.task('handle').id, CLAIM, LI);
    const { id, due_at } = world.task('handle');
    expect(due_at).toBe('2026-03-05T09:30:00.000Z');
    world.personEvent('pause', CHIEF);
    expect(world.try('handle', DONE, LI)).toBe('USER_TASK.SUSPENDED');
    world.pass(48);
    world.personEvent('resume', CHIEF);
    const resumed = world.task('handle');
    expect(resumed).toMatchObject({ id, state: 'claimed', assignee: 'li' });
    // From Monday morning to Wednesday morning: Monday does not count for the limit anyway, Tuesday stood still.
    expect(resumed.due_at).toBe('2026-03-06T09:30:00.000Z');
    expect(world.try('handle', DONE, LI)).toBeUndefined();
  });

  it('WRP-33 Skip: whoever oversees it passes over it with a reason, and the process goes on as if it were done', () => {
    const world = new PatternWorld(desk);
    const { id } = world.task('handle');
    world.perform(id, CLAIM, LI);
    world.perform(id, { kind: 'skip', reason: '材料已有' }, OFFICE);
    expect(world.row(id)).toMatchObject({ state: 'skipped', completed_by: null });
    expect(world.asked).toEqual(['check']);
    expect(world.history.at(-1)).toMatchObject({ payload: { by: 'taskSkipped', reason: '材料已有' } });
  });

  it('WRP-34 Redo: what is done is opened again for whoever did it, and what followed is withdrawn', () => {
    const world = new PatternWorld(constrained);
    const { id } = world.task('handle');
    world.perform(id, DONE, LI);
    const next = world.task('check').id;
    world.perform(id, { kind: 'redo', reason: '数字有误' }, OFFICE);
    expect(world.task('handle')).toMatchObject({ state: 'claimed', assignee: 'li' });
    expect(world.row(next).state).toBe('cancelled');
    world.perform(world.task('handle').id, DONE, LI);
    expect(world.asked).toEqual(['check']);
  });

  it('WRP-35 Pre-Do: it is done before its turn and passed over when its turn comes', () => {
    const world = new PatternWorld(ahead);
    world.personEvent('inspectAhead', of('inspect.clerk'));
    expect(world.asked).toEqual(['a']);
    world.finish('a');
    expect(world.asked).toEqual(['c']);
    expect(world.opened('inspect')).toBe(0);
    const inTurn = new PatternWorld(ahead);
    inTurn.finish('a');
    expect(inTurn.asked).toEqual(['inspect']);
  });

  it('WRP-36 Commencement on Creation: it is in somebody’s hands in the step that creates it', () => {
    const world = new PatternWorld(pool('shortestQueue'), {}, { allocator: allTo('li') });
    const at = world.now.toISOString();
    expect(world.task('job')).toMatchObject({ state: 'claimed', assignee: 'li', claimed_at: at });
    expect(world.history.map(({ kind }) => kind)).toEqual(['started']);
    expect(world.try('job', { ...DONE }, of('pool.clerk', 'li'))).toBeUndefined();
  });

  it('WRP-37 Commencement on Allocation: what is given to somebody is in work at once, nothing has to be started', () => {
    const world = new PatternWorld(desk);
    world.pass(3);
    world.perform(world.task('handle').id, { kind: 'assign', to: candidate(LI) }, CHIEF);
    expect(world.task('handle')).toMatchObject({ state: 'claimed', claimed_at: world.now.toISOString() });
    expect(world.try('handle', CLAIM, LI)).toBe('USER_TASK.ALREADY_CLAIMED');
    expect(world.try('handle', DONE, LI)).toBeUndefined();
  });

  it('WRP-39 Chained Execution: whoever finishes a step of the case has the next one in hand at once', () => {
    const byGroup: Allocator = { choose: (request) => allTo(request.group.replace('account.', '')).choose(request) };
    const world = new PatternWorld(caseHandling, {}, { allocator: byGroup });
    world.perform(world.task('take').id, DONE, LI);
    for (const next of ['write', 'send']) {
      const entries = world.history.length;
      const at = world.now.toISOString();
      expect(world.task(next)).toMatchObject({ state: 'claimed', assignee: 'li', claimed_at: at });
      world.pass(1);
      world.perform(world.task(next).id, DONE, LI);
      expect(world.history).toHaveLength(entries + 1);
    }
  });

  it('WRP-42 Simultaneous Execution: one person has several pieces of work in hand at once', () => {
    const world = new PatternWorld(bundle);
    for (const slot of ['1', '2', '3']) expect(world.try(`page/${slot}`, CLAIM, LI)).toBeUndefined();
    expect(world.open.map(({ state, assignee }) => [state, assignee])).toEqual([
      ['claimed', 'li'],
      ['claimed', 'li'],
      ['claimed', 'li'],
    ]);
  });

  it('WRP-43 Additional Resources: others work on it beside its handler, as assistants or asked by him', () => {
    const joint = new PatternWorld(jointWork);
    const close = { kind: 'complete', outcome: 'close', form: {} } as const;
    expect(joint.try('joint/L', close, of('L.clerk'))).toBe('USER_TASK.ASSISTANTS_OPEN');
    joint.finish('joint/S', 'support');
    joint.perform(
      joint.task('joint', 'L').id,
      { kind: 'addSigners', position: 'parallel', signers: [candidate(of('expert', 'fan'))], reason: '请专家' },
      of('L.clerk'),
    );
    joint.finish('joint/T', 'support');
    expect(joint.try('joint/L', close, of('L.clerk'))).toBe('USER_TASK.ASSISTANTS_OPEN');
    const asked = joint.open.find(({ assignee }) => assignee === 'fan');
    joint.perform(asked?.id ?? '', { kind: 'complete', outcome: 'support', form: {} }, of('expert', 'fan'));
    joint.finish('joint/L', 'close');
    expect(joint.done).toBe(true);
  });
});
