import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportPage, TaskPage } from '../../apps/standalone/src/demo/answers';
import { ApiProblem } from '../../apps/standalone/src/demo/api-client';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';
import { encodeGb18030 } from './gb18030';

const FILER = 't05.specialist';
const OFFICE = 'lgo.staff';

const LEAD = {
  projectName: '智能物流装备生产基地（测试样例）',
  investorName: '样例智能装备有限公司',
  industryFocus: '新能源',
  totalInvestment: '12000',
  sourceType: 'taskForce',
  contact: '样例 13800000000',
  brief: '建设智能物流装备生产线，年产一千台套。',
};

describe('bad input gets one sentence with a code, and leaves nothing half done', () => {
  let landfall: LandfallUnderTest;
  let sourceType: string;
  beforeAll(async () => {
    landfall = await startLandfall();
    const { form } = await landfall.api.get<{ form: { properties: { sourceType: { enum: string[] } } } }>(
      FILER,
      '/api/leads/form',
    );
    sourceType = form.properties.sourceType.enum[0] ?? '';
  }, 60_000);
  afterAll(() => landfall.close());

  const refused = async (promise: Promise<unknown>): Promise<ApiProblem> => {
    try {
      await promise;
    } catch (error) {
      if (error instanceof ApiProblem) return error;
      throw error;
    }
    throw new Error('It was accepted');
  };
  const lead = (change: Record<string, unknown>) =>
    landfall.api.post(FILER, '/api/leads', { ...LEAD, sourceType, ...change });
  const count = async (): Promise<number> => {
    const [row] = await landfall.installation.database.query<{ count: number }>(
      'SELECT ((SELECT count(*) FROM project) + (SELECT count(*) FROM process_instance))::int AS count',
    );
    return row?.count ?? -1;
  };

  it.each([
    ['an unknown field', { surprise: 1 }, 'surprise'],
    ['a wrong type', { projectName: 7 }, 'projectName'],
    ['an amount of nothing', { totalInvestment: '0' }, 'totalInvestment'],
    ['a negative amount', { totalInvestment: '-5' }, 'totalInvestment'],
    ['an amount as a number', { totalInvestment: 12000 }, 'totalInvestment'],
    ['a name of 200 characters', { projectName: '长'.repeat(200) }, 'projectName'],
    ['a name that names nothing', { projectName: '待定' }, 'projectName'],
    ['a credit code with a wrong check digit', { investorUscc: '91120116MA0000015X' }, 'investorUscc'],
    ['a unit that does not exist', { landingUnit: 'T99' }, 'landingUnit'],
    ['characters that are no text', { brief: 'nul\u0000nul nul nul' }, 'brief'],
  ])('a lead with %s', async (_what, change, field) => {
    const before = await count();
    const problem = await refused(lead(change));
    expect([400, 422]).toContain(problem.status);
    expect(problem.code).toMatch(/^[A-Z_]+(\.[A-Z_]+)+$/);
    expect(problem.message).toMatch(/[\u4e00-\u9fff]/);
    expect(problem.message.includes(field) || problem.errors.some(({ path }) => path === field)).toBe(true);
    expect(await count()).toBe(before);
  });

  it('a body of 20 MB', async () => {
    const problem = await refused(lead({ brief: 'x'.repeat(20 * 1024 * 1024) }));
    expect(problem).toMatchObject({ status: 413, code: 'REQUEST.TOO_LARGE' });
  });

  it('the same client key twice has one effect and the same answer', async () => {
    const clientKey = randomUUID();
    const first = await lead({ clientKey });
    const before = await count();
    expect(await lead({ clientKey })).toMatchObject({ projectId: (first as { projectId: string }).projectId });
    expect(await count()).toBe(before);
    expect(await refused(lead({ clientKey, totalInvestment: '13000' }))).toMatchObject({
      code: 'COMMAND.CLIENT_KEY_REUSED',
    });
  });

  describe('of a task', () => {
    let taskId: string;
    beforeAll(async () => {
      await lead({ projectName: '氢能叉车示范应用项目（测试样例）', investorName: '样例氢能有限公司' });
      for (;;) {
        const { items } = await landfall.api.get<{ items: { userTaskId: string; projectName: string }[] }>(
          'd01.specialist',
          '/api/inbox?view=group',
        );
        const item = items.find(({ projectName }) => projectName.startsWith('氢能叉车'));
        if (item) {
          taskId = item.userTaskId;
          return;
        }
        await sleep(50);
      }
    });

    const complete = (account: string, outcome: string, form: Record<string, unknown>) =>
      landfall.api.post(account, `/api/user-tasks/${taskId}/complete`, { outcome, form, clientKey: randomUUID() });

    it('a task of another unit', async () => {
      expect(await refused(landfall.api.get('d14.specialist', `/api/user-tasks/${taskId}`))).toMatchObject({
        status: 403,
        code: 'USER_TASK.NOT_VISIBLE',
      });
      expect(await refused(complete('d14.specialist', 'pass', {}))).toMatchObject({
        status: 403,
        code: 'USER_TASK.NOT_CANDIDATE',
      });
      expect(await refused(landfall.api.post('d14.specialist', `/api/user-tasks/${taskId}/claim`))).toMatchObject({
        status: 403,
      });
    });

    it('an outcome that the task does not have, and a form that is incomplete', async () => {
      expect(await refused(complete('d01.specialist', 'celebrate', {}))).toMatchObject({
        code: 'USER_TASK.UNKNOWN_OUTCOME',
      });
      const page = await landfall.api.get<TaskPage>('d01.specialist', `/api/user-tasks/${taskId}`);
      const problem = await refused(complete('d01.specialist', 'pass', {}));
      expect(problem).toMatchObject({ status: 422, code: 'FORM.INVALID' });
      expect(problem.errors.map(({ path }) => path).sort()).toEqual(
        [...(page.outcomes.find(({ key }) => key === 'pass')?.required ?? [])].sort(),
      );
    });

    it('an event that the state does not take', async () => {
      const { projectId } = await landfall.api.get<{ projectId: string }>(
        'd01.specialist',
        `/api/user-tasks/${taskId}`,
      );
      const problem = await refused(
        landfall.api.post(OFFICE, `/api/projects/${projectId}/events`, {
          type: 'resume',
          form: {},
          clientKey: randomUUID(),
        }),
      );
      expect([403, 409, 422]).toContain(problem.status);
    });

    it('a session that ended', async () => {
      const signedIn = await fetch(`${landfall.url}/api/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: OFFICE, password: SAMPLE_PASSWORD }),
      });
      const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      await fetch(`${landfall.url}/api/auth/logout`, { method: 'POST', headers: { cookie } });
      const answer = await fetch(`${landfall.url}/api/inbox`, { headers: { cookie } });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'SESSION.ENDED' });
    });
  });

  describe('of an import', () => {
    const upload = (content: string | Uint8Array<ArrayBuffer>, name: string) =>
      landfall.api.upload<{ importId: string }>(OFFICE, '/api/leads/import', new Blob([content]), name);
    const result = async (content: string | Uint8Array<ArrayBuffer>, name: string): Promise<ImportPage> => {
      const { importId } = await upload(content, name);
      for (;;) {
        const page = await landfall.api.get<ImportPage>(OFFICE, `/api/imports/${importId}`);
        if (page.state === 'done' || page.state === 'failed') return page;
        await sleep(50);
      }
    };
    const HEADER = '项目名称,投资方,产业,落地区域,总投资,单位,签约日期,开工日期,投产日期';

    it('rows are refused one by one, each with its code, and the good one goes through', async () => {
      const page = await result(
        [
          HEADER,
          '海水淡化膜材料项目（测试样例）,样例膜科技有限公司,新材料,经开区,3.5,亿元,,,',
          '=HYPERLINK("x"),样例有限公司,新材料,经开区,1,亿元,,,',
          '负数金额项目（测试样例）,样例甲有限公司,新材料,经开区,-5,亿元,,,',
          '先投产后开工项目（测试样例）,样例乙有限公司,新材料,经开区,1,亿元,,2024-05-01,2023-01-01',
          `${'长'.repeat(200)},样例丙有限公司,新材料,经开区,1,亿元,,,`,
        ].join('\n'),
        '列表.csv',
      );
      expect(page).toMatchObject({ state: 'done' });
      expect(page.counts).toEqual({ created: 1, duplicate: 0, refused: 4 });
      const refusals = page.rows.filter(({ outcome }) => outcome === 'refused');
      expect(refusals).toHaveLength(4);
      for (const { code, detail } of refusals) {
        expect(code).toMatch(/^[A-Z_]+(\.[A-Z_]+)+$/);
        expect(detail).toMatch(/[\u4e00-\u9fff].*。$/);
      }
    });

    it('a CSV in GB18030 is read', async () => {
      const page = await result(
        encodeGb18030(`${HEADER}\n国标编码项目（测试样例）,样例丁有限公司,新材料,保税区,2,亿元,,,\n`),
        'gb.csv',
      );
      expect(page.counts).toMatchObject({ created: 1, refused: 0 });
      expect(page.rows[0]?.projectName).toContain('国标编码项目');
    });

    it.each([
      ['an XLSX that is no XLSX', 'this is no workbook', 'list.xlsx'],
      ['an empty file', '', 'empty.csv'],
      ['a CSV without its columns', 'a,b,c\n1,2,3\n', 'columns.csv'],
      ['a file of another kind', '%PDF-1.7', 'list.pdf'],
    ])('%s', async (_what, content, name) => {
      const before = await count();
      try {
        const page = await result(content, name);
        expect(page.state).toBe('failed');
        expect(page.detail).toMatch(/[\u4e00-\u9fff]/);
      } catch (error) {
        expect(error).toBeInstanceOf(ApiProblem);
        expect((error as ApiProblem).status).toBeLessThan(500);
      }
      expect(await count()).toBe(before);
    });
  });
});
