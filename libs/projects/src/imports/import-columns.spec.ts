import { csvCell, importTemplate, mapColumns } from './import-columns';
import { cellsOf } from './row-draft';

describe('the columns of a list', () => {
  it('are found by English, Chinese and other usual headers, however they are written', () => {
    expect(mapColumns(['project_name_zh', 'investor_zh', 'industry_keyword_zh', 'total_investment'])).toMatchObject({
      at: { projectName: 0, investorName: 1, industryFocus: 2, totalInvestment: 3 },
    });
    expect(mapColumns([' 项目名称 ', '投资主体', '所属产业', '总投资额', '拟落地区域'])).toMatchObject({
      at: { projectName: 0, investorName: 1, industryFocus: 2, totalInvestment: 3, landingUnit: 4 },
    });
    expect(mapColumns(['Project Name', 'INVESTOR', 'Industry', 'Investment', '备注二'])).toMatchObject({
      at: { projectName: 0, investorName: 1, industryFocus: 2, totalInvestment: 3 },
      ignored: ['备注二'],
    });
  });

  it('name units in their headers', () => {
    const mapping = mapColumns(['名称', '投资方', '产业', '总投资（亿元）', 'expected_output_yi']);
    if ('code' in mapping) throw new Error(mapping.code);
    expect(mapping.units).toEqual({ totalInvestment: '亿元', outputPlan: '亿元' });
    expect(cellsOf(mapping, ['甲', '乙', '物流', '3', '55'])).toMatchObject({
      totalInvestment: '3',
      currencyUnit: '亿元',
      outputPlan: '55亿元',
    });
  });

  it('are refused when one is missing or there twice', () => {
    expect(mapColumns(['项目名称', '投资方', '产业'])).toEqual({
      code: 'IMPORT.COLUMN_MISSING',
      params: { column: '计划总投资' },
    });
    expect(mapColumns(['项目名称', '名称'])).toEqual({ code: 'IMPORT.COLUMN_TWICE', params: { column: '名称' } });
  });

  it('hold nothing where people write that there is nothing', () => {
    const mapping = mapColumns(['名称', '投资方', '产业', '投资额']);
    if ('code' in mapping) throw new Error(mapping.code);
    expect(cellsOf(mapping, ['甲', '—', ' N/A ', '/'])).toEqual({ projectName: '甲' });
    expect(cellsOf(mapping, ['甲'])).toEqual({ projectName: '甲' });
  });
});

describe('cells that are written out', () => {
  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1|cmd', `'+1|cmd`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['-5.2', '-5.2'],
    ['甲,乙', '"甲,乙"'],
    ['两\n行', '"两\n行"'],
    ['平常', '平常'],
  ])('%j is written so that no spreadsheet runs it', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('make a template whose own header can be read', () => {
    const [header = ''] = importTemplate().split('\r\n');
    expect(mapColumns(header.replace('\uFEFF', '').split(','))).toMatchObject({ ignored: [] });
  });
});
