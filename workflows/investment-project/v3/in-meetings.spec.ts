import type { ProcessDefinition, Walk } from '@landfall/process-definition';
import { pushMeetingV1 } from '@workflows/push-meeting/v1/push-meeting.v1';
import { streetTownReviewV1 } from '@workflows/street-town-review/v1/street-town-review.v1';
import { inputWith, MEETING_MORNING, MeetingStory } from '../../meeting-parts/test/meeting-story';
import type { QueueForMeeting } from '../commands';
import { Story } from '../test/version-3';
import { inputs } from '../test/walking';
import type { LifecycleInput } from './context';

const PROJECT = '019b0000-0000-7000-8000-000000000001';
const ITEM = 'i1';

interface Signal {
  readonly instanceId: string;
  readonly event: { readonly type: string };
}

const signalsOf = ({ commands }: Walk['steps'][number]): readonly Signal[] =>
  commands.flatMap(({ type, params }) => {
    if (type === 'signalProcess') return [params as unknown as Signal];
    return type === 'signalProcesses' ? (params.signals as readonly Signal[]) : [];
  });

/** A project and the meeting that reviews it, each with its own machine; what one says the other hears, as the outbox does. */
class Sitting {
  readonly project: Story;
  readonly meeting: MeetingStory;
  private readonly heard = { project: 0, meeting: 0 };
  /** What was told and not taken, as `<hearer> <event>`. */
  readonly refused: string[] = [];

  constructor(input: LifecycleInput, definition: ProcessDefinition, kind: 'judgement' | 'decision') {
    this.project = Story.of({ ...input, projectId: PROJECT }).to('review');
    const place = this.project.said.find(({ type }) => type === 'queueForMeeting')?.params as QueueForMeeting;
    const { title, question, projectName, presenter, units, landingUnit } = place;
    const item = { key: ITEM, kind, title, question, projectName, presenter, units, landingUnit };
    this.meeting = new MeetingStory(definition, inputWith([{ ...item, waiting: PROJECT, projectId: PROJECT }]));
    this.exchange();
  }

  /** Lets both hear what the other has said, until nobody says anything more. */
  exchange(): this {
    for (;;) {
      const fromMeeting = this.meeting.walk.steps.slice(this.heard.meeting).flatMap(signalsOf);
      const fromProject = this.project.walk.steps.slice(this.heard.project).flatMap(signalsOf);
      this.heard.meeting = this.meeting.walk.steps.length;
      this.heard.project = this.project.walk.steps.length;
      if (fromMeeting.length + fromProject.length === 0) return this;
      for (const { instanceId, event } of fromMeeting) {
        if (instanceId === PROJECT) this.hear('project', event.type, () => this.project.tell({ ...event }));
      }
      for (const { instanceId, event } of fromProject) {
        expect(instanceId).toBe(this.meeting.context.meetingId);
        this.hear('meeting', event.type, () => this.meeting.tell({ ...event }));
      }
    }
  }

  people(happens: (both: Sitting) => void): this {
    happens(this);
    return this.exchange();
  }

  /** Holds the meeting up to the conclusion of its one item. */
  opened(): this {
    this.meeting.send('planMeeting.plan').send('confirmPlan.confirm').send('papers.send');
    for (const unit of this.meeting.item(ITEM)?.units ?? []) {
      this.meeting.tell({ type: 'attendance.checkIn', unit, present: true });
    }
    this.meeting.at(MEETING_MORNING).send('openSession');
    this.project.walk = { ...this.project.walk, at: MEETING_MORNING };
    return this.exchange();
  }

  concluded(outcome: string, form: Readonly<Record<string, unknown>> = {}): this {
    this.meeting.send(outcome, form, { slot: ITEM }).send('closeSession');
    this.meeting.send('draftMinutes.submit').send('signMinutes.sign');
    this.meeting.tell({ type: 'numbered', number: '津滨招商办纪要〔2026〕3号' });
    return this.exchange();
  }

  private hear(who: string, event: string, take: () => unknown): void {
    try {
      take();
    } catch {
      this.refused.push(`${who} ${event}`);
    }
  }
}

const judged = (): Sitting => new Sitting(inputs.streetTown, streetTownReviewV1, 'judgement');
const decided = (): Sitting => new Sitting(inputs.district, pushMeetingV1, 'decision');

describe('a project and the meeting that reviews it', () => {
  it('agree on the place on the agenda, and on who sits', () => {
    const { project, meeting } = judged();
    expect(project.state).toBe('active.review.onAgenda.streetTown');
    expect(meeting.item(ITEM)).toMatchObject({
      standing: 'confirmed',
      presenter: 'T05',
      units: ['M02', 'D12', 'D10', 'D18', 'L07', 'D01'],
    });
  });

  it.each([
    ['concludeJudgement.proceed', 'active.signing.drafting', 'fulfilled'],
    ['concludeJudgement.proceedWithConditions', 'active.review.conditions.fulfilling', 'applied'],
    ['concludeJudgement.supplement', 'active.evaluation.collecting', 'fulfilled'],
    ['concludeJudgement.suggestTransfer', 'active.review.transferSuggested', 'fulfilled'],
    ['concludeJudgement.notRecommended', 'active.review.advisoryNegative', 'fulfilled'],
  ])('understand each other when the street-town meeting says %s', (outcome, state, standing) => {
    const { project, meeting } = judged().opened().concluded(outcome);
    expect(project.state).toBe(state);
    expect(meeting.resolution('r1')).toMatchObject({ standing });
  });

  it.each([
    ['concludeDecision.approve', 'active.signing.drafting', 'fulfilled'],
    ['concludeDecision.approveWithConditions', 'active.review.conditions.fulfilling', 'applied'],
    ['concludeDecision.supplement', 'active.evaluation.collecting', 'fulfilled'],
    ['concludeDecision.suggestTransfer', 'active.review.transferSuggested', 'fulfilled'],
    ['concludeDecision.defer', 'active.review.queuedDistrict', 'fulfilled'],
    ['concludeDecision.refuse', 'rejected', 'fulfilled'],
    ['concludeDecision.referUp', 'active.review.queuedLeadingGroup', 'fulfilled'],
  ])('understand each other when the district says %s', (outcome, state, standing) => {
    const { project, meeting } = decided().opened().concluded(outcome);
    expect(project.state).toBe(state);
    expect(meeting.resolution('r1')).toMatchObject({ standing });
  });

  it('part when the item is not heard: the project queues again', () => {
    const { project } = judged().opened().concluded('concludeJudgement.deferItem');
    expect(project.state).toBe('active.review.queuedStreetTown');
    expect(project.context.queueTurn).toBe(2);
  });

  it('follow conditions to their end', () => {
    const conditions = { conditions: '取得环评批复', conditionsDueOn: '2027-01-15' };
    const met = judged().opened().concluded('concludeJudgement.proceedWithConditions', conditions);
    expect(met.project.context.conditionsDueOn).toBe('2027-01-15');
    met.people(({ project }) => project.send('conditionReport.allMet').send('conditionConfirmation.confirm'));
    expect(met.meeting.resolution('r1')).toMatchObject({ standing: 'fulfilled' });
    const lapsed = judged().opened().concluded('concludeJudgement.proceedWithConditions', conditions);
    lapsed.people(({ project }) => project.elapse('conditionsDue'));
    expect(lapsed.meeting.resolution('r1')).toMatchObject({ standing: 'lapsed' });
    expect(lapsed.project.state).toBe('active.review.queuedStreetTown');
  });

  it('part when the project is recalled, and it hears nothing of the meeting any more', () => {
    const both = judged().people(({ project }) => project.send('recallFromReview'));
    expect(both.meeting.item(ITEM)).toMatchObject({ standing: 'left' });
    expect(both.project.state).toBe('active.evaluation.collecting');
  });

  it('part when the meeting takes the item off or is called off', () => {
    const off = judged().people(({ meeting }) =>
      meeting.tell({ type: 'agenda.remove', item: ITEM, reason: '材料不齐' }),
    );
    expect(off.project.state).toBe('active.review.queuedStreetTown');
    const cancelled = judged().people(({ meeting }) => meeting.send('cancelMeeting'));
    expect(cancelled.project.state).toBe('active.review.queuedStreetTown');
  });

  it('lose nothing when the project is suspended between the session and the signed minutes', () => {
    const both = judged().opened();
    both.people(({ meeting }) => meeting.send('concludeJudgement.proceed', {}, { slot: ITEM }).send('closeSession'));
    both.people(({ project }) => project.send('suspend', { until: '2026-12-20' }));
    expect(both.meeting.item(ITEM)).toMatchObject({ standing: 'concluded' });
    both.people(({ project }) => project.send('resume'));
    both.people(({ meeting }) => meeting.send('draftMinutes.submit').send('signMinutes.sign'));
    both.people(({ meeting }) => meeting.tell({ type: 'numbered', number: '津滨招商办纪要〔2026〕3号' }));
    expect(both.project.state).toBe('active.signing.drafting');
    expect(both.meeting.resolution('r1')).toMatchObject({ standing: 'fulfilled' });
  });

  it('come together again when the minutes were handed over while the project was suspended', () => {
    const both = judged().opened();
    both.people(({ meeting }) => meeting.send('concludeJudgement.proceed', {}, { slot: ITEM }).send('closeSession'));
    both.people(({ project }) => project.send('suspend', { until: '2026-12-20' }));
    both.people(({ meeting }) => meeting.send('draftMinutes.submit').send('signMinutes.sign'));
    both.people(({ meeting }) => meeting.tell({ type: 'numbered', number: '津滨招商办纪要〔2026〕3号' }));
    expect(both.refused).toContain('project resolution.approve');
    expect(both.meeting.resolution('r1')).toMatchObject({ standing: 'issued' });
    both.people(({ project }) => project.send('resume'));
    expect(both.project.state).toBe('active.review.onAgenda.streetTown');
    both.people(({ meeting }) => meeting.elapse('handOverLimit').send('handOverCheck.again'));
    expect(both.project.state).toBe('active.signing.drafting');
    expect(both.meeting.resolution('r1')).toMatchObject({ standing: 'fulfilled' });
  });

  it('part for good when the project is suspended before its item is heard: in the end it queues again', () => {
    const both = judged().people(({ project }) => project.send('suspend', { until: '2026-12-20' }));
    expect(both.meeting.item(ITEM)).toMatchObject({ standing: 'left' });
    both.people(({ project }) => project.send('resume'));
    // A meeting may release what left it; one that stays silent does not keep the project for ever.
    if (both.project.state === 'active.review.onAgenda.streetTown') both.project.elapse('agendaLongStop');
    expect(both.project.state).toBe('active.review.queuedStreetTown');
  });
});
