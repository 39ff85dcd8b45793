import { join } from 'node:path';
import { itKeepsTheLawsOfMeetings } from '../../meeting-parts/test/meeting-laws';
import { inputWith, MEETING_MORNING, MeetingStory, person } from '../../meeting-parts/test/meeting-story';
import type { ItemInput } from '../../meeting-parts/v1/context';
import type { SpecialMeetingInput } from './context';
import { specialMeetingV1 as definition } from './special-meeting.v1';

const EXECUTIVE = person('LG', 'LG.exec');
const LEADER = person('LG', 'LG.leader');
const NUMBER = { type: 'numbered', number: '津滨招商办纪要〔2026〕7号' };

const decision = (key: string, more: Partial<ItemInput> = {}): ItemInput => ({
  key,
  kind: 'decision',
  title: `${key}跨区域项目`,
  question: '是否同意引进',
  waiting: `project-${key}`,
  projectId: `project-${key}`,
  projectName: `${key}项目`,
  presenter: 'Z01',
  units: ['D10'],
  ...more,
});

const problem: ItemInput = {
  key: 'i1',
  kind: 'problem',
  title: '跨区用地指标',
  waiting: 'request-i1',
  presenter: 'Z01',
  units: ['M02'],
};
const topic: ItemInput = { key: 'i1', kind: 'report', title: '重点产业链招商进展', presenter: 'D01', units: [] };

const inputOf = (items: readonly ItemInput[], more: Partial<SpecialMeetingInput> = {}): SpecialMeetingInput => ({
  kind: 'special',
  ...inputWith(items),
  ...more,
});

const proposed = (items: readonly ItemInput[] = [decision('i1')], more: Partial<SpecialMeetingInput> = {}) => {
  const story = new MeetingStory(definition, inputOf(items, more));
  for (const { key, waiting } of items) if (waiting) story.tell({ type: 'item.confirmed', item: key });
  return story;
};

const convened = (items?: readonly ItemInput[], more?: Partial<SpecialMeetingInput>) =>
  proposed(items, more)
    .send('approveMeeting.approve')
    .send('planMeeting.plan')
    .send('confirmPlan.confirm', {}, { actor: EXECUTIVE });

const opened = (items: readonly ItemInput[] = [decision('i1')], more?: Partial<SpecialMeetingInput>) => {
  const story = convened(items, more);
  for (const unit of new Set(items.flatMap(({ units = [] }) => units))) {
    story.tell({ type: 'attendance.checkIn', unit, present: true });
  }
  return story.at(MEETING_MORNING).send('openSession');
};

describe('special-meeting, version 1', () => {
  itKeepsTheLawsOfMeetings({
    definition,
    inputs: [inputOf([decision('i1')]), inputOf([problem]), inputOf([topic], { kind: 'plenary', members: ['D01'] })],
    golden: join(__dirname, 'golden', 'special-meeting.json'),
    fingerprint: 'f52e34b9c13e75cf428c55ac1c536700610f035193e9e648f7d5755242690f37',
  });
});

describe('a meeting of the leading group', () => {
  it('is held only when whoever chairs it approves, and is planned and confirmed then', () => {
    const story = proposed();
    expect(story.tasks).toEqual(['approveMeeting LG.exec']);
    expect(story.heard('recordMeeting')).toMatchObject({ kind: 'special', state: 'proposed', mustAct: ['LG.exec'] });
    story.send('approveMeeting.approve', {}, { actor: EXECUTIVE });
    expect(story.tasks).toEqual(['planMeeting LGO.staff']);
    expect(story.send('planMeeting.plan').tasks).toEqual(['confirmPlan#chair LG.exec']);
    story.send('confirmPlan.confirm', {}, { slot: 'chair', actor: EXECUTIVE });
    expect(story.tasks).toEqual(['reply#D10 D10.reviewer', 'reply#Z01 Z01.coordinator', 'papers LGO.staff']);
  });

  it('is convened at once when the chair dates it, which is done completely or not at all', () => {
    const story = proposed();
    const plan = { plannedOn: '2026-11-30', plannedTime: '14:30', place: '第一会议室' };
    expect(story.problems('approveMeeting.approve', { plannedOn: '2026-11-30' })).toEqual([
      'SPECIAL_MEETING.PLAN_INCOMPLETE',
    ]);
    expect(story.problems('approveMeeting.approve', { ...plan, plannedOn: '2026-11-24' })).toEqual([
      'MEETING.DATE_NOT_AHEAD',
    ]);
    expect(story.problems('approveMeeting.refuse', { reason: '下次一并研究' })).toEqual([]);
    story.send('approveMeeting.approve', plan, { actor: EXECUTIVE });
    expect(story.context).toMatchObject({ state: 'convened', ...plan });
    expect(story.told).toEqual(['meeting.convened']);
  });

  it('gives its items back to their queue when the chair refuses it', () => {
    const story = proposed([decision('i1'), decision('i2')]).send('approveMeeting.refuse', { reason: '先由部门协调' });
    expect(story.states).toBe('cancelled');
    expect(story.signals.map(({ instanceId, event }) => [instanceId, event.type, event.reason])).toEqual([
      ['project-i1', 'agenda.released', '先由部门协调'],
      ['project-i2', 'agenda.released', '先由部门协调'],
    ]);
  });

  it('decides on projects itself: nothing is referred up from here', () => {
    expect(Object.keys(definition.userTasks.concludeDecision?.outcomes ?? {})).not.toContain('referUp');
    const story = opened();
    expect(story.refuses({ type: 'concludeDecision.referUp', slot: 'i1', form: { conclusion: '再报' } })).toBe(true);
    story.send('concludeDecision.approve', { conclusion: '同意引进' }, { slot: 'i1' });
    story.send('closeSession').send('draftMinutes.submit').send('signMinutes.sign', {}, { slot: 'chair' }).tell(NUMBER);
    expect(story.signals.map(({ instanceId, event }) => [instanceId, event.type])).toEqual([
      ['project-i1', 'resolution.approve'],
      ['project-i1', 'item.concluded'],
    ]);
    expect(story.tell({ type: 'resolution.applied', resolution: 'r1' }).states).toBe('archived');
  });

  it('solves problems that no one below could, and supervises what it orders', () => {
    const story = opened([problem]);
    const work = { conclusion: '调剂指标', unit: 'M02', dueOn: '2026-12-31', criterion: '指标下达' };
    story.send('concludeProblem.unblock', work, { slot: 'i1' }).send('closeSession').send('draftMinutes.submit');
    story.send('signMinutes.sign', {}, { slot: 'chair' }).tell(NUMBER);
    expect(story.heard('startProcesses')).toMatchObject({
      starts: [{ input: { leadUnit: 'M02', origin: { definition: 'special-meeting' } } }],
    });
  });

  it('is moved after the notice without another approval, and asks everybody again', () => {
    const story = convened().send('reply.attend', {}, { slot: 'D10' });
    story.send('reschedule', { plannedOn: '2026-12-02', reason: '主持人另有重要活动' });
    expect(story.told).toEqual(['meeting.rescheduled', 'meeting.convened']);
    expect(story.tasks.filter((task) => task.startsWith('reply'))).toHaveLength(2);
    expect(story.context).toMatchObject({ plannedOn: '2026-12-02', rescheduled: 1 });
  });

  it('records units that never reply, and cannot open without half of those it asks', () => {
    const story = convened().elapse('repliesCounted');
    expect(story.context.attendance).toMatchObject({ D10: { reply: 'silent' }, Z01: { reply: 'silent' } });
    story.at(MEETING_MORNING);
    expect(story.problems('openSession')).toEqual(['MEETING.QUORUM_NOT_MET']);
    expect(story.problems('openSession', { withoutQuorumReason: '事项紧急，已书面征求意见' }, EXECUTIVE)).toEqual([]);
  });

  it('invites every member to a plenary meeting, which the leader chairs', () => {
    const members = ['D01', 'Z01', 'T05'];
    const story = convened([topic], { kind: 'plenary', members });
    expect(story.context).toMatchObject({ kind: 'plenary', chairGroup: 'LG.leader' });
    expect(story.tasks.filter((task) => task.startsWith('reply'))).toHaveLength(3);
    story.at(MEETING_MORNING).send('openSession', {}, { actor: LEADER });
    story.send('concludeTopic.noted', { conclusion: '听取了进展' }, { slot: 'i1' });
    story.send('closeSession').send('draftMinutes.submit').send('signMinutes.sign', {}, { slot: 'chair' }).tell(NUMBER);
    expect(story.states).toBe('archived');
  });
});

describe('a chair who leaves the post', () => {
  const change = { chair: 'LG.deputy', reason: '岗位调整' };

  it('is replaced by the leader or the executive deputy, never by the same post', () => {
    const story = proposed();
    expect(definition.events.changeChair?.allowedGroups({ ...story.context })).toEqual(['LG.leader', 'LG.exec']);
    expect(story.problems('changeChair', { ...change, chair: 'LG.exec' })).toEqual(['SPECIAL_MEETING.SAME_CHAIR']);
    expect(story.refuses({ type: 'changeChair', form: { ...change, chair: 'LG.exec' } })).toBe(true);
  });

  it('leaves the approval to the next one', () => {
    expect(proposed().send('changeChair', change).tasks).toEqual(['approveMeeting LG.deputy']);
  });

  it('leaves the confirmation to the next one', () => {
    const story = proposed().send('approveMeeting.approve').send('planMeeting.plan').send('changeChair', change);
    expect(story.tasks).toEqual(['confirmPlan#chair LG.deputy']);
  });

  it('leaves the session and the minutes to the next one', () => {
    const story = convened().send('changeChair', change);
    expect(definition.events.cancelMeeting?.allowedGroups({ ...story.context })).toContain('LG.deputy');
    expect(story.heard('recordMeeting')).toMatchObject({ chairGroup: 'LG.deputy', state: 'convened' });
    const signed = opened();
    signed.send('concludeDecision.defer', { conclusion: '条件成熟后再议' }, { slot: 'i1' });
    signed.send('closeSession').send('draftMinutes.submit');
    expect(signed.tasks).toEqual(['signMinutes#chair LG.exec']);
    expect(signed.send('changeChair', change).tasks).toEqual(['signMinutes#chair LG.deputy']);
  });
});
