import { of } from '../test/project-world';
import { ProjectWorld } from '../test/project-world-3';
import { formal, inputs } from '../test/walking';

const DIRECTOR = of('LGO.director');

describe('the clocks of version 3', () => {
  it('let screening go on with its remaining time after the filer has corrected', () => {
    const world = new ProjectWorld();
    const screener = of('D01.specialist', 2);
    expect(world.due('leadScreening')).toBe('11-26 17:30');
    world.at('11-24 11:00').give('leadScreening', 'return', { by: screener });
    expect(world.work).toEqual(['leadCorrection']);
    world.at('12-04 15:00').give('leadCorrection', 'resubmit');
    world.at('12-04 15:01').send('duplicateCheck.clear');
    // Two of three working days were left on the 24th, and two are left on Friday the 4th.
    expect(world.due('leadScreening')).toBe('12-08 17:30');
    expect(world.task('leadScreening')).toMatchObject({
      assignee: screener.accountId,
      deadline: { pauses: [{ from: '2026-11-24T03:00:00.000Z', to: '2026-12-04T07:01:00.000Z' }] },
    });
  });

  it('stand still for all units while the enterprise is waited for, and go on as they were', () => {
    const world = new ProjectWorld().preReview();
    const [emergency, planner] = [of('L07.reviewer', 3), of('M02.reviewer', 4)];
    world.perform(world.task('factorsReview', 'L07').id, { kind: 'claim' }, emergency);
    const before = new Map(world.open.map(({ id, task_key, slot }) => [`${task_key}#${slot}`, id]));
    expect(world.clocks).toMatchObject({ opinionReminder: '11-26 17:30', opinionOverdue: '11-30 17:30' });

    world.at('11-25 09:00').give('factorsReview', 'requestMaterial', {
      slot: 'M02',
      by: planner,
      form: { missingMaterial: '地块勘测定界图' },
    });
    expect(world.states).toEqual(['active.evaluation.awaitingMaterial']);
    expect(world.work).toEqual(['materialReceipt']);
    expect(world.clocks).toEqual({ materialReminder: '12-09 17:30', materialOverdue: '12-23 17:30' });
    expect(world.instance.snapshot.context.awaitedMaterial).toEqual({
      missing: '地块勘测定界图',
      askedBy: 'M02',
      since: '2026-11-25',
      during: 'preReview',
    });

    world.at('12-07 16:00').give('materialReceipt', 'received');
    expect(world.work).toHaveLength(9);
    expect(world.instance.snapshot.context.awaitedMaterial).toBeNull();
    // The 25th to the 4th do not count: eight working days later for everybody, the same handlers, the same tasks.
    expect(world.due('factorsReview', 'M02')).toBe('12-10 17:30');
    expect(world.due('commercialReview', 'L04')).toBe('12-10 17:30');
    expect(world.clocks).toMatchObject({ opinionReminder: '12-08 17:30', opinionOverdue: '12-10 17:30' });
    expect(world.task('factorsReview', 'L07')).toMatchObject({ id: before.get('factorsReview#L07'), state: 'claimed' });
    expect(world.task('factorsReview', 'L07').assignee).toBe(emergency.accountId);
    expect(world.task('factorsReview', 'M02').assignee).toBe(planner.accountId);
  });

  it('give the collecting of data the rest of its time back when the material has come', () => {
    const world = new ProjectWorld();
    world.following().give('leadFollowUp', 'startEvaluation');
    expect(world.due('evaluationCollecting')).toBe('12-07 17:30');
    world.at('11-30 09:00').give('evaluationCollecting', 'requestMaterial');
    world.at('12-14 09:00').give('materialReceipt', 'received', { form: { materialReceivedOn: '2026-12-11' } });
    expect(world.work).toEqual(['evaluationCollecting']);
    expect(world.due('evaluationCollecting')).toBe('12-21 17:30');
  });

  it('stand still through a suspension in the middle of the waiting', () => {
    const world = new ProjectWorld().preReview();
    const { id } = world.task('commercialReview', 'L05');
    world.at('11-25 09:00').give('factorsReview', 'requestMaterial', { slot: 'M02' });
    world.at('11-26 09:00').personSends('suspend', of('LGO.staff'), { until: '2026-12-20' });
    expect(world.work).toEqual([]);
    world.at('12-01 09:00').personSends('resume', of('LGO.staff'));
    expect(world.work).toEqual(['materialReceipt']);
    world.at('12-02 09:00').give('materialReceipt', 'received');
    expect(world.task('commercialReview', 'L05')).toMatchObject({ id, state: 'created' });
    expect(world.due('commercialReview', 'L05')).toBe('12-07 17:30');
  });

  it('may be set going by the office when the enterprise stays silent', () => {
    const world = new ProjectWorld().preReview().give('vetoCheck', 'clear');
    world.give('industryReview', 'requestMaterial', { slot: 'D10' });
    const waiting = world.task('materialReceipt').id;
    world.perform(waiting, { kind: 'skip', reason: '企业逾期未补充，按现有材料办理' }, of('office.staff'));
    expect(world.work).toContain('industryReview#D10');
    expect(world.work).not.toContain('vetoCheck');
  });

  it('run in working days as the tasks do, and in days where the rules say days', () => {
    const world = new ProjectWorld().give('leadScreening', 'pass');
    expect(world.clocks).toEqual({ acceptanceOverdue: '11-25 17:30', acceptanceLapse: '11-30 17:30' });
    world.give('referralAcceptance', 'accept');
    expect(world.clocks).toEqual({
      followUpReminder: '12-07 17:30',
      followUpYellow: '12-23 17:30',
      followUpRecycle: '01-07 17:30',
    });
    const drafting = new ProjectWorld().drafting();
    drafting.give('agreementDrafting', 'submit', { form: formal });
    expect(drafting.clocks).toEqual({ clearanceReminder: '11-26 17:30', clearanceOverdue: '11-30 17:30' });
  });
});

describe('a termination that is refused', () => {
  const claimed = (): ProjectWorld => {
    const world = new ProjectWorld().drafting();
    const drafter = of('Z01.coordinator', 7);
    world.perform(world.task('agreementDrafting').id, { kind: 'claim' }, drafter);
    return world.at('11-24 10:00');
  };

  it('brings the work back as it was: the same task, handler and remaining time', () => {
    const world = claimed();
    const { id, due_at } = world.task('agreementDrafting');
    world.personSends('requestTermination', of('D01.head'));
    expect(world.work).toEqual(['terminationDecision']);
    expect(world.clocks).toEqual({});
    world.at('11-26 10:00').give('terminationDecision', 'refuse', { by: DIRECTOR });
    expect(world.task('agreementDrafting')).toMatchObject({ id, state: 'claimed', assignee: 'Z01.coordinator#7' });
    // Two working days later than it was.
    expect(Date.parse(world.task('agreementDrafting').due_at)).toBeGreaterThan(Date.parse(due_at));
    expect(world.task('agreementDrafting').deadline).toMatchObject({
      pauses: [{ from: '2026-11-24T02:00:00.000Z', to: '2026-11-26T02:00:00.000Z' }],
    });
  });

  it('does so from a suspension as well, once that ends', () => {
    const world = claimed();
    const { id } = world.task('agreementDrafting');
    world.personSends('suspend', of('LGO.staff'), { until: '2026-12-20' });
    world.at('11-26 10:00').personSends('requestTermination', of('D01.head'));
    world.at('11-30 10:00').give('terminationDecision', 'refuse', { by: DIRECTOR });
    expect(world.states).toEqual(['suspended.paused']);
    world.at('12-01 10:00').personSends('resume', of('LGO.staff'));
    expect(world.work).toEqual(['agreementDrafting']);
    expect(world.task('agreementDrafting')).toMatchObject({ id, assignee: 'Z01.coordinator#7' });
    expect(world.task('agreementDrafting').deadline).toMatchObject({
      pauses: [{ from: '2026-11-24T02:00:00.000Z', to: '2026-12-01T02:00:00.000Z' }],
    });
  });
});

describe('waiting for the filer', () => {
  it('holds the clock of screening as well when the task is returned to him', () => {
    const world = new ProjectWorld();
    world.at('11-24 11:00').back('leadScreening', 'initiator', 'inOrder');
    world.at('12-04 15:00').give('leadCorrection', 'resubmit').send('duplicateCheck.clear');
    expect(world.due('leadScreening')).toBe('12-08 17:30');
  });

  it('is brought back as it was by a refused termination', () => {
    const world = new ProjectWorld().give('leadScreening', 'return');
    world.perform(world.task('leadCorrection').id, { kind: 'claim' }, of('L03.liaison', 5));
    const { id } = world.task('leadCorrection');
    world.at('11-25 10:00').personSends('requestTermination', of('D01.head'));
    expect(world.work).toEqual(['terminationDecision']);
    world.at('11-27 10:00').give('terminationDecision', 'refuse', { by: DIRECTOR });
    expect(world.task('leadCorrection')).toMatchObject({ id, assignee: 'L03.liaison#5', state: 'claimed' });
    expect(world.clocks).toEqual({ correctionReminder: '12-09 17:30' });
    expect(world.due('leadCorrection')).toBe('12-09 17:30');
  });
});

describe('duties that are kept apart', () => {
  it('let nobody clear or approve what he drafted', () => {
    const both = { ...of('Z01.coordinator'), groups: ['Z01.coordinator', 'L04.reviewer', 'D18.reviewer', 'Z01.head'] };
    const world = new ProjectWorld().drafting();
    world.give('agreementDrafting', 'submit', { by: both, form: { ...formal, agreementAmount: '8000' } });
    expect(world.refusal('legalClearance', 'pass', { by: both })).toBe('USER_TASK.SEPARATION_OF_DUTIES');
    expect(world.refusal('fairCompetitionReview', 'pass', { by: both })).toBe('USER_TASK.SEPARATION_OF_DUTIES');
    for (const { task_key } of world.open) world.give(task_key, 'pass');
    expect(world.refusal('agreementApproval', 'approve', { by: both })).toBe('USER_TASK.SEPARATION_OF_DUTIES');
    expect(world.refusal('agreementApproval', 'approve', { by: of('Z01.head') })).toBeUndefined();
  });

  it('let nobody verify or recognise figures that he filed', () => {
    const both = { ...of('Z01.coordinator'), groups: ['Z01.coordinator', 'L10.verifier', 'LGO.staff'] };
    const world = new ProjectWorld(inputs.running);
    world.following().give('leadFollowUp', 'startEvaluation');
    world.give('figuresFiling', 'file', { by: both });
    expect(world.refusal('statisticsVerification', 'verified', { by: both })).toBe('USER_TASK.SEPARATION_OF_DUTIES');
    for (const { task_key } of world.open) world.give(task_key, 'verified');
    expect(world.refusal('earlyRecognition', 'close', { by: both })).toBe('USER_TASK.SEPARATION_OF_DUTIES');
    expect(world.refusal('earlyRecognition', 'close', { by: of('LGO.staff') })).toBeUndefined();
  });

  it('give a lead that the task force filed itself to its head', () => {
    const own = { ...inputs.ordinary, filer: { unit: 'D01', group: 'D01.specialist' } };
    expect(new ProjectWorld(own).task('leadScreening').candidate_group).toBe('D01.head');
    expect(new ProjectWorld().task('leadScreening').candidate_group).toBe('D01.specialist');
  });
});

describe('returns', () => {
  it('lead to the filer, whose correction is checked anew', () => {
    const world = new ProjectWorld();
    expect(world.attempt(() => world.back('leadScreening', 'initiator', 'jumpBack'))).toBe(
      'USER_TASK.GOES_ON_IN_ORDER',
    );
    world.back('leadScreening', 'initiator', 'inOrder');
    expect(world.task('leadCorrection').candidate_group).toBe('L03.liaison');
    expect(world.give('leadCorrection', 'resubmit').states).toEqual(['active.lead.duplicateCheck']);
  });

  it('never jump over the clearances of a draft', () => {
    const world = new ProjectWorld().drafting().give('agreementDrafting', 'submit', { form: formal });
    for (const { task_key } of world.open) world.give(task_key, 'pass');
    const draft = { task: 'agreementDrafting' };
    expect(world.attempt(() => world.back('agreementApproval', draft, 'jumpBack'))).toBe('USER_TASK.GOES_ON_IN_ORDER');
    world.back('agreementApproval', draft, 'inOrder').give('agreementDrafting', 'submit', { form: formal });
    expect(world.work).toContain('fairCompetitionReview');
  });

  it('never lead behind a signed agreement', () => {
    const world = new ProjectWorld().drafting().give('agreementDrafting', 'submit', { form: formal });
    for (const { task_key } of world.open) world.give(task_key, 'pass');
    world.give('agreementApproval', 'approve').give('signingRecord', 'recordFormal');
    const signed = [...world.tasks.values()].find(({ task_key }) => task_key === 'signingRecord');
    const withdraw = { kind: 'withdraw', reason: '登记有误' } as const;
    expect(world.attempt(() => world.perform(String(signed?.id), withdraw, of('Z01.coordinator')))).toBe(
      'USER_TASK.NOT_WITHDRAWABLE',
    );
    const redo = { kind: 'redo', reason: '登记有误' } as const;
    expect(world.attempt(() => world.perform(String(signed?.id), redo, of('office.staff')))).toBe(
      'PROCESS.STEP_PASSED_OVER',
    );
    expect(world.work).toEqual(['enterpriseRegistration#D18', 'enterpriseRegistration#Z01']);
  });
});

describe('a follow-up that was logged by mistake', () => {
  it('is taken back: one task, and the clocks as they ran before', () => {
    const world = new ProjectWorld().following();
    const { id } = world.task('leadFollowUp');
    const { due_at } = world.task('leadFollowUp');
    const before = world.clocks;
    world.at('12-01 10:00').give('leadFollowUp', 'logFollowUp');
    expect(world.clocks).not.toEqual(before);
    world.perform(id, { kind: 'withdraw', reason: '记错项目' }, of('D01.specialist'));
    expect(world.open.map((task) => [task.id, task.due_at])).toEqual([[id, due_at]]);
    expect(world.clocks).toEqual(before);
  });
});

describe('registration', () => {
  it('is one decision of two sides: either records it, and the other is relieved', () => {
    const world = new ProjectWorld({ ...inputs.ordinary, milestones: { signedOn: '2026-11-02' } });
    world.following().give('leadFollowUp', 'startEvaluation');
    const [ours, theirs] = [world.task('enterpriseRegistration', 'Z01'), world.task('enterpriseRegistration', 'D18')];
    expect(ours.item_id).toBe(theirs.item_id);
    world.give('enterpriseRegistration', 'licensed', { slot: 'D18' });
    expect(world.row(ours.id).state).toBe('cancelled');
    expect(world.work).toEqual(['landingPlan']);
  });
});

describe('a project that waits for a meeting', () => {
  const MEETING = { meeting: '019b0000-0000-7000-8000-000000000011', meetingTitle: '区级评审会' };
  const waiting = (): ProjectWorld => new ProjectWorld(inputs.district).review();

  it('is in nobody’s inbox, and its clocks run in working days', () => {
    const world = waiting();
    expect(world.states).toEqual(['active.review.queuedDistrict']);
    expect(world.work).toEqual([]);
    expect(world.clocks).toEqual({ reviewReminder: '12-07 17:30' });
    world.send('agenda.set', { ...MEETING, item: 'item-1' });
    // Thirty working days from the 23rd of November; the holidays of the next year are not announced yet, New Year is off by law.
    expect(world.clocks).toEqual({ agendaLongStop: '01-05 17:30' });
  });

  it('stands still on the agenda while it is suspended, and goes on with the rest of its time', () => {
    const world = waiting();
    world.send('agenda.set', { ...MEETING, item: 'item-1' });
    world.at('11-24 10:00').personSends('suspend', of('LGO.staff'), { until: '2026-12-20' });
    expect(Object.keys(world.clocks)).toEqual(['suspensionReviewDue']);
    world.at('12-01 10:00').personSends('resume', of('LGO.staff'));
    expect(world.states).toEqual(['active.review.onAgenda.district']);
    expect(world.clocks).toEqual({ agendaLongStop: '01-12 17:30' });
  });

  it('is withdrawn by the landing unit as well as by the task force, and by nobody else', () => {
    for (const group of ['Z01.coordinator', 'Z01.head', 'D01.specialist', 'D01.head']) {
      expect(waiting().personSends('recallFromReview', of(group)).states).toEqual(['active.evaluation.collecting']);
    }
    const world = waiting();
    expect(world.attempt(() => world.personSends('recallFromReview', of('D05.specialist')))).toBe(
      'PROCESS.EVENT_NOT_ALLOWED',
    );
    expect(world.states).toEqual(['active.review.queuedDistrict']);
  });

  it('asks for a push meeting only with a problem and a question, and not for others', () => {
    const world = waiting();
    const ask = (group: string, form: object) =>
      world.attempt(() => world.personSends('requestPush', of(group), { ...form }));
    expect(ask('Z01.coordinator', { problemTypes: [] })).toBe('FORM.INVALID');
    expect(ask('Z01.coordinator', { problemTypes: ['weather'] })).toBe('FORM.INVALID');
    expect(ask('Z01.coordinator', { question: '' })).toBe('FORM.INVALID');
    expect(ask('D05.specialist', {})).toBe('PROCESS.EVENT_NOT_ALLOWED');
    expect(ask('Z01.coordinator', { urgent: true })).toBeUndefined();
  });
});
