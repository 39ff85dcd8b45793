import { person } from '../../meeting-parts/test/meeting-story';
import { ALL_MEMBERS, conferenceStory, inputOf, MEETING_MORNING, PLAN } from '../test/walking';
import { factsOf } from './context';

const LEADER = person('LG', 'LG.leader');
const NUMBER = { type: 'numbered', number: '津滨招商办纪要〔2026〕3号' };

const report = (unit: string) => ({ slot: unit, actor: person(unit, `${unit}.specialist`) });

const collecting = (more: Parameters<typeof conferenceStory>[0] = {}) =>
  conferenceStory(more).elapse('collectingOpens');

const composing = (more: Parameters<typeof conferenceStory>[0] = {}) => {
  const story = collecting(more);
  for (const unit of more.members ?? ['D01', 'Z01', 'T05']) story.send('unitReport.submit', {}, report(unit));
  return story.send('closeCollecting');
};

const approving = (more: Parameters<typeof conferenceStory>[0] = {}) =>
  composing(more).send('composeAgenda.compose', { ...PLAN, speakers: ['Z01'] });

const convened = (more: Parameters<typeof conferenceStory>[0] = {}) =>
  approving(more)
    .send('approveAsDirector.approve')
    .send('approveAsExecutive.approve')
    .send('approveAsLeader.approve', {}, { actor: LEADER });

const inSession = (more: Parameters<typeof conferenceStory>[0] = {}) =>
  convened(more).at(MEETING_MORNING).send('openSession', {}, { actor: LEADER });

const followedUp = () => {
  const story = inSession();
  story.send(
    'concludeTopic.order',
    { conclusion: '三季度新开工30个', unit: 'D10', dueOn: '2026-09-30', criterion: '统计口径30个' },
    { slot: 'deployment' },
  );
  for (const { key } of story.context.items.filter(({ standing }) => standing === 'confirmed')) {
    story.send('concludeTopic.noted', { conclusion: '会议听取了情况' }, { slot: key });
  }
  return story
    .send('closeSession')
    .send('draftMinutes.submit')
    .send('signMinutes.sign', {}, { slot: 'executive' })
    .tell(NUMBER);
};

describe('a half-year conference', () => {
  it('begins thirty working days before its window and asks every unit for its report', () => {
    const story = conferenceStory();
    expect(story.told).toEqual(['meeting.conference.scheduled']);
    expect(story.context).toMatchObject({ kind: 'conference', state: 'scheduled', period: '2026H1' });
    story.elapse('collectingOpens');
    // Weekdays, as a machine knows no holidays; the engine's calendar says which working day it really is.
    expect(story.walk.at).toBe('2026-05-04T01:00:00.000Z');
    expect(factsOf(story.context).reportsDueOn).toBe('2026-06-15');
    expect(story.tasks).toEqual([
      'unitReport#D01 D01.specialist',
      'unitReport#Z01 Z01.coordinator',
      'unitReport#T05 T05.specialist',
    ]);
    expect(story.heard('recordMeeting')).toMatchObject({
      state: 'collecting',
      mustAct: ['D01.specialist', 'Z01.coordinator', 'T05.specialist'],
    });
  });

  it('gives the units ten working days even when it is called late', () => {
    const story = conferenceStory({ at: '2026-07-20T01:00:00.000Z' }).elapse('collectingOpens');
    expect(factsOf(story.context).reportsDueOn).toBe('2026-08-03');
  });

  it('chases only the missing, and may close early only when all are in', () => {
    const story = collecting().send('unitReport.submit', { signedProjects: 4 }, report('D01'));
    expect(story.heard('recordMeeting')).toMatchObject({ mustAct: ['Z01.coordinator', 'T05.specialist'] });
    for (const delay of ['reportReminder15', 'reportReminder10', 'reportReminder5', 'reportReminder2']) {
      story.elapse(delay);
      expect(story.heard('remindUserTask')).toEqual({ task: 'unitReport' });
      expect(story.tasks).toHaveLength(2);
    }
    expect(story.problems('closeCollecting')).toEqual(['CONFERENCE.REPORTS_MISSING']);
    expect(story.refuses({ type: 'closeCollecting' })).toBe(true);
    story.send('unitReport.submit', {}, report('Z01')).send('unitReport.submit', {}, report('T05'));
    expect(story.problems('closeCollecting')).toEqual([]);
    expect(story.send('closeCollecting').tasks).toEqual(['composeAgenda LGO.staff']);
    expect(factsOf(story.context).reports[0]).toMatchObject({
      unit: 'D01',
      standing: 'given',
      figures: { signedProjects: 4, newProjects: null },
    });
  });

  it('records who was silent when the reports are due, and tells their heads', () => {
    const story = collecting().send('unitReport.submit', {}, report('Z01')).elapse('reportsDue');
    const missing = factsOf(story.context).reports.filter(({ standing }) => standing === 'notGiven');
    expect(missing.map(({ unit }) => unit)).toEqual(['D01', 'T05']);
    expect(story.said.find(({ params }) => params.kind === 'meeting.conference.unreported')?.params.groups).toEqual([
      'LGO.director',
      'D01.head',
      'T05.commander',
    ]);
    expect(story.item('reports')?.question).toBe('已报 1 个单位，未报 2 个');
    expect(story.tasks).toEqual(['composeAgenda LGO.staff']);
  });

  it('drafts its agenda from what came in, and the office chooses who speaks', () => {
    const story = collecting();
    story.send('unitReport.submitWithTopic', { topicTitle: '一企一策盘活厂房' }, report('T05'));
    story.elapse('reportsDue');
    expect(story.context.items.map(({ key, kind }) => [key, kind])).toEqual([
      ['readBack', 'readBack'],
      ['reports', 'report'],
      ['exchange:T05', 'exchange'],
      ['deployment', 'deployment'],
    ]);
    expect(story.item('readBack')?.question).toContain('未落实 1 项');
    expect(story.problems('composeAgenda.compose', { ...PLAN, speakers: ['D18'] })).toEqual([
      'CONFERENCE.SPEAKER_NOT_MEMBER',
    ]);
    story.send('composeAgenda.compose', { ...PLAN, speakers: ['Z01', 'D01'], deployment: '抓实四早，三季度集中开工' });
    expect(story.context.items.map(({ key }) => key)).toEqual([
      ...['readBack', 'report:Z01', 'report:D01', 'reports', 'exchange:T05', 'deployment'],
    ]);
    expect(story.item('deployment')?.question).toBe('抓实四早，三季度集中开工');
    expect(story.heard('issueDocuments')).toEqual({ documents: ['agenda', 'papers', 'signInSheet'] });
  });

  it('composes a returned agenda anew without losing what was arranged', () => {
    const story = approving();
    story.tell({ type: 'agenda.add', item: { key: 'other', kind: 'other', title: '其他事项' } });
    story.send('approveAsDirector.approve').send('approveAsExecutive.return', { reason: '增加街镇发言' });
    expect(story.told).toEqual(['meeting.conference.returned']);
    expect(story.context.reason).toBe('增加街镇发言');
    story.send('composeAgenda.compose', { ...PLAN, speakers: ['T05'] });
    expect(story.context.items.map(({ key }) => key)).toEqual([
      ...['readBack', 'report:T05', 'reports', 'deployment', 'other'],
    ]);
    expect(story.tasks).toEqual(['approveAsDirector LGO.director']);
  });

  it('asks the conference before how its resolutions stand, and takes its answer into the read-back', () => {
    const { previous } = inputOf();
    const story = composing();
    expect(story.signals).toEqual([
      {
        instanceId: previous?.meetingId,
        event: { type: 'readBack.asked', from: '019aaf00-0000-7000-8000-0000000000c1' },
      },
    ]);
    const answer = {
      ...previous,
      resolutions: previous?.resolutions.map((known) => ({ ...known, standing: 'lapsed' })),
    };
    story.tell({ type: 'readBack.told', previous: answer });
    expect(story.item('readBack')?.question).toContain('未落实 2 项');
    expect(story.refuses({ type: 'readBack.told', previous: { ...answer, meetingId: 'another' } })).toBe(true);
  });

  it('has nothing to read back the first time', () => {
    const story = composing({ previous: null });
    expect(story.item('readBack')).toBeUndefined();
    expect(story.signals).toEqual([]);
  });

  it('goes up by director, executive deputy and leader, who may set another date', () => {
    const story = approving();
    const next = () => story.heard('recordMeeting')?.mustAct;
    expect(next()).toEqual(['LGO.director']);
    story.send('approveAsDirector.approve');
    expect([story.tasks, next()]).toEqual([['approveAsExecutive LG.exec'], ['LG.exec']]);
    story.send('approveAsExecutive.approve');
    expect([story.tasks, next()]).toEqual([['approveAsLeader LG.leader'], ['LG.leader']]);
    expect(story.problems('approveAsLeader.approve', { plannedOn: '2026-06-12' })).toContain(
      'CONFERENCE.BEFORE_WINDOW',
    );
    story.send('approveAsLeader.approve', { plannedOn: '2026-07-14' });
    expect(story.context).toMatchObject({ plannedOn: '2026-07-14', plannedTime: '09:30', place: '第一会议室' });
    expect(story.heard('issueDocuments')).toEqual({ documents: ['notice'] });
  });

  it('keeps five working days between the notice and the day', () => {
    const story = approving().send('approveAsDirector.approve').send('approveAsExecutive.approve');
    story.at('2026-07-03T02:00:00.000Z');
    expect(story.problems('approveAsLeader.approve')).toEqual([]);
    story.at('2026-07-06T02:00:00.000Z');
    expect(story.problems('approveAsLeader.approve')).toEqual(['MEETING.DATE_NOT_AHEAD']);
    expect(story.problems('approveAsLeader.approve', { plannedOn: '2026-07-13' })).toEqual([]);
  });

  it('lets the office agree to a substitute, or has the unit reply again', () => {
    const story = convened();
    story.send('reply.substitute', { person: '李副局长', post: '副局长' }, { slot: 'D01' });
    story.send('reply.substitute', { person: '王科长', post: '科长' }, { slot: 'T05' });
    expect(story.tasks.filter((task) => task.startsWith('approve'))).toEqual([
      'approveSubstitute#D01 LGO.staff',
      'approveSubstitute#T05 LGO.staff',
    ]);
    story.send('approveSubstitute.agree', {}, { slot: 'D01' });
    story.send('approveSubstitute.refuse', { reason: '请街道主要负责同志参会' }, { slot: 'T05' });
    expect(story.said.find(({ type }) => type === 'notify')?.params).toMatchObject({
      kind: 'meeting.conference.substituteRefused',
      groups: ['T05.specialist', 'T05.commander'],
    });
    expect(story.context.attendance.T05?.reply).toBe('none');
    expect(story.tasks).toEqual(['papers LGO.staff', 'reply#Z01 Z01.coordinator', 'reply#T05 T05.specialist']);
    expect(factsOf(story.context).substitutes).toEqual([{ unit: 'D01', person: '李副局长' }]);
  });

  it('decides anew when an agreed unit sends yet another person', () => {
    const story = convened().send('reply.substitute', { person: '李副局长' }, { slot: 'D01' });
    story.send('approveSubstitute.agree', {}, { slot: 'D01' });
    story.tell({ type: 'attendance.change', unit: 'D01', reply: 'substitute', person: '赵科长', reason: '出差' });
    expect(story.tasks).toContain('approveSubstitute#D01 LGO.staff');
    story.tell({ type: 'attendance.change', unit: 'D01', reply: 'attend', person: '张局长' });
    expect(story.tasks.filter((task) => task.startsWith('approveSubstitute'))).toEqual([]);
  });

  it('reminds everybody three days and one day before, and counts who stayed silent', () => {
    const story = convened().send('reply.attend', {}, { slot: 'Z01' });
    story.elapse('meetingReminder').elapse('meetingReminderAgain');
    expect(story.told).toEqual(['meeting.conference.approaching']);
    story.elapse('repliesCounted');
    expect(story.context.attendance.D01?.reply).toBe('silent');
    expect(story.told).toEqual(['meeting.silent']);
  });

  it('is moved only with all approvals anew, and asks everybody again', () => {
    const story = convened().send('reply.attend', {}, { slot: 'Z01' });
    story.send('reschedule', { ...PLAN, plannedOn: '2026-07-20', reason: '与重要活动冲突' });
    expect(story.told).toEqual(['meeting.rescheduled']);
    expect(story.context).toMatchObject({ state: 'approving', plannedOn: null, rescheduled: 1, attendance: {} });
    expect(story.tasks).toEqual(['approveAsDirector LGO.director']);
    story.send('approveAsDirector.approve').send('approveAsExecutive.approve').send('approveAsLeader.approve');
    expect(story.context.plannedOn).toBe('2026-07-20');
    expect(story.tasks.filter((task) => task.startsWith('reply'))).toHaveLength(3);
  });

  it('archives the conference before when it opens', () => {
    expect(inSession().signals).toEqual([
      {
        instanceId: inputOf().previous?.meetingId,
        event: { type: 'nextOpened', meeting: '019aaf00-0000-7000-8000-0000000000c1' },
      },
    ]);
  });

  it('is signed by the leader or the executive deputy, posts and not persons, and issues a bulletin', () => {
    const story = inSession();
    for (const { key } of story.context.items) story.send('concludeTopic.noted', {}, { slot: key });
    story.send('closeSession').send('draftMinutes.submit');
    // Whoever holds the post signs: a leader who has left it signs nothing, and the other signature is enough.
    expect(story.tasks).toEqual(['signMinutes#leader LG.leader', 'signMinutes#executive LG.exec']);
    story.send('signMinutes.sign', {}, { slot: 'executive' }).tell(NUMBER);
    expect(story.heard('issueDocuments')).toEqual({ documents: ['minutes', 'bulletin'] });
    expect(story.states).toBe('archived');
  });

  it('supervises what it deploys and is archived when all of it is done', () => {
    const story = followedUp();
    expect(story.heard('startProcesses')).toMatchObject({
      starts: [
        {
          definition: 'supervision-item',
          correlationKey: 'conference:2026H1/r1',
          input: {
            leadUnit: 'D10',
            dueOn: '2026-09-30',
            origin: { definition: 'leading-group-conference', correlationKey: 'conference:2026H1' },
          },
        },
      ],
    });
    expect(story.states).toBe('followUp.carriedOut');
    story.elapse('followUpCheck');
    expect(story.told).toEqual(['meeting.unfulfilled']);
    story.tell({ type: 'supervisionItem.closed', item: 'conference:2026H1/r1', note: '已完成' });
    expect(story.states).toBe('archived');
  });

  it('answers the next conference and makes way for it, done or not', () => {
    const story = followedUp().tell({ type: 'readBack.asked', from: 'the-next-one' });
    expect(story.signals).toEqual([
      {
        instanceId: 'the-next-one',
        event: {
          type: 'readBack.told',
          previous: {
            meetingId: '019aaf00-0000-7000-8000-0000000000c1',
            title: '2026年上半年全区招商引资工作会议',
            resolutions: expect.arrayContaining([
              { key: 'r1', text: '三季度新开工30个', unit: 'D10', dueOn: '2026-09-30', standing: 'issued' },
            ]),
          },
        },
      },
    ]);
    story.tell({ type: 'nextOpened', meeting: 'the-next-one' });
    expect(story.states).toBe('archived');
    expect(story.resolution('r1')?.standing).toBe('issued');
  });

  it('hears topics only: no project and no problem comes onto its agenda', () => {
    const story = composing();
    for (const kind of ['judgement', 'decision', 'problem']) {
      expect(story.refuses({ type: 'agenda.add', item: { key: 'x', kind, title: '某项目' } })).toBe(true);
    }
    const waiting = { key: 'x', kind: 'other', title: '某项目', waiting: 'a-project' };
    expect(story.refuses({ type: 'agenda.add', item: waiting })).toBe(true);
  });
});

describe('a half-year that passes without its conference', () => {
  const late = () => composing().elapse('windowEnding').elapse('windowOver');

  it('is announced to the director ten working days before, unless a date is set', () => {
    const story = composing().elapse('windowEnding');
    expect(story.told).toEqual(['meeting.conference.unplanned']);
    expect(story.heard('notify')?.groups).toEqual(['LGO.director']);
    expect(convened().elapse('windowEnding').told).toEqual([]);
  });

  it('is recorded as overdue, and the executive deputy explains it', () => {
    const story = late();
    expect(story.walk.at).toBe('2026-07-31T16:00:00.000Z');
    expect(story.context.overdue).toBe(true);
    expect(story.walk.snapshot.hasTag('overdue')).toBe(true);
    expect(story.tasks).toContain('explainDelay LG.exec');
    expect(story.heard('recordMeeting')).toMatchObject({ overdue: true });
    expect(story.problems('explainDelay.explain', { newDate: '2026-08-01' })).toEqual(['CONFERENCE.NEW_DATE_PASSED']);
    story.send('explainDelay.explain', { reason: '与防汛冲突', newDate: '2026-08-20' });
    expect(factsOf(story.context).delay).toMatchObject({
      since: '2026-07-31',
      reason: '与防汛冲突',
      newDate: '2026-08-20',
    });
    story.elapse('newDateOver');
    expect(story.tasks).toContain('explainDelay LG.exec');
  });

  it('stays recorded when it is held late, with its reason', () => {
    const story = late().send('explainDelay.explain', { reason: '与防汛冲突', newDate: '2026-08-20' });
    story.send('composeAgenda.compose', { ...PLAN, plannedOn: '2026-08-18' });
    story.send('approveAsDirector.approve').send('approveAsExecutive.approve').send('approveAsLeader.approve');
    expect(story.context.overdue).toBe(true);
    story.at('2026-08-18T01:30:00.000Z').send('openSession');
    expect(story.context.overdue).toBe(true);
    expect(factsOf(story.context)).toMatchObject({ heldLate: true, delay: { reason: '与防汛冲突', by: 'LGO' } });
    expect(story.walk.timers.some(({ event }) => event.includes('newDateOver'))).toBe(false);
  });

  it('is not opened late without a word why', () => {
    const story = convened().elapse('windowEnding').elapse('windowOver');
    expect(story.problems('openSession')).toEqual(['CONFERENCE.DELAY_UNEXPLAINED']);
    expect(story.refuses({ type: 'openSession', form: {} })).toBe(true);
    story.send('openSession', { lateReason: '场地调整' }, { actor: LEADER });
    expect(factsOf(story.context)).toMatchObject({ heldLate: true, delay: { reason: '场地调整', by: 'LG' } });
    expect(story.tasks.filter((task) => task.startsWith('explainDelay'))).toEqual([]);
  });

  it('is skipped by the leader alone, with a reason, and stays overdue for ever', () => {
    const story = collecting();
    expect(story.definition.events.skipConference?.allowedGroups({ ...story.context })).toEqual(['LG.leader']);
    story.send('skipConference', { reason: '并入区委全会部署' }, { actor: LEADER });
    expect(story.states).toBe('notHeld');
    expect(story.context).toMatchObject({ overdue: true, state: 'cancelled', reason: '并入区委全会部署' });
    expect(factsOf(story.context).skippedBecause).toBe('并入区委全会部署');
    expect(story.told).toEqual(['meeting.conference.skipped']);
  });
});

describe('a conference of all fifty-seven units', () => {
  it('asks, chases, seats and hears every one of them', () => {
    expect(new Set(ALL_MEMBERS).size).toBe(57);
    const story = collecting({ members: ALL_MEMBERS });
    expect(story.tasks).toHaveLength(57);
    for (const unit of ALL_MEMBERS.slice(0, 50)) story.send('unitReport.submitWithTopic', {}, report(unit));
    story.elapse('reportReminder2').elapse('reportsDue');
    expect(factsOf(story.context).reports.filter(({ standing }) => standing === 'notGiven')).toHaveLength(7);
    expect(story.context.items.filter(({ kind }) => kind === 'exchange')).toHaveLength(50);
    story.send('composeAgenda.compose', { ...PLAN, speakers: ALL_MEMBERS.slice(0, 10) });
    story.send('approveAsDirector.approve').send('approveAsExecutive.approve').send('approveAsLeader.approve');
    expect(story.tasks.filter((task) => task.startsWith('reply'))).toHaveLength(57);
    for (const unit of ALL_MEMBERS) story.send('reply.attend', {}, { slot: unit });
    expect(story.tasks).toEqual(['papers LGO.staff']);
    const seats = story.heard('recordMeeting')?.seats as { unit: string; role: string }[];
    expect(seats).toHaveLength(59);
    expect(seats.slice(0, 2)).toMatchObject([
      { unit: 'LGO', role: 'convener' },
      { unit: 'LG', role: 'chair' },
    ]);
    story.send('papers.send').at(MEETING_MORNING).send('openSession', {}, { actor: LEADER });
    expect(story.tasks).toHaveLength(63);
  });
});
