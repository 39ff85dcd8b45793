import { MeetingsUnderTest, OFFICE, PLANNING } from '../../test/meetings-under-test';
import type { DocumentComposer } from './issue-documents';

describe('documents of a meeting', () => {
  const composed: string[] = [];
  const compose: DocumentComposer = async ({ title, agenda }, document) => {
    composed.push(document);
    const file = (item: string | null) => ({
      ...{ item, name: `${document}.txt`, mime: 'text/plain' },
      content: Buffer.from(`${title} ${composed.length}`),
    });
    return document === 'papers' ? agenda.map(({ key }) => file(key)) : [file(null)];
  };
  let world: MeetingsUnderTest;
  let meeting: string;

  beforeAll(async () => {
    world = await MeetingsUnderTest.open({ compose });
    await world.wait('高端装备项目');
    await world.wait('冷链物流项目');
    world.at('2026-11-10', '08:00');
    meeting = await world.call('street-town-review', '2026-11-10');
    await world.convene(meeting, '2026-11-17');
  });
  afterAll(() => world.close());

  it('are issued once for a step, however often the job comes, and never changed', async () => {
    const [notice] = await world.documents.list(meeting);
    expect(notice).toMatchObject({ document: 'notice', state: 'issued', name: 'notice.txt', item: null });
    const payload = { meetingId: meeting, documents: ['notice'], rev: notice?.rev };
    await Promise.all([1, 2].map((at) => world.jobs['meetings.documents']?.(payload, { id: String(at) })));
    expect(await world.documents.list(meeting)).toEqual([notice]);
    const file = await world.documents.read(meeting, notice?.id ?? '');
    expect(file.content.toString()).toBe('第1次街镇项目研判联席会议（2026年11月第1批） 1');
    await expect(world.sql.query(`UPDATE meeting_document SET name = 'x'`)).rejects.toThrow('never changed');
    await expect(world.sql.query('DELETE FROM meeting_document')).rejects.toThrow('never changed');
  });

  it('are one for each item where they are papers', async () => {
    await world.complete(meeting, 'papers', 'send', OFFICE);
    await world.runJobs();
    const papers = (await world.documents.list(meeting)).filter(({ document }) => document === 'papers');
    expect(papers.map(({ item }) => item)).toEqual(['i1', 'i2']);
  });

  it('lie on the table in the session also where nobody sent them for its day, and are not written twice', async () => {
    const sent = await world.documents.list(meeting);
    const reschedule = {
      reason: '会议室调整',
      plannedOn: '2026-11-18',
      plannedTime: '14:30',
      place: '区政府第二会议室',
    };
    await world.meetings.act(OFFICE, meeting, { type: 'reschedule', form: reschedule });
    await world.runJobs();
    world.at('2026-11-18', '14:30');
    await world.editors.checkIn(PLANNING, meeting, { unit: 'D13', present: true });
    await world.meetings.act(OFFICE, meeting, { type: 'openSession', form: {} });
    await world.runJobs();
    const since = (await world.documents.list(meeting)).filter(({ id }) => !sent.some((known) => known.id === id));
    expect(since.map(({ document }) => document)).toEqual(['agenda', 'papers', 'papers', 'signInSheet', 'notice']);
    const again = { meetingId: meeting, documents: ['agenda', 'papers'], rev: 77, unlessSent: true };
    await world.jobs['meetings.documents']?.(again, { id: '2' });
    expect(await world.documents.list(meeting)).toHaveLength(sent.length + since.length);
  });

  it('are composed later where nobody could when they were due', async () => {
    const { sql } = world;
    const rev = 99;
    await sql.query(
      `INSERT INTO meeting_document (id, meeting_id, document, item, rev, state, created_at)
       VALUES (gen_random_uuid(), $1, 'minutes', '', $2, 'due', now())`,
      [meeting, rev],
    );
    const [due] = await world.documents.list(meeting);
    await expect(world.documents.read(meeting, due?.id ?? '')).rejects.toMatchObject({
      code: 'MEETING.DOCUMENT_NOT_FOUND',
    });
    await world.jobs['meetings.documents']?.({ meetingId: meeting, documents: ['minutes'], rev }, { id: '3' });
    expect((await world.documents.list(meeting))[0]).toMatchObject({ document: 'minutes', rev, state: 'issued' });
  });
});
