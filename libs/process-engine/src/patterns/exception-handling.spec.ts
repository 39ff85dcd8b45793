import { constrained, exposed, failing, reopening, untilTheDay } from '../../test/patterns/exception.definitions';
import { candidate, of, PatternWorld } from '../../test/patterns/pattern-world';
import { desk } from '../../test/patterns/resource.definitions';

const WANG = of('desk.clerk', 'wang');
const LI = of('desk.clerk', 'li');
const CHIEF = of('desk.chief', 'zhao');
const ADMIN = of('admin.security');
const DONE = { kind: 'complete', outcome: 'done', form: {} } as const;
const CLAIM = { kind: 'claim' } as const;

const fireFirst = (world: PatternWorld): void => {
  world.pass(7 * 24);
  const [timer] = [...world.instance.timers.values()];
  world.fire(timer?.id ?? '');
};

/** Work that has begun: somebody has it, and one whom he asked has signed. */
const begun = (world: PatternWorld, task = 'handle', by = LI): { id: string; signature: string } => {
  const { id } = world.task(task);
  world.perform(id, CLAIM, by);
  const signers = [candidate(of('law', 'fan'))];
  world.perform(id, { kind: 'addSigners', position: 'before', signers, reason: '先签' }, by);
  const signature = world.live.find(({ part }) => part === 'signerBefore')?.id ?? '';
  world.perform(signature, { kind: 'complete', outcome: 'agree', form: {} }, of('law', 'fan'));
  return { id, signature };
};

describe('exceptions: five triggers, each for work that is offered, allocated and begun', () => {
  it('WEX-01 Work item failure, offered: whoever sees that it cannot be done says so, and the repair is opened', () => {
    const world = new PatternWorld(failing);
    world.finish('handle', 'failed');
    expect(world.asked).toEqual(['repair']);
    world.finish('repair');
    expect(world.task('handle')).toMatchObject({ state: 'created' });
  });

  it('WEX-02 Work item failure, allocated: whoever cannot do it gives it back, and it is offered again', () => {
    const world = new PatternWorld(failing);
    world.perform(world.task('handle').id, CLAIM, LI);
    world.perform(world.task('handle').id, { kind: 'unclaim' }, LI);
    expect(world.task('handle')).toMatchObject({ state: 'created', assignee: null });
    expect(world.try('handle', DONE, WANG)).toBeUndefined();
  });

  it('WEX-03 Work item failure, begun: where the process itself fails nothing is kept, and the work goes on as it was', () => {
    const world = new PatternWorld(failing);
    const { id, signature } = begun(world);
    const before = JSON.stringify([world.row(id), world.row(signature), world.states, world.history.length]);
    expect(() => world.perform(id, { ...DONE, outcome: 'broken' }, LI)).toThrow('a guard that throws');
    expect(JSON.stringify([world.row(id), world.row(signature), world.states, world.history.length])).toBe(before);
    expect(world.try('handle', DONE, LI)).toBeUndefined();
  });

  it('WEX-04 Deadline expiry, offered: it is offered to a further group as well', () => {
    const world = new PatternWorld(desk);
    fireFirst(world);
    expect(world.task('handle')).toMatchObject({ state: 'created', escalated_to: 'desk.chief' });
    expect(world.try('handle', CLAIM, CHIEF)).toBeUndefined();
  });

  it('WEX-05 Deadline expiry, allocated: it is taken from whoever sat on it and offered to all of the group', () => {
    const world = new PatternWorld(reopening);
    const { id } = world.task('handle');
    world.perform(id, CLAIM, LI);
    fireFirst(world);
    expect(world.row(id).state).toBe('cancelled');
    expect(world.task('handle')).toMatchObject({ state: 'created', assignee: null });
    expect(world.try('handle', DONE, WANG)).toBeUndefined();
  });

  it('WEX-06 Deadline expiry, begun: what was said by then stands, what is missing is withdrawn, the process goes on', () => {
    const world = new PatternWorld(untilTheDay);
    world.finish('opinion/y');
    fireFirst(world);
    expect(world.asked).toEqual(['decide']);
    expect(['x', 'y', 'z'].map((slot) => world.stateOf(`opinion/${slot}`))).toEqual([
      'cancelled',
      'completed',
      'cancelled',
    ]);
    expect(world.instance.snapshot.context).toMatchObject({ counts: { y: 1 } });
  });

  it('WEX-07 Resource unavailable, offered: what nobody of the group could take goes to its supervisors', () => {
    const groups = {
      isStaffed: (group: string) => group !== 'desk.clerk',
      soleMember: () => undefined,
      holds: () => true,
    };
    const world = new PatternWorld(desk, {}, { groups });
    expect(world.task('handle')).toMatchObject({ state: 'created', escalated_to: 'desk.chief' });
    expect(world.notices).toMatchObject([{ kind: 'offered', to: { groups: ['desk.chief'] } }]);
    expect(world.try('handle', DONE, CHIEF)).toBeUndefined();
  });

  it('WEX-08 Resource unavailable, allocated: what somebody leaves behind is offered to his group again', () => {
    const world = new PatternWorld(desk);
    world.perform(world.task('handle').id, CLAIM, LI);
    world.perform(world.task('handle').id, { kind: 'handOver', from: 'li', to: null, reason: '离岗' }, ADMIN);
    expect(world.task('handle')).toMatchObject({ state: 'created', assignee: null });
    expect(world.try('handle', CLAIM, WANG)).toBeUndefined();
  });

  it('WEX-09 Resource unavailable, begun: a successor goes on with what was signed, or a substitute in both names', () => {
    const world = new PatternWorld(desk);
    const { id, signature } = begun(world);
    const to = candidate(WANG);
    world.perform(id, { kind: 'handOver', from: 'li', to, reason: '离岗' }, ADMIN);
    expect(world.task('handle')).toMatchObject({ id, state: 'claimed', assignee: 'wang' });
    expect(world.row(signature)).toMatchObject({ state: 'completed', live: true });
    const away = new PatternWorld(desk);
    const begunWork = begun(away);
    const standIn = { ...of('other.clerk', 'sun'), principals: [candidate(LI)] };
    away.perform(begunWork.id, DONE, standIn);
    expect(away.row(begunWork.id)).toMatchObject({ completed_by: 'sun', completed_for: 'li', assignee: 'li' });
    expect(away.history.at(-1)).toMatchObject({ actor_id: 'sun', on_behalf_of: 'li' });
  });

  it('WEX-10 External trigger, offered: what has become needless is withdrawn, and the case goes on', () => {
    const world = new PatternWorld(exposed);
    world.send('obsolete');
    expect(world.stateOf('handle')).toBe('cancelled');
    expect(world.asked).toEqual(['other']);
    world.finish('other');
    expect(world.states).toEqual(['end']);
  });

  it('WEX-11 External trigger, allocated: it stands still with its clock and goes on with whoever has it', () => {
    const world = new PatternWorld(exposed);
    const { id } = world.task('handle');
    world.perform(id, CLAIM, LI);
    world.send('hold');
    expect(world.try('handle', DONE, LI)).toBe('USER_TASK.SUSPENDED');
    world.pass(48);
    world.send('goOn');
    expect(world.task('handle')).toMatchObject({ id, state: 'claimed', assignee: 'li' });
  });

  it('WEX-12 External trigger, begun: the whole case is stopped, and nothing of it is left to do', () => {
    const world = new PatternWorld(exposed);
    const { id, signature } = begun(world);
    world.send('stop');
    expect(world.states).toEqual(['stopped']);
    expect([world.row(id).state, world.row(signature).state]).toEqual(['cancelled', 'completed']);
    expect([world.live.length, world.instance.timers.size]).toEqual([0, 0]);
  });

  it('WEX-13 Constraint violation, offered: whoever may not do it is refused, and it stays offered to the others', () => {
    const world = new PatternWorld(constrained);
    world.perform(world.task('handle').id, DONE, LI);
    const check = { kind: 'complete', outcome: 'done', form: { opinion: '核对无误' } } as const;
    expect(world.try('check', check, LI)).toBe('USER_TASK.SEPARATION_OF_DUTIES');
    expect(world.task('check')).toMatchObject({ state: 'created', assignee: null });
    expect(world.try('check', check, WANG)).toBeUndefined();
  });

  it('WEX-14 Constraint violation, allocated: it is not given to whoever made it before and handled the matter since', () => {
    const back = { kind: 'complete', outcome: 'back', form: { opinion: '数字不符' } } as const;
    const kept = new PatternWorld(constrained);
    kept.perform(kept.task('handle').id, DONE, LI);
    kept.perform(kept.task('check').id, back, WANG);
    kept.perform(kept.task('handle').id, DONE, LI);
    expect(kept.task('check')).toMatchObject({ state: 'claimed', assignee: 'wang' });
    const broken = new PatternWorld(constrained);
    broken.perform(broken.task('handle').id, DONE, LI);
    broken.perform(broken.task('check').id, back, WANG);
    broken.perform(broken.task('handle').id, DONE, WANG);
    expect(broken.task('check')).toMatchObject({ state: 'created', assignee: null });
  });

  it('WEX-15 Constraint violation, begun: a form that breaks its rules is refused by field, and the work stays in hand', () => {
    const world = new PatternWorld(constrained);
    world.perform(world.task('handle').id, DONE, LI);
    const { signature } = begun(world, 'check', WANG);
    const short = { kind: 'complete', outcome: 'done', form: { opinion: '行' } } as const;
    expect(world.try('check', short, WANG)).toBe('FORM.INVALID');
    expect(world.task('check')).toMatchObject({ state: 'claimed', assignee: 'wang', form: null });
    expect(world.row(signature)).toMatchObject({ state: 'completed', live: true });
    expect(world.try('check', { ...short, form: { opinion: '核对无误' } }, WANG)).toBeUndefined();
    expect(world.done).toBe(true);
  });
});
