import { ManualClock } from '@landfall/clock';
import { loadSettings } from '@landfall/config';
import type { Meeting } from '@landfall/meetings';
import type { Actor } from '@landfall/process-definition';
import type { UnitReport } from '@workflows/meeting-parts/conference-facts';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { type Installation, openInstallation, prepareDatabase } from '.';
import { conferencePapers } from './conference-documents';

const TASK_FORCE: Actor = { accountId: 'd01', name: '王专班', unit: 'D01', groups: ['D01.specialist'] };

const report = (unit: string, more: Partial<UnitReport> = {}): UnitReport => ({
  ...{ unit, standing: 'given', done: '开展产业链招商', problems: null, nextSteps: '推动签约', topic: null },
  ...{ figures: { newProjects: 5, signedProjects: 1, startedProjects: null }, by: null, at: null },
  ...more,
});

const conference = (reports: readonly UnitReport[], period = '2026H2'): Meeting =>
  ({
    ...{ kind: 'conference', title: '2026年下半年全区招商引资工作会议', period, openedAt: null },
    plannedAt: new Date('2026-12-30T01:30:00Z'),
    more: {
      conference: {
        reports,
        previous: {
          ...{ meetingId: 'before', title: '上次会议' },
          resolutions: [{ key: 'r1', text: '分解任务', unit: 'D10', dueOn: '2026-09-30', standing: 'fulfilled' }],
        },
      },
    },
  }) as unknown as Meeting;

describe('the papers of a half-year conference', () => {
  let testDatabase: TestDatabase;
  let installation: Installation;

  beforeAll(async () => {
    const settings = loadSettings({ NODE_ENV: 'test', LANDFALL_SAMPLE_PASSWORD: 'Harbour-2026' });
    testDatabase = await createTestDatabase();
    const clock = new ManualClock(new Date('2026-11-25T02:00:00Z'));
    await prepareDatabase(settings, testDatabase.url, clock);
    installation = await openInstallation({ settings, databaseUrl: testDatabase.url, clock });
    for (const [name, landingUnit] of [
      ['甲', 'Z01'],
      ['乙', 'T05'],
    ] as const) {
      const { projectId } = await installation.leads.register(TASK_FORCE, {
        ...{ projectName: `${name}示范线项目`, investorName: `${name}投资方`, industryFocus: '新能源', landingUnit },
        ...{ totalInvestment: '52000', sourceType: 'taskForce', contact: '无', brief: '建设示范线。' },
      });
      const signedOn = name === '甲' ? '2026-12-31' : '2026-06-30';
      await installation.database.query('UPDATE project SET signed_on = $2 WHERE id = $1', [projectId, signedOn]);
    }
  }, 60_000);
  afterAll(async () => {
    await installation.close();
    await testDatabase.drop();
  });

  const papers = async (reports: readonly UnitReport[], period?: string) =>
    conferencePapers(installation.database, conference(reports, period), await installation.organization.view());

  it('put beside what a unit counts of itself what the projects say of it in that half-year', async () => {
    const missing = report('T06', { standing: 'notGiven', done: null, nextSteps: null });
    const handedIn = [report('T05'), missing, report('Z01'), report('D01')];
    const { figures, period, from, to } = await papers(handedIn);
    expect([period, from, to]).toEqual(['2026年下半年', '2026-07-01', '2026-12-31']);
    const own = { created: 5, signed: 1, started: 0 };
    // In the notice's order, whoever handed in first.
    expect(figures).toMatchObject([
      { unit: '天津经济技术开发区', reported: own, counted: { created: 1, signed: 1, started: 0 } },
      { unit: '新北街道', reported: own, counted: { created: 1, signed: 0, started: 0 } },
      { unit: '北塘街道', reported: null, counted: { created: 0, signed: 0, started: 0 } },
      { unit: '区工业和信息化局', reported: own, counted: { created: 2, signed: 1, started: 0 } },
    ]);
    expect((await papers([report('T05')], '2026H1')).figures).toMatchObject([
      { counted: { created: 0, signed: 1, started: 0 } },
    ]);
  });

  it('hold reports, practices, what is missing and what became of the last resolutions', async () => {
    const topic = { title: '一企一策', text: '问题当日响应。' };
    const told = await papers([report('Z01', { topic }), report('T06', { standing: 'notGiven' })]);
    expect(told.reports).toMatchObject([{ done: '开展产业链招商', problems: null }]);
    expect(told.practices).toMatchObject([topic]);
    expect(told.missing).toHaveLength(1);
    expect(told.readBack).toMatchObject([{ text: '分解任务', dueOn: '2026-09-30', standing: '已落实' }]);
  });
});
