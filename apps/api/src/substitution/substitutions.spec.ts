import { type LandfallUnderTest, startLandfall } from '../../../../test/landfall-under-test';
import { completeTask, reportLead } from '../../test/lead-under-test';
import type { Colleague, Substitution, Substitutions } from './substitution-answers';

describe('substitutes and hand-overs over HTTP', () => {
  let landfall: LandfallUnderTest;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    landfall = await startLandfall();
    for (const username of ['d06.specialist', 'd06.head', 'd05.specialist', 'd01.specialist', 'admin.security']) {
      ids.set(username, (await landfall.api.get<{ accountId: string }>(username, '/api/me')).accountId);
    }
  }, 60_000);
  afterAll(() => landfall.close());

  const id = (username: string) => ids.get(username) ?? '';
  const set = (by: string, more: Record<string, unknown> = {}) =>
    landfall.api.post<Substitution>(by, '/api/substitutions', {
      substitute: id('d05.specialist'),
      validFrom: '2026-11-23',
      validTo: '2026-11-25',
      reason: '赴外地招商',
      ...more,
    });
  const list = (by: string) => landfall.api.get<Substitutions>(by, '/api/substitutions');
  const end = (by: string, substitution: string) =>
    landfall.api.delete<Substitution>(by, `/api/substitutions/${substitution}`);

  it('are set by a person for himself and seen from both sides', async () => {
    const made = await set('d06.specialist');
    expect(made).toMatchObject({
      principal: { accountId: id('d06.specialist') },
      substitute: { accountId: id('d05.specialist') },
      validFrom: '2026-11-23',
      validTo: '2026-11-25',
      state: 'acting',
      endedAt: null,
      canEnd: true,
    });
    expect(await list('d06.specialist')).toEqual({
      mine: [made],
      actingFor: [],
      staff: [],
      canHave: true,
      headsUnit: false,
    });
    expect((await list('d05.specialist')).actingFor).toEqual([{ ...made, canEnd: false }]);
    expect(await list('d06.head')).toMatchObject({ staff: [made], headsUnit: true });
    await expect(end('d05.specialist', made.id)).rejects.toMatchObject({
      status: 403,
      code: 'SUBSTITUTION.NOT_ALLOWED',
      message: expect.stringContaining('代理应由本人或本单位负责人设置、结束'),
    });
    expect(await end('d06.head', made.id)).toMatchObject({ state: 'ended', canEnd: false });
    expect((await list('d06.head')).staff).toEqual([]);
  });

  it('let the substitute read the task and its project as long as he is one', async () => {
    const { projectId, taskId } = await reportLead(landfall, '代理可见的文旅项目');
    const read = () =>
      Promise.all([
        landfall.api.get('d01.specialist', `/api/user-tasks/${taskId}`),
        landfall.api.get('d01.specialist', `/api/projects/${projectId}`),
        landfall.api.put('d01.specialist', `/api/user-tasks/${taskId}/draft`, { form: { opinion: '拟' } }),
      ]);
    await expect(read()).rejects.toMatchObject({ status: expect.any(Number) });
    const { id: substitution } = await set('d06.specialist', { substitute: id('d01.specialist') });
    expect(await read()).toHaveLength(3);
    await end('d06.specialist', substitution);
    for (const path of [`user-tasks/${taskId}`, `projects/${projectId}`, `user-tasks/${taskId}/draft`]) {
      await expect(landfall.api.get('d01.specialist', `/api/${path}`)).rejects.toMatchObject({
        code: expect.stringMatching(/NOT_VISIBLE|NOT_FOUND/),
      });
    }
  });

  it('do the work of the principal with both names in history, and nothing once they have ended', async () => {
    const [first, second] = [
      await reportLead(landfall, '代办的文旅项目'),
      await reportLead(landfall, '代理后的文旅项目'),
    ];
    const {
      id: substitution,
      principal,
      substitute,
    } = await set('d06.specialist', { substitute: id('d01.specialist') });
    await landfall.api.post('d06.specialist', `/api/user-tasks/${first.taskId}/claim`);
    const group = await landfall.api.get<{ items: { userTaskId: string }[] }>(
      'd01.specialist',
      '/api/inbox?view=group',
    );
    expect(group.items.map(({ userTaskId }) => userTaskId)).toContain(second.taskId);
    for (const { taskId } of [first, second]) {
      expect(await landfall.api.get('d01.specialist', `/api/user-tasks/${taskId}`)).toMatchObject({
        can: { complete: true },
        actingFor: principal,
      });
    }
    await completeTask(landfall.api, 'd01.specialist', first.taskId);
    const [done] = await landfall.installation.database.query(
      `SELECT completed_by_name AS by, completed_for_name AS "for" FROM user_task WHERE id = $1`,
      [first.taskId],
    );
    expect(done).toEqual({ by: substitute.name, for: principal.name });
    expect(
      await landfall.installation.database.query(
        `SELECT actor_name, on_behalf_of FROM process_history WHERE instance_id = $1 AND event = 'leadScreening.pass'`,
        [first.projectId],
      ),
    ).toEqual([{ actor_name: substitute.name, on_behalf_of: principal.name }]);
    await end('d06.specialist', substitution);
    await expect(landfall.api.post('d01.specialist', `/api/user-tasks/${second.taskId}/claim`)).rejects.toMatchObject({
      status: 403,
      code: 'USER_TASK.NOT_VISIBLE',
    });
  });

  it('are set by whoever heads the unit for its staff only', async () => {
    const { id: made, setBy } = await set('d06.head', { principal: id('d06.specialist') });
    expect(setBy.accountId).toBe(id('d06.head'));
    await end('d06.specialist', made);
    await expect(set('d06.head', { principal: id('d01.specialist') })).rejects.toMatchObject({ status: 403 });
    await expect(set('admin.security')).rejects.toMatchObject({ code: 'SUBSTITUTION.ADMINISTRATOR' });
    expect(await list('admin.security')).toMatchObject({ canHave: false });
  });

  it('are chosen among colleagues, those of the own units first', async () => {
    const colleagues = (by: string, query = '') =>
      landfall.api.get<Colleague[]>(by, `/api/substitutions/colleagues${query}`);
    const [first] = await colleagues('d06.specialist');
    expect(first).toMatchObject({ username: 'd06.head', posts: [{ zh: expect.stringContaining('专班负责人') }] });
    const everybody = await colleagues('d06.specialist');
    expect(everybody).toHaveLength(30);
    expect((await colleagues('d06.specialist', '?q=admin.')).length).toBe(0);
    expect((await colleagues('d06.specialist', '?q=D05.SPECIALIST')).map(({ accountId }) => accountId)).toEqual([
      id('d05.specialist'),
    ]);
    const staff = await colleagues('d06.head', '?staff=true');
    expect(staff.map(({ username }) => username)).toEqual(['d06.specialist']);
    expect(await colleagues('d06.specialist', '?staff=true')).toEqual([]);
  });

  it.each([
    [{ substitute: 'somebody' }, 'substitute'],
    [{ validFrom: '2026-13-01' }, 'validFrom'],
    [{ reason: '' }, 'reason'],
    [{ until: '2026-12-01' }, 'until'],
  ])('are refused for %j', async (more, path) => {
    await expect(set('d06.specialist', more)).rejects.toMatchObject({
      status: 400,
      code: 'REQUEST.INVALID',
      errors: [{ path }],
    });
  });

  describe('a hand-over', () => {
    const handOver = (by: string, more: Record<string, unknown> = {}) =>
      landfall.api.post<{ postEnded: boolean; tasks: Record<string, unknown>[] }>(
        by,
        '/api/posts/D06.specialist/handover',
        { accountId: id('d06.specialist'), reason: '岗位调整', ...more },
      );

    it('is for the head of the unit and whoever manages accounts', async () => {
      for (const by of ['d05.specialist', 'd06.specialist']) {
        await expect(handOver(by)).rejects.toMatchObject({ status: 403, code: 'HANDOVER.NOT_ALLOWED' });
      }
    });

    it('gives the post and each claimed task to the successor, and says what became of them', async () => {
      const { projectId, taskId } = await reportLead(landfall, '交接中的文旅项目');
      await landfall.api.post('d06.specialist', `/api/user-tasks/${taskId}/claim`);
      const successor = id('d05.specialist');
      const report = await handOver('d06.head', { successor });
      expect(report).toMatchObject({ post: 'D06.specialist', postEnded: true, successor: { accountId: successor } });
      expect(report.tasks).toEqual([
        {
          userTaskId: taskId,
          projectId,
          taskKey: 'leadScreening',
          candidateGroup: 'D06.specialist',
          to: { accountId: successor, name: expect.any(String) },
          refusal: null,
        },
      ]);
      const task = await landfall.api.get<{ assignee: { accountId: string } }>(
        'd05.specialist',
        `/api/user-tasks/${taskId}`,
      );
      expect(task.assignee.accountId).toBe(successor);
      expect(await landfall.api.get('d05.specialist', '/api/me')).toMatchObject({
        groups: ['D05.specialist', 'D06.specialist'],
      });
      expect(await handOver('d06.head', { successor })).toMatchObject({ postEnded: false, tasks: [] });
    });

    it('gives the tasks back to their groups when nobody is named', async () => {
      const { taskId } = await reportLeadAs('d05.specialist');
      await landfall.api.post('d05.specialist', `/api/user-tasks/${taskId}/claim`);
      const { tasks } = await handOver('admin.security', { accountId: id('d05.specialist') });
      expect(tasks).toHaveLength(2);
      expect(tasks).toContainEqual(expect.objectContaining({ userTaskId: taskId, to: null, refusal: null }));
      expect(await landfall.api.get('d06.head', `/api/user-tasks/${taskId}`)).toMatchObject({
        state: 'created',
        assignee: null,
      });
    });
  });

  const reportLeadAs = (by: string) => reportLead(landfall, '退回岗位的文旅项目', by);
});
