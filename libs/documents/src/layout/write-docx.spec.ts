import { all, first, WordFile, type XmlNode } from '../../test/read-docx';
import { realisticDocuments } from '../../test/realistic-documents';
import { composeDocument } from '../compose-document';
import { DOCUMENT_TYPE_NAMES } from '../templates/document-type-names';
import { writeDocx } from './write-docx';

const MM = 1440 / 25.4;

const open = async (type: keyof typeof realisticDocuments) =>
  new WordFile(await writeDocx(composeDocument(type, realisticDocuments[type] as never)));

const fontsOf = (style: XmlNode) => first(style, 'w:rFonts').attributes;
const sizeOf = (style: XmlNode) => Number(first(style, 'w:sz').attributes['w:val']) / 2;

describe('the .docx of an official document', () => {
  let notice: WordFile;
  beforeAll(async () => {
    notice = await open('meetingNotice');
  });

  it('has the page of GB/T 9704: A4, 37 and 28 mm margins, 156 by 225 mm of type', () => {
    const size = first(notice.document, 'w:pgSz').attributes;
    const margin = first(notice.document, 'w:pgMar').attributes;
    expect([size['w:w'], size['w:h']]).toEqual(['11906', '16838']);
    const [top, bottom, left, right] = ['w:top', 'w:bottom', 'w:left', 'w:right'].map((side) => Number(margin[side]));
    expect([top, bottom, left, right]).toEqual([2098, 1984, 1587, 1474]);
    expect((11906 - (left ?? 0) - (right ?? 0)) / MM).toBeCloseTo(156, 0);
    expect((16838 - (top ?? 0) - (bottom ?? 0)) / MM).toBeCloseTo(225, 0);
  });

  it('has a grid of 22 lines of 28 characters that fits the type area, which 22 × 580 twips would not', () => {
    const grid = first(notice.document, 'w:docGrid').attributes;
    expect(grid).toEqual({ 'w:type': 'linesAndChars', 'w:linePitch': '579', 'w:charSpace': '-848' });
    const height = 16838 - 2098 - 1984;
    expect(22 * 579).toBeLessThanOrEqual(height);
    expect(22 * 580).toBeGreaterThan(height);
    const width = (11906 - 1587 - 1474) / 20;
    expect(28 * (16 - 848 / 4096)).toBeLessThanOrEqual(width);
    expect(29 * (16 - 848 / 4096)).toBeGreaterThan(width);
  });

  it('gives Normal 16 pt of 仿宋_GB2312, the exact line and the pitch that makes 28 characters', () => {
    const normal = notice.style('Normal');
    expect(normal.attributes['w:default']).toBe('1');
    expect(sizeOf(normal)).toBe(16);
    const spacing = first(first(normal, 'w:pPr'), 'w:spacing').attributes;
    expect(spacing).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact' });
    const pitch = 16 + Number(first(first(normal, 'w:rPr'), 'w:spacing').attributes['w:val']) / 20;
    expect(Math.floor((11906 - 1587 - 1474) / 20 / pitch)).toBe(28);
    expect(first(normal, 'w:widowControl').attributes['w:val']).toBe('0');
  });

  it.each([
    ['GongwenBody', '仿宋_GB2312', 16],
    ['GongwenHeading1', '黑体', 16],
    ['GongwenHeading2', '楷体_GB2312', 16],
    ['GongwenHeading3', '仿宋_GB2312', 16],
    ['GongwenTitle', '方正小标宋简体', 22],
    ['GongwenAttachmentLabel', '黑体', 16],
  ])('%s is %s of %d pt, for every script', (id, font, size) => {
    const style = notice.style(id);
    expect(fontsOf(style)).toEqual({
      'w:ascii': font,
      'w:hAnsi': font,
      'w:eastAsia': font,
      'w:cs': font,
      'w:hint': 'eastAsia',
    });
    expect(sizeOf(style)).toBe(size);
  });

  it('ships no font', () => {
    expect(notice.names().filter((name) => /font.*\.(odttf|ttf|otf)$/i.test(name))).toEqual([]);
  });

  it('indents the first line of the text by two characters', () => {
    for (const id of ['GongwenBody', 'GongwenHeading1', 'GongwenNote']) {
      expect(first(notice.style(id), 'w:ind').attributes['w:firstLineChars']).toBe('200');
    }
    expect(first(notice.style('GongwenAddressee'), 'w:ind').attributes['w:firstLineChars']).toBeUndefined();
  });

  it('has a red mark that begins 35 mm below the edge of the type area', () => {
    const mark = all(notice.document, 'w:p')[0] as XmlNode;
    expect(first(mark, 'w:pStyle').attributes['w:val']).toBe('GongwenIssuerMark');
    expect(mark.text).toBe('滨海新区招商引资工作领导小组办公室文件');
    expect(first(notice.style('GongwenIssuerMark'), 'w:color').attributes['w:val']).toBe('E60012');
    const before = Number(first(mark, 'w:spacing').attributes['w:before']);
    const size = sizeOf(mark);
    // The words begin a little below the edge of their line.
    expect((before + size * 20 * 0.07) / MM).toBeCloseTo(35, 1);
    const scale = Number(first(mark, 'w:w').attributes['w:val']) / 100;
    expect([...mark.text].length * size * scale).toBeLessThan((11906 - 1587 - 1474) / 20);
  });

  it('has a number with six-corner brackets and no zero before it, and a red rule as wide as the type area', () => {
    const number = all(notice.document, 'w:p').find(({ text }) => text.includes('〔')) as XmlNode;
    expect(number.text).toBe('津滨招商办发〔2026〕12号');
    expect(first(number, 'w:bottom').attributes).toEqual({
      'w:val': 'single',
      'w:color': 'E60012',
      'w:sz': '12',
      'w:space': '9',
    });
    expect(all(number, 'w:ind')).toEqual([]);
  });

  it('numbers the headings and dates without zeros', () => {
    const told = notice.paragraphs;
    expect(told.filter((text) => /^[一二三四五]、/u.test(text))).toEqual([
      '一、会议时间',
      '二、会议地点',
      '三、参会人员',
      '四、会议议题',
      '五、有关要求',
    ]);
    expect(told).toContain('2026年12月3日');
    expect(told.some((text) => /年0|月0/.test(text))).toBe(false);
  });

  it('has page numbers — 1 — of 14 pt 宋体, on the right of odd and on the left of even pages', () => {
    expect(all(notice.part('word/settings.xml'), 'w:evenAndOddHeaders')).toHaveLength(1);
    const relations = all(notice.part('word/_rels/document.xml.rels'), 'Relationship');
    for (const [kind, side] of [
      ['default', 'right'],
      ['even', 'left'],
    ] as const) {
      const reference = all(notice.document, 'w:footerReference').find((one) => one.attributes['w:type'] === kind);
      const target = relations.find((one) => one.attributes.Id === reference?.attributes['r:id'])?.attributes.Target;
      const footer = notice.part(`word/${target}`);
      expect(all(footer, 'w:instrText').map(({ text }) => text)).toEqual(['PAGE']);
      expect(all(footer, 'w:t').map(({ text }) => text)).toEqual(['— ', ' —']);
      expect(fontsOf(footer)['w:eastAsia']).toBe('宋体');
      expect(sizeOf(footer)).toBe(14);
      expect(first(footer, 'w:jc').attributes['w:val']).toBe(side);
      expect(first(footer, 'w:ind').attributes[`w:${side}`]).toBe('280');
      // The middle of the number's line lies 7 mm below the type area.
      const spacing = first(footer, 'w:spacing').attributes;
      const below =
        1984 - Number(first(notice.document, 'w:pgMar').attributes['w:footer']) - Number(spacing['w:after']);
      expect((below - Number(spacing['w:line']) / 2) / MM).toBeCloseTo(7, 1);
    }
  });

  it('has an imprint of 0.35 and 0.25 mm rules and 14 pt 仿宋 that floats to the foot of the type area', () => {
    const table = all(notice.document, 'w:tbl').at(-1) as XmlNode;
    expect(first(table, 'w:tblpPr').attributes).toMatchObject({
      'w:vertAnchor': 'margin',
      'w:tblpYSpec': 'bottom',
      'w:horzAnchor': 'page',
      'w:tblpX': '1587',
    });
    const borders = first(table, 'w:tblBorders');
    const eighths = (side: string) => Number(first(borders, side).attributes['w:sz']);
    expect((eighths('w:top') / 8 / 72) * 25.4).toBeCloseTo(0.35, 1);
    expect((eighths('w:insideH') / 8 / 72) * 25.4).toBeCloseTo(0.25, 1);
    expect(eighths('w:bottom')).toBe(eighths('w:top'));
    expect(sizeOf(table)).toBe(14);
    const rows = all(table, 'w:tr').map(({ text }) => text);
    expect(rows[0]).toBe('抄送：区委办公室，区政府办公室，区委街镇工委，区审计局。');
    expect(rows[1]).toContain('2026年12月3日印发');
  });

  it('has the mark and double rules of a letter outside its type area, and no number on its first page', async () => {
    const letter = new WordFile(
      await writeDocx(composeDocument('meetingNotice', { ...realisticDocuments.meetingNotice, format: 'letter' })),
    );
    expect(all(letter.document, 'w:titlePg')).toHaveLength(1);
    const relations = all(letter.part('word/_rels/document.xml.rels'), 'Relationship');
    const firstOf = (what: string) => {
      const reference = all(letter.document, what).find((one) => one.attributes['w:type'] === 'first');
      const target = relations.find((one) => one.attributes.Id === reference?.attributes['r:id'])?.attributes.Target;
      return letter.part(`word/${target}`);
    };
    const [header, footer] = [firstOf('w:headerReference'), firstOf('w:footerReference')];
    expect(first(header, 'w:bottom').attributes['w:val']).toBe('thickThinSmallGap');
    expect(first(footer, 'w:bottom').attributes['w:val']).toBe('thinThickSmallGap');
    expect(all(footer, 'w:instrText')).toEqual([]);
    const { 'w:left': left, 'w:right': right } = first(footer, 'w:ind').attributes;
    expect((11906 - 1587 - 1474 - Number(left) - Number(right)) / MM).toBeCloseTo(170, 0);
  });

  it.each(DOCUMENT_TYPE_NAMES)('%s keeps to the page, the grid and the named fonts', async (type) => {
    const file = await open(type);
    expect(first(file.document, 'w:docGrid').attributes['w:linePitch']).toBe('579');
    const fonts = new Set(all(file.document, 'w:rFonts').map(({ attributes }) => attributes['w:eastAsia']));
    expect(
      [...fonts].filter(
        (font) => !['仿宋_GB2312', '楷体_GB2312', '黑体', '方正小标宋简体', '宋体'].includes(font ?? ''),
      ),
    ).toEqual([]);
    expect(file.paragraphs.join('').length).toBeGreaterThan(50);
  });
});
