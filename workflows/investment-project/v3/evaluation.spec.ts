import { Story } from '../test/version-3';
import { inputs, OFFICER, person } from '../test/walking';

const regions = (story: Story): Record<string, string> =>
  Object.fromEntries(
    story.states.map((state) => {
      const [, , , region = state, ...inner] = state.split('.');
      return [region, inner.join('.')];
    }),
  );

/** Three and five working days, without a calendar. */
const WITHIN_A_WEEK = { opinionReminder: 3, opinionOverdue: 7 };

describe('evaluation', () => {
  it('asks every unit concerned at once, and no other', () => {
    expect(Story.of(inputs.ordinary).to('preReview').tasks).toEqual([
      'industryReview#D10 D10.reviewer',
      'industryReview#D01 D01.head',
      'factorsReview#M02 M02.reviewer',
      'factorsReview#D12 D12.reviewer',
      'factorsReview#L07 L07.reviewer',
      'commercialReview#L05 L05.reviewer',
      'commercialReview#L04 L04.reviewer',
      'commercialReview#D18 D18.reviewer',
      'vetoCheck LGO.staff',
    ]);
    const thirsty = Story.of({ ...inputs.streetTown, leadTaskForce: 'D10' }).to('collecting');
    thirsty.send('evaluationCollecting.submit', { powerKwh: 500, waterNeed: true });
    expect(thirsty.tasks).toEqual([
      'industryReview#D10 D10.reviewer',
      ...['M02', 'D12', 'L07', 'D10', 'D15'].map((unit) => `factorsReview#${unit} ${unit}.reviewer`),
      ...['L05', 'L04', 'D18'].map((unit) => `commercialReview#${unit} ${unit}.reviewer`),
      'vetoCheck SEO.staff',
    ]);
  });

  it('records facts, computes what is per 亩, and keeps only what it decides by', () => {
    const story = Story.of(inputs.ordinary).to('collecting');
    story.send('evaluationCollecting.submit', { carrierMode: 'newLand', landNeed: 30, fixedInvestment: '6000' });
    expect(story.said.map(({ params }) => params)).toEqual([
      { facts: expect.objectContaining({ carrierMode: 'newLand', fixedInvestment: '6000', landNeed: 30, jobs: 4 }) },
      { facts: { energyReview: false, investIntensity: '200.0000', outputPerMu: '300.0000', taxPerMu: '16.6667' } },
    ]);
    expect(story.context.evaluation).toEqual({
      fixedInvestment: '6000',
      taxPlan: '500',
      jobs: 4,
      landNeed: 30,
      energyReview: false,
      waterNeed: false,
      safetyReview: false,
      eiaClass: 'form',
      foreignPlanned: null,
    });
  });

  it('tells the project where it lands when that is only known now', () => {
    const story = Story.of(inputs.undispatched)
      .send('duplicateCheck.clear')
      .send('leadDispatch.assign', { landingUnit: '' });
    story.send('leadScreening.pass').send('leadFollowUp.startEvaluation');
    story.send('evaluationCollecting.submit', { landingUnit: 'Z04' });
    expect(story.said.at(-1)).toMatchObject({
      type: 'assignTaskForces',
      params: { landingUnit: 'Z04', leadTaskForce: 'D05' },
    });
  });

  it('waits for all opinions of all regions, in any order', () => {
    const story = Story.of(inputs.ordinary).to('preReview');
    story.send('vetoCheck.clear').all('agreeWithConditions', 'commercialReview').all('disagree', 'industryReview');
    expect(regions(story)).toEqual({
      industry: 'done',
      factors: 'reviewing.inTime',
      commercial: 'done',
      veto: 'done',
    });
    story.send('factorsReview.agree', {}, { slot: 'L07' }).send('factorsReview.agree', {}, { slot: 'M02' });
    expect(story.tasks).toEqual(['factorsReview#D12 D12.reviewer']);
    expect(story.send('factorsReview.disagree', {}, { slot: 'D12' }).state).toBe('active.evaluation.scoring');
    expect(story.context.opinions).toEqual({
      industry: { D10: 'disagree', D01: 'disagree' },
      factors: { L07: 'agree', M02: 'agree', D12: 'disagree' },
      commercial: { L05: 'agreeWithConditions', L04: 'agreeWithConditions', D18: 'agreeWithConditions' },
    });
  });

  it('reminds on day 3, gives silence to the office on day 5, and never takes it for consent', () => {
    const story = Story.of(inputs.ordinary).to('preReview').all('agree', 'industryReview', 'commercialReview');
    story.send('vetoCheck.clear').send('factorsReview.agree', {}, { slot: 'M02' });
    expect(story.timers).toEqual(WITHIN_A_WEEK);
    expect(story.elapse('opinionReminder').said).toEqual([
      { type: 'remindUserTask', params: { task: 'factorsReview' } },
    ]);
    story.elapse('opinionOverdue');
    expect(story.tasks).toEqual([
      'factorsReview#D12 D12.reviewer',
      'factorsReview#L07 L07.reviewer',
      'overdueOpinions#factors LGO.staff',
    ]);
    expect(story.send('overdueOpinions.keepWaiting', {}, { slot: 'factors' }).timers).toEqual(WITHIN_A_WEEK);
    story.elapse('opinionOverdue').send('overdueOpinions.goOn', {}, { slot: 'factors' });
    expect(story.state).toBe('active.evaluation.scoring');
    expect(story.context.opinions.factors).toEqual({ M02: 'agree', D12: 'overdue', L07: 'overdue' });
  });

  it('takes a late opinion as long as the office has not gone on', () => {
    const story = Story.of(inputs.ordinary).to('preReview').elapse('opinionOverdue', '.industry.');
    story.all('agree', 'industryReview');
    expect(regions(story).industry).toBe('done');
    expect(story.tasks.some((task) => task.startsWith('overdueOpinions'))).toBe(false);
  });

  it('waits for the enterprise when a unit lacks material, and then goes on where every region was', () => {
    const story = Story.of(inputs.ordinary).to('preReview').all('agree', 'industryReview').send('vetoCheck.clear');
    story.elapse('opinionOverdue', '.factors.').send('commercialReview.agree', {}, { slot: 'L05' });
    const before = { regions: regions(story), tasks: [...story.tasks].sort() };
    story.send('commercialReview.requestMaterial', { missingMaterial: '近两年审计报告' }, { slot: 'D18' });
    expect(story.tasks).toEqual(['materialReceipt D01.specialist']);
    expect(story.said).toEqual([{ type: 'recordFacts', params: { facts: { missingMaterial: '近两年审计报告' } } }]);
    expect(story.timers).toEqual({ materialReminder: 14, materialOverdue: 28 });
    expect(story.walk.snapshot.hasTag('clockPaused')).toBe(true);
    story.elapse('materialReminder').elapse('materialOverdue');
    expect(story.said).toContainEqual({
      type: 'escalateUserTask',
      params: { task: 'materialReceipt', group: 'D01.head' },
    });
    story.send('materialReceipt.received', { receivedMaterial: '2024、2025年审计报告' });
    expect({ regions: regions(story), tasks: [...story.tasks].sort() }).toEqual(before);
    expect(story.said.map(({ params }) => params)).toEqual([
      { facts: { receivedMaterial: '2024、2025年审计报告', materialReceivedOn: '2026-11-20' } },
    ]);
    expect(story.context.awaitedMaterial).toBeNull();
  });

  it('waits for the enterprise while the data are collected, and goes on without it or back to following', () => {
    const waiting = () => Story.of(inputs.ordinary).to('collecting').send('evaluationCollecting.requestMaterial');
    expect(waiting().context.awaitedMaterial).toMatchObject({ askedBy: 'LGO', since: '2026-11-23' });
    expect(waiting().send('materialReceipt.goOnWithout').tasks).toEqual(['evaluationCollecting D01.specialist']);
    expect(waiting().send('materialReceipt.backToFollowUp').tasks).toEqual(['leadFollowUp D01.specialist']);
    expect(waiting().refusal('evaluationCollecting.submit')).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });

  it('keeps the overdue decisions of the regions apart', () => {
    const story = Story.of(inputs.ordinary).to('preReview');
    story.elapse('opinionOverdue', '.industry.').elapse('opinionOverdue', '.factors.');
    story.send('overdueOpinions.goOn', {}, { slot: 'factors' });
    expect(regions(story)).toMatchObject({ industry: 'reviewing.overdue', factors: 'overdueMarked' });
    expect(story.refusal('overdueOpinions.goOn', {}, { slot: 'commercial' })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });

  it('lets only the executive deputy leader rule on a veto; overruled, it asks who has not answered yet', () => {
    const story = Story.of(inputs.ordinary).to('preReview').all('agree', 'industryReview', 'commercialReview');
    story.send('vetoCheck.veto');
    expect(story.tasks).toEqual(['vetoRuling LG.exec']);
    expect(story.refusal('vetoRuling.overrule', { overrideReason: '  理由不足二十字  ' })).toBe(
      'PROCESS.EVENT_NOT_ACCEPTED',
    );
    story.send('vetoRuling.overrule');
    expect(regions(story)).toEqual({ industry: 'done', factors: 'reviewing.inTime', commercial: 'done', veto: 'done' });
    expect(story.all('agree', 'factorsReview').state).toBe('active.evaluation.scoring');
    const vetoed = Story.of(inputs.ordinary).to('preReview').send('vetoCheck.veto');
    expect(vetoed.send('vetoRuling.confirm').state).toBe('rejected');
  });

  it('asks everybody anew after the data have changed', () => {
    const story = Story.of(inputs.ordinary).to('scoring').send('scoring.return').send('evaluationCollecting.submit');
    expect(story.tasks).toHaveLength(9);
    expect(story.context.opinions).toEqual({});
  });

  it('computes the score, its band and the level, and closes nothing by a low score', () => {
    const story = Story.of(inputs.ordinary).to('scoring').send('scoring.confirm', { intensityScore: 0, taxScore: 0 });
    expect(story.said).toEqual([
      {
        type: 'recordFacts',
        params: { facts: expect.objectContaining({ score: 29.5, scoreBand: 'notAdvised' }) },
      },
      { type: 'recordLevel', params: { level: 'ordinary' } },
    ]);
    expect(story.state).toBe('active.review.selfReview');
  });

  it('passes over projects that were signed, started or running before they were filed', () => {
    expect(Story.of(inputs.built).to('collecting').state).toBe('active.signing.drafting');
    expect(Story.of(inputs.running).to('collecting').state).toBe('active.results.operating');
    const registered = { ...inputs.ordinary, milestones: { registeredOn: '2026-01-05' } };
    expect(Story.of(registered).to('collecting').state).toBe('active.evaluation.collecting');
  });

  it('is merged as a duplicate by the office as long as it is not reviewed', () => {
    expect(Story.of(inputs.ordinary).to('preReview').send('mergeDuplicate', {}, { actor: OFFICER }).state).toBe(
      'duplicate',
    );
    const reviewed = Story.of(inputs.ordinary).to('review');
    expect(reviewed.refusal('mergeDuplicate', {}, { actor: person('LGO', 'LGO.staff') })).toBe(
      'PROCESS.EVENT_NOT_ACCEPTED',
    );
  });
});
