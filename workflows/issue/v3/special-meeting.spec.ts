import type { FormValues, SignalProcess } from '@landfall/process-definition';
import { person as inMeeting, inputWith, MEETING_MORNING, MeetingStory } from '../../meeting-parts/test/meeting-story';
import type { SpecialMeetingInput } from '../../special-meeting/v1/context';
import { specialMeetingV1 } from '../../special-meeting/v1/special-meeting.v1';
import { meetingOf, Story } from '../test/version-3';
import { inputs, person } from '../test/walking';

const LEADER = person('LG', 'LG.leader');
const EXECUTIVE = inMeeting('LG', 'LG.exec');
const LIMIT = 'unresolved.l3.limit.inTime';

const atTop = (input = inputs.normal) => Story.of(input).send('jumpUp', { level: 'l3' }, { actor: LEADER });

const ofItem = { meeting: meetingOf(1), meetingTitle: '2026年第1次领导小组专题会议', item: 'i1' };
const onAgenda = () => atTop().tell({ type: 'agenda.set', ...ofItem });
const work = (resolution: string, dueOn = '2026-12-31', unit = 'M02') => ({
  ...{ type: 'resolution.unblock', ...ofItem, resolution, text: '调剂指标', unit, dueOn },
});
const concluded = (...resolutions: string[]) => ({ type: 'item.concluded', ...ofItem, resolutions });
const done = (resolution: string) => ({ type: 'resolution.fulfilled', ...ofItem, resolution, note: '指标已下达' });
const failed = (resolution: string) => ({ type: 'resolution.failed', ...ofItem, resolution, reason: '指标未下达' });

/** What the last step told which process. */
const signals = (story: Story): string[] =>
  story.said.flatMap(({ type, params }) => {
    const all = type === 'signalProcess' ? [params] : type === 'signalProcesses' ? params.signals : [];
    return (all as SignalProcess[]).map(({ instanceId, event }) => `${instanceId} ${event.type}`);
  });

describe('an issue before the leading group', () => {
  it('queues for a special meeting with whoever has to sit, while the leaders may decide at any time', () => {
    const story = atTop();
    expect(story.state).toBe(`${LIMIT} unresolved.l3.meeting.queued`);
    expect(story.heard('queueForMeeting')).toEqual({
      ...{ queue: 'leadingGroupIssue', turn: 1, title: '海河新能源装备：供地批次未排定', question: '供地批次未排定' },
      ...{
        projectId: inputs.normal.projectId,
        projectName: '海河新能源装备',
        landingUnit: 'Z01',
        leadTaskForce: 'D01',
      },
      ...{ units: ['M02', 'D13', 'D01'], urgent: false, holdBy: null, presenter: 'Z01' },
    });
    expect(story.tasks).toEqual(['leadingGroupDecision#leader LG.leader', 'leadingGroupDecision#exec LG.exec']);
    story.send('leadingGroupDecision.decide', {}, { slot: 'leader', actor: LEADER });
    expect(story.state).toBe('unresolved.executing');
    expect(story.heard('leaveMeetingQueue')).toEqual({ turn: 1 });
  });

  it('is presented by the office where no unit is known, and nobody judges what he presents', () => {
    expect(atTop(inputs.withoutUnits).heard('queueForMeeting')).toMatchObject({
      presenter: 'LGO',
      units: ['M02', 'D13'],
    });
  });

  it('stands on one agenda, and leaves it when a leader has decided before the meeting', () => {
    const story = onAgenda();
    expect(story.state).toBe(`${LIMIT} unresolved.l3.meeting.onAgenda`);
    expect(signals(story)).toEqual([`${meetingOf(1)} item.confirmed`]);
    story.send('leadingGroupDecision.park', {}, { slot: 'leader', actor: LEADER });
    expect(signals(story)).toEqual([`${meetingOf(1)} item.left`]);
    expect(story.state).toBe('parked');
  });

  it('queues once more when the meeting lets it go, does not agree, says nothing in the end, or for too long', () => {
    const again = `${LIMIT} unresolved.l3.meeting.queued`;
    for (const told of [
      { type: 'agenda.released', ...ofItem, reason: '下次再议' },
      { type: 'item.noAgreement', ...ofItem, reason: '分歧较大' },
      concluded(),
    ]) {
      const story = onAgenda().tell(told);
      expect([told.type, story.state, story.heard('queueForMeeting')?.turn]).toEqual([told.type, again, 2]);
    }
    expect(onAgenda().tell({ type: 'item.noAgreement', ...ofItem, reason: '分歧较大' }).context.tried).toBe(
      '领导小组专题会议未形成决定：分歧较大',
    );
    const silent = onAgenda().elapse('agendaLongStop');
    expect(silent.context.meetings.turn).toBe(2);
    // What another meeting says, or the same one once more, changes nothing.
    expect(() => onAgenda().tell({ type: 'agenda.released', ...ofItem, meeting: meetingOf(7) })).toThrow();
    expect(() => onAgenda().tell({ ...work('r1'), item: 'i2' })).toThrow();
  });

  it('waits for what the meeting ordered until the last of it is due, and is verified when all is done', () => {
    const story = onAgenda()
      .tell(work('r1', '2026-12-31'))
      .tell(work('r2', '2026-12-11', 'D13'));
    expect(story.state).toBe('unresolved.meetingOrdered');
    expect(story.tasks).toEqual([]);
    expect(story.heard('moveIssue')).toEqual({ state: 'executing', level: 3, until: '2026-12-31' });
    expect(story.heard('markBlocked')).toEqual({ level: 3, mustAct: ['LGO.staff', 'D13.specialist'] });
    expect(signals(story)).toEqual([
      `${meetingOf(1)} resolution.applied`,
      `${inputs.normal.projectId} resolution.unblock`,
    ]);
    story.tell(concluded('r1', 'r2')).tell(done('r2'));
    expect(story.state).toBe('unresolved.meetingOrdered');
    story.tell(done('r1'));
    expect(story.tasks).toEqual(['resolutionVerification Z01.coordinator']);
    expect(story.context).toMatchObject({ result: '指标已下达', resolvedByUnits: ['M02', 'D13'] });
  });

  it('may be told that these were all resolutions before it has them all', () => {
    const story = onAgenda().tell(concluded('r1', 'r2')).tell(work('r2')).tell(done('r2'));
    expect(story.state).toBe('unresolved.meetingOrdered');
    expect(story.tell({ ...work('r1'), type: 'resolution.note', dueOn: null, unit: null }).state).toBe('verifying');
  });

  it('takes each resolution once', () => {
    expect(() => onAgenda().tell(work('r1')).tell(work('r1'))).toThrow();
  });

  it('keeps what comes after a leader has decided, whose order goes before it, and is verified when that is done', () => {
    const ordered = onAgenda().send('leadingGroupDecision.decide', {}, { slot: 'leader', actor: LEADER });
    expect(ordered.tell(work('r1')).state).toBe('unresolved.executing');
    expect(signals(ordered)).toContain(`${meetingOf(1)} resolution.applied`);
    expect(ordered.tell(concluded('r1')).tell(done('r1')).state).toBe('verifying');
    const sentBack = onAgenda().send('leadingGroupDecision.sendBack', {}, { slot: 'leader', actor: LEADER });
    expect(sentBack.tell(work('r1')).state).toBe('unresolved.meetingOrdered');
    const solved = onAgenda().send('leadingGroupDecision.resolved', {}, { slot: 'leader', actor: LEADER });
    expect(solved.tell(work('r1')).state).toBe('verifying');
  });

  it('is back before the leading group when the work failed or is late; what is late and then done counts', () => {
    const ordered = () => onAgenda().tell(work('r1')).tell(concluded('r1'));
    const back = `${LIMIT} unresolved.l3.meeting.queued`;
    const broken = ordered().tell(failed('r1'));
    expect(broken.state).toBe(back);
    expect(broken.heard('notify')).toMatchObject({ kind: 'issue.meetingWorkFailed' });
    expect(broken.context.tried).toBe('领导小组专题会议议定事项未落实：指标未下达');
    const late = ordered().elapse('resolutionsDue');
    expect(late.state).toBe(back);
    expect(late.tell(done('r1')).state).toBe('verifying');
    const parked = ordered().elapse('resolutionsDue').send('leadingGroupDecision.park', {}, { slot: 'leader' });
    expect(parked.tell(done('r1')).state).toBe('verifying');
    // Before another meeting it is another meeting's work.
    const anew = ordered().elapse('resolutionsDue');
    anew.tell({ type: 'agenda.set', ...ofItem, meeting: meetingOf(2) });
    expect(() => anew.tell(done('r1'))).toThrow();
  });
});

const ISSUE_ID = inputs.normal.issueId;

/** A special meeting and the one issue on its agenda, told what they say to each other until nobody says anything. */
class Together {
  readonly issue = atTop();
  readonly meeting: MeetingStory;

  constructor() {
    const queued = this.issue.heard('queueForMeeting');
    const input: SpecialMeetingInput = {
      kind: 'special',
      ...inputWith([
        {
          key: 'i1',
          kind: 'problem',
          title: String(queued?.title),
          question: String(queued?.question),
          waiting: ISSUE_ID,
          projectId: String(queued?.projectId),
          projectName: String(queued?.projectName),
          presenter: String(queued?.presenter),
          units: queued?.units as string[],
        },
      ]),
    };
    this.meeting = new MeetingStory(specialMeetingV1, input);
    this.meeting.send('approveMeeting.approve', {}, { actor: EXECUTIVE });
    this.issue.tell({ type: 'agenda.set', meeting: input.meetingId, meetingTitle: input.title, item: 'i1' });
    this.answer();
  }

  /** Holds the meeting up to the conclusion of its item and the signed minutes. */
  conclude(outcome: string, form: FormValues = {}): this {
    const { meeting } = this;
    meeting.send('planMeeting.plan').send('confirmPlan.confirm', {}, { actor: EXECUTIVE });
    for (const unit of meeting.item('i1')?.units ?? []) {
      meeting.tell({ type: 'attendance.checkIn', unit, present: true });
    }
    meeting.at(MEETING_MORNING).send('openSession').send(`concludeProblem.${outcome}`, form, { slot: 'i1' });
    meeting.send('closeSession').send('draftMinutes.submit').send('signMinutes.sign', {}, { slot: 'chair' });
    return this.tellMeeting({ type: 'numbered', number: '津滨招商办纪要〔2026〕5号' });
  }

  tellMeeting(event: Parameters<MeetingStory['tell']>[0]): this {
    this.meeting.tell(event);
    for (const { instanceId, event: said } of this.meeting.signals) {
      if (instanceId !== ISSUE_ID) continue;
      this.issue.tell(said);
      this.answer();
    }
    return this;
  }

  private answer(): void {
    const said = this.issue.said.flatMap(({ type, params }): readonly SignalProcess[] => {
      if (type === 'signalProcess') return [params as unknown as SignalProcess];
      return type === 'signalProcesses' ? (params.signals as readonly SignalProcess[]) : [];
    });
    for (const { instanceId, event } of said) {
      if (instanceId === this.meeting.context.meetingId && !this.meeting.refuses(event)) this.meeting.tell(event);
    }
  }
}

describe('an issue and its special meeting', () => {
  it('confirm each other, and the accepted work brings the issue to its verification', () => {
    const both = new Together();
    expect(both.meeting.item('i1')?.standing).toBe('confirmed');
    both.conclude('unblock', { unit: 'M02', dueOn: '2026-12-31', criterion: '指标下达' });
    expect(both.meeting.resolution('r1')?.standing).toBe('applied');
    expect(both.issue.state).toBe('unresolved.meetingOrdered');
    both.tellMeeting({ type: 'supervisionItem.closed', item: 'meeting:2026-11-23/r1', note: '指标已下达' });
    expect(both.issue.state).toBe('verifying');
    expect(both.meeting.states).toBe('archived');
  });

  it('bring it back when the work is voided or the meeting does not hear it', () => {
    const voided = new Together().conclude('order', { unit: 'M02', dueOn: '2026-12-31', criterion: '指标下达' });
    voided.tellMeeting({ type: 'supervisionItem.voided', item: 'meeting:2026-11-23/r1', note: '另行处理' });
    expect(voided.issue.context.meetings.turn).toBe(2);
    expect(new Together().conclude('deferItem').issue.context.meetings.turn).toBe(2);
    expect(new Together().conclude('noAgreement').issue.context.meetings.turn).toBe(2);
  });
});
