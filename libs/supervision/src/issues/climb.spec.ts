import {
  DIRECTOR,
  EXECUTIVE,
  LANDING,
  LEADER,
  OFFICER,
  PLANNING,
  SupervisionUnderTest,
} from '../../test/supervision-under-test';

const ALL = { kind: 'all' } as const;

describe('a blocked project', () => {
  let world: SupervisionUnderTest;

  beforeAll(async () => {
    world = await SupervisionUnderTest.open();
  });
  afterAll(() => world.close());

  const shown = async () => {
    const [blocked] = await world.issues.blocked(ALL, { limit: 10 });
    return blocked && [blocked.level, blocked.mustAct.join(' '), blocked.waitingDays, blocked.daysOnLevel];
  };

  it('climbs all four levels by time alone and is unblocked at the top', async () => {
    await world.sql.query(
      `INSERT INTO leader_responsibility (unit, leader_group, valid_from) VALUES ('D01', 'LG.deputy', '2026-01-01')`,
    );
    const projectId = await world.project('动力电池回收示范线项目');
    const { issueId } = await world.raise(projectId);
    expect(await shown()).toEqual([0, 'D01.specialist', 0, 0]);

    // Monday 23 November 2026; every limit ends at 17:30 in Binhai of a working day.
    expect(await world.passTime(issueId)).toBe('acceptanceLimit 2026-11-24T09:30');
    expect(await world.openTasks(issueId)).toEqual(['taskForceHandling D01.specialist']);
    expect(await world.passTime(issueId)).toBe('taskForceInform 2026-11-27T09:30');
    expect(await world.openTasks(issueId)).toEqual(['taskForceHandling D01.specialist']);
    expect(world.notices.at(-1)).toMatchObject({ kind: 'issue.informed', accounts: ['z01.coordinator'] });
    expect(await world.passTime(issueId)).toBe('taskForceLimit 2026-12-01T09:30');
    expect(await world.openTasks(issueId)).toEqual(['officeHandling LGO.staff']);
    expect(world.notices.at(-1)).toMatchObject({ kind: 'issue.escalated', accounts: ['z01.coordinator'] });
    expect(await shown()).toEqual([1, 'LGO.staff', 8, 0]);

    expect(await world.passTime(issueId)).toBe('officeInform 2026-12-04T09:30');
    expect(await world.passTime(issueId)).toBe('officeLimit 2026-12-08T09:30');
    expect(await world.openTasks(issueId)).toEqual(['deputyHandling LG.deputy']);
    expect(await world.passTime(issueId)).toBe('deputyInform 2026-12-15T09:30');
    expect(await shown()).toEqual([2, 'LG.deputy', 22, 7]);
    expect(await world.passTime(issueId)).toBe('deputyLimit 2026-12-17T09:30');
    expect(await world.openTasks(issueId)).toEqual(['leadingGroupDecision LG.leader', 'leadingGroupDecision LG.exec']);
    expect(await world.passTime(issueId)).toBe('leadingGroupInform 2026-12-29T09:30');
    expect(await shown()).toEqual([3, 'LG.leader LG.exec', 36, 12]);

    await world.complete(issueId, 'leadingGroupDecision', 'decide', LEADER, {
      instruction: '规划资源部门一周内排定供地批次',
      leadUnit: 'D12',
      dueOn: '2027-01-15',
    });
    await world.runJobs();
    expect(await world.openTasks(issueId)).toEqual([]);
    expect(await shown()).toEqual([3, 'D12.specialist', 36, 12]);

    const itemId = await world.started('supervision-item', `issue:${issueId}:1`);
    await world.complete(itemId, 'itemApproval', 'issue', DIRECTOR);
    await world.runJobs();
    await world.complete(itemId, 'signFor', 'sign', PLANNING);
    await world.complete(itemId, 'progressReport', 'complete', PLANNING, { evidence: '供地批复已出' });
    await world.complete(itemId, 'itemReview', 'pass', OFFICER);
    await world.runJobs();
    expect(await world.openTasks(issueId)).toEqual(['resolutionVerification Z01.coordinator']);
    await world.complete(issueId, 'resolutionVerification', 'confirm', LANDING);

    expect(await shown()).toBeUndefined();
    expect(await world.row('issue', issueId)).toMatchObject({
      state: 'closed',
      outcome: 'resolved',
      blocking: false,
      result: '供地批复已出',
    });
    expect(await world.row('supervision_item', itemId)).toMatchObject({
      number: '督办〔2026〕1号',
      outcome: 'closed',
      in_time: true,
      project_id: projectId,
    });
    expect(await world.armed(issueId)).toEqual([]);
  });

  it('fires every escalation once, however many sweepers race and however late they are', async () => {
    const projectId = await world.project('氢能叉车应用示范项目');
    const { issueId } = await world.raise(projectId);
    await world.passTime(issueId);
    const limit = (await world.armed(issueId)).at(-1);
    world.clock.set(new Date((limit?.dueAt.getTime() ?? 0) + 86_400_000));
    await Promise.all([world.sweeper.sweep(), world.sweeper.sweep(), world.sweeper.sweep()]);
    await world.sweeper.sweep();
    const history = await world.sql.query<{ event: string; commands: { params: { kind?: string } }[] }>(
      `SELECT event, commands FROM process_history WHERE instance_id = $1 AND kind = 'timerFired' ORDER BY seq`,
      [issueId],
    );
    expect(history.map(({ event }) => event.split('.')[2])).toEqual([
      'acceptanceLimit',
      'taskForceInform',
      'taskForceLimit',
    ]);
    const told = history.flatMap(({ commands }) => commands.flatMap(({ params }) => params.kind ?? []));
    expect(told).toEqual(['issue.informed', 'issue.escalated']);
    expect(await world.openTasks(issueId)).toEqual(['officeHandling LGO.staff']);
  });

  it('keeps the rest of its time while it is parked, and goes on at its date', async () => {
    const projectId = await world.project('海水淡化装备总装项目');
    const { issueId } = await world.raise(projectId);
    await world.engine.sendPersonEvent({
      instanceId: issueId,
      type: 'jumpUp',
      form: { level: 'l3', reason: '跨年度用地指标' },
      actor: EXECUTIVE,
    });
    const until = new Date(world.clock.now().getTime() + 40 * 86_400_000).toISOString().slice(0, 10);
    await world.complete(issueId, 'leadingGroupDecision', 'park', EXECUTIVE, { reason: '待指标下达', until }, 'exec');
    expect(await world.states(issueId)).toBe('parked');
    expect(await world.row('issue', issueId)).toMatchObject({ state: 'parked', until_on: until, blocking: true });
    expect((await world.armed(issueId)).map(({ delay }) => delay)).toEqual(['parkedUntil']);
    await world.passTime(issueId);
    expect(await world.states(issueId)).toBe('unresolved.l3.limit.inTime unresolved.l3.meeting.queued');
    const timers = (await world.armed(issueId)).map(({ delay }) => delay);
    expect(timers).toEqual(['leadingGroupInform', 'leadingGroupLimit']);
    expect(await world.openTasks(issueId)).toEqual(['leadingGroupDecision LG.leader', 'leadingGroupDecision LG.exec']);
  });
});
