import { Story } from '../test/version-1';
import { inputs } from '../test/walking';
import type { LifecycleInput } from './context';

const queued = (input: LifecycleInput): Story => Story.of(input).to('review');

describe('review', () => {
  it.each<[string, LifecycleInput, string, string]>([
    ['an ordinary project of a zone', inputs.ordinary, 'selfReview', 'selfReview Z01.head'],
    ['a project of a street or town', inputs.streetTown, 'queuedStreetTown', 'streetTownReview SEO.staff'],
    ['a key project of the district', inputs.district, 'queuedDistrict', 'districtReview LGO.staff'],
    [
      'a major project',
      { ...inputs.ordinary, totalInvestment: '100000' },
      'queuedLeadingGroup',
      'leadingGroupReview LG.exec',
    ],
    [
      'a project across areas',
      { ...inputs.ordinary, crossRegion: true },
      'queuedLeadingGroup',
      'leadingGroupReview LG.exec',
    ],
    [
      'a major project in a street, because the street-town meeting comes first',
      { ...inputs.streetTown, totalInvestment: '100000' },
      'queuedStreetTown',
      'streetTownReview SEO.staff',
    ],
  ])('sends %s to the right body', (_what, input, state, task) => {
    const story = queued(input);
    expect(story.state).toBe(`active.review.${state}`);
    expect(story.tasks).toEqual([task]);
  });

  it('reads 重大 from foreign capital and follows a level set by hand', () => {
    const foreign = Story.of({ ...inputs.ordinary, capitalType: 'foreign' }).to('collecting');
    foreign.send('evaluationCollecting.submit', { foreignPlanned: '1000' });
    foreign.all('agree', 'industryReview', 'factorsReview', 'commercialReview').send('vetoCheck.clear');
    expect(foreign.send('scoring.confirm').state).toBe('active.review.queuedLeadingGroup');
    const lifted = Story.of(inputs.ordinary).to('scoring');
    expect(lifted.send('scoring.confirm', { levelOverride: 'districtKey' }).state).toBe('active.review.queuedDistrict');
  });

  it('never closes a project by an advisory negative opinion (6.2 invariant 4)', () => {
    const story = queued(inputs.streetTown).send('streetTownReview.notRecommended');
    expect(story.state).toBe('active.review.advisoryNegative');
    expect(story.tasks).toEqual(['advisoryDecision T05.commander']);
    story.elapse('advisoryReminder');
    expect(story.state).toBe('active.review.advisoryNegative');
    expect(story.timers).toEqual({});
  });

  it('goes on after a negative opinion only with a recorded reason of twenty characters', () => {
    const story = queued(inputs.streetTown).send('streetTownReview.notRecommended');
    expect(story.refusal('advisoryDecision.proceed', { overrideReason: '领导同意' })).toBe(
      'PROCESS.EVENT_NOT_ACCEPTED',
    );
    const overrideReason = '属地已落实标准厂房与蒸汽管线，投资方承诺年内开工，故继续推进。';
    story.send('advisoryDecision.proceed', { overrideReason });
    expect(story.state).toBe('active.signing.drafting');
    expect(story.context.advisoryOverride).toBe(overrideReason);
    expect(story.said).toEqual([{ type: 'recordFacts', params: { facts: { overrideReason } } }]);
  });

  it('tracks conditions until the office confirms them', () => {
    const story = queued(inputs.district).send('districtReview.approveWithConditions', {
      conditionsDueOn: '2027-01-02',
    });
    expect(story.tasks).toEqual(['conditionReport Z01.coordinator']);
    expect(story.timers).toEqual({ conditionsDue: 40 });
    story.send('conditionReport.allMet');
    expect(story.tasks).toEqual(['conditionConfirmation LGO.staff']);
    expect(story.timers).toEqual({});
    story.send('conditionConfirmation.notMet').send('conditionReport.allMet').send('conditionConfirmation.confirm');
    expect(story.state).toBe('active.signing.drafting');
  });

  it('reviews again when conditions lapse', () => {
    const story = queued(inputs.district).send('districtReview.approveWithConditions');
    expect(story.timers).toEqual({ conditionsDue: 60 });
    expect(story.elapse('conditionsDue').state).toBe('active.review.queuedDistrict');
  });

  it('defers without losing its place, refers up and refuses', () => {
    const story = queued(inputs.district).send('districtReview.defer');
    expect(story.state).toBe('active.review.queuedDistrict');
    expect(story.send('districtReview.referUp').state).toBe('active.review.queuedLeadingGroup');
    expect(story.send('leadingGroupReview.refuse').state).toBe('rejected');
  });

  it('transfers as suggested and then asks the body of the new area', () => {
    const story = queued(inputs.streetTown).send('streetTownReview.suggestTransfer');
    expect(story.tasks).toEqual(['transferRuling LGO.staff']);
    story.send('transferRuling.transfer', { landingUnit: 'Z02' });
    expect(story.tasks).toEqual(['selfReview Z02.head']);
    expect(story.said[0]).toMatchObject({ type: 'assignTaskForces', params: { landingUnit: 'Z02' } });
    const out = queued(inputs.streetTown).send('streetTownReview.suggestTransfer');
    expect(out.send('transferRuling.transferOut').state).toBe('transferredOut');
  });

  it('chooses the way again when a project is transferred while it waits', () => {
    const story = queued(inputs.ordinary).send('transfer', { destination: 'binhai', landingUnit: 'T07' });
    expect(story.tasks).toEqual(['streetTownReview SEO.staff']);
  });

  it('can be recalled by its task force', () => {
    expect(queued(inputs.district).send('recallFromReview').state).toBe('active.evaluation.collecting');
    expect(Story.of(inputs.ordinary).to('drafting').refusal('recallFromReview')).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });
});
