import {
  BorderStyle,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx';
import type { Imprint } from './document-model';
import { textRuns } from './docx-paragraphs';
import { exactly, runOf } from './docx-styles';
import { SIZE } from './fonts';
import { arabicDate } from './numbering';
import { PAGE, TEXT_WIDTH } from './page';

/** One character of 4号: the inset of the imprint's words on both sides. */
const INSET = SIZE.four * 20;
const LINE = 480;

/** 0.35 mm and 0.25 mm in eighths of a point. */
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/**
 * 版记: thick rules first and last, a thin one between; 抄送, then who printed it and when (GB/T 9704-2012, 7.4).
 *
 * It floats to the foot of the page that holds the end of the text; what does not fit above it takes it along to the next.
 */
export const docxImprint = ({ copiesTo, printed }: Imprint): (Paragraph | Table)[] => {
  const run = runOf('fangsong', SIZE.four);
  const copies = new Paragraph({
    spacing: exactly(LINE),
    // The names go on under the first one, after the three characters of 抄送：.
    indent: { left: INSET * 4, hanging: INSET * 3, right: INSET },
    children: textRuns(`抄送：${copiesTo.join('，')}。`, run),
  });
  const lines = [...(copiesTo.length === 0 ? [] : [copies]), ...(printed === null ? [] : [printedLine(printed)])];
  // A floating table belongs to the paragraph after it; this one takes no room.
  const anchor = new Paragraph({ spacing: exactly(20) });
  if (lines.length === 0) return [anchor];
  const [thick, thin] = printed === null ? [NONE, NONE] : [THICK, THIN];
  const table = new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    float: {
      // Counted from the page's edge: LibreOffice leaves a table that is as wide as the text in the text otherwise.
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: PAGE.left,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
      leftFromText: 0,
      rightFromText: 0,
    },
    borders: { top: thick, bottom: thick, insideHorizontal: thin, left: NONE, right: NONE, insideVertical: NONE },
    rows: lines.map(rowOf),
  });
  return [table, anchor];
};

const printedLine = ({ by, on }: NonNullable<Imprint['printed']>): Paragraph =>
  new Paragraph({
    spacing: exactly(LINE),
    indent: { left: INSET },
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - INSET }],
    children: textRuns(`${by}\t${arabicDate(on)}印发`, runOf('fangsong', SIZE.four)),
  });

const rowOf = (paragraph: Paragraph): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        width: { size: TEXT_WIDTH, type: WidthType.DXA },
        margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
        children: [paragraph],
      }),
    ],
  });
