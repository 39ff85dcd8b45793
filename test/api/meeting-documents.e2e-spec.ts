import { WordFile } from '../../libs/documents/test/read-docx';
import { type LandfallUnderTest, startLandfall } from '../landfall-under-test';
import { MeetingUnderWay } from '../meeting-under-way';

interface DocumentRow {
  readonly id: string;
  readonly document: string;
  readonly state: string;
}

const PLANNED = '2026-12-01';
const DAY = '2026-12-02';
const OFFICE = 'lgo.staff';
const SECRET = '津沽机密控股有限公司（样例）';
const REVIEWERS = ['d12.reviewer', 'm02.reviewer'];

describe('the documents that a meeting issues by itself', () => {
  let landfall: LandfallUnderTest;
  let held: MeetingUnderWay;

  beforeAll(async () => {
    landfall = await startLandfall();
    held = new MeetingUnderWay(landfall);
    await held.queueProject('高端装备关键零部件项目（测试样例）');
    await held.queueProject('储能电池项目（测试样例）', { investorName: SECRET, investorHidden: true });
    await held.convene(PLANNED, '14:30');
  }, 60_000);
  afterAll(async () => {
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });

  const listed = async (document: string): Promise<DocumentRow[]> => {
    const { items } = await held.api.get<{ items: DocumentRow[] }>(OFFICE, `/api/meetings/${held.meetingId}/documents`);
    return items.filter((row) => row.document === document && row.state === 'issued');
  };
  const wordsOf = async (document: string): Promise<string[]> => {
    for (let tries = 0; tries < 200 && (await listed(document)).length === 0; tries += 1) {
      await new Promise((done) => setTimeout(done, 50));
    }
    const files = await Promise.all(
      (await listed(document)).map(async ({ id }) => {
        const answer = await held.api.open(OFFICE, `/api/meetings/${held.meetingId}/documents/${id}`);
        return new WordFile(Buffer.from(await answer.arrayBuffer())).paragraphs.join('\n');
      }),
    );
    return files.toSorted();
  };

  it('invite those who are to come, and not those who call the meeting', async () => {
    const [notice = ''] = await wordsOf('notice');
    expect(notice).toContain('第1次街镇项目研判联席会议');
    expect(notice).toContain('区政府第三会议室');
    expect(notice).toContain('于2026年11月30日（星期一）下午5:30前通过系统报送参会回执');
    const attendees = notice.split('\n').find((line) => line.includes('规划资源')) ?? '';
    expect(attendees).toContain('生态环境');
    expect(attendees).not.toContain('领导小组办公室');
    // Seven are asked to reply; the two that call the meeting are there anyway.
    expect(await held.meeting()).toMatchObject({ replies: { given: 0, of: 7 } });
    expect((await held.meeting()).seats).toHaveLength(9);
  });

  it('say why and from when a meeting was moved, and ask for replies anew', async () => {
    const form = { plannedOn: DAY, plannedTime: '14:30', place: '区政府第二会议室', reason: '主持人另有会议' };
    await held.api.post(OFFICE, `/api/meetings/${held.meetingId}/events/reschedule`, { form });
    for (let tries = 0; tries < 200 && (await listed('notice')).length < 2; tries += 1) {
      await new Promise((done) => setTimeout(done, 50));
    }
    const moved = (await wordsOf('notice')).find((notice) => notice.includes('改期')) ?? '';
    expect(moved).toContain('因主持人另有会议，原定于2026年12月1日（星期二）下午2:30召开的');
    expect(moved).toContain('2026年12月2日（星期三）下午2:30');
    expect(moved).toContain('于2026年12月1日（星期二）下午5:30前通过系统报送参会回执');
  });

  it('name no investor who must not be known yet', async () => {
    await held.complete(OFFICE, 'papers', 'send');
    const [papers = ''] = await wordsOf('papers');
    expect(papers).toContain('储能电池项目（测试样例）');
    expect(papers).toContain('暂不公开');
    expect(papers).not.toContain(SECRET);
    expect((await wordsOf('agenda'))[0]).toContain('高端装备关键零部件项目（测试样例）');
    expect((await wordsOf('signInSheet'))[0]).toContain('街镇');
  });

  it('leave what one unit thinks unread by the others until the session', async () => {
    const { openTasks } = await held.api.get<{ openTasks: { userTaskId: string; taskKey: string; slot: string }[] }>(
      'd12.reviewer',
      `/api/meetings/${held.meetingId}`,
    );
    const others = openTasks.find(({ taskKey, slot }) => taskKey === 'judge' && slot === 'i1/M02')?.userTaskId ?? '';
    const taskOfOthers = () =>
      held.api.get<{ submitted: { opinion: string } }>('d12.reviewer', `/api/user-tasks/${others}`);
    for (const [at, account] of REVIEWERS.entries()) {
      await held.complete(account, 'judge', 'give', { match: 3 + at, feasibility: 4, opinion: `${account}的意见` });
    }
    const opinionsOf = async (account: string) => {
      const { agenda } = await held.api.get<{ agenda: { opinions: { unit: { code: string } }[] }[] }>(
        account,
        `/api/meetings/${held.meetingId}`,
      );
      return agenda.map(({ opinions }) => opinions.map(({ unit }) => unit.code).toSorted());
    };
    const formsOf = async (account: string) => {
      const { items } = await held.api.get<{ items: { event: string; form: { opinion?: string } | null }[] }>(
        account,
        `/api/meetings/${held.meetingId}/history?limit=100`,
      );
      const opinions = items.flatMap(({ event, form }) => (event === 'judge.give' && form ? [form.opinion] : []));
      return [...new Set(opinions)].toSorted();
    };
    const both = REVIEWERS.map((account) => `${account}的意见`);
    expect(await opinionsOf('d12.reviewer')).toEqual([['D12'], ['D12']]);
    expect(await formsOf('d12.reviewer')).toEqual([both[0]]);
    await expect(taskOfOthers()).rejects.toMatchObject({ status: 403, code: 'USER_TASK.NOT_VISIBLE' });
    expect(await opinionsOf(OFFICE)).toEqual(Array(2).fill(['D12', 'M02']));
    expect(await formsOf(OFFICE)).toEqual(both);
    await held.hold(DAY, '14:30');
    expect(await opinionsOf('d12.reviewer')).toEqual(Array(2).fill(expect.arrayContaining(['D12', 'M02'])));
    expect(await formsOf('d12.reviewer')).toEqual(both);
    expect((await taskOfOthers()).submitted.opinion).toBe('m02.reviewer的意见');
  });

  it('say what was decided on each project, by whose scores, under the number of the minutes', async () => {
    await held.complete(OFFICE, 'draftMinutes', 'submit');
    for (const head of ['lgo.director', 'seo.director']) await held.complete(head, 'signMinutes', 'sign');
    const opinions = await wordsOf('opinions');
    expect(opinions).toHaveLength(2);
    const number = '津滨招商办纪要〔2026〕1号';
    for (const opinion of opinions) {
      expect(opinion).toContain(number);
      for (const account of REVIEWERS) expect(opinion).toContain(`${account}的意见`);
      expect(opinion).not.toContain(SECRET);
    }
    const [minutes = ''] = await wordsOf('minutes');
    expect(minutes).toContain(number);
    expect(minutes).toContain('建议推进');
  });
});
