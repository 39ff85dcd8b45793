import { all, WordFile } from '../test/read-docx';
import { realisticDocuments } from '../test/realistic-documents';
import { documentDocx } from './compose-document';
import { SILENT } from './review-opinion';
import { sayMoney } from './say-money';

const wordsOf = async (...args: Parameters<typeof documentDocx>) =>
  new WordFile(await documentDocx(...args)).paragraphs.join('\n');

describe('documents of awkward data', () => {
  it('numbers the headings anew when a section is left out', async () => {
    const words = await wordsOf('meetingNotice', { ...realisticDocuments.meetingNotice, items: [] });
    expect(words).not.toContain('会议议题');
    expect(words).toContain('四、有关要求');
  });

  it('tells a meeting that was moved what it was before', async () => {
    const rescheduled = { previousStartsAt: '2026-12-08T14:00:00+08:00', reason: '会议室调整' };
    const words = await wordsOf('meetingNotice', { ...realisticDocuments.meetingNotice, rescheduled });
    expect(words).toContain('因会议室调整，原定于2026年12月8日（星期二）下午2:00召开的');
  });

  it('keeps names with markup, braces and control characters as they are', async () => {
    const title = '<w:t>&amp; "甲"乙项目{{place}}\u0007';
    const items = [{ title, presenter: '<>&' }];
    const words = await wordsOf('meetingNotice', { ...realisticDocuments.meetingNotice, items });
    expect(words).toContain('1.<w:t>&amp; "甲"乙项目{{place}}（汇报单位：<>&）');
  });

  it('shows silence as silence, and says that the opinion is for reference', async () => {
    const words = await wordsOf('reviewOpinion', realisticDocuments.reviewOpinion);
    expect(words).toContain(SILENT);
    expect(words).toContain('区应急局逾期未反馈，不视为同意');
    expect(words).toContain('为街镇项目落地服务提供参考');
    expect(words).toContain('产业匹配度平均4.5分、落地可行性平均3.5分');
    const silent = realisticDocuments.reviewOpinion.opinions.map((one) => ({ ...one, opinion: null }));
    const none = await wordsOf('reviewOpinion', {
      ...realisticDocuments.reviewOpinion,
      opinions: silent,
      conditions: [],
    });
    expect(none).not.toMatch(/平均|落实以下条件/);
    expect(none.split('\n').filter((line) => line === SILENT)).toHaveLength(silent.length);
  });

  it('says unit, deadline and criterion of each resolution, and whose item came to nothing', async () => {
    const [item] = realisticDocuments.minutes.items;
    const items = [
      { ...item, resolutions: [{ text: '知悉。', unit: null, dueOn: null, criterion: null }] },
      { ...item, resolutions: [] },
    ];
    const words = await wordsOf('minutes', { ...realisticDocuments.minutes, items, excused: [] } as never);
    expect(words).toContain('（一）知悉。');
    expect(words).toContain('本议题未形成议定事项。');
    expect(words).not.toContain('请假：');
    expect(await wordsOf('minutes', realisticDocuments.minutes)).toContain(
      '（责任单位：大港街道；完成时限：2027年1月8日；验收标准：规划资源部门出具书面核实意见）。',
    );
  });

  it('has a row for each of 57 units and none for nobody', async () => {
    const attendees = Array.from({ length: 57 }, (_, at) => ({
      unit: `单位${at + 1}`,
      name: null,
      post: null,
      phone: null,
    }));
    const sheet = { ...realisticDocuments.signInSheet, attendees, spareRows: 0 };
    const file = new WordFile(await documentDocx('signInSheet', sheet));
    expect(all(file.document, 'w:tr')).toHaveLength(58);
    const repeated = all(file.document, 'w:tblHeader').filter(({ attributes }) => attributes['w:val'] !== 'off');
    expect(repeated).toHaveLength(1);
    const empty = new WordFile(await documentDocx('signInSheet', { ...sheet, attendees: [] }));
    expect(all(empty.document, 'w:tr')).toHaveLength(1);
    expect(await wordsOf('agenda', { ...realisticDocuments.agenda, items: [] })).toContain('本次会议议题另行通知。');
  });

  it('lists projects and topics by their place on the agenda, and gives a page to projects', async () => {
    const [project] = realisticDocuments.papersPack.projects;
    const pack = {
      ...realisticDocuments.papersPack,
      projects: project ? [{ ...project, place: 2 }] : [],
      topics: [
        { place: 1, title: '重点产业链招商进展', presenter: '区工业和信息化局', question: null },
        { place: 3, title: '分解落实年度任务', presenter: null, question: '任务如何分解' },
      ],
    };
    const words = await wordsOf('papersPack', pack);
    expect(words).toContain('本次会议共有议题3项');
    expect(words).toMatch(
      /1\.重点产业链招商进展（区工业和信息化局）[\s\S]*2\..*[\s\S]*3\.分解落实年度任务：任务如何分解/,
    );
    expect(words).toContain('议题2');
    expect(words).not.toContain('议题1');
    expect(await wordsOf('papersPack', { ...pack, projects: [], topics: [] })).toContain('本次会议没有议题');
  });

  it('says money without losing a digit', () => {
    expect(sayMoney('1948600')).toBe('194.86亿元');
    expect(sayMoney('9000')).toBe('9000万元');
    expect(sayMoney('30000', 'USD')).toBe('3亿美元');
    expect(sayMoney('12345678901234567890.1234')).toBe('1234567890123456.78901234亿元');
    expect(sayMoney(null)).toBe('未提供');
  });
});
