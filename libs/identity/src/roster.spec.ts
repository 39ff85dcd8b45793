import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '@landfall/persistence';
import { openSmallTown, type SmallTown } from '../test/people-of-a-small-town';
import { Accounts } from './accounts';
import { Roster } from './roster';

describe('the roster', () => {
  let town: SmallTown;
  let roster: Roster;

  beforeEach(async () => {
    town = await openSmallTown();
    roster = new Roster(town.db, town.directory);
  });
  afterEach(() => town.close());

  const names = (members: readonly { name: string }[]) => members.map((member) => member.name);

  it('says who holds a post and who may do its tasks, as the accounts say it', async () => {
    await town.settle('zhou', 'D02.reviewer');
    const chen = await town.settle('chen', 'D02.head', 'D02.reviewer');
    await town.settle('wang', 'D02.head');
    await town.accounts.disable(await town.settle('gone', 'D02.reviewer'));
    const left = await town.settle('left', 'D02.reviewer');
    await town.accounts.endPost(left, 'D02.reviewer', '2026-11-23');
    const view = await roster.view();
    expect(names(view.holdersOf('D02.reviewer'))).toEqual(['chen', 'zhou']);
    expect(names(view.membersOf('D02.reviewer'))).toEqual(['chen', 'zhou', 'wang']);
    for (const group of ['D02.reviewer', 'D02.head', 'D02.specialist', 'X99.nobody']) {
      const told = await town.accounts.membersOf(group);
      expect(view.membersOf(group)).toEqual(told.map(({ accountId, name }) => ({ accountId, name })));
    }
    expect(view.holds(chen, 'D02.specialist')).toBe(true);
    expect(view.groupsOf(chen)).toEqual(expect.arrayContaining(['D02.head', 'D02.reviewer', 'D02.specialist']));
    expect(view.holds(left, 'D02.reviewer')).toBe(false);
    expect(view.holds(chen, 'D01.specialist')).toBe(false);
  });

  it('knows which groups are staffed, and by one person alone', async () => {
    const wang = await town.settle('wang', 'D01.head');
    await town.settle('zhou', 'T05.deputy');
    await town.settle('chen', 'T05.deputy');
    const view = await roster.view();
    expect(['D01.specialist', 'T05.deputy', 'D02.reviewer'].map((group) => view.isStaffed(group))).toEqual([
      true,
      true,
      false,
    ]);
    expect(view.soleMember('D01.specialist')).toBe(wang);
    expect(view.soleMember('T05.deputy')).toBeUndefined();
    expect(view.soleMember('D02.reviewer')).toBeUndefined();
  });

  it('keeps the names of closed accounts', async () => {
    const gone = await town.settle('gone', 'D01.specialist');
    await town.accounts.disable(gone);
    const view = await roster.view();
    expect(view.nameOf(gone)).toBe('gone');
    expect(view.nameOf('system')).toBeUndefined();
    expect(view.people).toEqual([]);
    expect(view.groupsOf(gone)).toEqual([]);
  });

  it('tells administrators from those who work on projects', async () => {
    await town.settle('admin', 'ADMIN.system');
    await town.settle('zhou', 'L03.liaison');
    const view = await roster.view();
    expect(names(view.people)).toEqual(['admin', 'zhou']);
    expect(view.working).toMatchObject([{ name: 'zhou', username: 'zhou', posts: [{ code: 'L03.liaison' }] }]);
  });

  it('follows the day at midnight in Asia/Shanghai without reading again', async () => {
    const zhou = await town.settle('zhou', 'D01.specialist');
    await town.accounts.endPost(zhou, 'D01.specialist', '2026-11-24');
    await town.accounts.assignPost(zhou, 'D02.reviewer', '2026-11-24');
    const ask = jest.spyOn(town.db, 'query');
    await roster.view();
    const asked = ask.mock.calls.length;
    town.clock.set(new Date('2026-11-23T15:59:59.999Z'));
    expect(roster.latest().holds(zhou, 'D01.specialist')).toBe(true);
    expect(roster.latest().holds(zhou, 'D02.reviewer')).toBe(false);
    town.clock.advance(1);
    expect(roster.latest().day).toBe('2026-11-24');
    expect(roster.latest().holds(zhou, 'D01.specialist')).toBe(false);
    expect(roster.latest().holds(zhou, 'D02.reviewer')).toBe(true);
    expect(ask.mock.calls).toHaveLength(asked);
    ask.mockRestore();
  });

  it('answers with the same view until something changes', async () => {
    const zhou = await town.settle('zhou', 'D01.specialist');
    const view = await roster.view();
    await town.accounts.changePassword(zhou, { current: 'Harbour-2026!', next: 'New-Harbour-2027', address: '::1' });
    await roster.refresh();
    expect(roster.latest()).toBe(view);
    await town.accounts.assignPost(zhou, 'D02.reviewer', '2026-11-23');
    expect(roster.latest()).toBe(view);
    await roster.refresh();
    expect(roster.latest().holds(zhou, 'D02.reviewer')).toBe(true);
  });

  it('sees at a refresh what was committed while it was reading', async () => {
    await town.settle('zhou', 'D01.specialist');
    await roster.view();
    const reading = roster.refresh();
    const chen = await town.settle('chen', 'D01.specialist');
    await roster.refresh();
    await reading;
    expect(roster.latest().nameOf(chen)).toBe('chen');
  });

  it.each(['view', 'latest'] as const)(
    'sees through %s what another process changed, within its look-again time',
    async (question) => {
      const following = new Roster(town.db, town.directory, 100);
      const zhou = await town.settle('zhou', 'D01.specialist');
      await following.view();
      const elsewhere = new Database({ url: town.url });
      try {
        await new Accounts(elsewhere, town.clock, town.directory).assignPost(zhou, 'D02.reviewer', '2026-11-23');
        const changedAt = performance.now();
        while (!(await following[question]()).holds(zhou, 'D02.reviewer')) {
          expect(performance.now() - changedAt).toBeLessThan(5_000);
          await sleep(10);
        }
        expect((await following[question]()).membersOf('D02.reviewer')).toHaveLength(1);
      } finally {
        await elsewhere.close();
      }
    },
  );

  it('keeps what it knows while the database cannot be reached', async () => {
    const zhou = await town.settle('zhou', 'D01.specialist');
    const broken = new Database({ url: town.url });
    const following = new Roster(broken, town.directory, 0);
    await following.view();
    await broken.close();
    expect(following.latest().holds(zhou, 'D01.specialist')).toBe(true);
    await sleep(20);
    expect(following.latest().holds(zhou, 'D01.specialist')).toBe(true);
  });

  it('must be read before it is asked at once', () => {
    expect(() => new Roster(town.db, town.directory).latest()).toThrow('there is none');
  });
});
