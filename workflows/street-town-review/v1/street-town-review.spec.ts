import { join } from 'node:path';
import { itKeepsTheLawsOfMeetings } from '../../meeting-parts/test/meeting-laws';
import { inputWith, MEETING_MORNING, MeetingStory, person } from '../../meeting-parts/test/meeting-story';
import type { ItemInput } from '../../meeting-parts/v1/context';
import { streetTownReviewV1 as definition } from './street-town-review.v1';

const project = (key: string, more: Partial<ItemInput> = {}): ItemInput => ({
  key,
  kind: 'judgement',
  title: `${key}项目`,
  waiting: `project-${key}`,
  projectId: `project-${key}`,
  projectName: `${key}项目`,
  presenter: 'T05',
  units: ['M02', 'D12'],
  landingUnit: 'T05',
  ...more,
});

const called = (...items: readonly ItemInput[]) => new MeetingStory(definition, inputWith(items));

const convened = (...items: readonly ItemInput[]) => {
  const story = called(...items);
  for (const { key } of items) story.tell({ type: 'item.confirmed', item: key });
  return story.send('planMeeting.plan').send('confirmPlan.confirm');
};

const opened = (...items: readonly ItemInput[]) => {
  const story = convened(...items).send('papers.send');
  for (const unit of ['M02', 'D12']) story.tell({ type: 'attendance.checkIn', unit, present: true });
  return story.at(MEETING_MORNING).send('openSession');
};

const minuted = (outcome: string, more: Record<string, unknown> = {}) =>
  opened(project('i1')).send(`concludeJudgement.${outcome}`, more, { slot: 'i1' }).send('closeSession');

const issued = (outcome: string, more: Record<string, unknown> = {}) =>
  minuted(outcome, more)
    .send('draftMinutes.submit')
    .send('signMinutes.sign')
    .tell({ type: 'numbered', number: '津滨招商办纪要〔2026〕3号' });

describe('street-town-review, version 1', () => {
  const one = inputWith([project('i1', { units: ['M02'] })]);

  itKeepsTheLawsOfMeetings({
    definition,
    inputs: [one],
    golden: join(__dirname, 'golden', 'street-town-review.json'),
    fingerprint: '0e4237635a02c980b753716349d2871d43cff21994f8c650a4328712d5982cd2',
  });

  it('only advises: it has no word that closes a project (6.2 invariant 4)', () => {
    const outcomes = Object.keys(definition.userTasks.concludeJudgement?.outcomes ?? {});
    const kinds = outcomes.flatMap((outcome) => minuted(outcome).context.resolutions.map(({ kind }) => kind));
    expect(kinds.sort()).toEqual(['approve', 'conditions', 'notRecommended', 'supplement', 'transfer']);
  });
});

describe('a street-town research meeting', () => {
  it('asks the projects on, plans, and needs both conveners (S42)', () => {
    const story = called(project('i1'), project('i2'));
    expect(story.signals.map(({ instanceId, event }) => [instanceId, event.type, event.item])).toEqual([
      ['project-i1', 'agenda.set', 'i1'],
      ['project-i2', 'agenda.set', 'i2'],
    ]);
    story.send('planMeeting.plan');
    expect(story.tasks).toEqual(['confirmPlan#LGO LGO.director', 'confirmPlan#SEO SEO.director']);
    story.send('confirmPlan.return', { reason: '改到下周' });
    expect(story.states).toBe('preparing.planning');
  });

  it('needs three working days of notice and a time of day', () => {
    const story = called(project('i1'));
    expect(story.problems('planMeeting.plan', { plannedOn: '2026-11-25' })).toEqual(['MEETING.DATE_NOT_AHEAD']);
    expect(story.problems('planMeeting.plan', { plannedTime: '下午两点' })).toEqual(['MEETING.TIME_INVALID']);
    expect(story.problems('planMeeting.plan', { plannedOn: '2026-11-26' })).toEqual([]);
  });

  it('asks every unit to come, and every unit for its opinion on its items once the papers are out', () => {
    const story = convened(project('i1'), project('i2', { units: ['D12'], presenter: 'T07' }));
    expect(story.heard('issueDocuments')).toEqual({ documents: ['notice'] });
    expect(story.tasks.filter((task) => task.startsWith('reply'))).toEqual([
      'reply#M02 M02.reviewer',
      'reply#D12 D12.reviewer',
      'reply#T05 T05.specialist',
      'reply#T07 T07.specialist',
    ]);
    story.send('papers.send');
    expect(story.heard('issueDocuments')).toEqual({ documents: ['agenda', 'papers', 'signInSheet'] });
    expect(story.tasks.filter((task) => task.startsWith('judge'))).toEqual([
      'judge#i1/M02 M02.reviewer',
      'judge#i1/D12 D12.reviewer',
      'judge#i2/D12 D12.reviewer',
    ]);
    story.send('judge.give', { match: 5, feasibility: 2 }, { slot: 'i1/D12', actor: person('D12', 'D12.reviewer') });
    expect(story.context.opinions).toMatchObject([{ item: 'i1', unit: 'D12', match: 5, feasibility: 2 }]);
  });

  it('records a unit that never replies as silent and tells its head', () => {
    const story = convened(project('i1')).send('reply.attend', { person: '王工' }, { slot: 'M02' });
    story.elapse('replyReminder').elapse('replyReminderAgain').elapse('repliesCounted');
    expect(story.told).toEqual(['meeting.silent']);
    expect(story.context.attendance).toMatchObject({ M02: { reply: 'attend' }, D12: { reply: 'silent' } });
  });

  it('is not opened before its day, nor without half of the reviewing units', () => {
    const story = convened(project('i1')).send('papers.send');
    expect(story.problems('openSession')).toEqual(['MEETING.DAY_NOT_COME']);
    story.at(MEETING_MORNING);
    expect(story.problems('openSession')).toEqual(['MEETING.QUORUM_NOT_MET']);
    expect(story.refuses({ type: 'openSession' })).toBe(true);
    const waived = { withoutQuorumReason: '其余单位已提交书面意见，会期不便再改' };
    expect(story.problems('openSession', waived)).toEqual(['MEETING.QUORUM_WAIVED_BY_OTHERS']);
    expect(story.problems('openSession', waived, person('LGO', 'LGO.director'))).toEqual([]);
    story.tell({ type: 'attendance.checkIn', unit: 'M02', present: true, person: '李工' });
    expect(story.problems('openSession')).toEqual([]);
    expect(story.send('openSession').states).toContain('inSession.floor.open');
  });

  it('counts a unit that has given its opinion in writing', () => {
    const story = convened(project('i1')).send('papers.send').at(MEETING_MORNING);
    story.send('judge.give', {}, { slot: 'i1/M02' });
    expect(story.problems('openSession')).toEqual([]);
  });

  it('asks everybody anew when it is moved after the notice', () => {
    const story = convened(project('i1')).send('reply.attend', {}, { slot: 'M02' });
    story.send('reschedule', { plannedOn: '2026-12-04', reason: '主持人另有公务' });
    expect(story.told).toEqual(['meeting.rescheduled', 'meeting.convened']);
    expect(story.tasks.filter((task) => task.startsWith('reply#M02'))).toHaveLength(1);
    expect(story.context).toMatchObject({ plannedOn: '2026-12-04', rescheduled: 1, attendance: {} });
  });

  it('drops a project that withdraws between agenda and meeting, with the opinions it asked for', () => {
    const story = convened(project('i1'), project('i2')).send('papers.send');
    story.tell({ type: 'item.left', item: 'i1' });
    expect(story.item('i1')?.standing).toBe('left');
    expect(story.tasks.filter((task) => task.startsWith('judge'))).toEqual([
      'judge#i2/M02 M02.reviewer',
      'judge#i2/D12 D12.reviewer',
    ]);
    story.tell({ type: 'item.left', item: 'i2' });
    expect(story.states).toBe('cancelled');
    expect(story.told).toEqual(['meeting.itemLeft', 'meeting.cancelled']);
  });

  it('takes a project back that was suspended and goes on before the session, and releases it after', () => {
    const story = convened(project('i1'), project('i2')).tell({ type: 'item.left', item: 'i1' });
    story.tell({ type: 'item.confirmed', item: 'i1' });
    expect(story.item('i1')?.standing).toBe('confirmed');
    const late = opened(project('i1'), project('i2')).tell({ type: 'item.left', item: 'i1' });
    late.tell({ type: 'item.confirmed', item: 'i1' });
    expect(late.signals.map(({ event }) => [event.type, event.item])).toEqual([['agenda.released', 'i1']]);
    expect(late.item('i1')?.standing).toBe('left');
  });

  it('drops a project that is withdrawn in the session, with its conclusion', () => {
    const story = opened(project('i1'), project('i2')).tell({ type: 'item.left', item: 'i2' });
    expect(story.tasks.filter((task) => task.startsWith('conclude'))).toEqual(['concludeJudgement#i1 LGO.staff']);
  });

  it('asks the units of a late item as well, and marks it late', () => {
    const story = convened(project('i1')).send('papers.send').send('reply.attend', {}, { slot: 'M02' });
    story.tell({ type: 'agenda.add', item: project('i9', { units: ['L07'], presenter: 'T09' }) });
    expect(story.item('i9')?.late).toBe(true);
    expect(story.signals.map(({ event }) => event.type)).toEqual(['agenda.set']);
    expect(story.tasks).toEqual(
      expect.arrayContaining(['judge#i9/L07 L07.reviewer', 'reply#L07 L07.reviewer', 'reply#T09 T09.specialist']),
    );
  });

  it('is shown as overdue when nobody opens it', () => {
    const story = convened(project('i1')).elapse('sessionOverdue');
    expect(story.told).toEqual(['meeting.overdue']);
    expect(story.heard('recordMeeting')).toMatchObject({ overdue: true, state: 'convened' });
  });

  it('closes when every item has a conclusion, and records who said nothing', () => {
    const story = opened(project('i1'), project('i2')).send('judge.give', {}, { slot: 'i1/M02' });
    story.send('concludeJudgement.proceed', {}, { slot: 'i1' });
    expect(story.problems('closeSession')).toEqual(['MEETING.ITEMS_NOT_SETTLED']);
    expect(story.refuses({ type: 'closeSession' })).toBe(true);
    story.send('concludeJudgement.deferItem', {}, { slot: 'i2' }).send('closeSession');
    expect(story.context.opinions.map(({ item, unit, standing }) => `${item}/${unit} ${standing}`)).toEqual([
      'i1/M02 given',
      'i1/D12 notGiven',
    ]);
  });

  it('proposes unit, deadline and criterion of a decision, which the minutes may word', () => {
    const story = minuted('supplement', { conclusion: '补充环评资料' });
    expect(story.resolution('r1')).toMatchObject({
      kind: 'supplement',
      unit: 'T05',
      dueOn: '2026-12-14',
      criterion: '补充材料提交并重新上会',
    });
    story.tell({
      type: 'resolution.put',
      resolution: { ...story.resolution('r1'), kind: 'approve', text: '补充环评和能评资料' },
    });
    expect(story.resolution('r1')).toMatchObject({ kind: 'supplement', text: '补充环评和能评资料' });
    expect(story.refuses({ type: 'resolution.remove', resolution: 'r1' })).toBe(true);
  });

  it('issues no minutes while a resolution lacks unit, deadline or criterion', () => {
    const story = minuted('proceed').tell({
      type: 'resolution.put',
      resolution: {
        ...{ item: 'i1', kind: 'order', text: '明确供地批次', unit: 'M02', assistUnits: [], dueOn: null },
        ...{ criterion: null, conditions: null, landingUnit: null },
      },
    });
    expect(story.problems('draftMinutes.submit')).toEqual(['MEETING.RESOLUTION_INCOMPLETE']);
    expect(story.refuses({ type: 'draftMinutes.submit' })).toBe(true);
    story.tell({ type: 'resolution.remove', resolution: 'r2' });
    expect(story.problems('draftMinutes.submit')).toEqual([]);
  });

  it('acts on the project when both have signed and the minutes have their number', () => {
    const story = minuted('proceedWithConditions', { conditions: '落实用地', conditionsDueOn: '2026-12-31' });
    story.send('draftMinutes.submit');
    expect(story.tasks).toEqual(['signMinutes#LGO LGO.director', 'signMinutes#SEO SEO.director']);
    story.send('signMinutes.sign');
    expect(story.heard('drawMinutesNumber')).toEqual({ year: 2026 });
    story.tell({ type: 'numbered', number: '津滨招商办纪要〔2026〕3号' });
    expect(story.signals.map(({ event }) => event)).toMatchObject([
      {
        type: 'resolution.conditions',
        conditions: '落实用地',
        dueOn: '2026-12-31',
        meetingOn: '2026-11-30',
        number: '津滨招商办纪要〔2026〕3号',
        resolution: 'r1',
        item: 'i1',
      },
      { type: 'item.concluded', resolutions: ['r1'] },
    ]);
    expect(story.heard('startProcesses')).toEqual({ starts: [] });
  });

  it('tracks conditions until they are met, and is archived then', () => {
    const story = issued('proceedWithConditions').tell({ type: 'resolution.applied', resolution: 'r1' });
    expect(story.states).toBe('followUp.carriedOut');
    expect(story.refuses({ type: 'resolution.applied', resolution: 'r1' })).toBe(true);
    story.elapse('followUpCheck');
    expect(story.told).toEqual(['meeting.unfulfilled']);
    story.tell({ type: 'resolution.fulfilled', resolution: 'r1', note: '已落实' });
    expect(story.states).toBe('archived');
    expect(story.resolution('r1')).toMatchObject({ standing: 'fulfilled', note: '已落实' });
  });

  it('notices a resolution that nobody took, hands it over again, or settles it with a reason', () => {
    const story = issued('proceed').elapse('handOverLimit');
    expect(story.tasks).toEqual(['handOverCheck LGO.staff']);
    story.send('handOverCheck.again');
    expect(story.signals.map(({ event }) => event.type)).toEqual(['resolution.approve', 'item.concluded']);
    story.elapse('handOverLimit').send('handOverCheck.settle', { reason: '项目已终止' });
    expect(story.resolution('r1')).toMatchObject({ standing: 'lapsed', note: '项目已终止' });
    expect(story.states).toBe('archived');
  });

  it('sends a deferred item back to its queue', () => {
    const story = opened(project('i1')).send('concludeJudgement.deferItem', { reason: '投资方未到会' }, { slot: 'i1' });
    story.send('closeSession').send('draftMinutes.submit').send('signMinutes.sign');
    story.tell({ type: 'numbered', number: '津滨招商办纪要〔2026〕4号' });
    expect(story.signals.map(({ event }) => [event.type, event.reason])).toEqual([['agenda.released', '投资方未到会']]);
    expect(story.states).toBe('archived');
  });
});
