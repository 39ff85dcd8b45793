import { DIRECTOR, MeetingsUnderTest, OFFICE, person } from '../../test/meetings-under-test';
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

  it('are held, followed up and read back: the first one is archived when the second one opens', async () => {
    await created('2026-01-02');
    const [first, second] = [conferenceId('2026H1'), conferenceId('2026H2')];
    await held(first, '2026-05-06', '2026-06-15', '2026-07-10');
    expect(await world.meeting(first)).toMatchObject({
      state: 'followUp',
      minutesNumber: '津滨招商办纪要〔2026〕1号',
      resolutions: [{ kind: 'order', unit: 'D10', standing: 'issued' }, { kind: 'note' }],
    });
    expect(await world.count('supervision_item')).toBe(1);

    await held(second, '2026-11-03', '2026-12-15', '2027-01-08');
    expect(await world.states(first)).toBe('archived');
    const { agenda } = await world.meeting(second);
    expect(agenda.find(({ key }) => key === 'readBack')?.question).toContain('议定事项 2 项，未落实 1 项');
  });

  const leader = person('lg.leader');
  const executive = person('lg.exec');

  /** One conference from its collecting to its numbered minutes; every report but one is silent. */
  const held = async (id: string, collectingOn: string, dueOn: string, plannedOn: string): Promise<void> => {
    world.at(collectingOn);
    await world.sweep();
    const report = { done: '走访重点企业二十家，签约四个项目', problems: '用地', nextSteps: '对接' };
    await world.complete(id, 'unitReport', 'submit', person('d01.specialist'), report, 'D01');
    world.at(dueOn, '18:30');
    await world.sweep();
    const plan = { plannedOn, plannedTime: '09:30', place: '第一会议室' };
    const deployment = '部署下一阶段重点工作，抓实四早';
    await world.complete(id, 'composeAgenda', 'compose', OFFICE, { ...plan, deployment });
    await world.complete(id, 'approveAsDirector', 'approve', DIRECTOR);
    await world.complete(id, 'approveAsExecutive', 'approve', executive);
    await world.complete(id, 'approveAsLeader', 'approve', leader);
    await world.runJobs();
    world.at(plannedOn, '09:30');
    await world.sweep();
    await world.engine.sendPersonEvent({ instanceId: id, type: 'openSession', form: {}, actor: leader });
    const order = { conclusion: '三季度新开工三十个', unit: 'D10', dueOn: '2027-03-31', criterion: '统计口径三十个' };
    await world.complete(id, 'concludeTopic', 'order', OFFICE, order, 'deployment');
    await world.complete(id, 'concludeTopic', 'noted', OFFICE, { conclusion: '会议听取了情况' }, 'reports');
    if ((await world.openTasks(id)).some((task) => task.startsWith('concludeTopic readBack'))) {
      await world.complete(id, 'concludeTopic', 'exchanged', OFFICE, {}, 'readBack');
    }
    await world.engine.sendPersonEvent({ instanceId: id, type: 'closeSession', form: {}, actor: leader });
    await world.complete(id, 'draftMinutes', 'submit', OFFICE);
    await world.complete(id, 'signMinutes', 'sign', executive, {}, 'executive');
    await world.runJobs();
  };
});
