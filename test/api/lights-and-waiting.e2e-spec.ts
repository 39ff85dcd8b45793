import { setTimeout as sleep } from 'node:timers/promises';
import { type LandfallUnderTest, startLandfall } from '../landfall-under-test';

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the answer has and fails when it has it not.
type Answer = any;

const DAY_MS = 86_400_000;

describe('a project that nobody works on', () => {
  let landfall: LandfallUnderTest;
  let projectId: string;

  beforeAll(async () => {
    // People stay signed in while weeks pass.
    landfall = await startLandfall({
      environment: { LANDFALL_SESSION_IDLE: '30d', LANDFALL_SESSION_LIFETIME: '30d' },
    });
    const lead = {
      projectName: '滨海动力电池回收示范线项目',
      investorName: '天津循环动力科技有限公司',
      industryFocus: '新能源',
      totalInvestment: '52000',
      landingUnit: 'Z01',
      sourceType: 'taskForce',
      contact: '王先生 13800138000',
      brief: '建设年处理五万吨退役动力电池的回收示范线。',
    };
    ({ projectId } = await landfall.api.post<Answer>('d01.specialist', '/api/leads', lead));
  });
  afterAll(() => landfall.close());

  const sql = () => landfall.installation.database;
  const light = () => landfall.api.get<Answer>('d01.head', `/api/projects/${projectId}/light`);
  const until = async (test: () => Promise<boolean>): Promise<void> => {
    for (let waited = 0; waited < 30_000; waited += 100) {
      if (await test().catch(() => false)) return;
      await sleep(100);
    }
    throw new Error(`It did not come to pass: ${test}`);
  };
  const rows = (text: string) => sql().query<Answer>(text, [projectId]);

  it('has a light seconds after it was reported', async () => {
    await until(async () => (await light()).light === 'green');
  });

  it('turns red on the morning after its limits, raises an issue and proposes supervision, once', async () => {
    landfall.clock.advance(14 * DAY_MS);
    await until(async () => (await light()).light === 'red');
    expect((await light()).reasons).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'nodeOverdue', light: 'red', since: '2026-11-26' }),
        expect.objectContaining({ code: 'noUpdate', light: 'yellow', since: '2026-11-23' }),
      ]),
    );
    await until(async () => (await rows('SELECT id FROM supervision_item WHERE project_id = $1')).length === 1);
    await until(async () => (await rows('SELECT id FROM issue WHERE project_id = $1')).length === 1);
    expect(await rows('SELECT source, type, closed_at FROM issue WHERE project_id = $1')).toEqual([
      { source: 'redLight', type: 'other', closed_at: null },
    ]);
    landfall.clock.advance(DAY_MS);
    await until(async () => (await sql().query(`SELECT day FROM light_run WHERE state = 'done'`)).length === 3);
    expect(await rows('SELECT id FROM issue WHERE project_id = $1')).toHaveLength(1);
    expect(await sql().query('SELECT day, state FROM light_run ORDER BY day')).toHaveLength(16);
    const board = await landfall.api.get<Answer>('lgo.supervisor', '/api/lights');
    expect(board.items).toMatchObject([{ projectId, light: 'red' }]);
  });

  it('knows its open issue', async () => {
    landfall.clock.advance(10 * DAY_MS);
    await until(async () => (await light()).reasons.some(({ code }: Answer) => code === 'issueOpen'));
  });

  it('belongs to its task force all the time, to the millisecond', async () => {
    const waiting = await landfall.api.get<Answer>('d01.head', `/api/projects/${projectId}/waiting`);
    const age = Date.parse(waiting.to) - Date.parse(waiting.from);
    expect(waiting.owners.reduce((sum: number, { milliseconds }: Answer) => sum + milliseconds, 0)).toBe(age);
    expect(waiting.owners.reduce((sum: number, { days }: Answer) => sum + days, 0)).toBe(26);
    expect(waiting.owners[0].owner).toMatchObject({ kind: 'unit', owner: 'D01' });
  });

  it('is grey while it is suspended, and waits for nobody then', async () => {
    const suspension = { reason: '企业调整投资计划，暂缓推进', until: '2026-12-30' };
    await landfall.api.post('d01.head', `/api/projects/${projectId}/events`, { type: 'suspend', form: suspension });
    await until(async () => (await light()).light === 'grey');
    landfall.clock.advance(2 * DAY_MS);
    const waiting = await landfall.api.get<Answer>('d01.head', `/api/projects/${projectId}/waiting`);
    expect(waiting.owners).toContainEqual(
      expect.objectContaining({ owner: expect.objectContaining({ kind: 'suspended' }), milliseconds: 2 * DAY_MS }),
    );
  });

  it('leaves nothing that failed behind', async () => {
    expect(landfall.faults).toEqual([]);
    expect(await sql().query('SELECT kind, message FROM incident')).toEqual([]);
  });
});
