import { setTimeout as sleep } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { ApiClient } from '../../apps/standalone/src/demo/api-client';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';

interface Task {
  readonly userTaskId: string;
  readonly taskKey: string;
}

interface Meeting {
  readonly meetingId: string;
  readonly title: string;
  readonly rev: number;
  readonly state: string;
  readonly agenda: readonly { readonly standing: string }[];
  readonly openTasks: readonly Task[];
  readonly ownTasks: readonly string[];
}

interface Feed {
  readonly active: boolean;
  readonly address: string;
}

const PROJECT = '动力电池回收示范线项目';
const OFFICE = 'lgo.staff';
const OUTSIDER = 't07.specialist';

/** The lines as a calendar puts them together again (RFC 5545, 3.1). */
const linesOf = (ics: string): string[] => ics.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

describe('what people take away from meetings', () => {
  let landfall: LandfallUnderTest;
  let api: ApiClient;
  let projectId: string;
  let meetingId: string;

  const at = (day: string, time: string) => {
    landfall.clock.set(new Date(`${day}T${time}:00+08:00`));
    // Nobody's session lasts from one day to another.
    api = new ApiClient(landfall.url, SAMPLE_PASSWORD);
  };
  const until = async <Answer>(ask: () => Promise<Answer>, good: (answer: Answer) => boolean): Promise<Answer> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await ask();
      if (good(answer)) return answer;
      await sleep(50);
    }
    throw new Error('Expected it to happen, but it did not');
  };
  const meeting = (account = OFFICE) => api.get<Meeting>(account, `/api/meetings/${meetingId}`);
  const complete = async (account: string, taskKey: string, outcome: string, form: object = {}) => {
    const { openTasks, ownTasks } = await meeting(account);
    const task = openTasks.find((open) => open.taskKey === taskKey && ownTasks.includes(open.userTaskId));
    await api.post(account, `/api/user-tasks/${task?.userTaskId}/complete`, { outcome, form });
  };
  const download = async (account: string, path: string) => {
    const answer = await api.open(account, path);
    const [, name = ''] = /filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
    return { name: decodeURIComponent(name), headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const rowsOf = async (bytes: Buffer) => (await readXlsxFile(bytes))[0]?.data ?? [];
  const readFeed = (address: string) => fetch(address, { headers: { 'accept-language': 'zh' } });

  beforeAll(async () => {
    landfall = await startLandfall();
    ({ api } = landfall);
    ({ projectId } = await api.post<{ projectId: string }>('d01.specialist', '/api/leads', {
      ...{ projectName: PROJECT, investorName: '天津循环动力科技有限公司', industryFocus: '新能源' },
      ...{ totalInvestment: '52000', landingUnit: 'Z01', sourceType: 'taskForce', contact: '王先生 13800138000' },
      brief: '建设年处理五万吨退役动力电池的回收示范线。',
    }));
    const body = { projectId, problemTypes: ['site'], question: '供地批次如何调整' };
    await api.post('z01.coordinator', '/api/push-requests', body);
    const inbox = await api.get<{ items: Task[] }>(OFFICE, '/api/inbox?view=group&limit=100');
    const triage = inbox.items.find(({ taskKey }) => taskKey === 'requestTriage');
    const accept = { outcome: 'accept', form: { units: ['D12', 'D13'] } };
    await api.post(OFFICE, `/api/user-tasks/${triage?.userTaskId}/complete`, accept);
    at('2026-11-24', '08:10');
    const list = () => api.get<{ items: Meeting[] }>(OFFICE, '/api/meetings?kind=push&status=open');
    const { items } = await until(list, (answer) => answer.items.length > 0);
    meetingId = items[0]?.meetingId ?? '';
    await until(meeting, ({ agenda }) => agenda[0]?.standing === 'confirmed');
  }, 60_000);
  afterAll(async () => {
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });

  it('a meeting has no place in a calendar while it has no time', async () => {
    await expect(api.open(OFFICE, `/api/meetings/${meetingId}/calendar.ics`)).rejects.toMatchObject({
      ...{ status: 409, code: 'MEETING.NOT_PLANNED', message: expect.stringContaining('尚未确定') },
    });
  });

  it('a planned meeting goes into a calendar, for those only who may see it', async () => {
    const plan = { plannedOn: '2026-11-27', plannedTime: '14:30', place: '第三会议室' };
    await complete(OFFICE, 'planMeeting', 'plan', plan);
    await complete('lgo.director', 'confirmPlan', 'confirm');
    await until(meeting, ({ state }) => state === 'convened');
    const file = await download('d13.specialist', `/api/meetings/${meetingId}/calendar.ics`);
    expect(file.name).toBe('2026年第1次项目推动联席会议.ics');
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(linesOf(file.bytes.toString())).toEqual(
      expect.arrayContaining([
        ...[`UID:${meetingId}@landfall`, 'STATUS:CONFIRMED', 'SEQUENCE:1', 'LOCATION:第三会议室'],
        'DTSTART;TZID=Asia/Shanghai:20261127T143000',
        `URL;VALUE=URI:${landfall.url}/meetings/${meetingId}`,
      ]),
    );
    for (const name of ['calendar.ics', 'agenda.xlsx', 'attendance.xlsx']) {
      await expect(api.open(OUTSIDER, `/api/meetings/${meetingId}/${name}`)).rejects.toMatchObject({ status: 404 });
    }
  });

  it('agenda and attendance are lists to save', async () => {
    await complete('d13.reviewer', 'reply', 'attend', { person: '李工', post: '科长' });
    const agenda = await download(OFFICE, `/api/meetings/${meetingId}/agenda.xlsx`);
    expect(agenda.name).toBe('2026年第1次项目推动联席会议议程.xlsx');
    const [, first] = await rowsOf(agenda.bytes);
    expect(first?.slice(1, 3)).toEqual([
      expect.stringContaining('2026年11月27日（星期五）下午2:30'),
      expect.stringContaining(PROJECT),
    ]);
    const attendance = await download(OFFICE, `/api/meetings/${meetingId}/attendance.xlsx`);
    expect(attendance.name).toBe('2026年第1次项目推动联席会议参会情况.xlsx');
    const rows = await rowsOf(attendance.bytes);
    const planning = rows.find(([, code]) => code === 'D13');
    expect(planning?.slice(3, 7)).toEqual([expect.stringContaining(PROJECT), '参会', '李工', '科长']);
    expect(rows.find(([, code]) => code === 'D12')?.slice(4, 6)).toEqual(['未回复', null]);
    expect(rows.find(([, code]) => code === 'LGO')?.[4]).toBe('召集');
  });

  describe('a private calendar feed', () => {
    it('is made once shown, read without a session, and holds what the posts of its owner give', async () => {
      const account = 'd12.reviewer';
      expect(await api.get(account, '/api/meeting-feeds')).toEqual({
        active: false,
        createdAt: null,
        lastUsedAt: null,
      });
      const made = await api.post<Feed>(account, '/api/meeting-feeds');
      expect(made.address).toMatch(new RegExp(`^${landfall.url}/calendar/[\\w-]{43}\\.ics$`));
      const standing = await api.get<object>(account, '/api/meeting-feeds');
      expect(standing).toMatchObject({ active: true, createdAt: expect.any(String), lastUsedAt: null });
      expect(JSON.stringify(standing)).not.toContain('calendar/');

      const answer = await readFeed(made.address);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.getSetCookie()).toEqual([]);
      const lines = linesOf(await answer.text());
      expect(lines).toEqual(
        expect.arrayContaining([`UID:${meetingId}@landfall`, 'SUMMARY:2026年第1次项目推动联席会议']),
      );
      const inbox = await api.get<{ items: Task[] }>(account, '/api/inbox?view=group&limit=100');
      const reply = inbox.items.find(({ taskKey }) => taskKey === 'reply');
      expect(lines).toEqual(
        expect.arrayContaining([
          `UID:${reply?.userTaskId}@landfall`,
          `URL;VALUE=URI:${landfall.url}/tasks/${reply?.userTaskId}`,
          expect.stringMatching(/^SUMMARY:截止：.*2026年第1次项目推动联席会议/),
        ]),
      );
      expect(await api.get(account, '/api/meeting-feeds')).toMatchObject({ lastUsedAt: expect.any(String) });
    });

    it('shows nobody else’s meetings and work', async () => {
      const { address } = await api.post<Feed>(OUTSIDER, '/api/meeting-feeds');
      const text = await (await readFeed(address)).text();
      expect(text).toContain('BEGIN:VCALENDAR');
      expect(text).not.toContain(meetingId);
    });

    it('is refused alike when it is unknown, replaced or revoked, and no page answers in its place', async () => {
      const account = 'd13.specialist';
      const { address: old } = await api.post<Feed>(account, '/api/meeting-feeds');
      const { address } = await api.post<Feed>(account, '/api/meeting-feeds');
      expect((await readFeed(address)).status).toBe(200);
      expect(await api.delete(account, '/api/meeting-feeds')).toMatchObject({ active: false });
      const unknown = `${landfall.url}/calendar/${'x'.repeat(43)}.ics`;
      const refusals = await Promise.all([old, address, unknown].map(readFeed));
      expect(refusals.map(({ status }) => status)).toEqual([404, 404, 404]);
      const [first, ...others] = await Promise.all(
        refusals.map(async (refusal) => {
          const { instance, requestId, ...said } = (await refusal.json()) as Record<string, unknown>;
          return said;
        }),
      );
      expect(first).toMatchObject({ code: 'MEETING_FEED.NOT_FOUND', detail: expect.stringContaining('日历订阅') });
      expect(others).toEqual([first, first]);
    });

    it('is empty for whoever has left his post or whose account is closed', async () => {
      const { accounts, database, roster } = landfall.installation;
      const feeds = await Promise.all(
        ['d12.head', 'd12.specialist'].map(async (username) => {
          const { address } = await api.post<Feed>(username, '/api/meeting-feeds');
          const [row] = await database.query<{ id: string }>('SELECT id FROM account WHERE username = $1', [username]);
          return { address, accountId: row?.id ?? '' };
        }),
      );
      const readAll = () => Promise.all(feeds.map(async ({ address }) => (await readFeed(address)).text()));
      for (const text of await readAll()) expect(text).toContain(meetingId);
      await accounts.endPost(feeds[0]?.accountId ?? '', 'D12.head', '2026-11-24');
      await accounts.disable(feeds[1]?.accountId ?? '');
      await roster.refresh();
      for (const text of await readAll()) {
        expect(text).toContain('BEGIN:VCALENDAR');
        expect(text).not.toContain('BEGIN:VEVENT');
      }
    });

    it('needs somebody to be signed in to be made', async () => {
      const answer = await fetch(`${landfall.url}/api/meeting-feeds`, { method: 'POST' });
      expect(answer.status).toBe(401);
    });
  });

  it('resolutions are a ledger, and an issued supervision item has its slip', async () => {
    at('2026-11-27', '14:30');
    for (const unit of ['D13', 'D12']) {
      await api.post(OFFICE, `/api/meetings/${meetingId}/check-ins`, { unit, present: true });
    }
    await api.post(OFFICE, `/api/meetings/${meetingId}/events/openSession`);
    await complete(OFFICE, 'concludeProblem', 'unblock', { conclusion: '调整供地批次' });
    await api.post(OFFICE, `/api/meetings/${meetingId}/events/closeSession`);
    await api.put(OFFICE, `/api/meetings/${meetingId}/resolutions/r1`, {
      ...{ seen: (await meeting()).rev, item: 'i1', kind: 'unblock', text: '调整供地批次', unit: 'D13' },
      ...{ assistUnits: ['D12'], dueOn: '2026-12-10', criterion: '取得供地批复' },
    });
    await complete(OFFICE, 'draftMinutes', 'submit');
    await complete('lgo.director', 'signMinutes', 'sign');
    await until(meeting, ({ state }) => state === 'followUp');
    const items = () =>
      api.get<{ items: { itemId: string; number: string | null }[] }>(
        'lgo.director',
        `/api/supervision-items?projectId=${projectId}`,
      );
    const { itemId } = (await until(items, (answer) => answer.items.length > 0)).items[0] ?? { itemId: '' };
    await expect(api.open(OFFICE, `/api/supervision-items/${itemId}/slip.docx`)).rejects.toMatchObject({
      ...{ status: 409, code: 'SUPERVISION_ITEM.NOT_ISSUED', message: expect.stringContaining('尚未交办') },
    });
    const { process } = await api.get<{ process: { openTasks: Task[] } }>(
      'lgo.director',
      `/api/supervision-items/${itemId}`,
    );
    await api.post('lgo.director', `/api/user-tasks/${process.openTasks[0]?.userTaskId}/complete`, {
      ...{ outcome: 'issue', form: {} },
    });
    await until(items, (answer) => answer.items[0]?.number !== null);

    const slip = await download('d13.specialist', `/api/supervision-items/${itemId}/slip.docx`);
    expect(slip.name).toBe('督办单（督办〔2026〕1号）.docx');
    const words = strFromU8(unzipSync(slip.bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
    for (const said of [
      '津滨招商办纪要〔2026〕1号议定事项',
      '取得供地批复',
      '2026年12月10日',
      '督办〔2026〕1号',
      PROJECT,
    ]) {
      expect(words).toContain(said);
    }
    await expect(api.open(OUTSIDER, `/api/supervision-items/${itemId}/slip.docx`)).rejects.toMatchObject({
      status: 404,
    });

    const ledger = await download(OFFICE, '/api/resolutions.xlsx?state=open&unit=D13');
    expect(ledger.name).toBe('议定事项台账.xlsx');
    const [, row] = await rowsOf(ledger.bytes);
    expect(row?.slice(1, 3)).toEqual(['津滨招商办纪要〔2026〕1号', '2026年第1次项目推动联席会议']);
    expect([row?.[6], row?.[10], row?.[13]]).toEqual(['调整供地批次', '落实中', '督办〔2026〕1号']);
    for (const nothing of ['state=overdue', 'own=true']) {
      expect(await rowsOf((await download(OFFICE, `/api/resolutions.xlsx?${nothing}`)).bytes)).toHaveLength(1);
    }
    expect(await rowsOf((await download('d13.specialist', '/api/resolutions.xlsx?own=true')).bytes)).toHaveLength(2);
    expect(await rowsOf((await download(OUTSIDER, '/api/resolutions.xlsx')).bytes)).toHaveLength(1);
  });
});
