import {
  EXECUTIVE,
  LANDING,
  OFFICE,
  person,
  SupervisionUnderTest,
  TASK_FORCE,
} from '../../test/supervision-under-test';
import { leaderInCharge } from '../leader-in-charge';
import { LapsedIssues } from './lapsed-issues';

const ALL = { kind: 'all' } as const;

describe('raising an issue', () => {
  let world: SupervisionUnderTest;

  beforeAll(async () => {
    world = await SupervisionUnderTest.open();
  });
  afterAll(() => world.close());

  it('blocks the project from the same commit on, and asks its task force to accept it', async () => {
    const projectId = await world.project('信创整机产线项目');
    const { issueId, repeated } = await world.raise(projectId, { urgent: true });
    expect(repeated).toBe(false);
    expect(await world.openTasks(issueId)).toEqual(['issueAcceptance D01.specialist']);
    expect(await world.issues.ofProject(projectId)).toMatchObject([
      {
        issueId,
        typeLabel: { zh: '选址用地' },
        urgent: true,
        tried: '已两次与规划资源部门对接',
        raiser: { name: 'z01.coordinator', unit: 'Z01' },
        level: 0,
        state: 'open',
        mustAct: ['D01.specialist'],
        closedAt: null,
      },
    ]);
  });

  it('lets one of two win who raise the same type at once; the other learns why, and nothing of it stays', async () => {
    const projectId = await world.project('新材料中试基地项目');
    const answers = await Promise.allSettled(
      [LANDING, TASK_FORCE, OFFICE, LANDING].map((actor) => world.raise(projectId, { type: 'energy', actor })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ code: 'ISSUE.ALREADY_OPEN', status: 409 });
    }
    const [count] = await world.sql.query<{ instances: number; issues: number }>(
      `SELECT (SELECT count(*)::int FROM process_instance WHERE correlation_key LIKE $1 || ':%') AS instances,
         (SELECT count(*)::int FROM issue WHERE project_id = $1::uuid) AS issues`,
      [projectId],
    );
    expect(count).toEqual({ instances: 1, issues: 1 });
    // Another type is another issue.
    await world.raise(projectId, { type: 'funds' });
    expect(await world.issues.ofProject(projectId)).toHaveLength(2);
  });

  it('allows the type again once the first one is closed', async () => {
    const projectId = await world.project('航空航天零部件项目');
    const { issueId } = await world.raise(projectId);
    await world.engine.sendPersonEvent({
      instanceId: issueId,
      type: 'withdraw',
      form: { reason: '已自行解决' },
      actor: LANDING,
    });
    const again = await world.raise(projectId);
    expect(again.issueId).not.toBe(issueId);
    expect(await world.issues.ofProject(projectId)).toMatchObject([
      { issueId: again.issueId, closedAt: null },
      { issueId, outcome: 'withdrawn', result: '已自行解决', mustAct: [] },
    ]);
  });

  it('has one effect under one key', async () => {
    const projectId = await world.project('集成电路封测项目');
    const first = await world.raise(projectId, { clientKey: 'k-1' });
    const second = await world.raise(projectId, { clientKey: 'k-1' });
    expect(second).toEqual({ issueId: first.issueId, repeated: true });
  });

  it.each([
    [{ type: 'weather' }, 'ISSUE.TYPE_UNKNOWN'],
    [{ title: '  ' }, 'ISSUE.TEXT_MISSING'],
    [{ tried: '' }, 'ISSUE.TEXT_MISSING'],
    [{ projectId: '0190a000-0000-7000-8000-000000000000' }, 'ISSUE.PROJECT_NOT_FOUND'],
    [{ projectId: 'none' }, 'ISSUE.PROJECT_NOT_FOUND'],
  ])('refuses %j', async (change, code) => {
    const projectId = await world.project(`汽车电子项目${code}${JSON.stringify(change).length}`);
    const body = { projectId, type: 'site', title: '供地', tried: '已对接', ...change };
    await expect(world.issues.raise(LANDING, body)).rejects.toMatchObject({ code });
  });

  it('refuses whoever holds no post, and a project that has ended', async () => {
    const projectId = await world.project('轻纺智能工厂项目');
    await expect(world.raise(projectId, { actor: person('nobody', 'D02.head') })).rejects.toMatchObject({
      code: 'ISSUE.RAISER_WITHOUT_POST',
    });
    await world.engine.sendPersonEvent({
      instanceId: projectId,
      type: 'withdraw',
      form: { reason: '投资方放弃' },
      actor: TASK_FORCE,
    });
    await expect(world.raise(projectId)).rejects.toMatchObject({ code: 'ISSUE.PROJECT_ENDED' });
  });

  it('lapses with its project, once, and blocks nothing any more', async () => {
    const projectId = await world.project('民营医疗中心项目', { industryFocus: '民营医疗机构' });
    const { issueId } = await world.raise(projectId);
    const lapses = [1, 2].map(() => new LapsedIssues({ database: world.sql, engine: world.engine }, { intervalMs: 5 }));
    expect(await Promise.all(lapses.map((lapse) => lapse.sweep()))).toEqual([0, 0]);
    await world.engine.sendPersonEvent({
      instanceId: projectId,
      type: 'withdraw',
      form: { reason: '投资方放弃' },
      actor: TASK_FORCE,
    });
    await Promise.all(lapses.map((lapse) => lapse.sweep()));
    expect(await world.row('issue', issueId)).toMatchObject({ outcome: 'lapsed', blocking: false, state: 'closed' });
    expect(await lapses[0]?.sweep()).toBe(0);
    const [ends] = await world.sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM process_history WHERE instance_id = $1 AND event = 'projectEnded'`,
      [issueId],
    );
    expect(ends?.count).toBe(1);
  });

  it('is done by a red light, once, with its reasons', async () => {
    const projectId = await world.project('新能源储能电站项目');
    const light = { key: 'light:1', projectId, type: 'funds', reasons: [{ text: { zh: '开工6个月资金到位不足15%' } }] };
    await world.issues.raiseForRedLight(light);
    await world.issues.raiseForRedLight(light);
    await world.issues.raiseForRedLight({ ...light, key: 'light:2' });
    expect(await world.issues.ofProject(projectId)).toMatchObject([
      { source: 'redLight', title: '红灯：开工6个月资金到位不足15%', type: 'funds' },
    ]);
  });

  it('goes up to the leader in charge of the unit on that day, else to the executive deputy leader', async () => {
    await world.sql.query(
      `INSERT INTO leader_responsibility (unit, leader_group, valid_from, valid_to) VALUES
         ('Z01', 'LG.deputy', '2026-01-01', '2026-06-01'), ('D05', 'LG.deputy', '2026-01-01', NULL)`,
    );
    expect(await leaderInCharge(world.sql, ['D05', 'Z01'], '2026-11-23')).toBe('LG.deputy');
    expect(await leaderInCharge(world.sql, [null, 'Z01'], '2026-11-23')).toBe('LG.exec');
    expect(await leaderInCharge(world.sql, ['Z01'], '2026-05-31')).toBe('LG.deputy');
  });
});

describe('what blocks projects', () => {
  let world: SupervisionUnderTest;

  beforeAll(async () => {
    world = await SupervisionUnderTest.open();
  });
  afterAll(() => world.close());

  it('is shown highest level first, to those who see the project or work on the issue', async () => {
    const first = await world.project('绿色石化中间体项目');
    const second = await world.project('科技招商孵化项目', { industryFocus: '科技招商', landingUnit: 'T16' });
    await world.raise(first);
    const { issueId } = await world.raise(second, { type: 'safety', actor: person('d05.specialist') });
    await world.engine.sendPersonEvent({
      instanceId: issueId,
      type: 'jumpUp',
      form: { level: 'l1', reason: '街镇无权办理' },
      actor: EXECUTIVE,
    });
    expect(await world.openTasks(issueId)).toEqual(['officeHandling LGO.staff', 'officeHandling SEO.staff']);
    world.clock.advance(3 * 86_400_000);
    const blocked = await world.issues.blocked(ALL, { limit: 10 });
    expect(
      blocked.map(({ projectId, level, waitingDays, mustAct }) => [projectId, level, waitingDays, mustAct]),
    ).toEqual([
      [second, 1, 3, ['LGO.staff']],
      [first, 0, 3, ['D01.specialist']],
    ]);
    expect(blocked[0]).toMatchObject({ projectName: '科技招商孵化项目', leadTaskForce: 'D05', landingUnit: 'T16' });
    const ids = async (scope: Parameters<typeof world.issues.blocked>[0], query = {}) =>
      (await world.issues.blocked(scope, { limit: 10, ...query })).map(({ projectId }) => projectId);
    const some = { kind: 'some', filedBy: 'x', units: [], streetTowns: false, taskUnits: [] } as const;
    expect(await ids({ kind: 'none' })).toEqual([]);
    expect(await ids(some)).toEqual([]);
    expect(await ids({ ...some, units: ['Z01'] })).toEqual([first]);
    expect(await ids({ ...some, taskUnits: ['SEO'] })).toEqual([second]);
    expect(await ids({ ...some, streetTowns: true })).toEqual([second]);
    expect(await ids(ALL, { type: 'safety' })).toEqual([second]);
    expect(await ids(ALL, { level: 0, mustAct: ['D01.specialist'] })).toEqual([first]);
    expect(await ids(ALL, { urgent: true })).toEqual([]);
  });

  it('keeps what the office did, and lets the street economy office give its share without closing', async () => {
    const [issue] = await world.issues.blocked(ALL, { level: 1, limit: 1 });
    const issueId = issue?.issueId ?? '';
    await world.complete(
      issueId,
      'officeHandling',
      'coordinate',
      OFFICE,
      { way: 'call', note: '已电话协调应急局' },
      'LGO',
    );
    await world.complete(issueId, 'officeHandling', 'contribute', person('seo.staff'), { note: '街镇已整改' }, 'SEO');
    await expect(
      world.complete(issueId, 'officeHandling', 'resolved', person('seo.staff'), { result: '已解决' }, 'SEO'),
    ).rejects.toThrow('There is no open task');
    expect(await world.states(issueId)).toBe('unresolved.l1.normal.atWork');
    const { coordination } = await world.row('issue', issueId);
    expect(Object.values(coordination as object)).toMatchObject([
      { way: 'call', note: '已电话协调应急局', unit: 'LGO', by: 'lgo.staff' },
    ]);
  });

  it('is never confirmed by whoever solved it', async () => {
    const [issue] = await world.issues.blocked(ALL, { level: 1, limit: 1 });
    const issueId = issue?.issueId ?? '';
    const both = person('lgo.both', 'LGO.staff', 'LGO.supervisor');
    await world.complete(issueId, 'officeHandling', 'resolved', both, { result: '已解决' }, 'LGO');
    expect(await world.openTasks(issueId)).toEqual(['resolutionVerification D05.specialist']);
    await world.passUntil(issueId, 'verificationLimit');
    expect(await world.openTasks(issueId)).toEqual(['closureConfirmation LGO.supervisor']);
    await expect(
      world.complete(issueId, 'closureConfirmation', 'confirm', both, { note: '已核实' }),
    ).rejects.toMatchObject({
      status: 403,
    });
    await world.complete(issueId, 'closureConfirmation', 'confirm', person('lgo.supervisor'), { note: '已核实' });
    expect(await world.row('issue', issueId)).toMatchObject({ outcome: 'resolved', blocking: false, must_act: [] });
  });
});
