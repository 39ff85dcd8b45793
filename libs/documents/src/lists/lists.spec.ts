import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { attendanceXlsx } from './attendance-list';
import { type ResolutionRow, resolutionsXlsx } from './resolution-list';

const RESOLUTION: ResolutionRow = {
  minutesNumber: '津滨招商办纪要〔2026〕3号',
  meetingTitle: '研判联席会议',
  meetingOn: '2026-12-10',
  itemTitle: '渔光互补项目',
  projectNo: '00113',
  text: '=1+1 <核查> & "用地"',
  unit: '古林街道',
  dueOn: '2027-01-08',
  criterion: '书面意见',
  status: '办理中',
  closedOn: null,
  note: null,
  supervisionNumber: null,
};

const read = async (bytes: Buffer) => {
  const [sheet] = await readXlsxFile(bytes);
  return sheet?.data ?? [];
};
const sheetOf = (bytes: Buffer) => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

describe('lists as .xlsx', () => {
  it('keep codes as text, and formulas as what was written', async () => {
    const [head, row] = await read(await resolutionsXlsx([RESOLUTION]));
    expect(head?.slice(0, 3)).toEqual(['序号', '纪要文号', '会议']);
    expect(row?.[0]).toBe(1);
    expect(row?.[5]).toBe('00113');
    expect(row?.[6]).toBe('=1+1 <核查> & "用地"');
    expect(row?.[8]).toBe('2027年1月8日');
  });

  it('have widths and a heading that stays in sight', async () => {
    const sheet = sheetOf(await resolutionsXlsx([RESOLUTION]));
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet.match(/<col /g)).toHaveLength(14);
    expect(sheet).not.toContain('<f>');
  });

  it('take 57 units, nobody, and texts longer than a cell', async () => {
    const unit = {
      unitCode: '01',
      unit: '甲',
      items: [],
      reply: null,
      name: null,
      post: null,
      phone: '02200000000',
      checkedInAt: null,
    };
    const rows = await read(await attendanceXlsx(Array.from({ length: 57 }, () => unit)));
    expect(rows).toHaveLength(58);
    expect(rows[57]?.slice(0, 5)).toEqual([57, '01', '甲', null, '未回复']);
    expect(rows[57]?.[7]).toBe('02200000000');
    expect(await read(await attendanceXlsx([]))).toHaveLength(1);
    const [, long] = await read(await resolutionsXlsx([{ ...RESOLUTION, text: '长'.repeat(40_000) }]));
    expect(String(long?.[6]).length).toBeLessThan(32_767);
  });
});
