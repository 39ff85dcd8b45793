import { DIRECTOR, MeetingsUnderTest, OFFICE, STREET_ECONOMY } from '../../test/meetings-under-test';
import { meetingEventOf } from './meeting-event';
import { readMeetingsOfPosts } from './meetings-of-posts';

describe('a meeting in calendars', () => {
  let world: MeetingsUnderTest;
  let meeting: string;

  beforeAll(async () => {
    world = await MeetingsUnderTest.open();
    await world.wait('高端装备项目');
    await world.wait('冷链物流项目', { units: ['D12'] });
    world.at('2026-11-10', '08:00');
    meeting = await world.call('street-town-review', '2026-11-10');
  });
  afterAll(() => world.close());

  const event = async () => meetingEventOf(await world.meeting(meeting), (unit) => `《${unit}》`);
  const of = async (groups: string[], units: string[], from = '2026-11-01', to = '2026-12-31') => {
    const [first, last] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
    return (await readMeetingsOfPosts(world.sql, { groups, units }, first, last)).map(({ id }) => id);
  };

  it('has no place there before it has a time', async () => {
    await expect(event()).rejects.toMatchObject({ code: 'MEETING.NOT_PLANNED', status: 409 });
    expect(await of(['LGO.staff'], ['LGO', 'D13'])).toEqual([]);
  });

  it('is planned, confirmed, moved and cancelled with a sequence that only rises', async () => {
    const plan = { plannedOn: '2026-11-17', plannedTime: '14:30', place: '区政府第三会议室' };
    await world.complete(meeting, 'planMeeting', 'plan', OFFICE, plan);
    const planned = await event();
    expect(planned).toMatchObject({
      ...{ id: meeting, status: 'planned', sequence: 0, place: '区政府第三会议室' },
      ...{ startsAt: '2026-11-17T06:30:00.000Z', endsAt: '2026-11-17T07:10:00.000Z' },
      description: '召集单位：《LGO》、《SEO》\n议程：\n1. 14:30 高端装备项目\n2. 14:50 冷链物流项目',
    });
    await world.complete(meeting, 'confirmPlan', 'confirm', DIRECTOR, {}, 'LGO');
    await world.complete(meeting, 'confirmPlan', 'confirm', STREET_ECONOMY, {}, 'SEO');
    await world.runJobs();
    expect(await event()).toMatchObject({ status: 'confirmed', sequence: 1 });
    const form = { ...plan, plannedOn: '2026-11-18', reason: '主持人另有安排' };
    await world.meetings.act(DIRECTOR, meeting, { type: 'reschedule', form });
    expect(await event()).toMatchObject({
      ...{ status: 'confirmed', sequence: 2, id: meeting, startsAt: '2026-11-18T06:30:00.000Z' },
    });
  });

  it('is in the calendars of the units that sit in it and of the groups that must act, within the days asked for', async () => {
    expect(await of([], ['D13'])).toEqual([meeting]);
    expect(await of([], ['D03'])).toEqual([]);
    const { mustAct } = await world.meeting(meeting);
    expect(await of([...mustAct], [])).toEqual([meeting]);
    expect(await of([], ['D13'], '2026-11-01', '2026-11-18')).toEqual([]);
    expect(await of([], ['D13'], '2026-11-19', '2026-12-31')).toEqual([]);
  });

  it('stays there as cancelled, so that it is taken off', async () => {
    await world.meetings.act(DIRECTOR, meeting, { type: 'cancelMeeting', form: { reason: '议题撤回' } });
    expect(await event()).toMatchObject({ status: 'cancelled', sequence: 3 });
    expect(await of([], ['D13'])).toEqual([meeting]);
  });
});
