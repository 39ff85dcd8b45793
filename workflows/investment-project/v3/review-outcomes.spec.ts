import { Rejection, takeStep } from '@landfall/process-definition';
import { factsOf, onAgenda, saidOf, toldMeeting } from '../test/review-stories';
import { eventsOf, exploreLifecycle, MEETING, Story } from '../test/version-3';
import { inputs } from '../test/walking';
import { investmentProjectV3 as definition } from './investment-project.v3';

describe('conditions', () => {
  const set = { conditions: '完成环评批复', dueOn: '2027-01-02' };
  const conditioned = (): Story => onAgenda(inputs.district).concluded('conditions', set);

  it('are recorded as the minutes say them, with their date', () => {
    const story = conditioned();
    expect(factsOf(story)).toMatchObject({ conditions: '完成环评批复', conditionsDueOn: '2027-01-02' });
    expect(story.context.conditionsOf).toEqual({ meeting: MEETING.meeting, resolution: 'r-conditions' });
    expect(story.tasks).toEqual(['conditionReport Z01.coordinator']);
    expect(story.timers).toEqual({ conditionsDue: 40 });
    expect(onAgenda(inputs.district).concluded('conditions', { dueOn: '尽快' }).timers).toEqual({ conditionsDue: 60 });
  });

  it('are fulfilled when the office confirms them, and the meeting that set them hears it', () => {
    const story = conditioned().send('conditionReport.allMet');
    expect(story.tasks).toEqual(['conditionConfirmation LGO.staff']);
    expect(story.timers).toEqual({});
    story.send('conditionConfirmation.notMet').send('conditionReport.allMet');
    expect(toldMeeting(story)).toEqual([]);
    story.send('conditionConfirmation.confirm', { note: '批复已取得' });
    expect(story.state).toBe('active.signing.drafting');
    expect(saidOf(story, 'signalProcesses')).toEqual([
      {
        signals: [
          {
            instanceId: MEETING.meeting,
            event: { type: 'resolution.fulfilled', resolution: 'r-conditions', note: '批复已取得' },
          },
        ],
      },
    ]);
    expect(story.context).toMatchObject({ conditionsOf: null, conditionsDueOn: null });
  });

  it.each<[string, (story: Story) => Story, string]>([
    ['their date passes', (story) => story.elapse('conditionsDue'), 'active.review.queuedDistrict'],
    ['they are given up', (story) => story.send('conditionReport.giveUp'), 'active.review.queuedDistrict'],
    ['the project is recalled', (story) => story.send('recallFromReview'), 'active.evaluation.collecting'],
    [
      'the project goes to another area',
      (story) => story.send('transfer', { destination: 'binhai', landingUnit: 'T07' }),
      'active.review.queuedStreetTown',
    ],
    ['the project leaves Binhai', (story) => story.send('transfer', { destination: 'outside' }), 'transferredOut'],
    [
      'the project is terminated',
      (story) => story.send('requestTermination').send('terminationDecision.approve'),
      'terminated',
    ],
  ])('lapse when %s, and the meeting hears it once', (_what, happens, state) => {
    const story = happens(conditioned());
    expect(story.state).toBe(state);
    expect(toldMeeting(story)).toEqual(['resolution.lapsed r-conditions']);
    expect(story.context.conditionsOf).toBeNull();
  });

  it('stand through a suspension', () => {
    const story = conditioned().send('suspend', { until: '2026-12-10' });
    expect(toldMeeting(story)).toEqual([]);
    story.send('resume').send('conditionReport.allMet').send('conditionConfirmation.confirm');
    expect(toldMeeting(story)).toEqual(['resolution.fulfilled r-conditions']);
  });
});

describe('an advisory negative opinion', () => {
  const negative = (): Story => onAgenda(inputs.streetTown).concluded('notRecommended');

  it('closes nothing (6.2 invariant 4)', () => {
    const story = negative();
    expect(story.tasks).toEqual(['advisoryDecision T05.commander']);
    story.elapse('advisoryReminder');
    expect(story.state).toBe('active.review.advisoryNegative');
    expect(story.timers).toEqual({});
  });

  it('is gone against only with a recorded reason of twenty characters', () => {
    const story = negative();
    expect(story.refusal('advisoryDecision.proceed', { overrideReason: '领导同意' })).toBe(
      'PROCESS.EVENT_NOT_ACCEPTED',
    );
    const overrideReason = '属地已落实标准厂房与蒸汽管线，投资方承诺年内开工，故继续推进。';
    story.send('advisoryDecision.proceed', { overrideReason });
    expect(story.state).toBe('active.signing.drafting');
    expect(story.context.advisoryOverride).toBe(overrideReason);
    expect(story.said).toEqual([{ type: 'recordFacts', params: { facts: { overrideReason } } }]);
  });

  it('never closes a project: on no walk does a resolution of the street-town meeting end one', () => {
    const heard = exploreLifecycle()
      .walks.filter(({ states }) => states.includes('active.review.onAgenda.streetTown'))
      .flatMap((walk) => {
        const resolutions = eventsOf(walk).filter(({ type }) => type.startsWith('resolution.'));
        return resolutions.map((event) => ({ type: event.type, next: takeStep(definition, walk, event) }));
      });
    const taken = heard.flatMap(({ type, next }) => (next instanceof Rejection ? [] : [{ type, to: next.states }]));
    expect(taken.filter(({ to }) => to.some((state) => !state.startsWith('active.')))).toEqual([]);
    const refused = heard.flatMap(({ type, next }) => (next instanceof Rejection ? [type] : []));
    expect([...new Set(refused)].sort()).toEqual([
      ...['resolution.failed', 'resolution.fulfilled', 'resolution.referUp', 'resolution.refuse'],
    ]);
    expect(taken.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['resolution.approve', 'resolution.notRecommended', 'resolution.defer']),
    );
  });
});

describe('a suggested transfer', () => {
  it('is ruled on by the office, and then the body of the new area is asked', () => {
    const story = onAgenda(inputs.streetTown).concluded('transfer', { landingUnit: 'Z02' });
    expect(factsOf(story)).toMatchObject({ suggestedLandingUnit: 'Z02' });
    expect(story.tasks).toEqual(['transferRuling LGO.staff']);
    story.send('transferRuling.transfer', { landingUnit: 'Z02' });
    expect(story.tasks).toEqual(['selfReview Z02.head']);
    expect(story.said[0]).toMatchObject({ type: 'assignTaskForces', params: { landingUnit: 'Z02' } });
  });

  it('may lead out of Binhai or be declined', () => {
    const suggested = (): Story => onAgenda(inputs.streetTown).concluded('transfer');
    expect(suggested().send('transferRuling.transferOut').state).toBe('transferredOut');
    expect(suggested().send('transferRuling.keep').state).toBe('active.review.queuedStreetTown');
  });
});
