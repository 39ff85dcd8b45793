import { type Actor, Rejection } from '@landfall/process-definition';
import { contract } from '../../test/contract.definition';
import { EngineUnderTest, person } from '../../test/engine-under-test';
import { TimerSweeper } from '../timer/timer-sweeper';
import type { TaskOperation } from './operations/task-operation';

const CLERK = person('clerk', 'F.clerk', 'F.lead');
const A = person('a', 'A.lawyer');
const B = person('b', 'B.lawyer');
const BOSS = person('boss', 'boss.head');
const OFFICE = person('office', 'office.staff');
const VOTERS = { X: person('x', 'X.voter'), Y: person('y', 'Y.voter'), Z: person('z', 'Z.voter') };
const ENGINEERS = [person('e1', 'T1.engineer'), person('e2', 'T2.engineer'), person('e3', 'T3.engineer')];
const to = ({ accountId, name, groups }: Actor) => ({ accountId, name, groups });

/** A contract on a real database, told from task to task by their keys and slots. */
class Story {
  id = '';

  constructor(readonly world: EngineUnderTest) {}

  async begin(): Promise<void> {
    const { instanceId } = await this.world.engine.start({ definition: 'contract', input: {}, actor: CLERK });
    this.id = instanceId;
  }

  async does(key: string, slot: string, operation: TaskOperation, actor: Actor): Promise<void> {
    const { id } = await this.task(key, slot);
    await this.world.engine.performOnTask({ taskId: id, operation, actor });
  }

  async says(key: string, slot: string, outcome: string, actor: Actor): Promise<void> {
    await this.does(key, slot, { kind: 'complete', outcome, form: {} }, actor);
  }

  async refused(key: string, slot: string, operation: TaskOperation, actor: Actor): Promise<string> {
    try {
      await this.does(key, slot, operation, actor);
    } catch (error) {
      if (error instanceof Rejection) return error.code;
      throw error;
    }
    return 'done';
  }

  /** The latest task of a key and slot. */
  async task(key: string, slot = '') {
    const [row] = await this.world.sql.query<{
      id: string;
      state: string;
      live: boolean;
      assignee: string | null;
      outcome: string | null;
      due_at: Date;
      deadline: { pauses: { from: string; to: string | null }[] };
      completed_for_name: string | null;
    }>(
      `SELECT * FROM user_task WHERE instance_id = $1 AND task_key = $2 AND slot = $3
       ORDER BY live DESC, created_at DESC, id DESC LIMIT 1`,
      [this.id, key, slot],
    );
    if (!row) throw new Error(`There is no task '${key}' of '${slot}'`);
    return row;
  }

  async open(): Promise<string[]> {
    const rows = await this.world.sql.query<{ task_key: string; slot: string; assignee: string | null }>(
      `SELECT task_key, slot, assignee FROM user_task WHERE instance_id = $1 AND state IN ('created', 'claimed')
       ORDER BY task_key, slot`,
      [this.id],
    );
    return rows.map(
      ({ task_key, slot, assignee }) => `${task_key}${slot && `#${slot}`}${assignee ? ` ${assignee}` : ''}`,
    );
  }

  async states(): Promise<string[]> {
    return (await this.world.instance(this.id))?.states ?? [];
  }

  /** Everything of the review that is not the lawyers'. */
  async othersReview(): Promise<void> {
    await this.says('finance', 'X', 'yes', VOTERS.X);
    await this.says('finance', 'Y', 'yes', VOTERS.Y);
    for (const [index, engineer] of ENGINEERS.entries()) {
      await this.says('technical', String(index + 1), 'agree', engineer);
    }
    await this.says('notes', 'N', 'noted', A);
    await this.says('notes', 'M', 'noted', VOTERS.X);
  }

  async toPick(): Promise<void> {
    await this.says('filing', '', 'submit', CLERK);
    await this.othersReview();
    await this.says('legal', 'A', 'agree', A);
    await this.says('legal', 'B', 'agree', B);
  }
}

describe('stories of people at work', () => {
  let world: EngineUnderTest;
  let story: Story;
  beforeAll(async () => {
    world = await EngineUnderTest.open();
    await world.engines.pop()?.close();
    await world.addEngine(
      { administrators: ['admin.security'], overseersOf: () => ['office.staff'], commitBatchSize: 8 },
      [contract],
    );
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set(new Date('2026-03-02T01:00:00.000Z'));
    story = new Story(world);
    await story.begin();
  });

  it('会签 with one return in the middle: who has signed need not sign again, whose clock stood has the rest of his time', async () => {
    await story.says('filing', '', 'submit', CLERK);
    await story.says('legal', 'A', 'agree', A);
    const before = await story.task('legal', 'B');
    world.clock.advance(86_400_000);
    await story.does(
      'legal',
      'B',
      { kind: 'return', to: { kind: 'initiator' }, afterwards: 'jumpBack', reason: '附件不全' },
      B,
    );
    expect(await story.states()).toEqual(['open.correction']);
    expect(await story.open()).toEqual(['correction']);
    expect(await story.refused('legal', 'B', { kind: 'complete', outcome: 'agree', form: {} }, B)).toBe(
      'USER_TASK.SUSPENDED',
    );
    world.clock.advance(7 * 86_400_000);
    await story.says('correction', '', 'resubmit', CLERK);
    const [a, b] = [await story.task('legal', 'A'), await story.task('legal', 'B')];
    expect(a).toMatchObject({ state: 'completed', outcome: 'agree', live: true });
    // The same task, not a new one; it was due on the 5th, and five working days of its time stood still.
    expect(b).toMatchObject({ id: before.id, state: 'created' });
    expect(before.due_at.toISOString()).toBe('2026-03-05T09:30:00.000Z');
    expect(b.due_at.toISOString()).toBe('2026-03-12T09:30:00.000Z');
    expect(b.deadline.pauses).toHaveLength(1);
    await story.says('legal', 'B', 'agree', B);
    expect(await story.states()).toEqual(expect.arrayContaining(['open.review.legal.said']));
    // The other regions of the parallel review came back as they were, too: once each, with their own clocks.
    await story.othersReview();
    expect(await story.states()).toEqual(['open.pick']);
  });

  it('会签 with one refusal: everything is asked anew', async () => {
    await story.says('filing', '', 'submit', CLERK);
    await story.says('legal', 'A', 'agree', A);
    await story.says('legal', 'B', 'refuse', B);
    expect(await story.open()).toEqual(['correction']);
    await story.says('correction', '', 'resubmit', CLERK);
    expect((await story.open()).filter((task) => task.startsWith('legal'))).toEqual(['legal#A', 'legal#B']);
  });

  it('会签 with advice asked of somebody who signs himself: his own signature does not speak for whoever asked him', async () => {
    await story.says('filing', '', 'submit', CLERK);
    const both = person('both', 'A.lawyer', 'B.lawyer');
    await story.does('legal', 'A', { kind: 'delegate', to: to(both), note: '请先看' }, A);
    await story.says('legal', 'B', 'agree', both);
    expect(await story.states()).toEqual(expect.arrayContaining(['open.review.legal.asked']));
    expect(await story.open()).toEqual(expect.arrayContaining(['legal#A both']));
    await story.does('legal', 'A', { kind: 'resolve', note: '已看' }, both);
    await story.says('legal', 'A', 'agree', A);
    expect(await story.states()).toEqual(expect.arrayContaining(['open.review.legal.said']));
  });

  it('加签 during 或签: before, after and beside', async () => {
    await story.toPick();
    expect(await story.open()).toEqual(['pick#P', 'pick#Q']);
    const signer = person('signer', 'elsewhere.staff');
    const second = person('second', 'elsewhere.staff');
    await story.does(
      'pick',
      'P',
      { kind: 'addSigners', position: 'before', signers: [to(signer)], reason: '请先把关' },
      A,
    );
    // The handler waits for the signature; the other candidate of the 或签 does not.
    expect(await story.open()).toEqual(['pick#P+2 signer', 'pick#Q']);
    expect(await story.refused('pick', 'P', { kind: 'complete', outcome: 'take', form: {} }, A)).toBe(
      'USER_TASK.WAITING',
    );
    await story.says('pick', 'P+2', 'agree', signer);
    expect(await story.open()).toEqual(['pick#P a', 'pick#Q']);
    await story.does('pick', 'P', { kind: 'addSigners', position: 'after', signers: [to(second)], reason: '复核' }, A);
    await story.says('pick', 'P', 'take', A);
    // His answer counts once it is signed; an objection gives it back to him.
    expect(await story.states()).toEqual(['open.pick']);
    const signature = await story.task('pick', 'P+3');
    await world.engine.performOnTask({
      taskId: signature.id,
      operation: { kind: 'complete', outcome: 'object', form: { opinion: '依据不足' } },
      actor: second,
    });
    expect(await story.open()).toEqual(['pick#P a', 'pick#Q']);
    // Beside him: a further candidate, and whoever answers first decides.
    const third = person('third', 'elsewhere.staff');
    await story.does(
      'pick',
      'Q',
      { kind: 'addSigners', position: 'parallel', signers: [to(third)], reason: '协同' },
      B,
    );
    await story.says('pick', 'Q+4', 'take', third);
    expect(await story.states()).toEqual(['open.joint']);
    expect(await story.open()).toEqual(['joint#L', 'joint#S', 'joint#T']);
    const left = await world.sql.query(
      `SELECT 1 FROM user_task WHERE instance_id = $1 AND task_key = 'pick' AND (live OR state IN ('created', 'claimed', 'waiting'))`,
      [story.id],
    );
    expect(left).toEqual([]);
  });

  it('a substitute acts, both names are in history, and then the substitution ends', async () => {
    const substitute = { ...person('stand-in', 'elsewhere.staff'), principals: [to(A)] };
    await story.says('filing', '', 'submit', CLERK);
    await story.does('legal', 'A', { kind: 'claim' }, substitute);
    expect((await story.task('legal', 'A')).assignee).toBe('a');
    // It is over: what was claimed for the principal is the principal's, and the substitute is a stranger.
    const { principals: _over, ...ended } = substitute;
    expect(await story.refused('legal', 'A', { kind: 'complete', outcome: 'agree', form: {} }, ended)).toBe(
      'USER_TASK.ALREADY_CLAIMED',
    );
    await story.says('notes', 'N', 'noted', substitute);
    const { state, completed_for_name } = await story.task('notes', 'N');
    expect([state, completed_for_name]).toEqual(['completed', 'a']);
    const [entry] = await world.sql.query(
      `SELECT actor_name, on_behalf_of FROM process_history WHERE instance_id = $1 AND event = 'notes.noted'`,
      [story.id],
    );
    expect(entry).toEqual({ actor_name: 'stand-in', on_behalf_of: 'a' });
    await story.says('legal', 'A', 'agree', A);
    expect((await story.task('legal', 'A')).completed_for_name).toBeNull();
  });

  it('a specialist leaves the post: his tasks go to the successor, what he was asked goes back, signatures lapse', async () => {
    const successor = person('successor', 'A.lawyer');
    const admin = person('admin', 'admin.security');
    const handOver = (heir: Actor | null): TaskOperation => ({
      kind: 'handOver',
      from: 'a',
      to: heir && to(heir),
      reason: '离岗交接',
    });
    await story.says('filing', '', 'submit', CLERK);
    await story.does('legal', 'A', { kind: 'claim' }, A);
    await story.does('notes', 'N', { kind: 'claim' }, A);
    await story.does('legal', 'B', { kind: 'delegate', to: to(A), note: '请先看' }, B);
    await story.does(
      'finance',
      'X',
      { kind: 'addSigners', position: 'after', signers: [to(A)], reason: '请会签' },
      VOTERS.X,
    );
    expect(await story.refused('legal', 'A', handOver(successor), B)).toBe('USER_TASK.HAND_OVER_NOT_ALLOWED');
    await story.does('legal', 'A', handOver(successor), admin);
    await story.does('notes', 'N', handOver(null), admin);
    await story.does('legal', 'B', handOver(null), admin);
    await story.does('finance', 'X+3', handOver(null), admin);
    expect(await story.open()).toEqual(
      expect.arrayContaining(['legal#A successor', 'legal#B b', 'notes#N', 'finance#X x']),
    );
    expect((await story.open()).some((task) => task.endsWith(' a'))).toBe(false);
    await story.says('legal', 'A', 'agree', successor);
    await story.says('legal', 'B', 'agree', B);
    expect(await story.states()).toEqual(expect.arrayContaining(['open.review.legal.said']));
  });

  it('what was decided is taken back while nobody has acted on it, with the same data, answers and clocks', async () => {
    await story.toPick();
    const context = async () =>
      (
        await world.sql.query('SELECT snapshot->$2 AS context FROM process_instance WHERE id = $1', [
          story.id,
          'context',
        ])
      )[0];
    const before = { ...(await story.task('legal', 'B')), context: await context() };
    await story.does('legal', 'B', { kind: 'withdraw', reason: '看错了' }, B);
    expect(await story.states()).toEqual([
      'open.review.legal.asked',
      'open.review.finance.said',
      'open.review.technical.said',
      'open.review.notes.said',
    ]);
    expect(await story.open()).toEqual(['legal#B b']);
    expect(await context()).toEqual(before.context);
    expect(await story.task('legal', 'B')).toMatchObject({ id: before.id, due_at: before.due_at });
    await story.says('legal', 'B', 'agree', B);
    await story.does('pick', 'P', { kind: 'claim' }, A);
    expect(await story.refused('legal', 'B', { kind: 'withdraw', reason: '又看错了' }, B)).toBe(
      'USER_TASK.NOT_WITHDRAWABLE',
    );
  });

  it('taking back gives a clock its time and its arithmetic back', async () => {
    const patience = async () =>
      (
        await world.sql.query<{ due_at: Date; deadline: { from: string } }>(
          `SELECT due_at, deadline FROM timer WHERE instance_id = $1 AND state = 'armed' AND timer_key LIKE '%patience%legal%'`,
          [story.id],
        )
      )[0];
    await story.says('filing', '', 'submit', CLERK);
    const before = await patience();
    world.clock.advance(3_600_000);
    await story.says('legal', 'A', 'agree', A);
    await story.says('legal', 'B', 'agree', B);
    expect(await patience()).toBeUndefined();
    world.clock.advance(3_600_000);
    await story.does('legal', 'B', { kind: 'withdraw', reason: '看错了' }, B);
    expect(await patience()).toEqual(before);
  });

  it('a pause puts everything aside with its handlers and lets it go on with the rest of its time', async () => {
    await story.says('filing', '', 'submit', CLERK);
    await story.does('legal', 'A', { kind: 'claim' }, A);
    const event = (type: string, actor: Actor) =>
      world.engine.sendPersonEvent({ instanceId: story.id, type, form: {}, actor });
    const armed = async () =>
      (await world.timers(story.id))
        .filter(({ state }) => state === 'armed')
        .map(({ timer_key, due_at }) => [timer_key, due_at]);
    const timers = await armed();
    world.clock.advance(86_400_000);
    await event('pause', BOSS);
    expect(await story.open()).toEqual([]);
    world.clock.advance(86_400_000);
    await event('resume', BOSS);
    expect(await story.open()).toEqual(expect.arrayContaining(['legal#A a', 'legal#B']));
    expect((await story.task('legal', 'A')).due_at.toISOString()).toBe('2026-03-06T09:30:00.000Z');
    const shifted = new Map((await armed()) as [string, Date][]);
    for (const [key, due] of timers as [string, Date][]) {
      expect([key, (shifted.get(key)?.getTime() ?? 0) - due.getTime()]).toEqual([key, 86_400_000]);
    }
  });

  it('a clock that jumps a day fires every timer once, however many sweepers look', async () => {
    await story.says('filing', '', 'submit', CLERK);
    world.clock.advance(5 * 86_400_000);
    const sweepers = [1, 2, 3].map(() => new TimerSweeper(world.sql, world.clock, world.engine, { intervalMs: 1e9 }));
    await Promise.all(sweepers.map((sweeper) => sweeper.sweep()));
    expect((await world.tasks(story.id)).filter(({ reminders }) => reminders > 0).map(({ slot }) => slot)).toEqual([
      'A',
      'B',
    ]);
    const history = (await world.history(story.id)).filter(({ kind }) => kind === 'timerFired');
    expect(history.map(({ payload }) => payload.timer)).toEqual(
      expect.arrayContaining([expect.stringContaining('patience'), expect.stringContaining('reminder')]),
    );
    expect(history).toHaveLength(2);
  });

  it('whoever oversees the work skips what may be skipped and has a step done again, and the voters are counted once', async () => {
    await story.says('filing', '', 'submit', CLERK);
    expect(await story.refused('finance', 'X', { kind: 'skip', reason: '不需要' }, OFFICE)).toBe(
      'USER_TASK.NOT_SKIPPABLE',
    );
    expect(await story.refused('legal', 'A', { kind: 'skip', reason: '不需要' }, A)).toBe('USER_TASK.OVERSIGHT_ONLY');
    await story.does('legal', 'A', { kind: 'skip', reason: '法务A回避' }, OFFICE);
    await story.says('legal', 'B', 'agree', B);
    await story.says('finance', 'Y', 'no', VOTERS.Y);
    await story.says('finance', 'X', 'yes', VOTERS.X);
    expect(await story.states()).toEqual(expect.arrayContaining(['open.review.finance.asked']));
    await story.does('legal', 'B', { kind: 'redo', reason: '请补充理由' }, OFFICE);
    expect(await story.open()).toEqual(expect.arrayContaining(['legal#A', 'legal#B b', 'finance#Z']));
    await story.says('finance', 'Z', 'yes', VOTERS.Z);
    expect(await story.states()).toEqual(
      expect.arrayContaining(['open.review.finance.said', 'open.review.legal.asked']),
    );
  });

  it('urging is limited, copies are read once, and two clicks are one reading', async () => {
    const urge: TaskOperation = { kind: 'urge', note: '请抓紧' };
    for (let time = 0; time < 3; time += 1) await story.does('filing', '', urge, OFFICE);
    expect(await story.refused('filing', '', urge, OFFICE)).toBe('USER_TASK.URGED_ENOUGH');
    world.clock.advance(86_400_000);
    await story.does('filing', '', urge, OFFICE);
    const copy: TaskOperation = { kind: 'copy', to: [to(A), to(A), to(B)], note: '供参考' };
    await story.does('filing', '', copy, CLERK);
    await story.does('filing', '', copy, CLERK);
    const copies = await world.sql.query<{ id: string; account: string }>(
      'SELECT id, account FROM carbon_copy WHERE instance_id = $1 ORDER BY account',
      [story.id],
    );
    expect(copies.map(({ account }) => account)).toEqual(['a', 'b']);
    const [first] = copies;
    await Promise.all([1, 2, 3].map(() => world.engine.readCopy({ copyId: first?.id ?? '', actor: A })));
    await expect(world.engine.readCopy({ copyId: first?.id ?? '', actor: B })).rejects.toMatchObject({
      code: 'CARBON_COPY.NOT_YOURS',
    });
    const readings = (await world.history(story.id)).filter(({ kind }) => kind === 'copyRead');
    expect(readings).toHaveLength(1);
  });

  it('says what somebody may do exactly as it is when he does it', async () => {
    await story.says('filing', '', 'submit', CLERK);
    const { id } = await story.task('legal', 'A');
    const may = async (actor: Actor) => (await world.engine.optionsOnTask(id, actor)).may;
    expect(await may(A)).toEqual(
      expect.arrayContaining(['complete', 'claim', 'transfer', 'delegate', 'addSigners', 'return', 'urge', 'copy']),
    );
    expect(await may(person('stranger'))).toEqual([]);
    expect(await may(OFFICE)).toEqual(expect.arrayContaining(['skip', 'urge', 'copy']));
    expect(await may(OFFICE)).not.toContain('complete');
    const { returns, returnsToInitiator, outcomes } = await world.engine.optionsOnTask(id, A);
    expect(returns).toEqual([{ task: 'filing', slot: '', name: 'clerk', canJumpBack: true }]);
    expect([returnsToInitiator, outcomes]).toEqual([true, ['agree', 'refuse']]);
    // Asking changes nothing.
    expect((await world.history(story.id)).length).toBe(2);
  });
});
