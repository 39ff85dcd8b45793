import { setTimeout as sleep } from 'node:timers/promises';
import { type LandfallUnderTest, startLandfall } from '../landfall-under-test';

interface Task {
  readonly userTaskId: string;
  readonly taskKey: string;
  readonly projectId: string;
  readonly projectName: string;
}

interface Process {
  readonly openTasks: readonly Task[];
  readonly activeStates: readonly string[];
  readonly events: readonly { readonly type: string }[];
}

interface Blocked {
  readonly issueId: string;
  readonly projectName: string;
  readonly level: number;
  readonly mustAct: readonly { readonly code: string; readonly name: { readonly zh: string } }[];
}

interface Item {
  readonly itemId: string;
  readonly number: string | null;
  readonly source: { readonly key: string };
  readonly state: string;
  readonly colour: string;
}

const PROJECT = '动力电池回收示范线项目';

describe('supervision over HTTP', () => {
  let landfall: LandfallUnderTest;
  let projectId: string;

  beforeAll(async () => {
    landfall = await startLandfall();
    ({ projectId } = await landfall.api.post<{ projectId: string }>('d01.specialist', '/api/leads', {
      projectName: PROJECT,
      investorName: '天津循环动力科技有限公司',
      industryFocus: '新能源',
      totalInvestment: '52000',
      landingUnit: 'Z01',
      sourceType: 'taskForce',
      contact: '王先生 13800138000',
      brief: '建设年处理五万吨退役动力电池的回收示范线。',
    }));
  }, 60_000);
  afterAll(async () => {
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });

  const blockedFor = async (account: string, query = '') =>
    (await landfall.api.get<{ items: Blocked[] }>(account, `/api/issues${query}`)).items;

  const complete = async (account: string, id: string, kind: 'issues' | 'supervision-items', body: object) => {
    const { process } = await landfall.api.get<{ process: Process }>(account, `/api/${kind}/${id}`);
    const task = process.openTasks[0];
    await landfall.api.post(account, `/api/user-tasks/${task?.userTaskId}/complete`, { form: {}, ...body });
    return task?.taskKey;
  };

  it('shows what blocks a project and who must unblock it, to those who see it', async () => {
    const { api } = landfall;
    const body = { type: 'site', title: '供地批次未排定', tried: '已两次与规划资源部门对接' };
    const { issueId } = await api.post<{ issueId: string }>(
      'z01.coordinator',
      `/api/projects/${projectId}/issues`,
      body,
    );
    await expect(api.post('d01.head', `/api/projects/${projectId}/issues`, body)).rejects.toMatchObject({
      status: 409,
      code: 'ISSUE.ALREADY_OPEN',
      message: expect.stringContaining('已有一个尚未关闭'),
    });
    await expect(
      api.post('d14.specialist', `/api/projects/${projectId}/issues`, { ...body, type: 'funds' }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      api.post('d01.specialist', `/api/projects/${projectId}/issues`, { type: 'funds', title: '资金' }),
    ).rejects.toMatchObject({ status: 400, code: 'REQUEST.INVALID' });
    expect(await blockedFor('lgo.staff')).toMatchObject([
      { issueId, projectName: PROJECT, level: 0, mustAct: [{ code: 'D01.specialist' }] },
    ]);
    expect(await blockedFor('lgo.supervisor')).toMatchObject([
      {
        waitingWorkingDays: 0,
        running: {
          openTasks: [{ taskKey: 'issueAcceptance', groupName: { zh: expect.any(String) } }],
          events: [],
          next: { label: { zh: '受理期满，自动受理' } },
        },
      },
    ]);
    expect(await blockedFor('lg.exec')).toMatchObject([
      { running: { events: [{ type: 'jumpUp', label: { zh: '越级提级' } }] } },
    ]);
    expect(await blockedFor('d14.specialist')).toEqual([]);
    expect(await blockedFor('d01.specialist', '?mine=true')).toHaveLength(1);
    expect(await blockedFor('z01.coordinator', '?mine=true')).toEqual([]);
    const { items } = await api.get<{ items: Blocked[] }>('z01.coordinator', `/api/projects/${projectId}/issues`);
    expect(items).toMatchObject([{ issueId, type: { label: { zh: '选址用地' } }, raiser: { unit: { code: 'Z01' } } }]);
  });

  it('knows which leader is in charge of a unit, by those who manage the organisation', async () => {
    const { api } = landfall;
    const arrangement = { leaderGroup: 'LG.deputy', from: '2026-11-23' };
    await expect(api.put('lgo.staff', '/api/leader-responsibilities/D05', arrangement)).rejects.toMatchObject({
      status: 403,
    });
    await expect(api.put('admin.system', '/api/leader-responsibilities/D99', arrangement)).rejects.toMatchObject({
      status: 404,
    });
    await api.put('admin.system', '/api/leader-responsibilities/D05', arrangement);
    expect(await api.get('lgo.staff', '/api/leader-responsibilities')).toMatchObject({
      items: [{ unit: { code: 'D05' }, leader: { code: 'LG.deputy', name: { zh: expect.any(String) } }, to: null }],
      fallback: { code: 'LG.exec' },
    });
  });

  it('puts the work into the inbox under the name of its project, and goes up by a leader’s right', async () => {
    const { api } = landfall;
    const [issue] = await blockedFor('lgo.staff');
    const id = issue?.issueId ?? '';
    const inbox = await api.get<{ items: Task[] }>('d01.specialist', '/api/inbox?view=group&limit=100');
    expect(inbox.items.find(({ taskKey }) => taskKey === 'issueAcceptance')).toMatchObject({
      projectId,
      projectName: PROJECT,
    });
    const seen = await api.get<{ process: Process }>('d01.specialist', `/api/issues/${id}`);
    expect(seen.process.events.map(({ type }) => type)).toEqual([]);
    await expect(
      api.post('d01.specialist', `/api/issues/${id}/events`, { type: 'jumpUp', form: { level: 'l3', reason: '急' } }),
    ).rejects.toMatchObject({ status: 403 });
    const jump = { type: 'jumpUp', form: { level: 'l2', reason: '涉及跨部门用地指标' } };
    const [task] = (await api.get<{ process: Process }>('lg.leader', `/api/issues/${id}`)).process.openTasks;
    // The leaders oversee everybody's work; who has no part in the process urges nobody.
    const urging = { kind: 'urge', note: '请尽快受理' };
    await api.post('lg.leader', `/api/user-tasks/${task?.userTaskId}/operations`, urging);
    await expect(api.post('z02.head', `/api/user-tasks/${task?.userTaskId}/operations`, urging)).rejects.toMatchObject({
      status: 403,
    });
    const answer = await api.post<Process>('lg.exec', `/api/issues/${id}/events`, jump);
    expect(answer.activeStates).toEqual(['unresolved.l2.normal.atWork']);
    expect(await blockedFor('lgo.staff')).toMatchObject([{ level: 2, mustAct: [{ code: 'LG.exec' }] }]);
  });

  it('carries a leader’s instruction out as a supervision item and closes when the raiser says so', async () => {
    const { api } = landfall;
    const [issue] = await blockedFor('lgo.staff');
    const id = issue?.issueId ?? '';
    const order = { instruction: '一周内排定供地批次', leadUnit: 'D12', dueOn: '2026-12-18' };
    expect(await complete('lg.exec', id, 'issues', { outcome: 'instruct', form: order })).toBe('deputyHandling');

    // The issue has turned its project red, and the red light has proposed an item of its own.
    const items = async (query = '') =>
      (await api.get<{ items: Item[] }>('lgo.director', `/api/supervision-items${query}`)).items.filter(
        ({ source }) => source.key !== 'redLight',
      );
    const until = async (done: (item: Item | undefined) => boolean): Promise<Item> => {
      for (let waited = 0; waited < 200; waited += 1) {
        // The issue has made the project red, which proposes an item of its own.
        const item = (await items(`?projectId=${projectId}&status=all`)).find(
          ({ source }) => source.key === 'instruction',
        );
        if (item && done(item)) return item;
        await sleep(50);
      }
      throw new Error('The supervision item did not get there');
    };
    const { itemId } = await until((item) => item?.state === 'drafted');
    await complete('lgo.director', itemId, 'supervision-items', { outcome: 'issue' });
    const { number } = await until((item) => item?.number !== null);
    expect(number).toBe('督办〔2026〕1号');
    await complete('d12.specialist', itemId, 'supervision-items', { outcome: 'sign' });
    const evidence = { evidence: '供地批复已出' };
    await complete('d12.specialist', itemId, 'supervision-items', { outcome: 'complete', form: evidence });
    await complete('lgo.supervisor', itemId, 'supervision-items', { outcome: 'pass' });
    for (let waited = 0; waited < 200; waited += 1) {
      const { process } = await api.get<{ process: Process }>('z01.coordinator', `/api/issues/${id}`);
      if (process.activeStates[0] === 'verifying') break;
      await sleep(50);
    }
    expect(await complete('z01.coordinator', id, 'issues', { outcome: 'confirm' })).toBe('resolutionVerification');
    expect(await blockedFor('lgo.staff')).toEqual([]);
    expect(await items('?status=closed')).toMatchObject([{ itemId, outcome: 'closed', inTime: true }]);
    // Whoever worked on it reads how it ended; to others there is no such item.
    expect(await api.get('d12.specialist', `/api/supervision-items/${itemId}`)).toMatchObject({
      result: '供地批复已出',
      process: { status: 'done', openTasks: [], events: [] },
      ending: { by: { name: expect.any(String), unit: { code: 'LGO', name: { zh: '领导小组办公室' } } }, note: null },
    });
    const history = await api.get<{ items: { title: { zh: string } }[] }>(
      'd12.specialist',
      `/api/supervision-items/${itemId}/history`,
    );
    expect(history.items.map(({ title }) => title.zh)).toEqual([
      '审核销号：通过，销号',
      '办理督办事项：申请销号',
      '签收督办事项：签收',
      '督办编号',
      '督办立项：立项下发',
      expect.any(String),
    ]);
    await expect(api.get('d14.specialist', `/api/supervision-items/${itemId}/history`)).rejects.toMatchObject({
      status: 404,
      code: 'SUPERVISION_ITEM.NOT_FOUND',
    });
    const done = await api.get<{ items: (Task & { supervisionItemId: string | null })[] }>(
      'd12.specialist',
      '/api/inbox?view=done',
    );
    expect(done.items.map(({ supervisionItemId }) => supervisionItemId)).toEqual([itemId, itemId]);
  });

  it('tells of an issue what was tried, what was done for it and what happened', async () => {
    const { api } = landfall;
    const { issueId } = await api.post<{ issueId: string }>('z01.coordinator', `/api/projects/${projectId}/issues`, {
      ...{ type: 'planning', title: '规划条件不明', tried: '与规划资源分局会商两次' },
    });
    const act = async (account: string, outcome: string, form: object) => {
      const { process } = await api.get<{ process: Process }>(account, `/api/issues/${issueId}`);
      const id = process.openTasks[0]?.userTaskId;
      await api.post(account, `/api/user-tasks/${id}/complete`, { outcome, form });
      return api.get<{ issueId: string | null }>(account, `/api/user-tasks/${id}`);
    };
    expect(await act('d01.specialist', 'accept', {})).toMatchObject({ issueId });
    await act('d01.specialist', 'escalate', { reason: '难以协调', tried: '会商两次' });
    await act('lgo.staff', 'coordinate', { way: 'letter', note: '已发函，请其一周内明确' });
    await act('lgo.staff', 'coordinate', { way: 'call', note: '电话催办' });
    expect(await api.get('z01.coordinator', `/api/issues/${issueId}`)).toMatchObject({
      tried: '与规划资源分局会商两次',
      measures: [
        { way: 'call', note: '电话催办', unit: { code: 'LGO' } },
        { way: 'letter', note: '已发函，请其一周内明确', unit: { code: 'LGO' } },
      ],
    });
    const { items } = await api.get<{ items: { event: string; kind: string }[] }>(
      'z01.coordinator',
      `/api/issues/${issueId}/history`,
    );
    expect(items.map(({ kind, event }) => (kind === 'started' ? kind : event))).toEqual([
      'officeHandling.coordinate',
      'officeHandling.coordinate',
      'taskForceHandling.escalate',
      'issueAcceptance.accept',
      'started',
    ]);
    // Whoever may not see the project is told neither.
    for (const path of ['', '/history']) {
      await expect(api.get('z02.head', `/api/issues/${issueId}${path}`)).rejects.toMatchObject({ status: 404 });
    }
    await api.post('z01.coordinator', `/api/issues/${issueId}/events`, {
      ...{ type: 'withdraw', form: { reason: '已自行解决' } },
    });
    expect(await api.get('z01.coordinator', `/api/issues/${issueId}`)).toMatchObject({ outcome: 'withdrawn' });
  });

  it('records an instruction on a leader’s behalf, from those only who may', async () => {
    const { api } = landfall;
    const body = {
      source: 'instruction',
      title: '加快项目用地手续',
      requirement: '年内完成供地',
      projectId,
      leadUnit: 'D12',
      dueOn: '2026-12-31',
      onBehalfOf: { name: '王雪冬', post: '副组长' },
    };
    await expect(api.post('z01.coordinator', '/api/supervision-items', body)).rejects.toMatchObject({
      status: 403,
      code: 'SUPERVISION_ITEM.DRAFTING_NOT_ALLOWED',
    });
    await expect(api.post('lgo.staff', '/api/supervision-items', { ...body, leadUnit: 'D99' })).rejects.toMatchObject({
      status: 422,
      code: 'ORGANIZATION_UNIT.NOT_FOUND',
    });
    const { itemId } = await api.post<{ itemId: string }>('lgo.staff', '/api/supervision-items', body);
    expect(await api.get('d01.head', `/api/supervision-items/${itemId}`)).toMatchObject({
      onBehalfOf: { name: '王雪冬', post: '副组长' },
      drafter: { unit: { code: 'LGO' } },
      mustAct: [{ code: 'LGO.director' }],
    });
    const listed = await api.get<{ items: Item[]; mayDraft: boolean }>('lgo.staff', '/api/supervision-items');
    expect(listed.mayDraft).toBe(true);
    expect(listed.items.find((item) => item.itemId === itemId)).toMatchObject({
      running: { openTasks: [{ groupName: { zh: expect.any(String) } }] },
    });
    expect(await api.get('d01.head', '/api/supervision-items')).toMatchObject({ mayDraft: false });
    await expect(api.get('d14.specialist', `/api/supervision-items/${itemId}`)).rejects.toMatchObject({ status: 404 });
  });
});
