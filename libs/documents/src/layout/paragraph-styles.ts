import type { ParagraphKind } from './document-model';
import { type FontRole, RED, SIZE } from './fonts';
import { GRID, millimetres } from './page';

/** How one kind of paragraph looks; lengths in twips unless their name says otherwise. */
export interface ParagraphStyle {
  /** Shown in the list of styles of Word and WPS. */
  readonly name: string;
  readonly font: FontRole;
  readonly sizePt: number;
  readonly align: 'left' | 'right' | 'center' | 'both';
  /** Every line has exactly this height, so that no fallback font moves the 22 lines. */
  readonly line: number;
  readonly before: number;
  readonly after: number;
  /** Indents in characters of 3号. */
  readonly firstLineCharacters: number;
  readonly leftCharacters: number;
  readonly hangingCharacters: number;
  readonly rightCharacters: number;
  readonly color?: string;
  /** A red rule of 156 mm below the paragraph, this many points under the words. */
  readonly ruleBelowPt?: number;
  readonly keepsWithNext: boolean;
}

const PITCH = GRID.linePitch;

const body: Omit<ParagraphStyle, 'name'> = {
  font: 'fangsong',
  sizePt: SIZE.three,
  align: 'both',
  line: PITCH,
  before: 0,
  after: 0,
  firstLineCharacters: 2,
  leftCharacters: 0,
  hangingCharacters: 0,
  rightCharacters: 0,
  keepsWithNext: false,
};

const flush: Omit<ParagraphStyle, 'name'> = { ...body, firstLineCharacters: 0 };

/**
 * GB/T 9704-2012 chapter 7, kind by kind. One line of the standard is the height of a character and 7/8 of 3号, so that a
 * line of the title (2号) has 22 + 14 = 36 pt.
 */
export const PARAGRAPH_STYLES: Readonly<Record<ParagraphKind, ParagraphStyle>> = {
  issuerMark: {
    ...flush,
    name: '发文机关标志',
    font: 'xiaobiaosong',
    sizePt: 48,
    align: 'center',
    color: RED,
    line: 960,
    // The top edge of the words lies 35 mm below the top edge of the type area; a line is a little taller than its words.
    before: millimetres(35) - 60,
    keepsWithNext: true,
  },
  documentNumber: { ...flush, name: '发文字号', align: 'center', before: 2 * PITCH, keepsWithNext: true },
  documentNumberWithRule: {
    ...flush,
    name: '发文字号（下有分隔线）',
    align: 'center',
    before: 2 * PITCH,
    line: 340,
    // 4 mm between the words and the rule.
    ruleBelowPt: 9,
    keepsWithNext: true,
  },
  issuerAndDateWithRule: {
    ...flush,
    name: '纪要印发机关和日期（下有分隔线）',
    align: 'left',
    before: 200,
    line: 340,
    ruleBelowPt: 9,
    keepsWithNext: true,
  },
  letterNumber: { ...flush, name: '信函发文字号', align: 'right', keepsWithNext: true },
  title: {
    ...flush,
    name: '公文标题',
    font: 'xiaobiaosong',
    sizePt: SIZE.two,
    align: 'center',
    line: 720,
    keepsWithNext: true,
  },
  subtitle: { ...flush, name: '公文副标题', font: 'kaiti', align: 'center', keepsWithNext: true },
  addressee: { ...flush, name: '主送机关' },
  heading1: { ...body, name: '一级标题', font: 'heiti', keepsWithNext: true },
  heading2: { ...body, name: '二级标题', font: 'kaiti', keepsWithNext: true },
  heading3: { ...body, name: '三级标题' },
  heading4: { ...body, name: '四级标题' },
  body: { ...body, name: '公文正文' },
  flush: { ...flush, name: '顶格正文' },
  attachmentNote: { ...flush, name: '附件说明', leftCharacters: 6, hangingCharacters: 4 },
  signature: { ...flush, name: '发文机关署名', align: 'right', rightCharacters: 2, keepsWithNext: true },
  date: { ...flush, name: '成文日期', align: 'right', rightCharacters: 4 },
  note: { ...body, name: '附注' },
  attachmentLabel: { ...flush, name: '附件', font: 'heiti', keepsWithNext: true },
  attendance: { ...flush, name: '出席人员', leftCharacters: 5, hangingCharacters: 3 },
  tableCaption: { ...flush, name: '表题', font: 'heiti', align: 'center', keepsWithNext: true },
  blank: { ...flush, name: '空行' },
  gap: { ...flush, name: '表格间距', line: 160 },
};

/** Text in tables: 4号 in lines of 22 pt, so that long opinions stay readable and rows stay low. */
export const TABLE_STYLE = { font: 'fangsong', labelFont: 'heiti', sizePt: SIZE.four, line: 440 } as const;
