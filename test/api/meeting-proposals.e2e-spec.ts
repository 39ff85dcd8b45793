import { setTimeout as sleep } from 'node:timers/promises';
import { holdMeeting } from '../../apps/standalone/src/demo/hold-meeting';
import { type LandfallUnderTest, startLandfall } from '../landfall-under-test';
import { LONG_SESSIONS } from '../meetings-pass';

interface Meeting {
  readonly title: string;
  readonly state: string;
  readonly chair: { readonly code: string };
  readonly calledBecause: { readonly zh: string };
  readonly agenda: readonly { readonly title: string; readonly kind: { readonly key: string } }[];
  readonly seats: readonly unknown[];
  readonly replies: { readonly of: number };
  readonly resolutions: readonly { readonly kind: { readonly key: string }; readonly standing: string }[];
}

interface Offer {
  readonly mayPropose: boolean;
  readonly issues: readonly { readonly issueId: string; readonly title: string }[];
}

const OFFICE = 'lgo.staff';
const EXECUTIVE = 'lg.exec';
const ISSUE = '跨区用地指标无法平衡';
const DAY_MS = 86_400_000;

/** Comes by a job. */
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200 && !(await holds()); tries += 1) await sleep(50);
};

describe('meetings of the leading group that people propose', () => {
  let landfall: LandfallUnderTest;
  let projectId: string;
  let issueId: string;

  beforeAll(async () => {
    landfall = await startLandfall({ environment: LONG_SESSIONS });
    const { api } = landfall;
    ({ projectId } = await api.post<{ projectId: string }>('d01.specialist', '/api/leads', {
      ...{ projectName: '海上风电装备基地（样例）', investorName: '滨海样例风电有限公司', industryFocus: '新能源' },
      ...{ totalInvestment: '86000', landingUnit: 'Z01', sourceType: 'taskForce', contact: '联系人 13800138000' },
      brief: '建设海上风电装备总装基地。',
    }));
    issueId = await raise('site', ISSUE);
  }, 60_000);
  afterAll(async () => {
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });

  /** Raises an issue and brings it before the leading group. */
  const raise = async (type: string, title: string): Promise<string> => {
    const { api } = landfall;
    const raised = await api.post<{ issueId: string }>('z01.coordinator', `/api/projects/${projectId}/issues`, {
      ...{ type, title, tried: '专班、办公室均已协调' },
    });
    const jump = { type: 'jumpUp', form: { level: 'l3', reason: '涉及两个区域，须领导小组定' } };
    await api.post('lg.leader', `/api/issues/${raised.issueId}/events`, jump);
    return raised.issueId;
  };
  const standsIn = async (id: string) => {
    const { process } = await landfall.api.get<{ process: { activeStates: readonly string[] } }>(
      OFFICE,
      `/api/issues/${id}`,
    );
    return process.activeStates.join(' ');
  };
  const hold = (meetingId: string) =>
    holdMeeting(landfall.api, meetingId, {
      ...{ secretary: OFFICE, chair: EXECUTIVE, now: () => landfall.clock.now() },
      goTo: async (instant) => landfall.clock.set(instant),
      unitFor: () => 'D13',
    });
  const offer = (account: string) => landfall.api.get<Offer>(account, '/api/meeting-proposals');
  const meeting = (id: string) => landfall.api.get<Meeting>(OFFICE, `/api/meetings/${id}`);
  const propose = (account: string, body: object) =>
    landfall.api.post<{ meetingId: string; repeated: boolean }>(account, '/api/meeting-proposals', body);

  it('are offered to the office and the leaders, with the issues that have come up to them', async () => {
    expect(await offer(OFFICE)).toMatchObject({ mayPropose: true, issues: [{ issueId, title: ISSUE }] });
    expect(await offer('lg.deputy')).toMatchObject({ mayPropose: true });
    expect(await offer('d01.head')).toEqual({ mayPropose: false, issues: [] });
  });

  it('are refused with one sentence, and then nothing is there', async () => {
    const topic = { kind: 'report', title: '重点产业链招商进展' };
    const refusals: [string, object, number, string][] = [
      ['d01.head', { kind: 'special', reason: '研究', topics: [topic] }, 403, 'MEETING.PROPOSING_NOT_ALLOWED'],
      [OFFICE, { kind: 'special', reason: '研究' }, 422, 'MEETING.NOTHING_TO_HEAR'],
      [
        OFFICE,
        { kind: 'plenary', reason: '研究', topics: [{ ...topic, kind: 'judgement' }] },
        422,
        'MEETING.ITEM_KIND_UNHEARD',
      ],
      [
        OFFICE,
        { kind: 'special', reason: '研究', issues: ['019b0000-0000-7000-8000-000000000001'] },
        422,
        'MEETING.ISSUE_NOT_WAITING',
      ],
      [
        OFFICE,
        { kind: 'special', reason: '研究', topics: [{ ...topic, presenter: 'D99' }] },
        422,
        'ORGANIZATION_UNIT.NOT_FOUND',
      ],
      [OFFICE, { kind: 'conference', reason: '研究', topics: [topic] }, 400, 'REQUEST.INVALID'],
    ];
    for (const [account, body, status, code] of refusals) {
      await expect(propose(account, body)).rejects.toMatchObject({
        status,
        code,
        message: expect.stringMatching(/\p{Script=Han}/u),
      });
    }
    expect(await landfall.api.get(OFFICE, '/api/meetings')).toMatchObject({ items: [] });
  });

  it('hear issues and topics, once for one proposal, when their chair approves; what is ordered is supervised', async () => {
    const body = {
      ...{ kind: 'special', reason: '研究跨区域用地指标', issues: [issueId], clientKey: 'one' },
      topics: [{ kind: 'report', title: '重点产业链招商进展', presenter: 'D01' }],
    };
    const all = await Promise.all([1, 2, 3].map(() => propose(OFFICE, body)));
    const [{ meetingId } = { meetingId: '' }] = all;
    expect(new Set(all.map((proposed) => proposed.meetingId)).size).toBe(1);
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await meeting(meetingId)).toMatchObject({
      title: '2026年第1次领导小组专题会议',
      state: 'proposed',
      chair: { code: 'LG.exec' },
      calledBecause: { zh: '研究跨区域用地指标' },
      agenda: [
        { title: `海上风电装备基地（样例）：${ISSUE}`, kind: { key: 'problem' } },
        { title: '重点产业链招商进展', kind: { key: 'report' } },
      ],
    });
    expect((await offer(OFFICE)).issues).toEqual([]);
    expect((await hold(meetingId)).state).toBe('followUp');
    const { resolutions } = await meeting(meetingId);
    expect(resolutions.map(({ kind }) => kind.key)).toContain('unblock');
    const sources = async () => {
      const { items } = await landfall.api.get<{ items: { source: { key: string } }[] }>(
        'lgo.director',
        '/api/supervision-items',
      );
      return items.map(({ source }) => source.key);
    };
    // Beside it stands what the red light of the project may have drafted.
    await until(async () => (await sources()).includes('resolution'));
    expect((await sources()).filter((source) => source === 'resolution')).toHaveLength(1);
    // The issue waits for that work; nobody has to decide on it once more.
    await until(async () => (await standsIn(issueId)) === 'unresolved.meetingOrdered');
    expect(await standsIn(issueId)).toBe('unresolved.meetingOrdered');
  }, 60_000);

  it('are called by the rule for an issue that nobody proposes, within the ten days of the leading group', async () => {
    const waits = await raise('planning', '规划指标跨年度无法落实');
    expect((await offer(OFFICE)).issues).toMatchObject([{ issueId: waits }]);
    landfall.clock.set(new Date(landfall.clock.now().getTime() + 8 * DAY_MS));
    const called = async () => {
      const { items } = await landfall.api.get<{ items: { meetingId: string; state: string }[] }>(
        OFFICE,
        '/api/meetings',
      );
      return items.find(({ state }) => state === 'proposed');
    };
    await until(async () => (await called()) !== undefined);
    const { meetingId = '' } = (await called()) ?? {};
    expect(await meeting(meetingId)).toMatchObject({
      calledBecause: { zh: expect.stringContaining('待领导小组研究事项1个') },
      agenda: [{ title: '海上风电装备基地（样例）：规划指标跨年度无法落实', kind: { key: 'problem' } }],
    });
    expect(await standsIn(waits)).toBe('unresolved.l3.limit.inTime unresolved.l3.meeting.onAgenda');
    await hold(meetingId);
    await until(async () => (await standsIn(waits)) === 'unresolved.meetingOrdered');
    expect(await standsIn(waits)).toBe('unresolved.meetingOrdered');
  }, 60_000);

  it('invite all 57 members where they are plenary', async () => {
    const { meetingId } = await propose('lg.leader', {
      ...{ kind: 'plenary', reason: '部署下半年招商引资任务' },
      topics: [{ kind: 'deployment', title: '分解落实招商引资任务' }],
    });
    expect(await meeting(meetingId)).toMatchObject({
      title: '2026年第1次领导小组全体会议',
      chair: { code: 'LG.leader' },
      replies: { of: 57 },
    });
  });
});
