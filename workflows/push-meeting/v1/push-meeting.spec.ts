import { join } from 'node:path';
import { itKeepsTheLawsOfMeetings } from '../../meeting-parts/test/meeting-laws';
import { inputWith, MEETING_MORNING, MeetingStory, person } from '../../meeting-parts/test/meeting-story';
import type { ItemInput } from '../../meeting-parts/v1/context';
import { pushMeetingV1 as definition } from './push-meeting.v1';

const problem = (key: string, more: Partial<ItemInput> = {}): ItemInput => ({
  key,
  kind: 'problem',
  title: `${key}项目选址用地`,
  question: '供地批次未排定',
  waiting: `request-${key}`,
  projectId: `project-${key}`,
  projectName: `${key}项目`,
  presenter: 'Z01',
  units: ['M02'],
  ...more,
});

const called = (...items: readonly ItemInput[]) =>
  new MeetingStory(definition, inputWith(items, { deputyGroups: { M02: 'LG.deputy' } }));

const opened = (...items: readonly ItemInput[]) => {
  const story = called(...items);
  for (const { key } of items) story.tell({ type: 'item.confirmed', item: key });
  story.send('planMeeting.plan').send('confirmPlan.confirm').send('papers.send');
  for (const unit of new Set(items.flatMap(({ units = [] }) => units))) {
    story.tell({ type: 'attendance.checkIn', unit, present: true });
  }
  return story.at(MEETING_MORNING).send('openSession');
};

const issued = (outcome: string, more: Record<string, unknown> = {}) =>
  opened(problem('i1'))
    .send(
      `concludeProblem.${outcome}`,
      { unit: 'M02', dueOn: '2026-12-31', criterion: '供地批复', ...more },
      { slot: 'i1' },
    )
    .send('closeSession')
    .send('draftMinutes.submit')
    .send('signMinutes.sign')
    .tell({ type: 'numbered', number: '津滨招商办纪要〔2026〕5号' });

describe('push-meeting, version 1', () => {
  itKeepsTheLawsOfMeetings({
    definition,
    inputs: [
      inputWith([problem('i1')]),
      inputWith([problem('i1', { kind: 'decision', waiting: 'project-i1', units: ['D10'] })]),
    ],
    golden: join(__dirname, 'golden', 'push-meeting.json'),
    fingerprint: '20c6b3a8a37909dca247d4ae8c0b5691863c593caf444b90da226b4c5f5ac1b0',
  });
});

describe('a project push meeting', () => {
  it('asks each unit for its position on its own items only', () => {
    const story = opened(problem('i1'), problem('i2', { units: ['D12'] }));
    expect(story.tasks.filter((task) => task.startsWith('advise'))).toEqual([
      'advise#i1/M02 M02.reviewer',
      'advise#i2/D12 D12.reviewer',
    ]);
    story.send('advise.give', { position: 'disagree' }, { slot: 'i2/D12', actor: person('D12', 'D12.reviewer') });
    expect(story.context.opinions).toMatchObject([{ item: 'i2', position: 'disagree', match: null }]);
  });

  it('supervises what it orders, and closes the resolution when the work is accepted', () => {
    const story = issued('unblock', { conclusion: '年内完成供地', assistUnits: ['D12', 'M02'] });
    expect(story.signals.map(({ instanceId, event }) => [instanceId, event.type])).toEqual([
      ['request-i1', 'resolution.unblock'],
      ['request-i1', 'item.concluded'],
    ]);
    expect(story.heard('startProcesses')).toMatchObject({
      starts: [
        {
          definition: 'supervision-item',
          correlationKey: 'meeting:2026-11-23/r1',
          belongsTo: 'project-i1',
          input: {
            source: 'resolution',
            leadUnit: 'M02',
            assistUnits: ['D12'],
            dueOn: '2026-12-31',
            requirement: '供地批复',
            deputyGroup: 'LG.deputy',
            origin: { definition: 'push-meeting', correlationKey: 'meeting:2026-11-23' },
          },
        },
      ],
    });
    story.tell({ type: 'resolution.applied', resolution: 'r1' });
    story.tell({ type: 'supervisionItem.closed', item: 'meeting:2026-11-23/r1', note: '已取得批复' });
    expect(story.said.some(({ params }) => JSON.stringify(params).includes('resolution.fulfilled'))).toBe(true);
    expect(story.resolution('r1')).toMatchObject({ standing: 'fulfilled', note: '已取得批复' });
    expect(story.states).toBe('archived');
  });

  it('tells whoever waited when the work is voided', () => {
    const story = issued('order').tell({ type: 'resolution.applied', resolution: 'r1' });
    story.tell({ type: 'supervisionItem.voided', item: 'meeting:2026-11-23/r1', note: '已另行处理' });
    expect(story.resolution('r1')?.standing).toBe('failed');
    expect(story.states).toBe('archived');
  });

  it('tells whoever waited when the office settles work that will not be done', () => {
    const story = issued('order').tell({ type: 'resolution.applied', resolution: 'r1' });
    story.tell({ type: 'resolution.settle', resolution: 'r1', note: '企业调整选址' });
    expect(story.signals.map(({ event }) => [event.type, event.reason])).toEqual([
      ['resolution.failed', '企业调整选址'],
    ]);
    expect(story.resolution('r1')).toMatchObject({ standing: 'lapsed', note: '企业调整选址' });
  });

  it('sends up what nobody agrees on, without a resolution', () => {
    const story = issued('noAgreement', { conclusion: '部门意见不一致，提请领导小组' });
    expect(story.signals).toEqual([
      {
        instanceId: 'request-i1',
        event: {
          type: 'item.noAgreement',
          meeting: '019aaf00-0000-7000-8000-00000000000a',
          item: 'i1',
          reason: '部门意见不一致，提请领导小组',
        },
      },
    ]);
    expect(story.context.resolutions).toEqual([]);
    expect(story.states).toBe('archived');
  });

  it('decides on key projects of the district, and may refuse them', () => {
    const story = opened(problem('i1', { kind: 'decision', waiting: 'project-i1' }));
    story.send('concludeDecision.refuse', { conclusion: '不符合产业政策' }, { slot: 'i1' });
    story.send('closeSession').send('draftMinutes.submit').send('signMinutes.sign');
    story.tell({ type: 'numbered', number: '津滨招商办纪要〔2026〕6号' });
    expect(story.signals.map(({ event }) => event.type)).toEqual(['resolution.refuse', 'item.concluded']);
    expect(story.tell({ type: 'resolution.applied', resolution: 'r1' }).states).toBe('archived');
  });

  it('is called with one working day of notice, because urgent requests are held within two', () => {
    const story = called(problem('i1'));
    expect(story.problems('planMeeting.plan', { plannedOn: '2026-11-23' })).toEqual(['MEETING.DATE_NOT_AHEAD']);
    expect(story.problems('planMeeting.plan', { plannedOn: '2026-11-24' })).toEqual([]);
  });

  it('names nobody for work that the meeting did not give to a unit', () => {
    const story = opened(problem('i1')).send('concludeProblem.unblock', { unit: undefined }, { slot: 'i1' });
    expect(story.resolution('r1')?.unit).toBeNull();
    expect(story.send('closeSession').problems('draftMinutes.submit')).toEqual(['MEETING.RESOLUTION_INCOMPLETE']);
  });

  it('needs two thirds of the units that are asked', () => {
    const story = called(problem('i1', { units: ['M02', 'D12', 'D10'] })).tell({ type: 'item.confirmed', item: 'i1' });
    story.send('planMeeting.plan').send('confirmPlan.confirm').at(MEETING_MORNING);
    story.tell({ type: 'attendance.checkIn', unit: 'M02', present: true });
    expect(story.problems('openSession')).toEqual(['MEETING.QUORUM_NOT_MET']);
    story.tell({ type: 'attendance.checkIn', unit: 'D10', present: true });
    expect(story.problems('openSession')).toEqual([]);
  });

  it('takes a resolution sent twice once', () => {
    const story = issued('unblock').tell({ type: 'resolution.applied', resolution: 'r1' });
    story.tell({ type: 'resolution.fulfilled', resolution: 'r1', note: '先行办结' });
    expect(story.states).toBe('archived');
  });
});
