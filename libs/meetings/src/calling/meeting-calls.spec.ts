import { MeetingsUnderTest } from '../../test/meetings-under-test';

describe('meetings called by rule', () => {
  let world: MeetingsUnderTest;

  beforeEach(async () => {
    world = await MeetingsUnderTest.open();
  });
  afterEach(() => world.close());

  const called = async (definition: 'street-town-review' | 'push-meeting', day: string, trigger?: string) =>
    (await world.calls.callOne(definition, day, trigger)) ?? null;

  it('calls nothing while nobody waits', async () => {
    expect(await world.calls.callByRule('2026-11-10')).toEqual([]);
    expect(await world.count('meeting')).toBe(0);
  });

  it('closes the batch on its day, with everything that waits, and tells why', async () => {
    await world.wait('高端装备项目');
    await world.wait('冷链物流项目');
    expect(await called('street-town-review', '2026-11-09')).toBeNull();
    world.at('2026-11-10', '08:00');
    const id = await world.call('street-town-review', '2026-11-10');
    const meeting = await world.meeting(id);
    expect(meeting).toMatchObject({
      meetingKey: 'street-town-review:2026-11-10',
      title: '第1次街镇项目研判联席会议（2026年11月第1批）',
      period: '2026-11-10',
      state: 'planning',
      calledBecause: { zh: '11月10日集中研判日，待研判项目2个' },
      mustAct: ['LGO.staff'],
    });
    expect(meeting.agenda).toMatchObject([
      {
        key: 'i1',
        kind: 'judgement',
        title: '高端装备项目',
        presenter: 'T01',
        units: ['D12', 'D13'],
        standing: 'confirmed',
      },
      { key: 'i2', title: '冷链物流项目', standing: 'confirmed' },
    ]);
    expect(await world.queue('streetTown')).toEqual([]);
  });

  it('calls for the same trigger once, however often and however many come at once', async () => {
    await world.wait('高端装备项目');
    await world.wait('冷链物流项目');
    const all = await Promise.all([1, 2, 3, 4].map(() => world.calls.callByRule('2026-11-10')));
    await world.runJobs();
    expect(new Set(all.flat().map(({ meetingId }) => meetingId)).size).toBe(1);
    expect(all.flat().map(({ repeated }) => repeated)).toEqual(expect.arrayContaining([true, false]));
    expect(await world.count('meeting')).toBe(1);
  });

  it('puts nobody on two agendas when two triggers race; the second meeting of a day has a letter', async () => {
    for (let index = 1; index <= 12; index += 1) await world.wait(`项目${index}`);
    const all = await Promise.all(
      ['a', 'b', 'c'].map((trigger) => called('street-town-review', '2026-11-10', trigger)),
    );
    await world.runJobs();
    const meetings = await world.sql.query<{ meeting_key: string; waiting: string[] }>(
      `SELECT meeting_key, array(SELECT i->>'title' FROM jsonb_array_elements(agenda) i) AS waiting FROM meeting
       ORDER BY meeting_key`,
    );
    expect(all.filter((meeting) => meeting !== null)).toHaveLength(2);
    expect(meetings.map(({ meeting_key }) => meeting_key)).toEqual([
      'street-town-review:2026-11-10',
      'street-town-review:2026-11-10b',
    ]);
    expect(meetings.map(({ waiting }) => waiting.length)).toEqual([8, 4]);
    expect(new Set(meetings.flatMap(({ waiting }) => waiting)).size).toBe(12);
  });

  it('makes up for a day on which no worker lived', async () => {
    await world.wait('高端装备项目');
    world.at('2026-11-12');
    const id = await world.call('street-town-review', '2026-11-12');
    expect(await world.meeting(id)).toMatchObject({
      calledBecause: { zh: '11月10日集中研判日，待研判项目1个' },
    });
  });

  it('puts nobody back who left between reading and starting: the handshake settles it', async () => {
    const [first, second] = [await world.wait('高端装备项目'), await world.wait('冷链物流项目')];
    const meeting = await called('street-town-review', '2026-11-10');
    // Before the meeting's word arrives, the first one is withdrawn.
    await world.tell(first, 'withdraw');
    await world.runJobs();
    const standings = async () =>
      (await world.meeting(meeting?.meetingId ?? '')).agenda.map(({ standing }) => standing);
    expect(await standings()).toEqual(['proposed', 'confirmed']);
    expect(await world.states(second)).toBe('onAgenda');
    // A confirmation may still be under way; after a while nobody waits for it any more.
    expect(await world.unconfirmed.sweep()).toBe(0);
    world.clock.advance(660_000);
    expect(await world.unconfirmed.sweep()).toBe(1);
    expect(await world.unconfirmed.sweep()).toBe(0);
    expect(await standings()).toEqual(['left', 'confirmed']);
  });

  it('orders a push meeting for its units and hears districts beside problems', async () => {
    world.at('2026-11-04');
    await world.wait('甲：选址用地', { queue: 'push', units: ['D13', 'M02'], presenter: 'D01' });
    await world.wait('乙：环评', { queue: 'push', units: ['D12'], presenter: 'D02' });
    await world.wait('丙：选址用地', { queue: 'push', units: ['D13', 'M02'], presenter: 'D03' });
    await world.wait('丁项目', { queue: 'district', units: ['D12'], presenter: 'Z01' });
    expect(await called('push-meeting', '2026-11-04')).toBeNull();
    const id = await world.call('push-meeting', '2026-11-05');
    const { agenda, calledBecause } = await world.meeting(id);
    expect(agenda.map(({ title, kind }) => [title, kind])).toEqual([
      ['甲：选址用地', 'problem'],
      ['丙：选址用地', 'problem'],
      ['乙：环评', 'problem'],
      ['丁项目', 'decision'],
    ]);
    expect(calledBecause.zh).toBe('推动申请须在11月11日前上会，待推动、待评审事项共4个');
  });
});
