import { Rejection } from '@landfall/process-definition';
import { v7 } from 'uuid';
import { openSmallTown, type SmallTown } from '../test/people-of-a-small-town';
import { type HandOver, LeavingPost } from './leaving-post';
import type { Person } from './person';
import { Roster } from './roster';
import { Substitutions } from './substitutions';

/** Gives tasks away in the table, as the engine does, and stops or refuses where a test wants it to. */
class TaskTable implements HandOver {
  readonly asked: Parameters<HandOver['handOver']>[0][] = [];
  readonly refuses = new Set<string>();
  breaksAt = Number.POSITIVE_INFINITY;

  constructor(private readonly town: SmallTown) {}

  async handOver(request: Parameters<HandOver['handOver']>[0]): Promise<void> {
    if (this.asked.length === this.breaksAt) throw new Error('the power went');
    this.asked.push(request);
    if (this.refuses.has(request.taskId)) {
      throw new Rejection({ code: 'USER_TASK.NOT_OPEN', status: 409, message: 'Expected an open task, but it is not' });
    }
    await this.town.db.query(
      `UPDATE user_task SET assignee = $3, assignee_name = $4, state = CASE WHEN $3::text IS NULL THEN 'created' ELSE state END
       WHERE id = $1 AND assignee = $2`,
      [request.taskId, request.from, request.to?.accountId ?? null, request.to?.name ?? null],
    );
  }
}

describe('leaving a post', () => {
  let town: SmallTown;
  let roster: Roster;
  let tasks: TaskTable;
  let leaving: LeavingPost;
  let leaver: string;
  let heir: string;
  let head: Person;
  let security: Person;

  const addTask = async (
    more: Partial<{ group: string; escalatedTo: string; state: string; assignee: string }> = {},
  ) => {
    const id = v7();
    const instance = v7();
    await town.db.query(
      `INSERT INTO process_instance (id, definition_key, definition_version, snapshot, rev, status, states, tags, started_by,
         started_at, updated_at) VALUES ($1, 'paper', 1, '{}', 1, 'active', '{}', '{}', 'x', now(), now())`,
      [instance],
    );
    await town.db.query(
      `INSERT INTO user_task (id, item_id, instance_id, definition_key, definition_version, task_key, slot, state,
         candidate_group, escalated_to, assignee, assignee_name, created_at, due_at, deadline, reminders)
       VALUES ($1, $1, $2, 'paper', 1, 'review', 'main', $3, $4, $5, $6, 'x', now(), now(), '{}', 0)`,
      [
        id,
        instance,
        more.state ?? 'claimed',
        more.group ?? 'D01.specialist',
        more.escalatedTo ?? null,
        more.assignee ?? leaver,
      ],
    );
    return id;
  };
  const handOver = (
    more: Partial<{ post: string; successor: string; reason: string; accountId: string }> = {},
    by = head,
  ) => leaving.handOverPost({ accountId: leaver, post: 'D01.specialist', reason: '岗位调整', ...more }, by);
  const assigneeOf = async (task: string) =>
    (await town.db.query<{ assignee: string | null }>('SELECT assignee FROM user_task WHERE id = $1', [task]))[0]
      ?.assignee;

  beforeEach(async () => {
    town = await openSmallTown();
    roster = new Roster(town.db, town.directory);
    tasks = new TaskTable(town);
    leaving = new LeavingPost(town.db, town.directory, roster, tasks);
    await town.db.query(`INSERT INTO process_definition (key, version, hash) VALUES ('paper', 1, 'x')`);
    leaver = await town.settle('leaver', 'D01.specialist', 'D02.reviewer');
    heir = await town.settle('heir', 'L03.liaison');
    await town.settle('head', 'D01.head');
    await town.settle('security', 'ADMIN.security');
    head = await town.person('head');
    security = await town.person('security');
  });
  afterEach(() => town.close());

  it('ends the post and gives post and tasks to the successor', async () => {
    const claimed = await addTask();
    const resting = [await addTask({ state: 'suspended' }), await addTask({ state: 'waiting' })];
    const others = [
      await addTask({ group: 'D02.reviewer' }),
      await addTask({ state: 'completed' }),
      await addTask({ assignee: heir }),
    ];
    const report = await handOver({ successor: heir });
    expect(report).toMatchObject({
      from: { accountId: leaver, name: 'leaver' },
      successor: { accountId: heir, name: 'heir' },
      postEnded: true,
    });
    expect(report.tasks.map(({ taskId, to, refusal }) => [taskId, to?.accountId, refusal])).toEqual(
      [claimed, ...resting].map((id) => [id, heir, null]),
    );
    expect(await Promise.all([claimed, ...resting, ...others].map(assigneeOf))).toEqual([
      heir,
      heir,
      heir,
      leaver,
      leaver,
      heir,
    ]);
    expect(tasks.asked[0]).toEqual({
      taskId: claimed,
      from: leaver,
      to: { accountId: heir, name: 'heir', groups: ['D01.specialist', 'L03.liaison'] },
      actor: head.actor,
      reason: '岗位调整',
    });
    expect((await town.person('leaver')).groups).toEqual(['D02.reviewer']);
    expect((await town.person('heir')).groups).toEqual(['D01.specialist', 'L03.liaison']);
    expect(roster.latest().holds(heir, 'D01.specialist')).toBe(true);
  });

  it('gives the tasks back to their groups when nobody is named, and what the successor may not do', async () => {
    const escalated = await addTask({ group: 'Z01.specialist', escalatedTo: 'D01.specialist' });
    const own = await addTask();
    const { tasks: handed, successor } = await handOver();
    expect(successor).toBeNull();
    expect(handed.map(({ to }) => to)).toEqual([null, null]);
    expect(tasks.asked.map((request) => 'to' in request)).toEqual([false, false]);
    expect(await Promise.all([escalated, own].map(assigneeOf))).toEqual([null, null]);
  });

  it('leaves alone what another post of the account still gives', async () => {
    await town.accounts.assignPost(leaver, 'D01.head', '2026-11-23');
    await addTask();
    expect(await leaving.tasksOf(leaver, 'D01.specialist')).toEqual([]);
    const [headTask] = [await addTask({ group: 'D01.head' })];
    expect((await leaving.tasksOf(leaver, 'D01.head')).map(({ taskId }) => taskId)).toEqual([headTask]);
  });

  it('hands over what was delegated to others as well', async () => {
    const delegated = await addTask({ assignee: heir });
    await town.db.query('UPDATE user_task SET owner = $2 WHERE id = $1', [delegated, leaver]);
    expect((await leaving.tasksOf(leaver, 'D01.specialist')).map(({ taskId }) => taskId)).toEqual([delegated]);
    await handOver();
    expect(tasks.asked.map(({ taskId, from }) => [taskId, from])).toEqual([[delegated, leaver]]);
  });

  it('goes on after a task that cannot be handed over and reports it', async () => {
    const stuck = await addTask();
    const free = await addTask();
    tasks.refuses.add(stuck);
    const { tasks: handed } = await handOver({ successor: heir });
    expect(handed.map(({ taskId, refusal }) => [taskId, refusal?.code])).toEqual([
      [stuck, 'USER_TASK.NOT_OPEN'],
      [free, undefined],
    ]);
  });

  it.each(['2026-01-01', '2026-11-23'])(
    'finishes what an interrupted run left, of a post held since %s',
    async (since) => {
      const account = await town.accounts.create({ username: 'fresh', name: 'fresh', password: 'Harbour-2026!' });
      await town.accounts.assignPost(account, 'D01.specialist', since);
      const ids = [
        await addTask({ assignee: account }),
        await addTask({ assignee: account }),
        await addTask({ assignee: account }),
      ];
      tasks.breaksAt = 1;
      await expect(handOver({ accountId: account, successor: heir })).rejects.toThrow('the power went');
      expect(await Promise.all(ids.map(assigneeOf))).toEqual([heir, account, account]);
      tasks.breaksAt = Number.POSITIVE_INFINITY;
      const report = await handOver({ accountId: account, successor: heir });
      expect(report.postEnded).toBe(false);
      expect(report.tasks.map(({ taskId }) => taskId)).toEqual(ids.slice(1));
      expect(await Promise.all(ids.map(assigneeOf))).toEqual([heir, heir, heir]);
      const spans = await town.db.query(
        `SELECT 1 FROM post_assignment WHERE account_id = $1 AND post_code = 'D01.specialist'`,
        [heir],
      );
      expect(spans).toHaveLength(1);
    },
  );

  it('takes the groups away from a standing substitute too', async () => {
    const substitutions = new Substitutions(town.db, town.clock, town.directory);
    await substitutions.set(
      { principal: leaver, substitute: heir, validFrom: '2026-11-23', validTo: '2026-11-30', reason: '休假' },
      await town.person('leaver'),
    );
    await handOver();
    expect((await town.person('heir')).principals).toMatchObject([{ groups: ['D02.reviewer'] }]);
  });

  it('is done by the head of the unit for its staff, by oneself as head, or by whoever manages accounts', async () => {
    const refused = expect.objectContaining({ code: 'HANDOVER.NOT_ALLOWED', status: 403 });
    await town.settle('other', 'D01.head');
    const [other, own] = [await town.person('other'), await town.person('leaver')];
    await expect(handOver({}, own)).rejects.toEqual(refused);
    await expect(handOver({ post: 'D02.reviewer' })).rejects.toEqual(refused);
    await expect(handOver({ accountId: head.accountId, post: 'D01.head' }, other)).rejects.toEqual(refused);
    expect((await handOver({}, security)).postEnded).toBe(true);
    expect((await handOver({ accountId: head.accountId, post: 'D01.head' }, head)).postEnded).toBe(true);
  });

  it('changes nothing when it is refused', async () => {
    await town.accounts.disable(await town.settle('gone', 'L03.liaison'));
    const [gone] = await town.db.query<{ id: string }>(`SELECT id FROM account WHERE username = 'gone'`);
    const task = await addTask();
    const nobody = '01940000-0000-7000-8000-000000000000';
    for (const [request, code] of [
      [{ successor: leaver }, 'HANDOVER.SUCCESSOR_SAME'],
      [{ successor: gone?.id ?? '' }, 'HANDOVER.SUCCESSOR_NOT_ACTIVE'],
      [{ successor: nobody }, 'ACCOUNT.NOT_FOUND'],
      [{ successor: security.accountId }, 'POST_ASSIGNMENT.ADMINISTRATORS_EXCLUDE'],
      [{ reason: ' ' }, 'HANDOVER.REASON_INVALID'],
      [{ reason: '长'.repeat(201) }, 'HANDOVER.REASON_INVALID'],
      [{ post: 'D01.nobody' }, 'POST.NOT_FOUND'],
      [{ accountId: heir, successor: leaver }, 'POST_ASSIGNMENT.NOT_HELD'],
    ] as const) {
      await expect(handOver(request)).rejects.toMatchObject({ code });
    }
    expect((await town.person('leaver')).groups).toEqual(['D01.specialist', 'D02.reviewer']);
    expect((await town.person('heir')).groups).toEqual(['L03.liaison']);
    expect(await assigneeOf(task)).toBe(leaver);
    expect(tasks.asked).toEqual([]);
  });
});
