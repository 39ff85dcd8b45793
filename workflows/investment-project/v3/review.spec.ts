import type { MeetingQueue } from '../commands';
import { BODIES, factsOf, major, OTHER, onAgenda, queued, saidOf, toldMeeting } from '../test/review-stories';
import { MEETING, resolution, Story } from '../test/version-3';
import { inputs, person } from '../test/walking';
import type { LifecycleInput } from './context';

describe('the way to the reviewing body', () => {
  it.each<[string, LifecycleInput, string]>([
    ['a project of a street or town', inputs.streetTown, 'queuedStreetTown'],
    ['a key project of the district', inputs.district, 'queuedDistrict'],
    ['a major project', major, 'queuedLeadingGroup'],
    ['a project across areas', { ...inputs.ordinary, crossRegion: true }, 'queuedLeadingGroup'],
    [
      'a major project in a street, because the street-town meeting comes first',
      { ...inputs.streetTown, totalInvestment: '100000' },
      'queuedStreetTown',
    ],
  ])('leads %s to its queue, where nobody has a task', (_what, input, state) => {
    const story = queued(input);
    expect(story.state).toBe(`active.review.${state}`);
    expect(story.tasks).toEqual([]);
  });

  it('leaves an ordinary project of a zone to the zone', () => {
    expect(queued(inputs.ordinary).tasks).toEqual(['selfReview Z01.head']);
    expect(queued(inputs.ordinary).send('selfReview.lift').state).toBe('active.review.queuedDistrict');
  });

  it('reads 重大 from foreign capital and follows a level set by hand', () => {
    const foreign = Story.of({ ...inputs.ordinary, capitalType: 'foreign' }).to('collecting');
    foreign.send('evaluationCollecting.submit', { foreignPlanned: '1000' });
    foreign.all('agree', 'industryReview', 'factorsReview', 'commercialReview').send('vetoCheck.clear');
    expect(foreign.send('scoring.confirm').state).toBe('active.review.queuedLeadingGroup');
    const lifted = Story.of(inputs.ordinary).to('scoring');
    expect(lifted.send('scoring.confirm', { levelOverride: 'districtKey' }).state).toBe('active.review.queuedDistrict');
  });

  it('is chosen again when a project is transferred while it waits', () => {
    const story = queued(inputs.ordinary).send('transfer', { destination: 'binhai', landingUnit: 'T07' });
    expect(story.state).toBe('active.review.queuedStreetTown');
    expect(story.send('transfer', { destination: 'binhai', landingUnit: 'Z03' }).tasks).toEqual([
      'selfReview Z03.head',
    ]);
    expect(saidOf(story, 'leaveMeetingQueue')).toEqual([{ turn: 1 }]);
  });
});

describe('the queue for a meeting', () => {
  it('says what waits, who presents it, who has to sit and what is asked', () => {
    const story = queued({ ...inputs.streetTown, projectId: '019b0000-0000-7000-8000-000000000001' });
    expect(saidOf(story, 'queueForMeeting')).toEqual([
      {
        queue: 'streetTown',
        turn: 1,
        title: '海河新能源装备',
        projectId: '019b0000-0000-7000-8000-000000000001',
        projectName: '海河新能源装备',
        landingUnit: 'T05',
        leadTaskForce: 'D01',
        units: ['M02', 'D12', 'D10', 'D18', 'L07', 'D01'],
        urgent: false,
        holdBy: null,
        presenter: 'T05',
        question: '研判项目的产业匹配度和落地可行性，提出推进意见，供落地服务参考。',
      },
    ]);
  });

  it('asks the units that the needs of the project concern, each once', () => {
    const story = Story.of(inputs.major).to('collecting');
    story.send('evaluationCollecting.submit', { waterNeed: true, safetyFlag: true, energyTce: 2000 });
    story.all('agree', 'industryReview', 'factorsReview', 'commercialReview').send('vetoCheck.clear');
    story.send('scoring.confirm', { intensityScore: 10, taxScore: 9 });
    expect(saidOf(story, 'queueForMeeting')).toMatchObject([
      { queue: 'leadingGroup', units: ['M02', 'D12', 'D10', 'L05', 'D15', 'L07', 'D01'] },
    ]);
  });

  it.each(BODIES)('of the %s reminds its conveners after ten working days, and only them', (queue, input, state) => {
    const story = queued(input);
    expect(Object.keys(story.timers)).toEqual(['reviewReminder']);
    story.elapse('reviewReminder');
    expect(story.state).toBe(state);
    const groups = {
      streetTown: ['SEO.staff', 'LGO.staff'],
      district: ['LGO.staff'],
      leadingGroup: ['LGO.staff', 'LGO.director'],
    };
    expect(story.said).toMatchObject([
      { type: 'notify', params: { kind: 'project.awaitsMeeting', groups: groups[queue] } },
    ]);
  });

  it.each(BODIES)('of the %s is left for the agenda, which hears that the project is there', (queue, input) => {
    const story = onAgenda(input);
    expect(story.state).toBe(`active.review.onAgenda.${queue}`);
    expect(saidOf(story, 'leaveMeetingQueue')).toEqual([{ turn: 1 }]);
    expect(toldMeeting(story)).toEqual(['item.confirmed item-1']);
    expect(story.context.agenda).toEqual({ ...MEETING, item: 'item-1' });
    expect(Object.keys(story.timers)).toEqual(['agendaLongStop']);
  });

  it('takes no agenda that does not say whose it is', () => {
    const story = queued(inputs.district);
    expect(story.deaf({ type: 'agenda.set', meetingTitle: '某会议', item: 'item-1' })).toBe(
      'PROCESS.EVENT_NOT_ACCEPTED',
    );
    expect(story.deaf({ type: 'agenda.set', ...MEETING })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });
});

describe('a project on an agenda', () => {
  const conclusions: readonly [MeetingQueue, LifecycleInput, string, string][] = [
    ['streetTown', inputs.streetTown, 'approve', 'active.signing.drafting'],
    ['streetTown', inputs.streetTown, 'conditions', 'active.review.conditions.fulfilling'],
    ['streetTown', inputs.streetTown, 'supplement', 'active.evaluation.collecting'],
    ['streetTown', inputs.streetTown, 'transfer', 'active.review.transferSuggested'],
    ['streetTown', inputs.streetTown, 'notRecommended', 'active.review.advisoryNegative'],
    ['streetTown', inputs.streetTown, 'defer', 'active.review.queuedStreetTown'],
    ['district', inputs.district, 'approve', 'active.signing.drafting'],
    ['district', inputs.district, 'conditions', 'active.review.conditions.fulfilling'],
    ['district', inputs.district, 'defer', 'active.review.queuedDistrict'],
    ['district', inputs.district, 'supplement', 'active.evaluation.collecting'],
    ['district', inputs.district, 'refuse', 'rejected'],
    ['district', inputs.district, 'referUp', 'active.review.queuedLeadingGroup'],
    ['district', inputs.district, 'transfer', 'active.review.transferSuggested'],
    ['leadingGroup', major, 'approve', 'active.signing.drafting'],
    ['leadingGroup', major, 'conditions', 'active.review.conditions.fulfilling'],
    ['leadingGroup', major, 'defer', 'active.review.queuedLeadingGroup'],
    ['leadingGroup', major, 'supplement', 'active.evaluation.collecting'],
    ['leadingGroup', major, 'refuse', 'rejected'],
    ['leadingGroup', major, 'transfer', 'active.review.transferSuggested'],
  ];

  it.each(conclusions)('of the %s is led by its resolution', (_queue, input, kind, state) => {
    const story = onAgenda(input).concluded(kind);
    expect(story.state).toBe(state);
    expect(toldMeeting(story)).toEqual(['item.left item-1', `resolution.applied r-${kind}`]);
    expect(factsOf(story)).toMatchObject({
      opinion: '产业匹配度较好，落地条件基本具备。',
      meetingOn: '2026-11-20',
      reviewMeeting: MEETING.meetingTitle,
      minutesNumber: '津滨招商办纪要〔2026〕3号',
    });
    // Twice sent, it is taken once.
    const before = story.walk;
    expect(['PROCESS.EVENT_NOT_ACCEPTED', 'PROCESS.ENDED']).toContain(story.deaf(resolution(kind)));
    expect(story.walk).toBe(before);
  });

  it.each(BODIES)('of the %s takes nothing that its body cannot conclude', (queue, input) => {
    const kinds = ['approve', 'conditions', 'supplement', 'transfer', 'notRecommended', 'defer', 'refuse', 'referUp'];
    const allowed = conclusions.filter(([body]) => body === queue).map(([, , kind]) => kind);
    const others = kinds.filter((kind) => !allowed.includes(kind));
    expect(others.length).toBeGreaterThan(0);
    const story = onAgenda(input);
    for (const kind of others) expect(story.deaf(resolution(kind))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });

  it.each(BODIES)('of the %s hears only the meeting and the item that it is on', (_queue, input) => {
    const story = onAgenda(input);
    for (const kind of ['approve', 'conditions', 'supplement', 'transfer', 'defer']) {
      expect(story.deaf(resolution(kind, OTHER))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
      expect(story.deaf(resolution(kind, { item: 'item-2' }))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
      expect(story.deaf(resolution(kind, { resolution: undefined }))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    }
    expect(story.deaf({ type: 'agenda.set', ...OTHER, item: 'item-9' })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.deaf({ type: 'agenda.released', ...OTHER, item: 'item-1' })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.context.agenda).toEqual({ ...MEETING, item: 'item-1' });
  });

  it.each(BODIES)('of the %s queues again, with a new turn, when the meeting releases it', (_queue, input, state) => {
    const story = onAgenda(input).tell({ type: 'agenda.released', ...MEETING, item: 'item-1', reason: '会议改期' });
    expect(story.state).toBe(state);
    expect(toldMeeting(story)).toEqual(['item.left item-1']);
    expect(saidOf(story, 'queueForMeeting')).toMatchObject([{ turn: 2 }]);
    // What the meeting says late concerns it no more.
    expect(story.deaf(resolution('approve'))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    story.onAgenda('item-7', OTHER);
    expect(saidOf(story, 'leaveMeetingQueue')).toEqual([{ turn: 2 }]);
    expect(story.deaf(resolution('approve'))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.concluded('approve', { ...OTHER, item: 'item-7' }).state).toBe('active.signing.drafting');
  });

  it.each(BODIES)('of the %s queues again when nothing is heard for thirty working days', (_queue, input, state) => {
    const story = onAgenda(input).elapse('agendaLongStop');
    expect(story.state).toBe(state);
    expect(toldMeeting(story)).toEqual(['item.left item-1']);
    expect(saidOf(story, 'queueForMeeting')).toMatchObject([{ turn: 2 }]);
  });

  it('keeps its body when it comes back: what was lifted or referred up is not routed anew', () => {
    const lifted = queued(inputs.ordinary).send('selfReview.lift').onAgenda().concluded('defer');
    expect(lifted.state).toBe('active.review.queuedDistrict');
    const referred = onAgenda(inputs.district).concluded('referUp').onAgenda('item-2', OTHER);
    referred.tell({ type: 'agenda.released', ...OTHER, item: 'item-2', reason: '改期' });
    expect(referred.state).toBe('active.review.queuedLeadingGroup');
  });

  it('takes a deferral of the next meeting as well, but never the same one twice', () => {
    const story = onAgenda(inputs.district).concluded('defer').onAgenda();
    expect(story.deaf(resolution('defer'))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.concluded('defer', { resolution: 'r-2' }).context.queueTurn).toBe(3);
    // Meetings number their resolutions each for itself.
    story.onAgenda('item-1', OTHER);
    expect(story.concluded('defer', { ...OTHER, resolution: 'r-2' }).context.queueTurn).toBe(4);
  });
});

describe('withdrawing from the review', () => {
  const staff = person('T05', 'T05.specialist');

  it('gives up the place in the queue', () => {
    const story = queued(inputs.streetTown).send('recallFromReview', {}, { actor: staff });
    expect(story.state).toBe('active.evaluation.collecting');
    expect(story.said).toEqual([{ type: 'leaveMeetingQueue', params: { turn: 1 } }]);
  });

  it('tells the meeting that had it on its agenda', () => {
    const story = onAgenda(inputs.streetTown).send('recallFromReview', {}, { actor: staff });
    expect(story.state).toBe('active.evaluation.collecting');
    expect(toldMeeting(story)).toEqual(['item.left item-1']);
    expect(story.deaf(resolution('approve'))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });

  it('is no longer possible once the project was approved', () => {
    expect(Story.of(inputs.district).to('drafting').refusal('recallFromReview')).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });
});

describe('a suspension during the review', () => {
  it('gives up the place in the queue and takes a new one afterwards', () => {
    const story = queued(inputs.district).send('suspend', { until: '2026-12-10' });
    expect(story.said).toEqual([{ type: 'leaveMeetingQueue', params: { turn: 1 } }]);
    expect(story.deaf({ type: 'agenda.set', ...MEETING, item: 'item-1' })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    story.send('resume');
    expect(saidOf(story, 'queueForMeeting')).toMatchObject([{ turn: 2 }]);
  });

  it('leaves the agenda, hears no resolution, and is on the agenda again afterwards', () => {
    const story = onAgenda(inputs.district).send('suspend', { until: '2026-12-10' });
    expect(toldMeeting(story)).toEqual(['item.left item-1']);
    const before = story.walk;
    expect(story.deaf(resolution('approve'))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.deaf(resolution('order'))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.walk).toBe(before);
    story.send('resume');
    expect(story.state).toBe('active.review.onAgenda.district');
    expect(toldMeeting(story)).toEqual(['item.confirmed item-1']);
    expect(story.concluded('approve').state).toBe('active.signing.drafting');
  });

  it('ends on no agenda when the project is terminated', () => {
    const story = onAgenda(inputs.district).send('requestTermination');
    expect(toldMeeting(story)).toEqual(['item.left item-1']);
    expect(story.send('terminationDecision.approve').state).toBe('terminated');
    const kept = onAgenda(inputs.district).send('requestTermination').send('terminationDecision.refuse');
    expect(toldMeeting(kept)).toEqual(['item.confirmed item-1']);
  });
});
