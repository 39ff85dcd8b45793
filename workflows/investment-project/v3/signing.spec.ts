import { Story } from '../test/version-3';
import { inputs } from '../test/walking';
import type { LifecycleInput } from './context';

const drafting = (input: LifecycleInput = inputs.ordinary): Story => Story.of(input).to('drafting');
const formal = { agreementKind: 'formal', agreedStartOn: '2027-03-01', agreedProductionOn: '2028-03-01' };

describe('signing', () => {
  it('turns yellow after 60 working days and red after 90, and nobody outside the landing unit gets its work', () => {
    const story = drafting();
    expect(story.tasks).toEqual(['agreementDrafting Z01.coordinator']);
    expect(story.timers).toEqual({ signingYellow: 84, signingRed: 126 });
    expect(story.elapse('signingYellow').elapse('signingRed').said).toEqual([
      { type: 'remindUserTask', params: { task: 'agreementDrafting' } },
      { type: 'escalateUserTask', params: { task: 'agreementDrafting', group: 'Z01.head' } },
    ]);
  });

  it('asks for land only when the draft has land clauses', () => {
    const units = ['L04.reviewer', 'D18.reviewer', 'L05.reviewer', 'D01.head'];
    const groups = (story: Story) => story.walk.tasks.map(({ group }) => group);
    expect(groups(drafting().send('agreementDrafting.submit', formal))).toEqual(units);
    expect(groups(drafting().send('agreementDrafting.submit', { ...formal, landClauses: true }))).toEqual([
      ...units,
      'M02.reviewer',
    ]);
  });

  it('sends the whole draft back when one clearance fails, and clears it anew', () => {
    const story = drafting().send('agreementDrafting.submit', formal);
    story.send('fairCompetitionReview.pass', { fairReviewNo: '津滨公竞审〔2026〕8号' }).send('legalClearance.fail');
    expect(story.state).toBe('active.signing.drafting');
    story.send('agreementDrafting.submit', formal);
    expect(story.tasks).toHaveLength(4);
    expect(story.context.fairReviewNo).toBeNull();
  });

  it('chases overdue clearances without ever giving them away', () => {
    const story = drafting().send('agreementDrafting.submit', formal);
    story.all('pass', 'legalClearance', 'financeClearance', 'industryClearance');
    story.elapse('clearanceReminder', '.fairCompetition.').elapse('clearanceOverdue', '.fairCompetition.');
    expect(story.tasks).toEqual(['fairCompetitionReview D18.reviewer', 'overdueWork#fairCompetition LGO.staff']);
    story.send('overdueWork.chased', {}, { slot: 'fairCompetition' });
    expect(story.tasks).toEqual(['fairCompetitionReview D18.reviewer']);
    expect(
      story.walk.steps.flatMap(({ commands }) => commands).filter(({ type }) => type === 'escalateUserTask'),
    ).toEqual([]);
  });

  it.each<[string, string, boolean, string]>([
    ['below 1亿', '9999.9999', false, 'Z01.head'],
    ['from 1亿', '10000', false, 'LG.deputy'],
    ['below 10亿', '99999', false, 'LG.deputy'],
    ['from 10亿', '100000', false, 'LG.exec'],
    ['with special terms', '500', true, 'LG.exec'],
  ])('is approved by amount: %s', (_what, agreementAmount, specialTerms, group) => {
    const story = drafting().send('agreementDrafting.submit', { ...formal, agreementAmount, specialTerms });
    story.all('pass', 'legalClearance', 'fairCompetitionReview', 'financeClearance', 'industryClearance');
    expect(story.tasks).toEqual([`agreementApproval ${group}`]);
  });

  it('is approved by the commander of a street or town below 1亿', () => {
    const story = drafting(inputs.streetTown).send('agreementDrafting.submit', { ...formal, agreementAmount: '500' });
    story.all('pass', 'legalClearance', 'fairCompetitionReview', 'financeClearance', 'industryClearance');
    expect(story.tasks).toEqual(['agreementApproval T05.commander']);
  });

  it('records the formal signing as a milestone, and none that lies ahead', () => {
    const story = Story.of(inputs.ordinary).to('ready');
    expect(story.refusal('signingRecord.recordFormal', { signedOn: '2026-11-24' })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    story.send('signingRecord.recordFormal', { signedOn: '2026-11-23', agreementNo: 'BH-2026-18' });
    expect(story.state).toBe('active.registration.preparing');
    expect(story.said).toEqual([
      { type: 'recordMilestone', params: { milestone: 'signedOn', on: '2026-11-23' } },
      { type: 'recordFacts', params: { facts: { agreementNo: 'BH-2026-18' } } },
    ]);
  });

  it('counts a day in Asia/Shanghai, not in UTC', () => {
    const story = Story.of({ ...inputs.ordinary, at: '2026-11-23T17:00:00.000Z' }).to('ready');
    expect(story.send('signingRecord.recordFormal', { signedOn: '2026-11-24' }).context.milestones.signedOn).toBe(
      '2026-11-24',
    );
  });

  it('never signs formally without a fair-competition review (6.2 invariant 3)', () => {
    const story = Story.of(inputs.ordinary).to('clearance');
    story.all('pass', 'legalClearance', 'financeClearance', 'industryClearance');
    expect(story.state).toContain('fairCompetition.clearing');
    expect(story.refusal('signingRecord.recordFormal')).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.refusal('agreementApproval.approve')).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.refusal('milestoneReached', { milestone: 'signedOn', on: '2026-11-20' })).toBe(
      'PROCESS.EVENT_NOT_ACCEPTED',
    );
  });

  it('does not count a framework as signed, and asks after six months what becomes of it', () => {
    const story = drafting().send('agreementDrafting.submit', { agreementKind: 'framework' });
    story.all('pass', 'legalClearance', 'fairCompetitionReview', 'financeClearance', 'industryClearance');
    story.send('agreementApproval.approve');
    expect(story.refusal('signingRecord.recordFormal')).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    story.send('signingRecord.recordFramework');
    expect(story.context.milestones).toEqual({});
    expect(story.timers).toEqual({ frameworkExpiry: 180 });
    expect(story.elapse('frameworkExpiry').tasks).toEqual(['frameworkExpiry LGO.staff']);
    expect(story.send('frameworkExpiry.extend').timers).toEqual({ frameworkExpiry: 180 });
    expect(story.send('frameworkFollowUp.draftFormal').state).toBe('active.signing.drafting');
  });
});
