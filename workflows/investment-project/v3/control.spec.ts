import { Story } from '../test/version-3';
import { inputs, person } from '../test/walking';

const head = person('D01', 'D01.head', 'D01.specialist');

describe('control', () => {
  it('takes the work out of all inboxes while suspended, and brings it back as it was', () => {
    const story = Story.of(inputs.ordinary).to('preReview').all('agree', 'industryReview');
    story.send('factorsReview.agree', {}, { slot: 'M02' });
    const before = [...story.tasks].sort();
    story.send('suspend', { until: '2026-12-20' }, { actor: head });
    expect(story.tasks).toEqual([]);
    expect(story.walk.snapshot.hasTag('suspended')).toBe(true);
    expect(story.refusal('factorsReview.agree', {}, { slot: 'D12' })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect([...story.send('resume').tasks].sort()).toEqual(before);
    expect(story.context.suspension).toBeNull();
  });

  it('needs the office for more than 30 days', () => {
    const story = Story.of(inputs.ordinary).to('following');
    expect(story.refusal('suspend', { until: '2026-12-24' }, { actor: head })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.send('suspend', { until: '2026-12-24' }).state).toBe('suspended.paused');
  });

  it('is reviewed when the suspension ends, at the latest every 30 days', () => {
    const short = Story.of(inputs.ordinary).to('following').send('suspend', { until: '2026-12-03' });
    expect(short.timers).toEqual({ suspensionReviewDue: 10 });
    const long = Story.of(inputs.ordinary).to('following').send('suspend', { until: '2027-11-23' });
    expect(long.timers).toEqual({ suspensionReviewDue: 30 });
    expect(long.elapse('suspensionReviewDue').tasks).toEqual(['suspensionReview LGO.staff']);
    expect(long.send('suspensionReview.prolong', { until: '2027-03-01' }).timers).toEqual({ suspensionReviewDue: 30 });
    long.elapse('suspensionReviewDue').send('suspensionReview.resume');
    expect(long.tasks).toEqual(['leadFollowUp D01.specialist']);
  });

  it('is terminated only by the office, and goes on where it was when the office refuses', () => {
    const story = Story.of(inputs.ordinary).to('drafting').send('requestTermination', {}, { actor: head });
    expect(story.tasks).toEqual(['terminationDecision LGO.director']);
    expect(story.send('terminationDecision.refuse').tasks).toEqual(['agreementDrafting Z01.coordinator']);
    story.send('requestTermination').send('terminationDecision.approve');
    expect(story.state).toBe('terminated');
  });

  it('stays suspended when the termination of a suspended project is refused, and still knows where it was', () => {
    const story = Story.of(inputs.ordinary).to('ready').send('suspend').send('requestTermination');
    expect(story.send('terminationDecision.refuse').state).toBe('suspended.paused');
    expect(story.send('resume').state).toBe('active.signing.ready');
  });

  it('keeps its state when it is transferred, and gives its work to the receiving unit', () => {
    const story = Story.of(inputs.ordinary).to('ready').send('transfer', { destination: 'binhai', landingUnit: 'T05' });
    expect(story.state).toBe('active.signing.ready');
    expect(story.tasks).toEqual(['signingRecord T05.specialist']);
    expect(story.said[0]).toMatchObject({
      type: 'assignTaskForces',
      params: { landingUnit: 'T05', leadTaskForce: 'D01' },
    });
    expect(story.send('transfer', { destination: 'outside' }).state).toBe('transferredOut');
  });

  it('corrects data anywhere, audited and without touching the work', () => {
    const story = Story.of(inputs.ordinary).to('preReview');
    const before = story.tasks;
    story.send('correct', { totalInvestment: '9000', reason: '投资方更正' });
    expect(story.tasks).toEqual(before);
    expect(story.context.totalInvestment).toBe('9000');
    expect(story.said).toEqual([{ type: 'recordFacts', params: { facts: { totalInvestment: '9000' } } }]);
    expect(story.send('suspend').send('correct', { projectName: '更名后的项目' }).context.projectName).toBe(
      '更名后的项目',
    );
  });
});
