import { Story } from '../test/version-3';
import { inputs } from '../test/walking';

describe('lead', () => {
  it('goes to its task force when the notice names exactly one, and is accepted by the landing unit', () => {
    const story = Story.of(inputs.ordinary);
    expect(story.said).toEqual([{ type: 'checkDuplicates', params: {} }]);
    expect(story.send('duplicateCheck.clear').tasks).toEqual(['leadScreening D01.specialist']);
    expect(story.send('leadScreening.pass').tasks).toEqual(['referralAcceptance Z01.coordinator']);
    expect(story.said).toEqual([
      {
        type: 'recordFacts',
        params: {
          facts: {
            industryCode: 'C3825',
            industryFocus: '经办人按要求填写的内容',
            feasibilityNote: '经办人按要求填写的内容',
          },
        },
      },
      { type: 'recordLevel', params: { level: 'ordinary' } },
    ]);
    expect(story.send('referralAcceptance.accept').tasks).toEqual(['leadFollowUp D01.specialist']);
  });

  it('is dispatched by the office when no single task force is known: never a guess', () => {
    const story = Story.of(inputs.undispatched).send('duplicateCheck.clear');
    expect(story.tasks).toEqual(['leadDispatch LGO.staff']);
    story.send('leadDispatch.assign', {
      leadTaskForce: 'D05',
      assistTaskForces: ['D01', 'D05'],
      landingUnit: 'T03',
      reason: '生物医药由科技局主责',
    });
    expect(story.tasks).toEqual(['leadScreening D05.specialist']);
    expect(story.said).toEqual([
      {
        type: 'assignTaskForces',
        params: {
          leadTaskForce: 'D05',
          assistTaskForces: ['D01'],
          landingUnit: 'T03',
          reason: { zh: '生物医药由科技局主责', en: '生物医药由科技局主责' },
        },
      },
    ]);
    expect(story.context.landingKind).toBe('STREET_TOWN');
  });

  it('is looked at by the office when it may be a duplicate, and never rejected by machine', () => {
    const matches = [{ projectId: '018f2b6a-0000-7000-8000-000000000001', score: 85, reasons: ['sameInvestor'] }];
    const suspect = () => {
      const story = Story.of(inputs.ordinary);
      story.tell({ type: 'duplicateCheck.suspect', matches });
      return story;
    };
    expect(suspect().context.matches).toEqual(matches);
    expect(suspect().send('duplicateReview.notDuplicate').state).toBe('active.lead.screening');
    const merged = suspect().send('duplicateReview.merge');
    expect(merged.state).toBe('duplicate');
    expect(merged.said).toEqual([{ type: 'markDuplicate', params: { of: matches[0]?.projectId } }]);
  });

  it('does not hang when the duplicate check stays silent, and takes a late answer', () => {
    const silent = Story.of(inputs.ordinary);
    expect(silent.timers.duplicateCheckAnswer).toBeCloseTo(5 / 1440);
    expect(silent.elapse('duplicateCheckAnswer').tasks).toEqual(['duplicateReview LGO.staff']);
    expect(silent.send('duplicateCheck.clear').state).toBe('active.lead.screening');
  });

  it('comes back to the filer with a reason, and is checked again after the correction', () => {
    const story = Story.of(inputs.ordinary).send('duplicateCheck.clear').send('leadScreening.return');
    expect(story.tasks).toEqual(['leadCorrection L03.liaison']);
    expect(story.walk.snapshot.hasTag('clockPaused')).toBe(true);
    story.send('leadCorrection.resubmit', { totalInvestment: '12000' });
    expect(story.state).toBe('active.lead.duplicateCheck');
    expect(story.context.totalInvestment).toBe('12000');
  });

  it('goes back to the office when the landing unit declines or stays silent', () => {
    const declined = Story.of(inputs.ordinary).send('duplicateCheck.clear').send('leadScreening.pass');
    expect(declined.send('referralAcceptance.decline').state).toBe('active.lead.dispatch');
    expect(declined.context.landingUnit).toBeNull();
    const silent = Story.of(inputs.ordinary).send('duplicateCheck.clear').send('leadScreening.pass');
    expect(silent.elapse('acceptanceOverdue').state).toBe('active.lead.acceptance');
    expect(silent.said).toEqual([{ type: 'remindUserTask', params: { task: 'referralAcceptance' } }]);
    expect(silent.elapse('acceptanceLapse').state).toBe('active.lead.dispatch');
  });

  it('is reminded after 14 days, shown to the head after 30, recycled after 45; every follow-up starts the clocks anew', () => {
    const story = Story.of(inputs.ordinary).to('following');
    expect(story.timers).toEqual({ followUpReminder: 14, followUpYellow: 30, followUpRecycle: 45 });
    story.elapse('followUpReminder');
    expect(story.timers).toEqual({ followUpYellow: 16, followUpRecycle: 31 });
    story.send('leadFollowUp.logFollowUp', { followedUpOn: '2026-12-07' });
    expect(story.timers).toEqual({ followUpReminder: 14, followUpYellow: 30, followUpRecycle: 45 });
    expect(story.tasks).toEqual(['leadFollowUp D01.specialist']);
    expect(story.elapse('followUpReminder').elapse('followUpYellow').said).toEqual([
      { type: 'remindUserTask', params: { task: 'leadFollowUp' } },
      { type: 'escalateUserTask', params: { task: 'leadFollowUp', group: 'D01.head' } },
    ]);
    expect(story.elapse('followUpRecycle').tasks).toEqual(['leadDispatch LGO.staff']);
  });

  it('may be withdrawn by its filer only while it is a lead', () => {
    expect(Story.of(inputs.ordinary).send('withdraw').state).toBe('discarded');
    expect(Story.of(inputs.ordinary).to('collecting').refusal('withdraw')).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });
});
