import { Story } from '../test/version-3';
import { inputs } from '../test/walking';
import type { CarrierMode, LifecycleInput } from './context';

const registering = (input: LifecycleInput = inputs.ordinary): Story => Story.of(input).to('registration');
const planning = (input: LifecycleInput = inputs.ordinary): Story =>
  registering(input).send('enterpriseRegistration.licensed');
const tracks = (story: Story): string[] => story.walk.tasks.map(({ task }) => task.replace('Track', ''));

describe('registration', () => {
  it('is the work of the landing unit and the market regulation task force; either side completes it', () => {
    const story = registering();
    expect(story.tasks).toEqual([
      'enterpriseRegistration#Z01 Z01.coordinator',
      'enterpriseRegistration#D18 D18.specialist',
    ]);
    story.send('enterpriseRegistration.licensed', { registeredOn: '2026-11-20' }, { slot: 'D18' });
    expect(story.tasks).toEqual(['landingPlan Z01.coordinator']);
    expect(story.said.map(({ type }) => type)).toEqual(['recordFacts', 'recordMilestone']);
    expect(story.context.milestones).toEqual({ signedOn: '2026-11-20', registeredOn: '2026-11-20' });
  });

  it('refuses a licence of tomorrow', () => {
    expect(registering().refusal('enterpriseRegistration.licensed', { registeredOn: '2026-12-01' })).toBe(
      'PROCESS.EVENT_NOT_ACCEPTED',
    );
  });

  it('is passed over when the enterprise was registered before, at entry or meanwhile', () => {
    const known = { ...inputs.ordinary, milestones: { registeredOn: '2026-01-05' } };
    expect(registering(known).state).toBe('active.landing.planning');
    const early = Story.of(inputs.ordinary)
      .to('review')
      .send('milestoneReached', { milestone: 'registeredOn', on: '2026-11-01' });
    expect(early.state).toBe('active.review.selfReview');
    expect(early.said).toContainEqual({
      type: 'recordMilestone',
      params: { milestone: 'registeredOn', on: '2026-11-01' },
    });
    const meanwhile = registering().send('milestoneReached', { milestone: 'registeredOn', on: '2026-11-22' });
    expect(meanwhile.state).toBe('active.landing.planning');
  });

  it('proposes to terminate when the investor gives up, and goes on when the office refuses', () => {
    const story = registering().send('enterpriseRegistration.abandon');
    expect(story.tasks).toEqual(['terminationDecision LGO.director']);
    expect(story.send('terminationDecision.refuse').state).toBe('active.registration.preparing');
    expect(story.tasks).toHaveLength(2);
  });
});

describe('landing', () => {
  const needs = { energyTce: 2000, safetyFlag: true };

  it.each<[CarrierMode, readonly string[]]>([
    ['newLand', ['filing', 'land', 'planning', 'environment', 'energy', 'safety', 'construction', 'funds']],
    ['existingLand', ['filing', 'planning', 'environment', 'energy', 'safety', 'construction', 'funds']],
    ['revivedAssets', ['filing', 'land', 'environment', 'energy', 'safety', 'construction', 'funds']],
    ['leasedPlant', ['filing', 'environment', 'energy', 'safety', 'construction', 'funds']],
    ['officeSpace', ['filing', 'funds']],
    ['none', ['funds']],
  ])('asks for the tracks of its carrier: %s', (carrierMode, expected) => {
    const story = Story.of(inputs.ordinary).to('collecting').send('evaluationCollecting.submit', needs);
    story.all('agree', 'industryReview', 'factorsReview', 'commercialReview').send('vetoCheck.clear');
    story.send('scoring.confirm', { intensityScore: 1, taxScore: 1 }).send('selfReview.approve');
    story.send('agreementDrafting.submit', { agreementKind: 'formal' });
    story.all('pass', 'legalClearance', 'fairCompetitionReview', 'financeClearance', 'industryClearance');
    story.send('agreementApproval.approve').send('signingRecord.recordFormal').send('enterpriseRegistration.licensed');
    expect(tracks(story.send('landingPlan.set', { carrierMode }))).toEqual(expected);
  });

  it('leaves out energy, safety and environment where the project does not need them', () => {
    const story = planning().send('landingPlan.set', { carrierMode: 'newLand' });
    expect(tracks(story)).toEqual(['filing', 'land', 'planning', 'environment', 'construction', 'funds']);
    expect(story.tasks).toContain('constructionTrack D13.reviewer');
    expect(story.tasks).toContain('fundsTrack D01.specialist');
  });

  it('starts when every track is done or not needed after all', () => {
    const story = planning().send('landingPlan.set', { carrierMode: 'leasedPlant' });
    story.send('filingTrack.done').send('environmentTrack.notApplicable').send('constructionTrack.done');
    expect(story.refusal('startConfirmation.confirm')).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.send('fundsTrack.done').tasks).toEqual(['startConfirmation Z01.coordinator']);
    expect(story.refusal('startConfirmation.confirm', { startedOn: '2027-01-01' })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    story.send('startConfirmation.confirm', { startedOn: '2026-11-22' });
    expect(story.tasks).toEqual(['constructionProgress Z01.coordinator']);
    expect(story.context.milestones.startedOn).toBe('2026-11-22');
  });

  it('gives a block to the office at once, while the unit keeps its task', () => {
    const story = planning().send('landingPlan.set', { carrierMode: 'none' }).send('fundsTrack.blocked');
    expect(story.tasks).toEqual(['fundsTrack D01.specialist', 'blockedTrack#funds LGO.staff']);
    expect(story.send('blockedTrack.coordinated', {}, { slot: 'funds' }).tasks).toEqual(['fundsTrack D01.specialist']);
    story.send('fundsTrack.blocked').send('fundsTrack.done');
    expect(story.state).toBe('active.landing.starting');
  });

  it('warns when it does not start', () => {
    const story = planning().send('landingPlan.set', { carrierMode: 'none' }).send('fundsTrack.done');
    expect(story.timers).toEqual({ startReminder: 30, startNotice: 180 });
    expect(story.elapse('startReminder').elapse('startNotice').said).toEqual([
      { type: 'remindUserTask', params: { task: 'startConfirmation' } },
      { type: 'escalateUserTask', params: { task: 'startConfirmation', group: 'Z01.head' } },
    ]);
  });

  it('asks for the progress every month', () => {
    const story = planning().send('milestoneReached', { milestone: 'startedOn', on: '2026-11-22' });
    expect(story.state).toBe('active.landing.building');
    expect(story.timers).toEqual({ progressReminder: 30, progressOverdue: 60 });
    story.elapse('progressReminder').send('constructionProgress.report', { progressPercent: 35, faiCompleted: '1200' });
    expect(story.timers).toEqual({ progressReminder: 30, progressOverdue: 60 });
    expect(story.said).toEqual([
      { type: 'recordFacts', params: { facts: { progressPercent: 35, faiCompleted: '1200' } } },
    ]);
    expect(story.send('constructionProgress.completed').state).toBe('active.results.operating');
  });

  it('passes over whatever is already true', () => {
    const tracking = planning().send('landingPlan.set', { carrierMode: 'newLand' });
    expect(tracking.send('milestoneReached', { milestone: 'startedOn', on: '2026-11-22' }).tasks).toEqual([
      'constructionProgress Z01.coordinator',
    ]);
    const operating = planning().send('landingPlan.set', { carrierMode: 'newLand' });
    operating.send('milestoneReached', { milestone: 'operatedOn', on: '2026-11-22' });
    expect(operating.tasks).toEqual(['figuresFiling Z01.coordinator']);
    const twice = planning().refusal('milestoneReached', { milestone: 'registeredOn', on: '2026-11-22' });
    expect(twice).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });
});
