import { Rejection, takeStep } from '@landfall/process-definition';
import type { MeetingQueue } from '../commands';
import { eventsOf, exploreLifecycle, MEETING, resolution, Story } from '../test/version-3';
import { inputs, person } from '../test/walking';
import type { LifecycleInput } from './context';
import { investmentProjectV3 as definition } from './investment-project.v3';

const OTHER = { meeting: '019b0000-0000-7000-8000-000000000022', meetingTitle: '另一次会议' };
const major = { ...inputs.ordinary, totalInvestment: '100000' };

const queued = (input: LifecycleInput): Story => Story.of(input).to('review');
const onAgenda = (input: LifecycleInput): Story => queued(input).onAgenda();

/** The events that the project told a meeting in the last step, as `<type> <item or resolution>`. */
const toldMeeting = (story: Story, meeting = MEETING.meeting): string[] =>
  story.said
    .flatMap(({ type, params }) => {
      if (type === 'signalProcess') return [params];
      return type === 'signalProcesses' ? (params as { signals: unknown[] }).signals : [];
    })
    .map((signal) => signal as { instanceId: string; event: Record<string, string> })
    .filter(({ instanceId }) => instanceId === meeting)
    .map(({ event }) => `${event.type} ${event.item ?? event.resolution}`);

const saidOf = (story: Story, type: string): unknown[] =>
  story.said.filter((command) => command.type === type).map(({ params }) => params);

const factsOf = (story: Story): Record<string, unknown> =>
  Object.assign({}, ...saidOf(story, 'recordFacts').map((params) => (params as { facts: object }).facts));

const BODIES: readonly [MeetingQueue, LifecycleInput, string][] = [
  ['streetTown', inputs.streetTown, 'active.review.queuedStreetTown'],
  ['district', inputs.district, 'active.review.queuedDistrict'],
  ['leadingGroup', major, 'active.review.queuedLeadingGroup'],
];

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

describe('what a meeting orders about a project', () => {
  const order = (kind: string, more = {}) =>
    resolution(kind, { text: '三日内协调供电', unit: 'D10', dueOn: '2026-12-01', ...more });

  it.each(['order', 'unblock', 'deadline'])('(%s) is recorded wherever it stands, once, and answered', (kind) => {
    for (const stage of ['following', 'preReview', 'review', 'drafting', 'registration'] as const) {
      const story = Story.of(inputs.streetTown).to(stage);
      const { states, tasks } = story;
      story.tell(order(kind));
      expect([story.states, story.tasks]).toEqual([states, tasks]);
      expect(factsOf(story)).toEqual({
        meetingOrder: '三日内协调供电',
        meetingOrderUnit: 'D10',
        meetingOrderDueOn: '2026-12-01',
        meetingOrderBy: MEETING.meetingTitle,
        meetingOrderNumber: '津滨招商办纪要〔2026〕3号',
      });
      expect(toldMeeting(story)).toEqual([`resolution.applied r-${kind}`]);
      expect(story.deaf(order(kind))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    }
  });

  it('may come with the review of the project and changes nothing of it', () => {
    const story = onAgenda(inputs.district).tell(order('order'));
    expect(story.state).toBe('active.review.onAgenda.district');
    expect(story.concluded('approve').state).toBe('active.signing.drafting');
  });

  it('is heard of again when it is carried out or fails, once', () => {
    const story = onAgenda(inputs.district)
      .tell(order('order'))
      .tell(order('deadline', { resolution: 'r-2' }));
    story.tell({ type: 'resolution.fulfilled', ...MEETING, item: 'item-1', resolution: 'r-order', note: '已接电' });
    expect(factsOf(story)).toEqual({ meetingOrderResult: '已接电' });
    const again = { type: 'resolution.fulfilled', ...MEETING, item: 'item-1', resolution: 'r-order' };
    expect(story.deaf(again)).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    story.tell({ type: 'resolution.failed', ...MEETING, item: 'item-1', resolution: 'r-2', reason: '督办作废' });
    expect(factsOf(story)).toEqual({ meetingOrderResult: '督办作废' });
    expect(story.context.resolutions.every(({ open }) => !open)).toBe(true);
  });

  it('is remembered for the last fifty resolutions, so that a context never grows without end', () => {
    const story = Story.of(inputs.ordinary).to('drafting');
    for (let number = 0; number < 60; number += 1) story.tell(order('order', { resolution: `r-${number}` }));
    expect(story.context.resolutions).toHaveLength(50);
    expect(story.deaf(order('order', { resolution: 'r-59' }))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });

  it('may only be noted', () => {
    const story = Story.of(inputs.ordinary).to('drafting').tell(resolution('note'));
    expect(factsOf(story)).toEqual({ meetingNote: '产业匹配度较好，落地条件基本具备。' });
    expect(toldMeeting(story)).toEqual(['resolution.applied r-note']);
  });
});

describe('a push request', () => {
  const asked = { problemTypes: ['site', 'energy'], question: '用地指标与用能指标尚未落实', urgent: true };

  it('starts a process of its own with everything that it needs to know', () => {
    const projectId = '019b0000-0000-7000-8000-000000000001';
    const story = Story.of({ ...inputs.district, projectId }).to('drafting');
    const { states, tasks } = story;
    const actor = person('Z01', 'Z01.member', 'Z01.coordinator');
    story.send('requestPush', asked, { actor });
    expect([story.states, story.tasks]).toEqual([states, tasks]);
    expect(story.said).toEqual([
      {
        type: 'startProcess',
        params: {
          definition: 'push-request',
          correlationKey: `push:${projectId}:1`,
          belongsTo: projectId,
          input: {
            requestKey: `push:${projectId}:1`,
            projectId,
            projectName: '海河新能源装备',
            projectLevel: 'districtKey',
            landingUnit: 'Z01',
            leadTaskForce: 'D01',
            ...asked,
            requester: { account: 'Z01', name: 'Z01', unit: 'Z01', group: 'Z01.coordinator' },
            issueId: null,
          },
        },
      },
    ]);
  });

  it('has a key of its own each time, also for a project that never learned its identity', () => {
    const keyOf = (story: Story): unknown =>
      saidOf(story, 'startProcess')
        .map((params) => (params as { correlationKey: string }).correlationKey)
        .join();
    const story = Story.of(inputs.district).to('drafting');
    const first = keyOf(story.send('requestPush', asked));
    const second = keyOf(story.send('requestPush', asked));
    expect(first).not.toBe(second);
    expect(story.said[0]).toMatchObject({ params: { input: { projectId: null } } });
    expect(story.said[0]).not.toHaveProperty('params.belongsTo');
  });

  it('is made from the evaluation on, and of active projects only', () => {
    const early = Story.of(inputs.district).to('following');
    expect(early.refusal('requestPush', asked)).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    for (const stage of ['collecting', 'review', 'clearance', 'registration'] as const) {
      expect(Story.of(inputs.district).to(stage).send('requestPush', asked).said).toHaveLength(1);
    }
    const suspended = Story.of(inputs.district).to('drafting').send('suspend', { until: '2026-12-10' });
    expect(suspended.refusal('requestPush', asked)).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });
});
