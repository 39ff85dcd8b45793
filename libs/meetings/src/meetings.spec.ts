import {
  DIRECTOR,
  ENVIRONMENT,
  MeetingsUnderTest,
  OFFICE,
  OUTSIDER,
  PLANNING,
  SECOND,
  STREET,
  STREET_ECONOMY,
  viewerOf,
} from '../test/meetings-under-test';
import type { ResolutionDraft } from './editing/meeting-editors';
import { type ResolutionQuery, readResolutions } from './follow-up/resolution-board';

const OPINION = { match: 4, feasibility: 3, opinion: '符合产业方向' };
const NOWHERE = '0190a000-0000-7000-8000-000000000000';
const ATTENDS = { person: '李工', post: '科长' };

describe('a meeting', () => {
  let world: MeetingsUnderTest;

  beforeEach(async () => {
    world = await MeetingsUnderTest.open();
  });
  afterEach(() => world.close());

  /** A street-town meeting of two projects, convened for 17 November at 14:30. */
  const convened = async () => {
    const projects = [await world.wait('高端装备项目'), await world.wait('冷链物流项目')];
    world.at('2026-11-10', '08:00');
    const id = await world.call('street-town-review', '2026-11-10');
    await world.convene(id, '2026-11-17');
    return { id, projects };
  };

  const replied = async (id: string) => {
    await world.complete(id, 'reply', 'attend', PLANNING, ATTENDS, 'D13');
    await world.complete(id, 'reply', 'written', ENVIRONMENT, { reason: '当天另有会议' }, 'D12');
    await world.complete(id, 'reply', 'attend', STREET, ATTENDS, 'T01');
  };

  const opened = async () => {
    const { id, projects } = await convened();
    await replied(id);
    await world.complete(id, 'papers', 'send', OFFICE);
    world.at('2026-11-17', '14:30');
    await world.editors.checkIn(PLANNING, id, { unit: 'D13', present: true });
    await world.meetings.act(OFFICE, id, { type: 'openSession', form: {} });
    return { id, projects };
  };

  const concluded = async () => {
    const { id, projects } = await opened();
    await world.complete(id, 'judge', 'give', PLANNING, OPINION, 'i1/D13');
    await world.complete(id, 'concludeJudgement', 'proceed', OFFICE, { conclusion: '建议推进' }, 'i1');
    await world.complete(
      id,
      'concludeJudgement',
      'proceedWithConditions',
      OFFICE,
      {
        ...{ conclusion: '完善条件后推进', conditions: '环评批复', conditionsDueOn: '2026-12-31' },
        criterion: '取得环评批复',
      },
      'i2',
    );
    await world.meetings.act(OFFICE, id, { type: 'closeSession', form: {} });
    return { id, projects };
  };

  const signed = async (id: string) => {
    await world.complete(id, 'draftMinutes', 'submit', OFFICE);
    await world.complete(id, 'signMinutes', 'sign', DIRECTOR, {}, 'LGO');
    await world.complete(id, 'signMinutes', 'sign', STREET_ECONOMY, {}, 'SEO');
    await world.runJobs();
  };

  it('goes its whole way: from the call to the last resolution that is fulfilled', async () => {
    const { id, projects } = await concluded();
    expect(await world.meeting(id)).toMatchObject({ state: 'minutes', overdue: false });
    await signed(id);
    const meeting = await world.meeting(id);
    expect(meeting).toMatchObject({ state: 'followUp', minutesNumber: '津滨招商办纪要〔2026〕1号' });
    expect(meeting.resolutions).toMatchObject([
      { key: 'r1', kind: 'approve', standing: 'fulfilled' },
      { key: 'r2', kind: 'conditions', standing: 'applied', dueOn: '2026-12-31', unit: 'T01' },
    ]);
    await world.tell(projects[1] ?? '', 'fulfil');
    await world.runJobs();
    expect(await world.meeting(id)).toMatchObject({ state: 'archived' });
    expect((await world.documents.list(id)).map(({ document, state }) => `${document} ${state}`)).toEqual([
      ...['minutes due', 'opinions due', 'agenda due', 'papers due', 'signInSheet due', 'notice due'],
    ]);
  });

  it('shows each what he may do, and to others that it exists not', async () => {
    const { id } = await convened();
    const detail = await world.meetings.find(OFFICE, viewerOf(OFFICE), id);
    expect(detail.quorum).toEqual({ met: 0, needed: 1, of: 2 });
    expect(detail.timetable.items).toEqual([
      { item: 'i1', from: '14:30', to: '14:50' },
      { item: 'i2', from: '14:50', to: '15:10' },
    ]);
    expect(detail.events.map(({ type, refusal }) => [type, refusal?.code ?? null])).toEqual([
      ['openSession', 'MEETING.DAY_NOT_COME'],
      ['reschedule', null],
    ]);
    const may = (found: typeof detail) => found.edits.filter(({ refusal }) => !refusal).map(({ edit }) => edit);
    expect(may(detail)).toEqual(['arrangeAgenda', 'addItem', 'removeItem', 'checkIn', 'changeReply']);
    const street = await world.meetings.find(STREET, viewerOf(STREET), id);
    expect(may(street)).toEqual(['checkIn', 'changeReply']);
    expect(street.edits[0]?.refusal).toMatchObject({ code: 'MEETING.EDITING_NOT_ALLOWED', status: 403 });
    await expect(world.meetings.find(OUTSIDER, viewerOf(OUTSIDER), id)).rejects.toMatchObject({
      code: 'MEETING.NOT_FOUND',
    });
    const listed = async (who: typeof OFFICE, query = {}) =>
      (await world.meetings.list(viewerOf(who), { limit: 10, ...query })).length;
    expect(await listed(PLANNING, { mine: true, from: '2026-11-17', to: '2026-11-17' })).toBe(1);
    expect(await listed(PLANNING, { from: '2026-11-18' })).toBe(0);
    expect(await listed(OUTSIDER)).toBe(0);
  });

  it('is not opened without its quorum, unless the head of a convening unit says why', async () => {
    const { id } = await convened();
    world.at('2026-11-17', '14:30');
    const form = { withoutQuorumReason: '两个项目时限紧迫，缺席单位会后书面补充意见' };
    await expect(world.meetings.act(OFFICE, id, { type: 'openSession', form: {} })).rejects.toMatchObject({
      problems: [{ code: 'MEETING.QUORUM_NOT_MET' }],
    });
    await expect(world.meetings.act(OFFICE, id, { type: 'openSession', form })).rejects.toMatchObject({
      problems: [{ code: 'MEETING.QUORUM_WAIVED_BY_OTHERS' }],
    });
    await world.meetings.act(DIRECTOR, id, { type: 'openSession', form });
    expect(await world.meeting(id)).toMatchObject({
      state: 'inSession',
      reason: form.withoutQuorumReason,
      more: { withoutQuorum: true },
    });
  });

  it('records the silence of a unit that never replies, also when no worker lived at the hour', async () => {
    const { id } = await convened();
    await world.complete(id, 'reply', 'attend', PLANNING, ATTENDS, 'D13');
    world.at('2026-11-17', '13:00');
    await world.sweep();
    const { seats } = await world.meeting(id);
    expect(seats.map(({ unit, reply }) => `${unit} ${reply}`)).toEqual([
      ...['LGO none', 'SEO none', 'D12 silent', 'D13 attend', 'T01 silent'],
    ]);
    expect(world.notices.map(({ kind }) => kind)).toContain('meeting.silent');
    expect((await world.openTasks(id)).filter((task) => task.startsWith('reply'))).toEqual([]);
  });

  it('asks everybody anew when it is moved after its notice', async () => {
    const { id } = await convened();
    await replied(id);
    await world.meetings.act(OFFICE, id, {
      type: 'reschedule',
      form: { plannedOn: '2026-11-20', plannedTime: '09:30', place: '二楼会议室', reason: '主要领导另有安排' },
    });
    await world.runJobs();
    const meeting = await world.meeting(id);
    expect(meeting).toMatchObject({ plannedOn: '2026-11-20', rescheduled: 1, reason: '主要领导另有安排' });
    expect(meeting.plannedAt?.toISOString()).toBe('2026-11-20T01:30:00.000Z');
    expect((await world.openTasks(id)).filter((task) => task.startsWith('reply'))).toHaveLength(3);
    expect((await world.documents.list(id)).filter(({ document }) => document === 'notice')).toHaveLength(2);
  });

  it('loses the item of a project that is withdrawn between agenda and session', async () => {
    const { id, projects } = await convened();
    await world.tell(projects[0] ?? '', 'withdraw');
    await world.runJobs();
    const { agenda, state } = await world.meeting(id);
    expect(agenda.map(({ standing }) => standing)).toEqual(['left', 'confirmed']);
    expect(state).toBe('convened');
    await world.tell(projects[1] ?? '', 'withdraw');
    await world.runJobs();
    expect(await world.meeting(id)).toMatchObject({ state: 'cancelled', mustAct: [] });
  });

  it('gives back to the queue what is taken off its agenda, and takes it again', async () => {
    const { id } = await convened();
    const { agendaRev } = await world.meeting(id);
    await world.editors.removeItem(OFFICE, id, agendaRev, 'i1', '材料不齐');
    await world.runJobs();
    expect(await world.queue('streetTown')).toEqual(['高端装备项目']);
    const [place] = await world.sql.query<{ id: string; turn: number }>(
      'SELECT id, turn FROM meeting_queue WHERE left_at IS NULL',
    );
    expect(place?.turn).toBe(2);
    const { rev } = await world.meetings.find(OFFICE, viewerOf(OFFICE), id);
    const key = await world.editors.addItem(OFFICE, id, rev, { place: place?.id ?? '' });
    await world.runJobs();
    expect((await world.meeting(id)).agenda.at(-1)).toMatchObject({ key, late: true, standing: 'confirmed' });
    expect(key).toBe('i3');
  });

  it('puts somebody who waits on one agenda only, whoever adds first', async () => {
    const { id } = await convened();
    await world.wait('新能源项目');
    const [place] = await world.sql.query<{ id: string }>('SELECT id FROM meeting_queue WHERE left_at IS NULL');
    const { agendaRev } = await world.meeting(id);
    const add = () => world.editors.addItem(OFFICE, id, 1000, { place: place?.id ?? '' });
    const answers = await Promise.allSettled([
      add(),
      add(),
      world.calls.callOne('street-town-review', '2026-11-25', 'x'),
    ]);
    await world.runJobs();
    const held = await world.sql.query(
      `SELECT 1 FROM meeting m, jsonb_array_elements(m.agenda) i WHERE i->>'title' = '新能源项目'`,
    );
    expect(held).toHaveLength(1);
    expect(answers.some(({ status }) => status === 'rejected')).toBe(true);
    await expect(world.editors.addItem(OFFICE, id, agendaRev - 1, { place: place?.id ?? '' })).rejects.toMatchObject({
      code: 'MEETING.CHANGED_MEANWHILE',
    });
    await expect(world.editors.addItem(OFFICE, id, 1000, { kind: 'problem', title: '选址问题' })).rejects.toMatchObject(
      { code: 'MEETING.ITEM_KIND_UNHEARD' },
    );
  });

  it('is arranged by one secretary at a time; who saw an older agenda is told so', async () => {
    const { id } = await convened();
    const { rev } = await world.meetings.find(OFFICE, viewerOf(OFFICE), id);
    const arrange = (who: typeof OFFICE, keys: string[]) =>
      world.editors.arrangeAgenda(
        who,
        id,
        rev,
        keys.map((key) => ({ key, minutes: 15, units: ['D13'] })),
      );
    const answers = await Promise.allSettled([arrange(OFFICE, ['i2', 'i1']), arrange(SECOND, ['i1', 'i2'])]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'MEETING.CHANGED_MEANWHILE', status: 409 },
    });
    // An opinion or a reply in between changes no agenda, so nobody is refused for it.
    const seen = (await world.meetings.find(OFFICE, viewerOf(OFFICE), id)).rev;
    await world.complete(id, 'reply', 'attend', PLANNING, ATTENDS, 'D13');
    await world.editors.arrangeAgenda(OFFICE, id, seen, [{ key: 'i1', minutes: 30, units: ['D12', 'D13'] }]);
    expect((await world.meeting(id)).agenda[0]).toMatchObject({ key: 'i1', minutes: 30 });
  });

  it('lets a unit change and check in its own seat only', async () => {
    const { id } = await convened();
    await world.complete(id, 'reply', 'attend', PLANNING, ATTENDS, 'D13');
    const decline = { unit: 'D13', reply: 'decline', reason: '临时出差' } as const;
    await world.editors.changeReply(PLANNING, id, decline);
    expect((await world.meeting(id)).seats.find(({ unit }) => unit === 'D13')).toMatchObject({
      reply: 'decline',
      reason: '临时出差',
      person: null,
    });
    const refused = (attempt: Promise<void>) =>
      attempt.then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    expect(await refused(world.editors.changeReply(STREET, id, decline))).toBe('MEETING.OTHER_UNITS_SEAT');
    expect(await refused(world.editors.changeReply(STREET, id, { ...decline, unit: 'T01' }))).toBe(
      'MEETING.REPLY_MISSING',
    );
    expect(await refused(world.editors.changeReply(OFFICE, id, { ...decline, reason: ' ' }))).toBe(
      'MEETING.REPLY_INCOMPLETE',
    );
    expect(await refused(world.editors.checkIn(STREET, id, { unit: 'D13', present: true }))).toBe(
      'MEETING.OTHER_UNITS_SEAT',
    );
    expect(await refused(world.editors.checkIn(OFFICE, id, { unit: 'D99', present: true }))).toBe(
      'MEETING.SEAT_NOT_FOUND',
    );
    await world.editors.checkIn(STREET, id, { unit: 'T01', present: true, person: '王科长' });
    expect((await world.meeting(id)).seats.find(({ unit }) => unit === 'T01')).toMatchObject({ checkedIn: '王科长' });
  });

  it('takes a resolution once, however often it is handed over', async () => {
    const { id } = await concluded();
    await signed(id);
    const before = await world.meeting(id);
    const [handed] = await world.sql.query<{ id: string }>(
      `SELECT instance_id AS id FROM meeting_queue ORDER BY waiting_since DESC LIMIT 1`,
    );
    const again = {
      type: 'resolution.conditions',
      ...{ meeting: id, item: 'i2', resolution: 'r2', text: '完善条件后推进', meetingOn: '2026-11-17' },
    };
    await world.jobs['engine.signal-process']?.({ instanceId: handed?.id, event: again }, { id: 'again' });
    await world.runJobs();
    expect((await world.meeting(id)).resolutions).toEqual(before.resolutions);
    expect(await world.states(handed?.id ?? '')).toBe('decided');
  });

  it('numbers minutes without gaps, however often the job comes', async () => {
    const { id } = await concluded();
    await world.complete(id, 'draftMinutes', 'submit', OFFICE);
    await world.complete(id, 'signMinutes', 'sign', DIRECTOR, {}, 'LGO');
    await world.complete(id, 'signMinutes', 'sign', STREET_ECONOMY, {}, 'SEO');
    const job = world.jobs['meetings.number-minutes'];
    await Promise.all([1, 2, 3].map((at) => job?.({ meetingId: id, year: 2026 }, { id: String(at) })));
    await world.runJobs();
    expect(await world.meeting(id)).toMatchObject({ minutesNumber: '津滨招商办纪要〔2026〕1号', state: 'followUp' });
    const [series] = await world.sql.query<{ last: string }>(
      `SELECT last FROM number_series WHERE series LIKE '%纪要'`,
    );
    expect(Number(series?.last)).toBe(1);
  });

  it('keeps its minutes while a resolution is incomplete, and follows work until it is accepted', async () => {
    world.at('2026-11-04');
    const request = await world.wait('甲项目：选址用地', { queue: 'push', units: ['D13'], presenter: 'D01' });
    const id = await world.call('push-meeting', '2026-11-05');
    world.at('2026-11-05', '10:00');
    await world.convene(id, '2026-11-11');
    await world.complete(id, 'papers', 'send', OFFICE);
    await world.complete(id, 'advise', 'give', PLANNING, { position: 'agree', opinion: '可以调整' }, 'i1/D13');
    world.at('2026-11-11', '14:30');
    await world.meetings.act(OFFICE, id, { type: 'openSession', form: {} });
    await world.complete(id, 'concludeProblem', 'unblock', OFFICE, { conclusion: '调整供地批次' }, 'i1');
    await world.meetings.act(OFFICE, id, { type: 'closeSession', form: {} });
    await expect(world.complete(id, 'draftMinutes', 'submit', OFFICE)).rejects.toMatchObject({
      problems: [{ code: 'MEETING.RESOLUTION_INCOMPLETE' }],
    });
    const { resolutionsRev, resolutions } = await world.meeting(id);
    const draft: ResolutionDraft = {
      ...{ item: 'i1', kind: 'unblock', text: '调整供地批次', assistUnits: ['D13', 'D12'], conditions: null },
      ...{ unit: 'D13', dueOn: '2026-11-30', criterion: '取得供地批复', landingUnit: null },
    } as const;
    const put = (change: Partial<ResolutionDraft>, key?: string) =>
      world.editors.putResolution(OFFICE, id, resolutionsRev, { ...draft, ...change }, key);
    await expect(put({ dueOn: '2026-11-11' }, 'r1')).rejects.toMatchObject({ code: 'MEETING.DUE_ON_PASSED' });
    await expect(put({ kind: 'approve' })).rejects.toMatchObject({ code: 'MEETING.RESOLUTION_KIND' });
    await put({}, resolutions[0]?.key);
    await expect(put({}, 'r1')).rejects.toMatchObject({ code: 'MEETING.CHANGED_MEANWHILE' });
    await expect(world.editors.removeResolution(OFFICE, id, 1000, 'r1')).rejects.toMatchObject({
      code: 'MEETING.RESOLUTION_KEPT',
    });
    await world.complete(id, 'draftMinutes', 'submit', OFFICE);
    await world.complete(id, 'signMinutes', 'sign', DIRECTOR);
    await world.runJobs();
    const item = await world.engine.correlate('supervision-item', 'push-meeting:2026-11-05/r1');
    const board = (query: Partial<ResolutionQuery> = {}) =>
      readResolutions(world.sql, viewerOf(OFFICE), { limit: 10, ...query }, world.clock.now());
    expect(await board()).toMatchObject([
      { state: 'open', supervisionItemId: item, projectName: '甲项目：选址用地', daysLate: 0 },
    ]);
    await world.complete(item ?? '', 'itemApproval', 'issue', DIRECTOR);
    await world.runJobs();
    const planner = { ...PLANNING, groups: ['D13.specialist', 'D13.head', 'D13.reviewer'] };
    await world.complete(item ?? '', 'signFor', 'sign', planner);
    world.at('2026-12-03');
    expect(await board()).toMatchObject([{ state: 'overdue', daysLate: 3 }]);
    const found = async (query: Partial<ResolutionQuery>) => (await board(query)).length;
    expect(await found({ state: 'overdue', unit: 'D13', meetingId: id })).toBe(1);
    expect(await found({ state: 'open', unit: 'D12' })).toBe(1);
    expect(await found({ state: 'fulfilled' })).toBe(0);
    expect(await found({ state: 'unfulfilled' })).toBe(0);
    expect(await found({ unit: 'D15' })).toBe(0);
    expect(await found({ projectId: NOWHERE })).toBe(0);
    await world.complete(item ?? '', 'progressReport', 'complete', planner, { evidence: '供地批复已出' });
    await world.complete(
      item ?? '',
      'itemReview',
      'pass',
      { ...DIRECTOR, accountId: 'lgo.officer' },
      { note: '材料齐全' },
    );
    await world.runJobs();
    expect(await world.meeting(id)).toMatchObject({ state: 'archived', resolutions: [{ standing: 'fulfilled' }] });
    expect(await board()).toMatchObject([{ state: 'fulfilled', daysLate: 0 }]);
    expect(await world.states(request)).toBe('done');

    // Open ones by due date, then the others, the last fulfilled first.
    const { resolutions: issued } = await world.meeting(id);
    const like = (key: string, standing: string, dueOn: string, fulfilledOn: string | null = null) => ({
      ...issued[0],
      ...{ key, standing, dueOn, fulfilledOn },
    });
    const several = [
      like('a', 'fulfilled', '2026-11-10', '2026-11-12'),
      like('b', 'issued', '2026-12-20'),
      like('c', 'fulfilled', '2026-11-30', '2026-12-01'),
      like('d', 'applied', '2026-12-10'),
    ];
    await world.sql.query('UPDATE meeting SET resolutions = $2 WHERE id = $1', [id, JSON.stringify(several)]);
    expect((await board()).map(({ resolution }) => resolution.key)).toEqual(['d', 'b', 'c', 'a']);
  });
});

describe('a meeting whose chair nobody is', () => {
  it('is confirmed and signed by whom the engine finds instead', async () => {
    const world = await MeetingsUnderTest.open({ vacant: ['LGO.director'] });
    await world.wait('甲项目：选址用地', { queue: 'push', units: ['D13'], presenter: 'D01', urgent: true });
    const id = await world.call('push-meeting', '2026-11-02');
    const form = { plannedOn: '2026-11-06', plannedTime: '09:30', place: '二楼会议室' };
    await world.complete(id, 'planMeeting', 'plan', OFFICE, form);
    const [asked] = await world.sql.query(
      `SELECT candidate_group, escalated_to FROM user_task WHERE instance_id = $1 AND task_key = 'confirmPlan'`,
      [id],
    );
    expect(asked).toEqual({ candidate_group: 'LGO.director', escalated_to: 'LGO.staff' });
    await world.complete(id, 'confirmPlan', 'confirm', SECOND);
    expect(await world.meeting(id)).toMatchObject({ state: 'convened', chairGroup: 'LGO.director' });
    await world.close();
  });
});
