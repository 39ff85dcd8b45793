import { v7 as uuid } from 'uuid';
import { ELECTRONICS, leadBody, OFFICE, ProjectsUnderTest } from '../test/projects-under-test';

describe('what the commands of a project do', () => {
  let world: ProjectsUnderTest;
  let id: string;
  let sequence = 0;

  beforeAll(async () => {
    world = await ProjectsUnderTest.open();
  });
  beforeEach(async () => {
    sequence += 1;
    const body = leadBody({
      projectName: `智能网联示范区${sequence}号工程`,
      investorName: `网联${sequence}`,
      contact: '无',
    });
    id = (await world.leads.register(ELECTRONICS, body)).projectId;
  });
  afterAll(() => world.close());

  const say = (command: string, params: Record<string, unknown>) =>
    world.engine.send({ instanceId: id, event: { type: 'say', command, params }, actor: OFFICE });

  it('recordFacts merges facts and keeps the columns in step', async () => {
    await say('recordFacts', { facts: { landNeed: '120', industryCode: 'C3973', totalInvestment: '60000' } });
    await say('recordFacts', {
      facts: {
        jobs: 300,
        projectName: '智能网联汽车先导区',
        investorName: '滨海网联科技有限公司',
        enterpriseUscc: '91120116MA0000015H',
      },
    });
    expect(await world.project(id)).toMatchObject({
      facts: { landNeed: '120', jobs: 300, brief: expect.any(String) },
      industry_code: 'C3973',
      total_investment: '60000.0000',
      stated_amount: '60000',
      name: '智能网联汽车先导区',
      name_key: '智能网联汽车先导区',
      investor_keys: ['滨海网联科技'],
      enterprise_uscc: '91120116MA0000015H',
    });
    const found = await world.projects.list({ accountId: 'x', scope: { kind: 'all' } }, { q: '网联汽车' });
    expect(found.items.map(({ projectId }) => projectId)).toEqual([id]);
  });

  it('recordMilestone dates a milestone to the day', async () => {
    await say('recordMilestone', { milestone: 'signedOn', on: '2026-11-20' });
    expect(await world.project(id)).toMatchObject({
      signed_on: '2026-11-20',
      milestone_precision: { signedOn: 'day' },
    });
  });

  it('assignTaskForces changes who works on it and forgets nobody who did', async () => {
    await say('assignTaskForces', {
      leadTaskForce: 'D16',
      assistTaskForces: ['D01', 'D18'],
      landingUnit: 'T05',
      reason: { zh: '以运营为主', en: 'mostly operation' },
    });
    expect(await world.project(id)).toMatchObject({
      lead_task_force: 'D16',
      assist_task_forces: ['D01', 'D18'],
      landing_unit: 'T05',
      landing_kind: 'STREET_TOWN',
      routing_reason: { zh: '以运营为主' },
    });
    const rows = await world.sql.query<{ unit: string }>(
      'SELECT DISTINCT unit FROM project_participant WHERE project_id = $1 ORDER BY unit',
      [id],
    );
    expect(rows.map(({ unit }) => unit)).toEqual(['D01', 'D16', 'D18', 'T05', 'Z01']);
  });

  it('assignTaskForces without a reason keeps the last one', async () => {
    await say('assignTaskForces', {
      leadTaskForce: 'D16',
      assistTaskForces: [],
      landingUnit: null,
      reason: { zh: '', en: '' },
    });
    expect(await world.project(id)).toMatchObject({ lead_task_force: 'D16', routing_reason: { zh: '新能源 → D01' } });
  });

  it('recordLevel', async () => {
    await say('recordLevel', { level: 'major' });
    expect(await world.project(id)).toMatchObject({ level: 'major' });
  });

  it('markDuplicate points to the original and frees the enterprise code', async () => {
    const original = id;
    await say('recordFacts', { facts: { enterpriseUscc: '91120116MABCD1239A' } });
    const other = await world.leads.register(
      ELECTRONICS,
      leadBody({ projectName: '另一处先导区工程', investorName: '他人', contact: '无' }),
    );
    id = other.projectId;
    await expect(say('recordFacts', { facts: { enterpriseUscc: '91120116MABCD1239A' } })).rejects.toMatchObject({
      code: 'PROJECT.ENTERPRISE_USCC_TAKEN',
      status: 409,
    });
    id = original;
    await say('markDuplicate', { of: other.projectId });
    expect(await world.project(original)).toMatchObject({ duplicate_of: other.projectId });
    id = other.projectId;
    await say('recordFacts', { facts: { enterpriseUscc: '91120116MABCD1239A' } });
  });

  it.each([['nothing'], [uuid()], ['']])('markDuplicate refuses %j, which is no other project', async (of) => {
    const before = await world.project(id);
    await expect(say('markDuplicate', { of })).rejects.toMatchObject({
      code: 'PROJECT.DUPLICATE_OF_UNKNOWN',
      status: 422,
    });
    expect(await world.project(id)).toEqual(before);
  });

  it('checkDuplicates asks once and hears the answer once, however often the job comes', async () => {
    const [message] = await world.sql.query<{ id: string; payload: { projectId: string } }>(
      `SELECT id, payload FROM outbox_message WHERE payload->>'projectId' = $1`,
      [id],
    );
    const job = world.jobs['projects.check-duplicates'];
    if (!job || !message) throw new Error('There is no check');
    await job(message.payload, message);
    await job(message.payload, message);
    const events = await world.sql.query('SELECT event FROM process_history WHERE instance_id = $1 ORDER BY seq', [id]);
    expect(events).toEqual([{ event: 'started' }, { event: 'duplicateCheck.clear' }]);
  });
});
