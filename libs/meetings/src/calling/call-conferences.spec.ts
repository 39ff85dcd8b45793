import { MeetingsUnderTest, person } from '../../test/meetings-under-test';
import { ConferenceCalls, conferenceId } from './call-conferences';

const MEMBERS = ['D01', 'Z01', 'T05'];

describe('the half-year conferences', () => {
  let world: MeetingsUnderTest;
  let conferences: ConferenceCalls;

  beforeEach(async () => {
    world = await MeetingsUnderTest.open();
    world.at('2026-01-02');
    conferences = new ConferenceCalls({
      database: world.sql,
      engine: world.engine,
      members: async () => MEMBERS,
      leadersInCharge: async () => ({}),
    });
  });
  afterEach(() => world.close());

  const created = async (day: string) => (await conferences.createConferences(day)).map(({ period }) => period);

  it('are created on 2 January, the second one knowing the first', async () => {
    expect(await created('2026-01-02')).toEqual(['2026H1', '2026H2']);
    const first = await world.meeting(conferenceId('2026H1'));
    expect(first).toMatchObject({
      kind: 'conference',
      meetingKey: 'leading-group-conference:2026H1',
      title: '2026年上半年全区招商引资工作会议',
      period: '2026H1',
      state: 'scheduled',
      more: { conference: { half: { windowFrom: '2026-06-15', windowTo: '2026-07-31' }, previous: null } },
    });
    expect(first.seats.map(({ unit }) => unit)).toEqual(['LGO', 'LG', ...MEMBERS]);
    expect(await world.meeting(conferenceId('2026H2'))).toMatchObject({
      more: {
        conference: {
          half: { windowFrom: '2026-12-15', windowTo: '2027-01-31' },
          previous: { meetingId: first.id, title: first.title, resolutions: [] },
        },
      },
    });
  });

  it('are created once, however often and however many ask at once', async () => {
    const all = await Promise.all([1, 2, 3].map(() => created('2026-01-02')));
    expect(all.flat().sort()).toEqual(['2026H1', '2026H2']);
    expect(await created('2026-03-01')).toEqual([]);
    expect(await world.count('meeting')).toBe(2);
  });

  it('are made up for after a year in which nobody called, but not for a time before there was anything here', async () => {
    world.at('2026-09-01');
    expect(await created('2026-09-01')).toEqual(['2026H2']);
    world.at('2027-08-10');
    expect(await created('2027-08-10')).toEqual(['2027H1', '2027H2']);
    await world.sweep();
    await world.sweep();
    expect(await world.meeting(conferenceId('2027H1'))).toMatchObject({
      overdue: true,
      more: { conference: { delay: { since: '2027-07-31' } } },
    });
    expect(await world.openTasks(conferenceId('2027H1'))).toContain('explainDelay  LG.exec');
  });

  it('collect by the working calendar: on 30 April 2026, because of the holidays in May', async () => {
    await created('2026-01-02');
    const id = conferenceId('2026H1');
    const [timer] = await world.sql.query<{ due_at: Date }>(
      `SELECT due_at FROM timer WHERE instance_id = $1 AND event LIKE '%collectingOpens%'`,
      [id],
    );
    world.clock.set(timer?.due_at ?? new Date(0));
    await world.sweep();
    expect((await world.openTasks(id)).map((task) => task.split(' ')[1])).toEqual(['D01', 'T05', 'Z01']);
    await world.complete(
      id,
      'unitReport',
      'submit',
      person('d01.specialist'),
      { done: '走访重点企业二十家，签约四个项目', problems: '用地', nextSteps: '对接' },
      'D01',
    );
    expect(await world.meeting(id)).toMatchObject({
      state: 'collecting',
      mustAct: ['Z01.coordinator', 'T05.specialist'],
    });
    expect(timer?.due_at.toISOString()).toBe('2026-04-30T01:00:00.000Z');
  });
});
