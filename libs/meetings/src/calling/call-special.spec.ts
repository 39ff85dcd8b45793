import { MeetingsUnderTest, person } from '../../test/meetings-under-test';
import { SpecialCalls } from './call-special';

const EXECUTIVE = person('lg.exec');

describe('special meetings by rule', () => {
  let world: MeetingsUnderTest;
  let special: SpecialCalls;

  beforeEach(async () => {
    world = await MeetingsUnderTest.open();
    special = new SpecialCalls({
      database: world.sql,
      engine: world.engine,
      calendar: () => world.calendar,
      leadersInCharge: async () => ({ D13: 'LG.deputy' }),
    });
  });
  afterEach(() => world.close());

  const waits = (title: string) => world.wait(title, { queue: 'leadingGroup', presenter: 'Z01', units: ['D13'] });

  it('are proposed when a project has waited five working days for the leading group, and not before', async () => {
    await waits('跨区域产业园');
    expect(await special.callSpecial('2026-11-06')).toBeUndefined();
    world.at('2026-11-09');
    const proposed = await special.callSpecial('2026-11-09');
    await world.runJobs();
    const meeting = await world.meeting(proposed?.meetingId ?? '');
    expect(meeting).toMatchObject({
      kind: 'special',
      meetingKey: 'special-meeting:2026-11-09',
      title: '2026年第1次领导小组专题会议',
      state: 'proposed',
      mustAct: ['LG.exec'],
      agenda: [{ key: 'i1', kind: 'decision', title: '跨区域产业园', presenter: 'Z01', standing: 'confirmed' }],
    });
    expect(await world.queue('leadingGroup')).toEqual([]);
  });

  it('are proposed for issues that have come up as well, as problems to solve', async () => {
    await waits('跨区域产业园');
    await world.wait('海河项目：指标缺口', { queue: 'leadingGroupIssue', presenter: 'Z01', units: ['M02'] });
    world.at('2026-11-10');
    const proposed = await special.callSpecial('2026-11-10');
    await world.runJobs();
    expect(proposed?.because.zh).toContain('待领导小组研究事项2个');
    const { agenda } = await world.meeting(proposed?.meetingId ?? '');
    expect(agenda.map(({ kind, title, standing }) => `${kind} ${title} ${standing}`)).toEqual([
      'decision 跨区域产业园 confirmed',
      'problem 海河项目：指标缺口 confirmed',
    ]);
    expect(await world.queue('leadingGroupIssue')).toEqual([]);
  });

  it('are proposed once for the same trigger, however many come at once', async () => {
    await waits('跨区域产业园');
    world.at('2026-11-10');
    const all = await Promise.all([1, 2, 3].map(() => special.callSpecial('2026-11-10')));
    await world.runJobs();
    expect(new Set(all.map((meeting) => meeting?.meetingId)).size).toBe(1);
    expect(all.filter((meeting) => meeting?.repeated === false)).toHaveLength(1);
    expect(await world.count('meeting')).toBe(1);
  });

  it('give their items back to the queue when the chair refuses', async () => {
    const project = await waits('跨区域产业园');
    world.at('2026-11-10');
    const { meetingId = '' } = (await special.callSpecial('2026-11-10')) ?? {};
    await world.runJobs();
    await world.complete(meetingId, 'approveMeeting', 'refuse', EXECUTIVE, { reason: '先由部门协调' });
    await world.runJobs();
    expect(await world.states(meetingId)).toBe('cancelled');
    expect(await world.states(project)).toBe('queued');
    expect(await world.queue('leadingGroup')).toEqual(['跨区域产业园']);
  });
});
