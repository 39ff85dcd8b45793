import type { Actor } from '@landfall/process-definition';
import { OFFICE, SupervisedProjects } from '../../test/supervised-projects';

const day = (on: string, hour = '00:00'): Date => new Date(`${on}T${hour}:00+08:00`);
const specialist = (unit: string): Actor => ({
  accountId: `${unit}.specialist`,
  name: '王专员',
  unit,
  groups: [`${unit}.specialist`],
});

describe('waiting time on a database', () => {
  let world: SupervisedProjects;
  let projectId: string;

  /** Screening by D01 (4 days), corrected by the enterprise (3), screened again (2), queued for the district (until now). */
  beforeEach(async () => {
    world = await SupervisedProjects.open();
    world.clock.set(day('2026-11-23'));
    projectId = await world.addProject({ startedAt: day('2026-11-02'), states: ['active.lead.screening'] });
    const due = day('2026-12-01');
    await world.addTask(projectId, { createdAt: day('2026-11-02'), endedAt: day('2026-11-06'), dueAt: due });
    await world.addHistory(projectId, { to: ['active.lead.correction'], at: day('2026-11-06') });
    await world.addTask(projectId, {
      key: 'leadCorrection',
      group: 'L03.liaison',
      createdAt: day('2026-11-06'),
      endedAt: day('2026-11-09'),
      dueAt: due,
    });
    await world.addHistory(projectId, { to: ['active.lead.screening'], at: day('2026-11-09') });
    await world.addTask(projectId, { createdAt: day('2026-11-09'), endedAt: day('2026-11-11'), dueAt: due });
    await world.addHistory(projectId, { to: ['active.review.queuedDistrict'], at: day('2026-11-11') });
    await world.addTask(projectId, {
      key: 'districtReview',
      group: 'LGO.staff',
      createdAt: day('2026-11-11'),
      dueAt: due,
    });
  });
  afterEach(() => world.close());

  const daysOf = async () =>
    (await world.waiting.of(projectId)).owners.map(({ kind, owner, days, workingDays }) => [
      kind,
      owner,
      days,
      workingDays,
    ]);
  const request = {
    from: day('2026-11-03'),
    to: day('2026-11-05'),
    against: { kind: 'unit', owner: 'D01' },
    claimed: { kind: 'enterprise', owner: 'enterprise' },
    reason: '等待企业补充投资方资信证明',
    evidence: '催办函〔2026〕12号',
  } as const;
  const raise = (change: object = {}, actor = specialist('D01'), isOffice = false) =>
    world.disputes.raise(actor, projectId, { ...request, ...change }, isOffice);

  it('gives every day to one owner; plain days add up to the age', async () => {
    const waiting = await world.waiting.of(projectId);
    expect(waiting.pieces.map(({ owner, from, to, stage }) => [owner, from, to, stage])).toEqual([
      ['D01', day('2026-11-02'), day('2026-11-06'), 'lead'],
      ['enterprise', day('2026-11-06'), day('2026-11-09'), 'lead'],
      ['D01', day('2026-11-09'), day('2026-11-11'), 'lead'],
      ['district', day('2026-11-11'), day('2026-11-23'), 'review'],
    ]);
    expect(await daysOf()).toEqual([
      ['meetingQueue', 'district', 12, 8],
      ['unit', 'D01', 6, 6],
      ['enterprise', 'enterprise', 3, 1],
    ]);
    expect(waiting.owners.reduce((sum, { milliseconds }) => sum + milliseconds, 0)).toBe(
      waiting.to.getTime() - waiting.from.getTime(),
    );
  });

  it('charges no unit for a time in which its clock stood', async () => {
    const waiting = await world.addProject({ startedAt: day('2026-11-02'), states: ['active.evaluation.preReview'] });
    const due = day('2026-11-09');
    const asked = await world.addTask(waiting, { group: 'L04.reviewer', createdAt: day('2026-11-02'), dueAt: due });
    await world.addTask(waiting, {
      key: 'leadCorrection',
      group: 'L03.liaison',
      createdAt: day('2026-11-04'),
      endedAt: day('2026-11-16'),
      dueAt: day('2026-11-18'),
    });
    await world.sql.query(`UPDATE user_task SET deadline = deadline || $2 WHERE id = $1`, [
      asked,
      { pauses: [{ from: day('2026-11-04').toISOString(), to: day('2026-11-16').toISOString() }] },
    ]);
    expect((await world.waiting.of(waiting)).pieces.map(({ owner, from, to }) => [owner, from, to])).toEqual([
      ['L04', day('2026-11-02'), day('2026-11-04')],
      ['enterprise', day('2026-11-04'), day('2026-11-16')],
      ['L04', day('2026-11-16'), day('2026-11-23')],
    ]);
  });

  it('ends with the project', async () => {
    await world.sql.query(`UPDATE process_instance SET status = 'done', ended_at = $2 WHERE id = $1`, [
      projectId,
      day('2026-11-12'),
    ]);
    expect((await world.waiting.of(projectId)).to).toEqual(day('2026-11-12'));
  });

  it('an accepted dispute moves exactly its days; both versions stay visible', async () => {
    const dispute = await raise();
    expect(dispute).toMatchObject({ decision: null, by: { accountId: 'D01.specialist', unit: 'D01' } });
    expect((await daysOf())[1]).toEqual(['unit', 'D01', 6, 6]);
    expect(await world.disputes.undecided()).toMatchObject([{ id: dispute.id }]);
    await world.disputes.decide(OFFICE, dispute.id, { outcome: 'accepted', reason: '函件属实，予以采纳' });
    const waiting = await world.waiting.of(projectId);
    expect(waiting.owners.map(({ owner, days }) => [owner, days])).toEqual([
      ['district', 12],
      ['enterprise', 5],
      ['D01', 4],
    ]);
    expect(waiting.recordedOwners.map(({ owner, days }) => [owner, days])).toEqual([
      ['district', 12],
      ['D01', 6],
      ['enterprise', 3],
    ]);
    expect(waiting.pieces.filter(({ disputeId }) => disputeId !== null)).toMatchObject([
      { owner: 'enterprise', recorded: { owner: 'D01' }, from: request.from, to: request.to, disputeId: dispute.id },
    ]);
    expect(waiting.disputes).toMatchObject([{ decision: { outcome: 'accepted', by: { name: '李办' } } }]);
    expect(await world.disputes.undecided()).toEqual([]);
  });

  it('a refused dispute moves nothing and says why', async () => {
    const { id } = await raise();
    await world.disputes.decide(OFFICE, id, { outcome: 'refused', reason: '函件日期不符' });
    expect((await daysOf())[1]).toEqual(['unit', 'D01', 6, 6]);
    expect((await world.waiting.of(projectId)).disputes).toMatchObject([
      { decision: { outcome: 'refused', reason: '函件日期不符' } },
    ]);
  });

  it('is decided once, by somebody else, and never changed', async () => {
    const { id } = await raise({}, OFFICE, true);
    const decision = { outcome: 'accepted', reason: '情况属实，予以采纳' } as const;
    await expect(world.disputes.decide(OFFICE, id, decision)).rejects.toMatchObject({ code: 'WAITING.OWN_DISPUTE' });
    const director = { ...OFFICE, accountId: 'director' };
    const twice = await Promise.allSettled([
      world.disputes.decide(director, id, decision),
      world.disputes.decide(director, id, { ...decision, outcome: 'refused' }),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(world.disputes.decide(director, id, decision)).rejects.toMatchObject({
      code: 'WAITING.ALREADY_DECIDED',
    });
    await expect(world.sql.query('DELETE FROM waiting_decision')).rejects.toThrow('append-only');
    await expect(world.sql.query('UPDATE waiting_dispute SET to_at = now()')).rejects.toThrow('append-only');
    const nobody = '01900000-0000-7000-8000-000000000000';
    await expect(world.disputes.decide(director, nobody, decision)).rejects.toMatchObject({
      code: 'WAITING.DISPUTE_NOT_FOUND',
    });
  });

  it('refuses what cannot be disputed', async () => {
    const refusal = (code: string) => expect.objectContaining({ code });
    await expect(raise({}, specialist('Z01'))).rejects.toEqual(refusal('WAITING.DISPUTE_NOT_ALLOWED'));
    await expect(raise({ to: day('2026-11-07') })).rejects.toEqual(refusal('WAITING.NOT_THE_OWNER'));
    await expect(raise({ from: day('2026-11-01') })).rejects.toEqual(refusal('WAITING.INTERVAL_INVALID'));
    await expect(raise({ to: request.from })).rejects.toEqual(refusal('WAITING.INTERVAL_INVALID'));
    await expect(raise({ to: day('2026-12-24') })).rejects.toEqual(refusal('WAITING.INTERVAL_INVALID'));
    await expect(raise({ claimed: request.against })).rejects.toEqual(refusal('WAITING.SAME_OWNER'));
    await expect(raise({ claimed: { kind: 'unit', owner: 'D9' } })).rejects.toEqual(refusal('WAITING.OWNER_UNKNOWN'));
    await expect(raise({ evidence: ' 无 ' })).rejects.toEqual(refusal('WAITING.REASON_MISSING'));
    await expect(world.waiting.of('01900000-0000-7000-8000-000000000000')).rejects.toEqual(
      refusal('WAITING.PROJECT_NOT_FOUND'),
    );
    expect(await world.count('waiting_dispute')).toBe(0);
  });

  it('sums up by owner over all projects, within a period', async () => {
    const other = await world.addProject({ startedAt: day('2026-11-20') });
    await world.addTask(other, { createdAt: day('2026-11-20'), dueAt: day('2026-12-01') });
    const sums = await world.waiting.sums();
    expect(sums.map(({ owner, projects, days, workingDays }) => [owner, projects, days, workingDays])).toEqual([
      ['district', 1, 12, 8],
      ['D01', 2, 9, 7],
      ['enterprise', 1, 3, 1],
    ]);
    const inPeriod = await world.waiting.sums({ from: day('2026-11-05'), to: day('2026-11-08') });
    expect(inPeriod.map(({ owner, days }) => [owner, days])).toEqual([
      ['enterprise', 2],
      ['D01', 1],
    ]);
  });
});
