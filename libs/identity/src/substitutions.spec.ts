import { openSmallTown, type SmallTown } from '../test/people-of-a-small-town';
import type { Person } from './person';
import { type NewSubstitution, Substitutions } from './substitutions';

describe('substitutions', () => {
  let town: SmallTown;
  let substitutions: Substitutions;
  let away: Person;
  let deputy: Person;
  let head: Person;

  const set = (more: Partial<NewSubstitution> = {}, by: Person = away) =>
    substitutions.set(
      {
        principal: away.accountId,
        substitute: deputy.accountId,
        validFrom: '2026-11-24',
        validTo: '2026-11-25',
        reason: '出差',
        ...more,
      },
      by,
    );
  const refused = (code: string, status: number) => expect.objectContaining({ code: `SUBSTITUTION.${code}`, status });
  const at = (instant: string) => town.clock.set(new Date(instant));

  beforeEach(async () => {
    town = await openSmallTown();
    substitutions = new Substitutions(town.db, town.clock, town.directory);
    await town.settle('away', 'D01.specialist', 'D02.reviewer');
    await town.settle('deputy', 'Z01.specialist');
    await town.settle('head', 'D01.head');
    [away, deputy, head] = [await town.person('away'), await town.person('deputy'), await town.person('head')];
  });
  afterEach(() => town.close());

  it('starts and ends by itself at midnight in Asia/Shanghai, both days included', async () => {
    const { token } = await town.signIn('deputy');
    const principals = async () => (await town.sessions.authenticate(token)).person.principals;
    await set();
    at('2026-11-23T15:59:59Z');
    expect(await principals()).toEqual([]);
    at('2026-11-23T16:00:00Z');
    const acting = [{ accountId: away.accountId, name: 'away', groups: ['D01.specialist', 'D02.reviewer'] }];
    expect(await principals()).toEqual(acting);
    at('2026-11-25T15:59:59Z');
    expect(await principals()).toEqual(acting);
    at('2026-11-25T16:00:00Z');
    expect(await principals()).toEqual([]);
  });

  it('is known to the engine by the actor and gives no groups, permissions or projects of its own', async () => {
    await set({ principal: head.accountId, validFrom: '2026-11-23' }, head);
    const { person } = await town.signIn('deputy');
    expect(person.actor.principals).toEqual([
      { accountId: head.accountId, name: 'head', groups: ['D01.head', 'D01.specialist'] },
    ]);
    expect({ ...person, principals: [], actor: {} }).toEqual({ ...deputy, actor: {} });
    expect(deputy.actor).not.toHaveProperty('principals');
  });

  it('ends at once when it is ended, and only once', async () => {
    const { id } = await set({ validFrom: '2026-11-23' });
    const { token } = await town.signIn('deputy');
    expect((await town.sessions.authenticate(token)).person.principals).toHaveLength(1);
    expect(await substitutions.end(id, away)).toMatchObject({
      state: 'ended',
      endedBy: { accountId: away.accountId, name: 'away' },
      endedAt: town.clock.now(),
    });
    expect((await town.sessions.authenticate(token)).person.principals).toEqual([]);
    await expect(substitutions.end(id, away)).rejects.toEqual(refused('OVER', 409));
  });

  it('follows the posts of the principal: a post that ended and an account that closed leave nothing to do', async () => {
    await set({ validFrom: '2026-11-23' });
    const { token } = await town.signIn('deputy');
    const groups = async () => (await town.sessions.authenticate(token)).person.principals.map((one) => one.groups);
    await town.accounts.endPost(away.accountId, 'D02.reviewer', '2026-11-23');
    expect(await groups()).toEqual([['D01.specialist']]);
    await town.accounts.endPost(away.accountId, 'D01.specialist', '2026-11-23');
    expect(await groups()).toEqual([]);
    await town.accounts.assignPost(away.accountId, 'T05.deputy', '2026-11-23');
    expect(await groups()).toEqual([['T05.deputy']]);
    await town.accounts.disable(away.accountId);
    expect(await groups()).toEqual([]);
  });

  it("does not chain: a substitute's substitute does the substitute's own work only", async () => {
    await town.settle('third', 'L03.liaison');
    const third = await town.person('third');
    await set({ validFrom: '2026-11-23' });
    await set({ principal: deputy.accountId, substitute: third.accountId, validFrom: '2026-11-23' }, deputy);
    expect((await town.person('third')).principals).toEqual([
      { accountId: deputy.accountId, name: 'deputy', groups: ['Z01.specialist'] },
    ]);
  });

  it('joins several principals, each once', async () => {
    await set({ validFrom: '2026-11-23' });
    await set({ principal: head.accountId, validFrom: '2026-11-23' }, head);
    expect((await town.person('deputy')).principals.map((one) => one.name).sort()).toEqual(['away', 'head']);
  });

  it('is set and ended by whoever heads the unit of the principal, and by nobody else', async () => {
    await town.settle('foreign', 'Z01.coordinator');
    const foreign = await town.person('foreign');
    for (const other of [deputy, foreign]) {
      await expect(set({}, other)).rejects.toEqual(refused('NOT_ALLOWED', 403));
    }
    const { id, setBy } = await set({}, head);
    expect(setBy.name).toBe('head');
    expect(await substitutions.listForStaffOf(head)).toMatchObject([{ id, state: 'planned' }]);
    expect(await substitutions.listForStaffOf(foreign)).toEqual([]);
    for (const other of [deputy, foreign]) {
      await expect(substitutions.end(id, other)).rejects.toEqual(refused('NOT_ALLOWED', 403));
    }
    expect((await substitutions.end(id, head)).endedBy?.name).toBe('head');
    expect(await substitutions.listForStaffOf(head)).toEqual([]);
  });

  it('keeps the three administrators out, also those who become one later', async () => {
    await town.settle('admin', 'ADMIN.security');
    const admin = await town.person('admin');
    await expect(set({ substitute: admin.accountId })).rejects.toEqual(refused('ADMINISTRATOR', 409));
    await expect(set({ principal: admin.accountId, substitute: away.accountId }, admin)).rejects.toEqual(
      refused('ADMINISTRATOR', 409),
    );
    await set({ validFrom: '2026-11-23' });
    await town.accounts.endPost(deputy.accountId, 'Z01.specialist', '2026-11-23');
    await town.accounts.assignPost(deputy.accountId, 'ADMIN.system', '2026-11-23');
    expect((await town.person('deputy')).principals).toEqual([]);
  });

  it('needs two open accounts with posts on its first day', async () => {
    await town.settle('postless');
    const [row] = await town.db.query<{ id: string }>(`SELECT id FROM account WHERE username = 'postless'`);
    await expect(set({ substitute: row?.id ?? '' })).rejects.toEqual(refused('NOT_ACTIVE', 422));
    await expect(set({ substitute: '01940000-0000-7000-8000-000000000000' })).rejects.toEqual(
      refused('NOT_ACTIVE', 422),
    );
    await town.accounts.disable(deputy.accountId);
    await expect(set()).rejects.toEqual(refused('NOT_ACTIVE', 422));
  });

  it.each([
    ['DAYS_REVERSED', { validFrom: '2026-11-26', validTo: '2026-11-25' }],
    ['DAYS_PAST', { validFrom: '2026-11-22' }],
    ['TOO_LONG', { validFrom: '2026-11-24', validTo: '2027-11-25' }],
    ['REASON_INVALID', { reason: ' \n ' }],
    ['REASON_INVALID', { reason: '长'.repeat(201) }],
  ])('is refused with %s for %j', async (code, more) => {
    await expect(set(more)).rejects.toEqual(refused(code, 422));
  });

  it('is refused for oneself', async () => {
    await expect(set({ substitute: away.accountId })).rejects.toEqual(refused('SELF', 422));
  });

  it('does not overlap another of the same pair, but may follow it, replace an ended one or stand beside another', async () => {
    const { id } = await set();
    for (const days of [
      { validFrom: '2026-11-25', validTo: '2026-11-30' },
      { validFrom: '2026-11-23', validTo: '2026-11-24' },
      { validFrom: '2026-11-23', validTo: '2026-11-30' },
    ]) {
      await expect(set(days)).rejects.toEqual(refused('OVERLAPS', 409));
    }
    await set({ validFrom: '2026-11-26', validTo: '2026-11-26' });
    await set({ substitute: head.accountId });
    await substitutions.end(id, away);
    await set();
    expect((await substitutions.listFor(away.accountId)).mine).toHaveLength(4);
  });

  it('is set once by two who set it at the same time', async () => {
    const answers = await Promise.allSettled([set(), set({}, head), set()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []))).toEqual([
      'SUBSTITUTION.OVERLAPS',
      'SUBSTITUTION.OVERLAPS',
    ]);
  });

  it('is listed from both sides with its state', async () => {
    await set();
    await set({ validFrom: '2026-11-26', validTo: '2026-11-27' });
    at('2026-11-26T02:00:00Z');
    const { mine } = await substitutions.listFor(away.accountId);
    expect(mine).toMatchObject([
      { state: 'acting', substitute: { name: 'deputy' }, reason: '出差', validFrom: '2026-11-26' },
      { state: 'over', validTo: '2026-11-25', endedAt: null, endedBy: null },
    ]);
    expect(await substitutions.listFor(deputy.accountId)).toEqual({ mine: [], actingFor: mine });
    await expect(substitutions.end(mine[1]?.id ?? '', away)).rejects.toEqual(refused('OVER', 409));
    await expect(substitutions.end('01940000-0000-7000-8000-000000000000', away)).rejects.toEqual(
      refused('NOT_FOUND', 404),
    );
  });
});
