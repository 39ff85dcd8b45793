import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LandfallUnderTest, startLandfall } from '../landfall-under-test';

const SAMPLE = readFileSync(join(__dirname, '../../libs/projects/sample/binhai-projects.csv'));

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the answer has and fails when it has it not.
type Answer = any;

const lead = (change: Record<string, unknown> = {}) => ({
  projectName: '滨海动力电池回收示范线项目',
  investorName: '天津循环动力科技有限公司',
  industryFocus: '新能源',
  totalInvestment: '52000',
  landingUnit: 'Z01',
  sourceType: 'taskForce',
  contact: '王先生 13800138000',
  brief: '建设年处理五万吨退役动力电池的回收示范线。',
  ...change,
});

describe('leads and projects over HTTP', () => {
  let landfall: LandfallUnderTest;

  beforeAll(async () => {
    landfall = await startLandfall();
  });
  afterAll(() => landfall.close());

  const get = (username: string, path: string) => landfall.api.get<Answer>(username, path);
  const post = (username: string, path: string, body?: unknown) => landfall.api.post<Answer>(username, path, body);
  const until = async (test: () => Promise<boolean>): Promise<void> => {
    for (let waited = 0; waited < 20_000; waited += 50) {
      if (await test()) return;
      await sleep(50);
    }
    throw new Error(`It did not come to pass: ${test}`);
  };
  const imported = async (content: Buffer | string, name = 'list.csv'): Promise<Answer> => {
    const { importId } = await landfall.api.upload<Answer>(
      'lgo.staff',
      '/api/leads/import',
      new Blob([content as never]),
      name,
    );
    await until(
      async () => !['queued', 'running'].includes((await get('lgo.staff', `/api/imports/${importId}`)).state),
    );
    return get('lgo.staff', `/api/imports/${importId}?limit=200`);
  };

  it('offers a form with at most eight required fields and every keyword of the notice', async () => {
    const { form } = await get('d01.specialist', '/api/leads/form');
    expect(form.required.length).toBeLessThanOrEqual(8);
    expect(form.properties.industryFocus.enum).toEqual(expect.arrayContaining(['信创', '生物医药', 'other']));
    expect(form.required.every((name: string) => name in form.properties)).toBe(true);
  });

  it('registers a lead, routed with its reason', async () => {
    const answer = await post('d01.specialist', '/api/leads', lead());
    expect(answer).toMatchObject({
      leadNo: 'XS-20261123-0001',
      routing: {
        leadTaskForce: { code: 'D01', name: { zh: '区工业和信息化局招商专班' } },
        landingUnit: { code: 'Z01' },
        ambiguous: false,
        reason: { zh: expect.stringContaining('新能源') },
      },
      similar: [],
    });
    await until(async () => {
      const { openTasks } = await get('d01.specialist', `/api/projects/${answer.projectId}`);
      return openTasks.some(
        // The task force filed it itself, so that its head screens it.
        (task: Answer) => task.taskKey === 'leadScreening' && task.candidateGroup === 'D01.head',
      );
    });
    const project = await get('d01.specialist', `/api/projects/${answer.projectId}`);
    expect(project).toMatchObject({
      projectNo: 'BH-2026-0001',
      totalInvestment: '52000',
      status: 'active',
      stage: 'lead',
      milestones: { signedOn: null, registeredOn: null, startedOn: null, operatedOn: null },
      facts: { contact: '王先生 13800138000', capitalType: 'unknown' },
      process: { definition: { key: 'investment-project', version: 3 }, status: 'active' },
    });
    const { items } = await get('d01.specialist', `/api/projects/${answer.projectId}/history`);
    expect(items.at(-1)).toMatchObject({
      seq: 1,
      kind: 'started',
      title: { zh: '登记线索' },
      actor: { name: expect.any(String), unit: 'D01' },
      form: { projectName: '滨海动力电池回收示范线项目', investorName: '天津循环动力科技有限公司' },
    });
  });

  it.each([
    [{ surprise: 1 }, 400, 'REQUEST.INVALID'],
    [{ totalInvestment: 5 }, 400, 'REQUEST.INVALID'],
    [{ totalInvestment: '-5' }, 422, 'LEAD.AMOUNT_NOT_POSITIVE'],
    [{ projectName: '长'.repeat(200) }, 422, 'LEAD.NAME_LENGTH'],
    [{ projectName: '长'.repeat(500) }, 400, 'REQUEST.INVALID'],
    [{ investorUscc: '91120116MA0000015J' }, 422, 'LEAD.USCC_INVALID'],
    [{ milestones: { startedOn: '2026-05', operatedOn: '2025' } }, 422, 'LEAD.DATE_ORDER'],
    [{ landingUnit: 'D01' }, 422, 'LEAD.LANDING_UNIT_UNKNOWN'],
  ])('refuses %j with %i %s', async (change, status, code) => {
    const before = (await get('lgo.staff', '/api/projects')).total;
    await expect(post('d01.specialist', '/api/leads', lead(change))).rejects.toMatchObject({ status, code });
    expect((await get('lgo.staff', '/api/projects')).total).toBe(before);
  });

  it('lets only those register and import whose posts allow it', async () => {
    await expect(post('m02.reviewer', '/api/leads', lead())).rejects.toMatchObject({
      status: 403,
      code: 'PERMISSION.MISSING',
    });
    const upload = landfall.api.upload('d01.specialist', '/api/leads/import', new Blob(['x']), 'a.csv');
    await expect(upload).rejects.toMatchObject({ status: 403 });
  });

  it('answers the same client key with the same lead', async () => {
    const body = lead({
      projectName: '海水淡化装备总装基地',
      investorName: '津海装备',
      clientKey: 'k-1',
      contact: '无',
    });
    const [first, second] = await Promise.all([
      post('z01.coordinator', '/api/leads', body),
      post('z01.coordinator', '/api/leads', body),
    ]);
    expect(second.projectId).toBe(first.projectId);
    expect(second.leadNo).toBe(first.leadNo);
  });

  it('warns the second filer without naming the first unit, and sends the pair to the office', async () => {
    const second = await post(
      't05.commander',
      '/api/leads',
      lead({ projectName: '退役电池梯次利用中心', landingUnit: 'T05' }),
    );
    expect(second.similar[0]).toMatchObject({
      projectId: null,
      maskedOwner: '某部门专班',
      score: 85,
      reasons: expect.arrayContaining([{ zh: '投资方和产业相同', en: 'same investor and industry' }]),
    });
    await until(async () => {
      const { items } = await get('lgo.staff', '/api/inbox?view=group&limit=50');
      return items.some((item: Answer) => item.taskKey === 'duplicateReview' && item.projectId === second.projectId);
    });
    const open = await get('lgo.staff', `/api/projects/${second.projectId}`);
    expect(open.similar[0]).toMatchObject({
      projectId: expect.any(String),
      maskedOwner: expect.stringContaining('滨海动力电池'),
    });
  });

  it('shows a project to the units that take part and to nobody else', async () => {
    const { projectId } = await post(
      'd09.specialist',
      '/api/leads',
      lead({
        projectName: '海河国际医院',
        investorName: '海河医疗',
        industryFocus: '民营医疗机构',
        landingUnit: 'Z05',
        contact: '无',
      }),
    );
    const visible = async (username: string) => {
      const { items } = await get(username, '/api/projects?q=海河国际医院');
      return items.length === 1;
    };
    expect(await visible('lgo.staff')).toBe(true);
    expect(await visible('d09.head')).toBe(true);
    expect(await visible('z05.coordinator')).toBe(true);
    expect(await visible('d18.head')).toBe(true);
    expect(await visible('d03.specialist')).toBe(false);
    expect(await visible('m02.reviewer')).toBe(false);
    expect(await visible('admin.system')).toBe(false);
    await expect(get('d03.specialist', `/api/projects/${projectId}`)).rejects.toMatchObject({
      status: 404,
      code: 'PROJECT.NOT_FOUND',
    });
    await expect(get('d03.specialist', `/api/projects/${projectId}/history`)).rejects.toMatchObject({ status: 404 });
    await expect(
      post('d03.specialist', `/api/projects/${projectId}/events`, { type: 'suspend' }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(get('lgo.staff', '/api/projects/not-an-id')).rejects.toMatchObject({ status: 400 });
  });

  it('keeps a confidential investor from those who only see streets and towns', async () => {
    const { projectId } = await post(
      't01.specialist',
      '/api/leads',
      lead({
        projectName: '临港氢能装备基地',
        investorName: '秘而不宣集团',
        investorHidden: true,
        landingUnit: 'T01',
      }),
    );
    expect(await get('t01.commander', `/api/projects/${projectId}`)).toMatchObject({ investorName: '秘而不宣集团' });
    const outside = await get('seo.staff', `/api/projects/${projectId}`);
    expect(outside).toMatchObject({ investorName: '某新能源企业', facts: { contact: '王先生 138****8000' } });
    expect(JSON.stringify(outside)).not.toContain('秘而不宣');
    expect(JSON.stringify(await get('seo.staff', `/api/projects/${projectId}/history`))).not.toContain('秘而不宣');
    expect((await get('seo.staff', '/api/projects?q=秘而不宣')).items).toEqual([]);
    expect((await get('t01.commander', '/api/projects?q=秘而不宣')).items).toHaveLength(1);
  });

  it('suspends and resumes a project for those who may', async () => {
    const { projectId } = await post(
      'd01.specialist',
      '/api/leads',
      lead({ projectName: '车规芯片封测基地', investorName: '芯津', industryFocus: '集成电路', contact: '无' }),
    );
    const { events } = await get('d01.head', `/api/projects/${projectId}`);
    expect(events.map(({ type }: Answer) => type)).toContain('suspend');
    const event = {
      type: 'suspend',
      form: { until: '2026-12-10', reason: '投资方内部决策中，暂缓推进' },
      clientKey: 's-1',
    };
    const first = await post('d01.head', `/api/projects/${projectId}/events`, event);
    const again = await post('d01.head', `/api/projects/${projectId}/events`, event);
    expect(again).toMatchObject({ historyId: first.historyId, repeated: true });
    expect(await get('d01.head', `/api/projects/${projectId}`)).toMatchObject({ status: 'suspended' });
    expect(
      (await get('d01.head', '/api/projects?status=suspended')).items.map((item: Answer) => item.projectId),
    ).toContain(projectId);
    await post('d01.head', `/api/projects/${projectId}/events`, { type: 'resume' });
    expect(await get('d01.head', `/api/projects/${projectId}`)).toMatchObject({ status: 'active' });
    await expect(post('d01.head', `/api/projects/${projectId}/events`, { type: 'explode' })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('imports the real list, routes every row as the notice says, and doubles nothing', async () => {
    const first = await imported(SAMPLE, 'binhai-projects.csv');
    expect(first).toMatchObject({ state: 'done', total: 82, counts: { created: 82, duplicate: 0, refused: 0 } });
    const leaders = new Map(first.rows.map((row: Answer) => [row.projectName, row.leadTaskForce]));
    expect(leaders.get('青松制药碳青霉烯类高端制剂药品智能化工厂建设项目')).toBe('D05');
    expect(leaders.get('天津滨海中储物流园集疏运项目')).toBe('D10');
    expect(leaders.get('天津茱莉亚学院')).toBe('D17');
    expect(leaders.get('卫星互联网系统整星生产线建设项目')).toBe('D01');
    const again = await imported(SAMPLE, 'binhai-projects.csv');
    expect(again).toMatchObject({ counts: { created: 0, duplicate: 82, refused: 0 } });
    expect(again.rows[0].detail).toMatch(/^该项目此前已登记为 XS-/);
    expect((await get('lgo.staff', '/api/imports')).items).toHaveLength(2);
    expect(landfall.faults).toEqual([]);
  });

  it('lists, filters, sorts and pages without losing or repeating a project', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Answer = await get(
        'lgo.staff',
        `/api/projects?limit=30&sort=-totalInvestment${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.items.map((item: Answer) => item.projectId));
      cursor = page.nextCursor;
    } while (cursor);
    const { total } = await get('lgo.staff', '/api/projects?limit=1');
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    const filtered = await get('lgo.staff', '/api/projects?leadTaskForce=D05&landingUnit=Z01&limit=100');
    expect(filtered.items.length).toBeGreaterThan(0);
    expect(
      filtered.items.every((item: Answer) => item.leadTaskForce.code === 'D05' && item.landingUnit.code === 'Z01'),
    ).toBe(true);
    for (const sort of ['updatedAt', '-createdAt', 'projectName', '-projectName']) {
      expect((await get('lgo.staff', `/api/projects?sort=${sort}&limit=5`)).items).toHaveLength(5);
    }
    expect((await get('lgo.staff', '/api/projects?q=空客')).items[0]).toMatchObject({
      milestones: { operatedOn: '2025-10-22' },
    });
    expect((await get('lgo.staff', '/api/projects?q=XS-20261123')).total).toBe(total);
    expect((await get('lgo.staff', '/api/projects?q=%25%27%22')).items).toEqual([]);
    await expect(get('lgo.staff', '/api/projects?cursor=nonsense')).rejects.toMatchObject({
      status: 400,
      code: 'PROJECT.CURSOR_INVALID',
    });
    await expect(get('lgo.staff', '/api/projects?sort=secret')).rejects.toMatchObject({ status: 400 });
  });

  it('refuses uploads that are no list', async () => {
    const upload = (content: string | Buffer, name: string) =>
      landfall.api.upload('lgo.staff', '/api/leads/import', new Blob([content as never]), name);
    await expect(upload('', 'empty.csv')).rejects.toMatchObject({ status: 422, code: 'IMPORT.FILE_EMPTY' });
    await expect(upload('no workbook', 'list.xlsx')).rejects.toMatchObject({ status: 422, code: 'IMPORT.XLSX_BROKEN' });
    await expect(upload(Buffer.alloc(21 * 1024 * 1024, 'a'), 'large.csv')).rejects.toMatchObject({
      status: 413,
      code: 'IMPORT.FILE_TOO_LARGE',
    });
    await expect(post('lgo.staff', '/api/leads/import')).rejects.toMatchObject({
      status: 400,
      code: 'IMPORT.FILE_MISSING',
    });
    expect(await imported('名称\n甲\n')).toMatchObject({ state: 'failed', code: 'IMPORT.COLUMN_MISSING', rows: [] });
    await expect(get('z01.head', `/api/imports/${'0'.repeat(8)}-0000-7000-8000-000000000000`)).rejects.toMatchObject({
      status: 404,
    });
  });

  it('offers a template that it can read itself', async () => {
    const response = await fetch(`${landfall.url}/api/leads/import-template.csv`, {
      headers: { cookie: await cookie('lgo.staff') },
    });
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(await imported(Buffer.from(await response.arrayBuffer()))).toMatchObject({
      counts: { created: 1, refused: 0 },
    });
  });

  const cookie = async (username: string): Promise<string> => {
    const answer = await fetch(`${landfall.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'Harbour-2026' }),
    });
    return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  };

  it('keeps files and comments with a task, for whoever sees it', async () => {
    const { projectId } = await post(
      'd06.specialist',
      '/api/leads',
      lead({ projectName: '海滨邮轮文旅综合体', investorName: '邮轮文旅', industryFocus: '文化旅游业', contact: '无' }),
    );
    let task: Answer;
    await until(async () => {
      const { openTasks } = await get('d06.specialist', `/api/projects/${projectId}`);
      task = openTasks.find(({ taskKey }: Answer) => taskKey === 'leadScreening');
      return task !== undefined;
    });
    const comment = await post('d06.specialist', `/api/user-tasks/${task.userTaskId}/comments`, {
      text: '请补充环评材料',
    });
    expect(comment).toMatchObject({ text: '请补充环评材料', author: { name: expect.any(String) } });
    const text = '会议纪要：同意推进。';
    const attachment = await landfall.api.upload<Answer>(
      'd06.specialist',
      `/api/user-tasks/${task.userTaskId}/attachments`,
      new Blob([text]),
      '纪要 (终稿).txt',
    );
    expect(attachment).toMatchObject({
      fileName: '纪要 (终稿).txt',
      mediaType: 'text/plain',
      size: Buffer.byteLength(text),
    });
    expect(await get('d06.head', `/api/user-tasks/${task.userTaskId}`)).toMatchObject({
      comments: [comment],
      attachments: [attachment],
    });
    expect(await get('z01.coordinator', `/api/projects/${projectId}`)).toMatchObject({
      comments: [comment],
      attachments: [attachment],
    });
    const download = await fetch(`${landfall.url}/api/attachments/${attachment.id}`, {
      headers: { cookie: await cookie('d06.head') },
    });
    expect(await download.text()).toBe(text);
    expect(download.headers.get('x-content-type-options')).toBe('nosniff');
    expect(download.headers.get('content-disposition')).toBe(
      `attachment; filename="__ (__).txt"; filename*=UTF-8''%E7%BA%AA%E8%A6%81%20%28%E7%BB%88%E7%A8%BF%29.txt`,
    );
    await expect(get('d03.specialist', `/api/attachments/${attachment.id}`)).rejects.toMatchObject({ status: 403 });
    await expect(
      post('d03.specialist', `/api/user-tasks/${task.userTaskId}/comments`, { text: 'x' }),
    ).rejects.toMatchObject({ status: 403 });
    const upload = (content: string | Buffer, name: string) =>
      landfall.api.upload(
        'd06.specialist',
        `/api/user-tasks/${task.userTaskId}/attachments`,
        new Blob([content as never]),
        name,
      );
    await expect(upload('MZ', 'run.exe')).rejects.toMatchObject({ status: 415, code: 'ATTACHMENT.TYPE_NOT_ALLOWED' });
    await expect(upload('no pdf', 'a.pdf')).rejects.toMatchObject({ status: 415, code: 'ATTACHMENT.TYPE_MISMATCH' });
    await expect(upload(Buffer.alloc(21 * 1024 * 1024, 'a'), 'a.txt')).rejects.toMatchObject({
      status: 413,
      code: 'ATTACHMENT.TOO_LARGE',
    });
  });
});
