import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../../apps/standalone/src/demo/api-client';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';

interface Task {
  readonly userTaskId: string;
  readonly taskKey: string;
  readonly meetingId: string | null;
  readonly projectName: string;
}

interface Meeting {
  readonly meetingId: string;
  readonly title: string;
  readonly rev: number;
  readonly state: string;
  readonly minutesNumber: string | null;
  readonly agenda: readonly { readonly key: string; readonly from: string | null; readonly standing: string }[];
  readonly seats: readonly { readonly unit: { readonly code: string } }[];
  readonly resolutions: readonly { readonly key: string; readonly missing: readonly string[] }[];
  readonly openTasks: readonly Task[];
  readonly ownTasks: readonly string[];
  readonly quorum: { readonly isMet: boolean };
}

const PROJECT = '动力电池回收示范线项目';
const OFFICE = 'lgo.staff';

describe('meetings over HTTP', () => {
  let landfall: LandfallUnderTest;
  let api: ApiClient;
  let projectId: string;
  let meetingId: string;

  beforeAll(async () => {
    landfall = await startLandfall();
    ({ api } = landfall);
    ({ projectId } = await api.post<{ projectId: string }>('d01.specialist', '/api/leads', {
      projectName: PROJECT,
      investorName: '天津循环动力科技有限公司',
      industryFocus: '新能源',
      totalInvestment: '52000',
      landingUnit: 'Z01',
      sourceType: 'taskForce',
      contact: '王先生 13800138000',
      brief: '建设年处理五万吨退役动力电池的回收示范线。',
    }));
  }, 60_000);
  afterAll(async () => {
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });

  /** Nobody's session lasts from one day to another. */
  const at = (day: string, time: string) => {
    landfall.clock.set(new Date(`${day}T${time}:00+08:00`));
    api = new ApiClient(landfall.url, SAMPLE_PASSWORD);
  };
  const meeting = (account = OFFICE) => api.get<Meeting>(account, `/api/meetings/${meetingId}`);
  const until = async <Answer>(ask: () => Promise<Answer>, good: (answer: Answer) => boolean): Promise<Answer> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await ask();
      if (good(answer)) return answer;
      await sleep(50);
    }
    throw new Error('Expected it to happen, but it did not');
  };
  const complete = async (account: string, taskKey: string, outcome: string, form: object = {}) => {
    const { openTasks, ownTasks } = await meeting(account);
    const task = openTasks.find((open) => open.taskKey === taskKey && ownTasks.includes(open.userTaskId));
    await api.post(account, `/api/user-tasks/${task?.userTaskId}/complete`, { outcome, form });
  };

  it('takes a push request from the landing unit and lets it wait', async () => {
    const body = { projectId, problemTypes: ['site'], question: '供地批次如何调整', clientKey: 'once' };
    await expect(api.post('d14.specialist', '/api/push-requests', body)).rejects.toMatchObject({ status: 404 });
    const { requestId } = await api.post<{ requestId: string }>('z01.coordinator', '/api/push-requests', body);
    expect(await api.post('z01.coordinator', '/api/push-requests', body)).toEqual({ requestId, repeated: true });
    const inbox = await api.get<{ items: Task[] }>(OFFICE, '/api/inbox?view=group&limit=100');
    const triage = inbox.items.find(({ taskKey }) => taskKey === 'requestTriage');
    expect(triage).toMatchObject({ projectName: PROJECT, meetingId: null });
    await api.post(OFFICE, `/api/user-tasks/${triage?.userTaskId}/complete`, {
      outcome: 'accept',
      form: { units: ['D13'] },
    });
    expect(await api.get(OFFICE, '/api/meeting-queue?queue=push')).toMatchObject({
      items: [{ projectId, units: [{ code: 'D13' }], queueLabel: { zh: '待推动' }, waitingWorkingDays: 0 }],
    });
    expect(await api.get('d14.specialist', '/api/meeting-queue')).toMatchObject({ items: [] });
  });

  it('says of a project where it stands with the meetings, to those who may see the project', async () => {
    const path = `/api/projects/${projectId}/meetings`;
    expect(await api.get('z01.coordinator', path)).toMatchObject({
      queued: [{ queue: 'push', question: '供地批次如何调整', waitingWorkingDays: 0, meeting: null }],
      meetings: [],
      resolutions: [],
      pushRequests: [{ state: 'queued', problemTypes: [{ label: { zh: '选址用地' } }], outcome: null }],
      mayRequestPush: true,
    });
    await expect(api.get('d14.specialist', path)).rejects.toMatchObject({ status: 404 });
  });

  it('calls the meeting on the next working day and shows it to those who sit in it', async () => {
    at('2026-11-24', '08:10');
    const list = () => api.get<{ items: Meeting[] }>(OFFICE, '/api/meetings?kind=push&status=open');
    const { items } = await until(list, (answer) => answer.items.length > 0);
    meetingId = items[0]?.meetingId ?? '';
    const confirmed = await until(meeting, ({ agenda }) => agenda[0]?.standing === 'confirmed');
    expect(confirmed).toMatchObject({
      title: '2026年第1次项目推动联席会议',
      state: 'planning',
      agenda: [{ key: 'i1', kind: { label: { zh: '问题协调' } }, presenter: { code: 'D01' }, from: null }],
      edits: expect.arrayContaining([{ edit: 'arrangeAgenda', allowed: true, refusal: null }]),
      calledBecause: { zh: expect.stringContaining('推动申请须在') },
    });
    await expect(api.get('d14.specialist', `/api/meetings/${meetingId}`)).rejects.toMatchObject({ status: 404 });
    // D13 is a member of the half-year conferences as well.
    expect(await api.get('d13.specialist', '/api/meetings?mine=true&kind=push')).toMatchObject({
      items: [{ meetingId }],
    });
    const inbox = await api.get<{ items: Task[] }>(
      OFFICE,
      `/api/inbox?view=group&limit=100&q=${encodeURIComponent('联席会议')}`,
    );
    expect(inbox.items).toMatchObject([
      { taskKey: 'planMeeting', meetingId, projectName: '2026年第1次项目推动联席会议' },
    ]);
  });

  it('lets its secretary edit the agenda, and nobody over what somebody else has changed', async () => {
    const { rev } = await meeting();
    const items = [{ key: 'i1', minutes: 40, units: ['D13', 'D12'] }];
    await expect(
      api.put('d13.specialist', `/api/meetings/${meetingId}/agenda`, { seen: rev, items }),
    ).rejects.toMatchObject({
      status: 403,
      code: 'MEETING.EDITING_NOT_ALLOWED',
      message: expect.stringMatching(/会议承办人/),
    });
    await expect(
      api.put(OFFICE, `/api/meetings/${meetingId}/agenda`, { seen: rev, items: [{ ...items[0], units: ['D99'] }] }),
    ).rejects.toMatchObject({ code: 'ORGANIZATION_UNIT.NOT_FOUND' });
    await api.put(OFFICE, `/api/meetings/${meetingId}/agenda`, { seen: rev, items });
    await expect(
      api.delete(
        'lgo.director',
        `/api/meetings/${meetingId}/agenda/items/i1?seen=${rev}&reason=${encodeURIComponent('材料不齐')}`,
      ),
    ).rejects.toMatchObject({ status: 409, code: 'MEETING.CHANGED_MEANWHILE' });
    const added = await api.post<Meeting>(OFFICE, `/api/meetings/${meetingId}/agenda/items`, {
      seen: (await meeting()).rev,
      item: { kind: 'problem', title: '园区道路配套', units: ['D13'] },
    });
    const removed = await api.delete<Meeting>(
      OFFICE,
      `/api/meetings/${meetingId}/agenda/items/i2?seen=${added.rev}&reason=${encodeURIComponent('会外办理')}`,
    );
    expect(removed.agenda.map(({ key, standing }) => `${key} ${standing}`)).toEqual(['i1 confirmed', 'i2 left']);
  });

  it('is planned, convened, opened, minuted and signed by those whose turn it is', async () => {
    const plan = { plannedOn: '2026-11-27', plannedTime: '14:30', place: '第三会议室' };
    await complete(OFFICE, 'planMeeting', 'plan', plan);
    await complete('lgo.director', 'confirmPlan', 'confirm');
    expect(await meeting()).toMatchObject({ agenda: [{ from: '14:30', to: '15:10' }, { from: null }] });
    await complete('d13.specialist', 'reply', 'attend', { person: '李工', post: '科长' }).catch(() =>
      complete('d13.reviewer', 'reply', 'attend', { person: '李工', post: '科长' }),
    );
    at('2026-11-27', '14:30');
    await expect(api.post(OFFICE, `/api/meetings/${meetingId}/events/openSession`)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('应有至少 2 个研判单位到会'),
    });
    for (const unit of ['D13', 'D12']) {
      await api.post(OFFICE, `/api/meetings/${meetingId}/check-ins`, { unit, present: true });
    }
    const opened = await api.post<Meeting>(OFFICE, `/api/meetings/${meetingId}/events/openSession`);
    expect(opened).toMatchObject({ state: 'inSession', quorum: { met: 2, isMet: true } });
    await complete(OFFICE, 'concludeProblem', 'unblock', { conclusion: '调整供地批次' });
    await api.post(OFFICE, `/api/meetings/${meetingId}/events/closeSession`);
    await expect(complete(OFFICE, 'draftMinutes', 'submit')).rejects.toMatchObject({
      message: expect.stringContaining('缺少：责任单位、完成时限、验收标准'),
    });
    const { rev, resolutions } = await meeting();
    expect(resolutions).toMatchObject([{ key: 'r1', missing: ['unit', 'dueOn', 'criterion'], unit: null }]);
    const body = { seen: rev, item: 'i1', kind: 'unblock', text: '调整供地批次', unit: 'D13' };
    await api.put(OFFICE, `/api/meetings/${meetingId}/resolutions/r1`, {
      ...body,
      dueOn: '2026-12-10',
      criterion: '取得供地批复',
    });
    const first = await api.get<{ rev: number; text: string }>(OFFICE, `/api/meetings/${meetingId}/minutes/i1`);
    expect(first).toMatchObject({ rev: 0, text: expect.stringContaining('完成时限：2026年12月10日') });
    const saved = { rev: 0, text: `${first.text}（核稿）` };
    await api.put(OFFICE, `/api/meetings/${meetingId}/minutes/i1`, saved);
    await expect(api.put('lgo.director', `/api/meetings/${meetingId}/minutes/i1`, saved)).rejects.toMatchObject({
      status: 409,
      code: 'MEETING.MINUTES_CHANGED_MEANWHILE',
    });
    expect(await api.get(OFFICE, `/api/meetings/${meetingId}/minutes/i1/versions`)).toMatchObject({
      items: [{ rev: 1, text: saved.text }],
    });
    await complete(OFFICE, 'draftMinutes', 'submit');
    await complete('lgo.director', 'signMinutes', 'sign');
    const followed = await until(meeting, ({ state }) => state === 'followUp');
    expect(followed.minutesNumber).toBe('津滨招商办纪要〔2026〕1号');
  });

  it('is followed up on one board for all meetings, with its history and documents', async () => {
    const board = () =>
      api.get<{ items: { supervisionItemId: string | null; state: string }[] }>(OFFICE, '/api/resolutions?state=open');
    const { items } = await until(board, (answer) => answer.items[0]?.supervisionItemId != null);
    expect(items).toMatchObject([{ projectId, stateLabel: { zh: '落实中' }, resolution: { unit: { code: 'D13' } } }]);
    const history = await api.get<{ items: { title: { zh: string } }[] }>(OFFICE, `/api/meetings/${meetingId}/history`);
    expect(history.items.map(({ title }) => title.zh)).toEqual(expect.arrayContaining(['纪要编号', '散会', '开会']));
    const documents = await api.get<{ items: { document: string }[] }>(OFFICE, `/api/meetings/${meetingId}/documents`);
    expect(documents.items.map(({ document }) => document)).toEqual(expect.arrayContaining(['minutes', 'notice']));
  });

  it('tells a project what was resolved on it, also those who did not sit there', async () => {
    expect(await api.get('z01.coordinator', `/api/projects/${projectId}/meetings`)).toMatchObject({
      queued: [],
      meetings: [{ meetingId, state: 'followUp', items: [{ key: 'i1', standing: 'concluded' }] }],
      resolutions: [
        { minutesNumber: '津滨招商办纪要〔2026〕1号', state: 'open', resolution: { text: '调整供地批次' } },
      ],
    });
  });

  it('is called by numbers that the director sets', async () => {
    const book = await api.get<{ present: { rules: { streetTown: object } }; maySet: boolean }>(
      OFFICE,
      '/api/meeting-rules',
    );
    expect(book).toMatchObject({ maySet: false, present: { rules: { streetTown: { cutOffDays: [10, 25] } } } });
    const next = {
      from: '2026-12-01',
      note: '年底加开',
      rules: { ...book.present.rules, streetTown: { ...book.present.rules.streetTown, fromWaiting: 3 } },
    };
    await expect(api.put(OFFICE, '/api/meeting-rules', next)).rejects.toMatchObject({ status: 403 });
    expect(await api.put('lgo.director', '/api/meeting-rules', next)).toMatchObject({
      versions: [{ validFrom: '2026-12-01', setBy: expect.any(String) }, { validFrom: '2022-12-27' }],
    });
    await expect(api.put('lgo.director', '/api/meeting-rules', next)).rejects.toMatchObject({
      code: 'MEETING_RULE.DATE_TAKEN',
    });
  });
});
