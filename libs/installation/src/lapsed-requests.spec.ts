import { ManualClock } from '@landfall/clock';
import { loadSettings } from '@landfall/config';
import type { Actor } from '@landfall/process-definition';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { type Installation, openInstallation, prepareDatabase } from '.';
import { DemoSettling } from './demo-settling';

const TASK_FORCE: Actor = { accountId: 'd01', name: '王专班', unit: 'D01', groups: ['D01.specialist'] };
const LANDING: Actor = { accountId: 'z01', name: '赵协调', unit: 'Z01', groups: ['Z01.coordinator'] };

describe('push requests of projects that end', () => {
  const settings = loadSettings({
    NODE_ENV: 'test',
    LANDFALL_DEMO: '1',
    LANDFALL_SAMPLE_DATA: 'true',
    LANDFALL_SAMPLE_PASSWORD: 'Harbour-2026',
  });
  let testDatabase: TestDatabase;
  let installation: Installation;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const clock = new ManualClock(new Date('2026-11-25T02:00:00Z'));
    await prepareDatabase(settings, testDatabase.url, clock);
    installation = await openInstallation({ settings, databaseUrl: testDatabase.url, clock });
  }, 60_000);
  afterAll(async () => {
    await installation.close();
    await testDatabase.drop();
  });

  const request = async (name: string) => {
    const { projectId } = await installation.leads.register(TASK_FORCE, {
      ...{ projectName: name, investorName: `${name}投资方`, industryFocus: '新能源', totalInvestment: '52000' },
      ...{ landingUnit: 'Z01', sourceType: 'taskForce', contact: '无', brief: '建设示范线。' },
    });
    const { requestId } = await installation.meetings.pushRequests.request(LANDING, {
      ...{ projectId, problemTypes: ['site'], question: '供地批次如何调整', urgent: false },
    });
    return { projectId, requestId };
  };
  const end = (projectId: string) =>
    installation.engine.sendPersonEvent({
      ...{ instanceId: projectId, type: 'withdraw', form: { reason: '投资方放弃' }, actor: TASK_FORCE },
    });
  const rowOf = async (requestId: string) => {
    const [row] = await installation.database.query('SELECT outcome, closed_at FROM push_request WHERE id = $1', [
      requestId,
    ]);
    return row;
  };

  it('are withdrawn, each told once however many look, and those of running projects are left alone', async () => {
    const [ended, running] = [await request('海河光伏组件项目'), await request('临港氢能装备项目')];
    const { lapsedRequests } = installation.meetings;
    expect(await lapsedRequests.sweep()).toBe(0);
    await end(ended.projectId);
    await Promise.all([lapsedRequests.sweep(), lapsedRequests.sweep()]);
    expect(await rowOf(ended.requestId)).toMatchObject({ outcome: 'withdrawn', closed_at: expect.any(Date) });
    expect(await rowOf(running.requestId)).toMatchObject({ outcome: null, closed_at: null });
    expect(await lapsedRequests.sweep()).toBe(0);
    const told = await installation.database.query(
      `SELECT 1 FROM process_history WHERE instance_id = $1 AND event = 'projectEnded'`,
      [ended.requestId],
    );
    expect(told).toHaveLength(1);
  });

  it('are withdrawn before the time of a demonstration goes on', async () => {
    const { projectId, requestId } = await request('南港新材料项目');
    await end(projectId);
    // Nobody relays here, so what is told is not waited for.
    await new DemoSettling(installation, 0).settle(() => undefined);
    expect(await rowOf(requestId)).toMatchObject({ outcome: 'withdrawn' });
  });
});
