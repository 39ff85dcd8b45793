import { ManualClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { LeaderResponsibilities } from './leader-responsibilities';

describe('leaders in charge', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  const clock = new ManualClock(new Date('2026-11-23T02:00:00.000Z'));

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  it('are dated: who was in charge before stays on record, who will be does not hold yet', async () => {
    const leaders = new LeaderResponsibilities({ database, clock });
    expect(await leaders.of('D01')).toBe('LG.exec');
    await leaders.arrange({ unit: 'D01', leaderGroup: 'LG.deputy', from: '2026-11-01' });
    await leaders.arrange({ unit: 'D01', leaderGroup: 'LG.leader', from: '2026-12-01' });
    expect(await leaders.of('D99', 'D01')).toBe('LG.deputy');
    expect(await leaders.list()).toEqual([
      { unit: 'D01', leaderGroup: 'LG.deputy', from: '2026-11-01', to: '2026-12-01' },
      { unit: 'D01', leaderGroup: 'LG.leader', from: '2026-12-01', to: null },
    ]);
    clock.set(new Date('2026-11-30T16:00:00.000Z'));
    expect(await leaders.of('D01')).toBe('LG.leader');
  });

  it('are arranged one after the other, and are leaders', async () => {
    const leaders = new LeaderResponsibilities({ database, clock });
    const same = { unit: 'T05', leaderGroup: 'LG.deputy', from: '2026-12-01' };
    const answers = await Promise.allSettled([leaders.arrange(same), leaders.arrange(same)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(leaders.arrange({ ...same, from: '2026-11-30' })).rejects.toMatchObject({
      code: 'LEADER_IN_CHARGE.DATE_TAKEN',
    });
    await expect(leaders.arrange({ ...same, leaderGroup: 'LGO.staff' })).rejects.toMatchObject({
      code: 'LEADER_IN_CHARGE.GROUP_UNKNOWN',
    });
  });
});
