import { SYSTEM_ACTOR } from '@landfall/process-definition';
import { LANDING, OFFICE, SupervisionUnderTest, TASK_FORCE } from '../../test/supervision-under-test';

const ALL = { kind: 'all' } as const;

describe('an issue for which a push meeting is asked', () => {
  let world: SupervisionUnderTest;

  beforeAll(async () => {
    world = await SupervisionUnderTest.open();
  });
  afterAll(() => world.close());

  const tell = (instanceId: string, event: { readonly type: string } & Readonly<Record<string, unknown>>) =>
    world.engine.send({ instanceId, event, actor: SYSTEM_ACTOR });

  it('starts the request once, goes on with its limit, and goes by the answers', async () => {
    const projectId = await world.project('海河新能源装备项目');
    await world.sql.query(`UPDATE project SET level = 'districtKey' WHERE id = $1`, [projectId]);
    const { issueId } = await world.raise(projectId, { type: 'planning' });
    await world.complete(issueId, 'issueAcceptance', 'accept', TASK_FORCE);
    const tried = { reason: '需多部门研究', tried: '已对接' };
    await world.complete(issueId, 'taskForceHandling', 'escalate', TASK_FORCE, tried);
    await world.runJobs();
    const limits = await world.armed(issueId);

    const asks = { way: 'pushMeeting', note: '规划条件如何调整' };
    await world.complete(issueId, 'officeHandling', 'coordinate', OFFICE, asks);
    const request = `push:${issueId}:1`;
    const started = await world.sql.query<{ payload: unknown }>(
      `SELECT payload FROM outbox_message WHERE job = 'engine.start-process'`,
    );
    expect(started).toMatchObject([
      {
        payload: {
          definition: 'push-request',
          correlationKey: request,
          belongsTo: projectId,
          input: { issueId, projectLevel: 'districtKey', problemTypes: ['planning'], question: '规划条件如何调整' },
        },
      },
    ]);
    await world.sql.query(`DELETE FROM outbox_message WHERE job = 'engine.start-process'`);
    expect(await world.armed(issueId)).toEqual(limits);

    await expect(world.complete(issueId, 'officeHandling', 'coordinate', OFFICE, asks)).rejects.toMatchObject({
      code: 'FORM.INVALID',
      message: expect.stringContaining('to be answered first'),
    });

    const decision = {
      type: 'pushMeeting.decided',
      request,
      dueOn: '2026-12-20',
      leadUnit: 'D13',
      requirement: '出具规划条件',
    };
    await expect(tell(issueId, { ...decision, request: 'push:another:1' })).rejects.toMatchObject({
      code: 'PROCESS.EVENT_NOT_ACCEPTED',
    });
    await tell(issueId, decision);
    expect(await world.states(issueId)).toBe('unresolved.meetingDecided');
    expect(await world.row('issue', issueId)).toMatchObject({ state: 'executing', must_act: ['D13.specialist'] });
    const [blocked] = await world.issues.blocked(ALL, { limit: 1 });
    expect(blocked).toMatchObject({ issueId, level: 1, mustAct: ['D13.specialist'] });

    expect(await world.passTime(issueId)).toBe('meetingDue 2026-12-20T01:00');
    expect(await world.openTasks(issueId)).toEqual(['officeHandling LGO.staff']);
    await tell(issueId, { type: 'pushMeeting.solved', request, note: '规划条件已出具' });
    await world.complete(issueId, 'resolutionVerification', 'confirm', LANDING);
    expect(await world.row('issue', issueId)).toMatchObject({
      state: 'closed',
      outcome: 'resolved',
      result: '规划条件已出具',
    });
    // Nothing is awaited any more, so nobody is told.
    const signals = await world.sql.query(`SELECT 1 FROM outbox_message WHERE job = 'engine.signal-process'`);
    expect(signals).toEqual([]);
  });
});
