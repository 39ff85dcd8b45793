import {
  AlignmentType,
  BorderStyle,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { OfficialDocument } from './document-model';
import { markSpacing, textRuns } from './docx-paragraphs';
import { exactly, runOf } from './docx-styles';
import { RED, SIZE } from './fonts';
import { fitMark } from './issuer-mark';
import { millimetres, PAGE } from './page';
import { SAMPLE_NOTE } from './sample-note';

const PAGE_NUMBER_LINE = 320;

/** A letter's lower rule lies 20 mm above the page's edge; nothing stands lower. */
export const FOOTER_DISTANCE = millimetres(20);

/** The dashes of a page's number lie 7 mm below the type area. */
const BELOW_NUMBER = PAGE.bottom - millimetres(7) - PAGE_NUMBER_LINE / 2 - FOOTER_DISTANCE;

/** A letter's mark begins 30 mm below the page's edge, other headers carry nothing but the word 样例. */
const LETTER_MARK_TOP = millimetres(30);
export const HEADER_DISTANCE = millimetres(15);

/** The rules of a letter are 170 mm wide and centred on the page. */
const BEYOND = { left: -millimetres(8), right: -millimetres(6) };

/** — 1 — in 4号 half-width 宋体: one character in from the right on odd pages, from the left on even ones. */
const pageNumber = (side: 'odd' | 'even'): Footer => {
  const run = runOf('songti', SIZE.four);
  const inset = SIZE.four * 20;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: inset } : { left: inset },
        spacing: exactly(PAGE_NUMBER_LINE, 0, BELOW_NUMBER),
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
};

/** Says on every page that its data are made up; it stands aside and moves nothing. */
const sampleNote = (): Paragraph =>
  new Paragraph({
    frame: {
      type: 'absolute',
      position: { x: 0, y: millimetres(12) },
      width: PAGE.width,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      wrap: FrameWrap.AROUND,
    },
    alignment: AlignmentType.CENTER,
    spacing: exactly(320),
    children: textRuns(SAMPLE_NOTE, runOf('heiti', SIZE.smallFour, '808080')),
  });

const header = (isSample: boolean, more: readonly Paragraph[] = []): Header =>
  new Header({
    children: [
      ...(isSample ? [sampleNote()] : []),
      ...more,
      ...(more.length === 0 ? [new Paragraph({ spacing: exactly(20) })] : []),
    ],
  });

const letterHead = (mark: string): Paragraph => {
  const { sizePt, scalePercent } = fitMark(mark);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: BEYOND,
    spacing: markSpacing(sizePt, LETTER_MARK_TOP - HEADER_DISTANCE),
    // 上粗下细, 4 mm below the mark.
    border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 5, color: RED } },
    children: textRuns(mark, { ...runOf('xiaobiaosong', sizePt, RED), scale: scalePercent }),
  });
};

const letterFoot = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        indent: BEYOND,
        spacing: exactly(20),
        // 上细下粗.
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, space: 0, color: RED } },
      }),
    ],
  });

/** What stands outside the type area of each page. */
export const docxPage = ({ format, letterMark, isSample = false }: OfficialDocument) => {
  const isLetter = format === 'letter' && letterMark !== undefined;
  return {
    titlePage: isLetter,
    headers: {
      default: header(isSample),
      even: header(isSample),
      ...(isLetter ? { first: header(isSample, [letterHead(letterMark)]) } : {}),
    },
    footers: {
      default: pageNumber('odd'),
      even: pageNumber('even'),
      ...(isLetter ? { first: letterFoot() } : {}),
    },
  };
};
