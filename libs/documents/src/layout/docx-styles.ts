import { AlignmentType, type IParagraphStyleOptions, type IRunStylePropertiesOptions, LineRuleType } from 'docx';
import type { ParagraphKind } from './document-model';
import { FONTS, type FontRole, SIZE } from './fonts';
import { CHARACTER_SPACING, charactersWide, GRID } from './page';
import { PARAGRAPH_STYLES, type ParagraphStyle } from './paragraph-styles';

export const ALIGNMENT = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
  both: AlignmentType.BOTH,
} as const;

/** A font for every script, so that digits, quotation marks and dashes come from it too. */
export const fontOf = (role: FontRole) => {
  const name = FONTS[role];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
};

/**
 * The properties of a run in a font and size (points).
 *
 * Each character is told its pitch on the grid instead of being moved to it: Word would add the grid's difference a second
 * time, and LibreOffice gives a character that is wider than its cell two cells.
 */
export const runOf = (font: FontRole, sizePt: number, color?: string): IRunStylePropertiesOptions => ({
  font: fontOf(font),
  snapToGrid: false,
  characterSpacing: CHARACTER_SPACING,
  size: sizePt * 2,
  sizeComplexScript: sizePt * 2,
  ...(color === undefined ? {} : { color }),
});

/** Exact line heights: no font, however tall, moves the 22 lines of a page. */
export const exactly = (line: number, before = 0, after = 0) => ({
  line,
  lineRule: LineRuleType.EXACT,
  before,
  after,
});

/** Indents in twips; the first line's also in characters, as Word and WPS count it. */
export const indentOf = (style: ParagraphStyle) => ({
  left: charactersWide(style.leftCharacters),
  right: charactersWide(style.rightCharacters),
  ...(style.hangingCharacters > 0 ? { hanging: charactersWide(style.hangingCharacters) } : {}),
  ...(style.firstLineCharacters > 0
    ? { firstLine: charactersWide(style.firstLineCharacters), firstLineChars: style.firstLineCharacters * 100 }
    : {}),
});

/** The id of the paragraph style of a kind. */
export const styleIdOf = (kind: ParagraphKind): string => `Gongwen${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

const styleOf = ([kind, style]: [ParagraphKind, ParagraphStyle]): IParagraphStyleOptions => ({
  id: styleIdOf(kind),
  name: style.name,
  basedOn: 'Normal',
  quickFormat: true,
  run: runOf(style.font, style.sizePt, style.color),
  paragraph: {
    alignment: ALIGNMENT[style.align],
    spacing: exactly(style.line, style.before, style.after),
    indent: indentOf(style),
    keepNext: style.keepsWithNext,
  },
});

/** The styles of the file: Normal is 3号仿宋 (the grid counts its characters by it), and one style for each kind. */
export const documentStyles = () => ({
  default: {
    document: {
      run: { ...runOf('fangsong', SIZE.three), language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactly(GRID.linePitch) },
    },
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      run: runOf('fangsong', SIZE.three),
      paragraph: { spacing: exactly(GRID.linePitch) },
    },
    ...(Object.entries(PARAGRAPH_STYLES) as [ParagraphKind, ParagraphStyle][]).map(styleOf),
  ],
});
