import { ELECTRONICS, leadBody, OFFICE, ProjectsUnderTest, ZONE } from '../../test/projects-under-test';

describe('registering a lead', () => {
  let world: ProjectsUnderTest;

  beforeAll(async () => {
    world = await ProjectsUnderTest.open();
  });
  afterAll(() => world.close());

  it('makes a project and its process in one step, numbered and routed', async () => {
    const answer = await world.leads.register(ELECTRONICS, leadBody());
    expect(answer).toMatchObject({
      leadNo: 'XS-20261123-0001',
      routing: { leadTaskForce: 'D01', assistTaskForces: ['D18'], landingUnit: 'Z01', ambiguous: false },
      similar: [],
    });
    expect(await world.project(answer.projectId)).toMatchObject({
      project_no: 'BH-2026-0001',
      name: '滨海动力电池回收示范线项目',
      investor_keys: ['循环动力科技'],
      total_investment: '52000.0000',
      stated_unit: '万元',
      landing_kind: 'ZONE',
      filer_unit: 'D01',
      filer_group: 'D01.specialist',
      facts: { contact: '王先生 13800138000', brief: '建设年处理五万吨退役动力电池的回收示范线。' },
      fingerprint: null,
    });
    const participants = await world.sql.query(
      'SELECT unit, part FROM project_participant WHERE project_id = $1 ORDER BY unit, part',
      [answer.projectId],
    );
    expect(participants).toEqual([
      { unit: 'D01', part: 'filer' },
      { unit: 'D01', part: 'lead' },
      { unit: 'D18', part: 'assist' },
      { unit: 'Z01', part: 'landing' },
    ]);
  });

  it('has one effect for one client key and answers the same lead again', async () => {
    const body = leadBody({
      projectName: '海水淡化装备总装基地项目',
      investorName: '津海装备',
      clientKey: 'a-1',
      contact: '无',
    });
    const before = await world.count('project');
    const [first, second] = await Promise.all([world.leads.register(ZONE, body), world.leads.register(ZONE, body)]);
    const third = await world.leads.register(ZONE, body);
    expect(new Set([first, second, third].map(({ projectId }) => projectId)).size).toBe(1);
    expect(new Set([first, second, third].map(({ leadNo }) => leadNo)).size).toBe(1);
    expect(await world.count('project')).toBe(before + 1);
  });

  it('refuses the key for another lead', async () => {
    const body = leadBody({ projectName: '氢能叉车应用示范项目', clientKey: 'a-2' });
    await world.leads.register(ZONE, body);
    await expect(world.leads.register(ZONE, { ...body, brief: '另一件事' })).rejects.toMatchObject({ status: 422 });
  });

  it.each([
    [{ projectName: '待定' }, 'LEAD.NAME_PLACEHOLDER'],
    [{ projectName: '新厂' }, 'LEAD.NAME_LENGTH'],
    [{ projectName: '长'.repeat(200) }, 'LEAD.NAME_LENGTH'],
    [{ projectName: '  ' }, 'LEAD.NAME_REQUIRED'],
    [{ investorName: '' }, 'LEAD.INVESTOR_REQUIRED'],
    [{ totalInvestment: '0' }, 'LEAD.AMOUNT_NOT_POSITIVE'],
    [{ totalInvestment: '-5' }, 'LEAD.AMOUNT_NOT_POSITIVE'],
    [{ totalInvestment: '很多' }, 'LEAD.AMOUNT_NOT_A_NUMBER'],
    [{ totalInvestment: '' }, 'LEAD.AMOUNT_REQUIRED'],
    [{ totalInvestment: '5', currencyUnit: '平方米' }, 'LEAD.CURRENCY_UNIT_UNKNOWN'],
    [{ fixedInvestment: '52001' }, 'LEAD.AMOUNT_ORDER'],
    [{ landingUnit: '和平区' }, 'LEAD.LANDING_UNIT_UNKNOWN'],
    [{ investorUscc: '91120116MA0000015J' }, 'LEAD.USCC_INVALID'],
    [{ milestones: { startedOn: '2026-05', operatedOn: '2025' } }, 'LEAD.DATE_ORDER'],
    [{ milestones: { signedOn: '2027-01-01' } }, 'LEAD.DATE_IN_FUTURE'],
    [{ milestones: { signedOn: '2023-02-30' } }, 'LEAD.DATE_INVALID'],
    [{ brief: 'a\u0000b' }, 'LEAD.TEXT_UNREADABLE'],
    [{ brief: '' }, 'LEAD.BRIEF_REQUIRED'],
    [{ industryFocus: ' ' }, 'LEAD.INDUSTRY_REQUIRED'],
    [{ exchangeRate: { rate: '7', on: '2026', source: 'x' } }, 'LEAD.RATE_INVALID'],
  ])('refuses %j with %s and writes nothing', async (change, code) => {
    const before = await world.count('project');
    await expect(world.leads.register(ZONE, leadBody(change))).rejects.toMatchObject({ code, status: 422 });
    expect(await world.count('project')).toBe(before);
  });

  it('names every wrong field', async () => {
    const refused = world.leads.register(ZONE, leadBody({ projectName: '某', totalInvestment: 'x' }));
    await expect(refused).rejects.toMatchObject({
      code: 'LEAD.INVALID',
      problems: [
        { path: 'projectName', code: 'LEAD.NAME_PLACEHOLDER' },
        { path: 'totalInvestment', code: 'LEAD.AMOUNT_NOT_A_NUMBER' },
      ],
    });
  });

  it('refuses a filer without a post', async () => {
    const stranger = { accountId: 'x', name: 'x', unit: 'D01', groups: [] };
    await expect(world.leads.register(stranger, leadBody())).rejects.toMatchObject({
      code: 'LEAD.FILER_WITHOUT_POST',
      status: 403,
    });
  });

  it('leaves an industry that the notice does not know to the office', async () => {
    const answer = await world.leads.register(
      OFFICE,
      leadBody({
        projectName: '量子计算原型机中心',
        investorName: '量子之光',
        industryFocus: '量子计算',
        contact: '无',
      }),
    );
    expect(answer.routing).toMatchObject({ leadTaskForce: null, ambiguous: true });
  });

  it('keeps a foreign amount without a rate and shows no invented 万元', async () => {
    const { projectId } = await world.leads.register(
      ZONE,
      leadBody({
        projectName: '精密光学镜头工厂',
        investorName: 'Optica GmbH',
        totalInvestment: '3',
        currencyUnit: '亿美元',
        contact: '无',
      }),
    );
    expect(await world.project(projectId)).toMatchObject({
      total_investment: null,
      stated_amount: '3',
      stated_unit: '亿美元',
      currency: 'USD',
    });
  });

  it('keeps how exactly a date is known', async () => {
    const { projectId } = await world.leads.register(
      ZONE,
      leadBody({
        projectName: '盐光互补三期电站',
        investorName: '滨海盐光',
        contact: '无',
        milestones: { registeredOn: '2024', startedOn: '2024-05', operatedOn: '2025-06-07' },
      }),
    );
    expect(await world.project(projectId)).toMatchObject({
      registered_on: '2024-01-01',
      started_on: '2024-05-01',
      operated_on: '2025-06-07',
      milestone_precision: { registeredOn: 'year', startedOn: 'month' },
    });
  });
});
