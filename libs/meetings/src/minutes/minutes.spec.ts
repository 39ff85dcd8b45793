import type { Actor } from '@landfall/process-definition';
import fc from 'fast-check';
import {
  DIRECTOR,
  MeetingsUnderTest,
  OFFICE,
  PLANNING,
  SECOND,
  STREET,
  STREET_ECONOMY,
} from '../../test/meetings-under-test';

describe('minutes', () => {
  let world: MeetingsUnderTest;
  let meeting: string;

  beforeAll(async () => {
    world = await MeetingsUnderTest.open();
    await world.wait('高端装备项目');
    await world.wait('冷链物流项目');
    world.at('2026-11-10', '08:00');
    meeting = await world.call('street-town-review', '2026-11-10');
    await world.convene(meeting, '2026-11-17');
    await world.complete(meeting, 'reply', 'written', PLANNING, { reason: '另有会议' }, 'D13');
    await world.complete(meeting, 'papers', 'send', OFFICE);
    const opinion = { match: 4, feasibility: 3, opinion: '符合产业方向。' };
    await world.complete(meeting, 'judge', 'give', PLANNING, opinion, 'i1/D13');
  });
  afterAll(() => world.close());

  const code = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'saved',
      (error: { code: string }) => error.code,
    );

  it('are written from the session on', async () => {
    expect(await code(world.minutes.save(OFFICE, meeting, 'i1', { rev: 0, text: '过早' }))).toBe(
      'MEETING.NOT_IN_THIS_STATE',
    );
    world.at('2026-11-17', '14:30');
    await world.meetings.act(OFFICE, meeting, { type: 'openSession', form: {} });
    const said = { conclusion: '建议推进。' };
    await world.complete(meeting, 'concludeJudgement', 'proceed', OFFICE, said, 'i1');
    await world.complete(meeting, 'concludeJudgement', 'deferItem', OFFICE, { reason: '材料不齐' }, 'i2');
    await world.meetings.act(OFFICE, meeting, { type: 'closeSession', form: {} });
    expect(await code(world.minutes.save(STREET, meeting, 'i1', { rev: 0, text: '我们的意见' }))).toBe(
      'MEETING.EDITING_NOT_ALLOWED',
    );
    expect(await code(world.minutes.save(OFFICE, meeting, 'i9', { rev: 0, text: '没有的议题' }))).toBe(
      'MEETING.SECTION_NOT_FOUND',
    );
  });

  it('offer a draft of what was said and concluded, in the words of official papers', async () => {
    const sections = await world.minutes.all(meeting);
    expect(sections.map(({ section, rev }) => `${section} ${rev}`)).toEqual([
      'preamble 0',
      'i1 0',
      'i2 0',
      'closing 0',
    ]);
    const [preamble, first, second, closing] = sections.map(({ text }) => text);
    expect(preamble).toBe(
      '2026年11月17日，LGO、SEO在区政府第三会议室召开第1次街镇项目研判联席会议（2026年11月第1批），共审议议题2项。' +
        '现将会议议定情况纪要如下：\n出席单位：LGO、SEO。\n书面反馈意见单位：D13。\n缺席单位：D12、T01。',
    );
    expect(first).toBe(
      '一、关于高端装备项目\n会议听取了T01的汇报。\n' +
        '各单位意见：D13（产业匹配度4分，落地可行性3分）：符合产业方向。D12未反馈意见。\n会议议定：\n' +
        '1．建议推进。责任单位：T01；完成时限：2027年2月9日；验收标准：项目签订正式协议。',
    );
    expect(second).toContain('会议决定本次暂不审议：材料不齐。');
    expect(closing).toContain('不作为行政审批依据');
  });

  it('lose no edit, however the turns of several secretaries fall', async () => {
    const people: readonly Actor[] = [OFFICE, SECOND, DIRECTOR];
    const section = 'i2';
    // Each turn somebody reads, or saves over what he has read last; a refusal shows him what stands.
    const turns = fc.array(fc.record({ who: fc.nat({ max: 2 }), saves: fc.boolean() }), {
      minLength: 4,
      maxLength: 14,
    });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(turns, async (story) => {
        const start = (await world.minutes.section(meeting, section)).rev;
        const read = people.map(() => start);
        const saved: string[] = [];
        for (const { who, saves } of story) {
          const actor = people[who] ?? OFFICE;
          if (!saves) {
            read[who] = (await world.minutes.section(meeting, section)).rev;
            continue;
          }
          const text = `第${++count}稿（${actor.name}）`;
          const outcome = await world.minutes.save(actor, meeting, section, { rev: read[who] ?? 0, text }).then(
            ({ rev }) => ({ rev, stale: false, present: '' }),
            ({ code: refused, params }) => {
              expect(refused).toBe('MEETING.MINUTES_CHANGED_MEANWHILE');
              return { rev: Number(params.present), stale: true, present: String(params.text) };
            },
          );
          expect(outcome.stale).toBe(read[who] !== start + saved.length);
          if (outcome.stale) expect(outcome.present).toBe(saved.at(-1));
          else saved.push(text);
          read[who] = outcome.rev;
        }
        const versions = await world.minutes.versions(meeting, section);
        expect(versions.slice(0, saved.length).map(({ text }) => text)).toEqual([...saved].reverse());
        expect(versions.map(({ rev }) => rev)).toEqual(versions.map((_one, at) => versions.length - at));
      }),
      { numRuns: 25 },
    );
  });

  it('keep one of those who save at the very same moment, and every version for ever', async () => {
    const { rev } = await world.minutes.section(meeting, 'closing');
    const answers = await Promise.allSettled(
      [OFFICE, SECOND, DIRECTOR].map((actor) =>
        world.minutes.save(actor, meeting, 'closing', { rev, text: actor.name }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.minutes.versions(meeting, 'closing')).toHaveLength(1);
    await expect(world.sql.query(`UPDATE meeting_minutes_version SET text = 'x'`)).rejects.toThrow('append-only');
  });

  it('stand still once they are sent to be signed', async () => {
    await world.complete(meeting, 'draftMinutes', 'submit', OFFICE);
    expect(await code(world.minutes.save(OFFICE, meeting, 'i1', { rev: 0, text: '太迟' }))).toBe(
      'MEETING.NOT_IN_THIS_STATE',
    );
    await world.complete(meeting, 'signMinutes', 'return', DIRECTOR, { reason: '补充缺席情况' }, 'LGO');
    expect(await code(world.minutes.save(OFFICE, meeting, 'i1', { rev: 0, text: '补充后' }))).toBe('saved');
  });

  it('are kept as they were signed, section by section, when they get their number', async () => {
    await world.complete(meeting, 'draftMinutes', 'submit', OFFICE);
    await world.complete(meeting, 'signMinutes', 'sign', DIRECTOR, {}, 'LGO');
    await world.complete(meeting, 'signMinutes', 'sign', STREET_ECONOMY, {}, 'SEO');
    const signed = await world.minutes.all(meeting);
    const unsaved = signed.filter(({ rev }) => rev === 0).map(({ section }) => section);
    expect(unsaved).toEqual(['preamble']);
    await world.runJobs();
    expect((await world.meeting(meeting)).minutesNumber).toBe('津滨招商办纪要〔2026〕1号');
    world.unitNames.set('LGO', '改名后的办公室');
    const kept = await world.minutes.all(meeting);
    expect(kept.map(({ text }) => text)).toEqual(signed.map(({ text }) => text));
    expect(kept[0]).toMatchObject({ rev: 1, editedBy: '系统', draft: expect.stringContaining('改名后的办公室') });
    expect(kept.slice(1).map(({ rev }) => rev)).toEqual(signed.slice(1).map(({ rev }) => rev));
    expect(await world.minutes.versions(meeting, 'preamble')).toMatchObject([
      { rev: 1, text: signed[0]?.text, editedBy: '系统' },
    ]);
    // The job may come twice.
    await world.jobs['meetings.number-minutes']?.({ meetingId: meeting, year: 2026 }, { id: 'again' });
    expect(await world.minutes.versions(meeting, 'preamble')).toHaveLength(1);
  });
});
