import {
  BorderStyle,
  Paragraph as DocxParagraph,
  Table as DocxTable,
  TableCell as DocxTableCell,
  HeightRule,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Table, TableCell } from './document-model';
import { textRuns } from './docx-paragraphs';
import { ALIGNMENT, exactly, runOf } from './docx-styles';
import { linesHigh, TEXT_WIDTH } from './page';
import { TABLE_STYLE } from './paragraph-styles';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** A table over the whole width of the type area; a row is never torn between pages, the header comes again on each. */
export const docxTable = (table: Table): DocxTable => {
  const widths = table.columns.map((share) => Math.round(share * TEXT_WIDTH));
  const height =
    table.rowLines === undefined ? {} : { height: { value: linesHigh(table.rowLines), rule: HeightRule.ATLEAST } };
  const rowOf = (cells: readonly TableCell[], isHeader: boolean) => {
    let column = 0;
    const children = cells.map((cell) => {
      const span = cell.span ?? 1;
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      column += span;
      return cellOf(cell, width, isHeader);
    });
    return new TableRow({ children, tableHeader: isHeader, cantSplit: true, ...(isHeader ? {} : height) });
  };
  return new DocxTable({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [
      ...(table.header === undefined ? [] : [rowOf(table.header, true)]),
      ...table.rows.map((cells) => rowOf(cells, false)),
    ],
  });
};

const cellOf = (cell: TableCell, width: number, isHeader: boolean): DocxTableCell => {
  const isLabel = isHeader || cell.label === true;
  const run = runOf(isLabel ? TABLE_STYLE.labelFont : TABLE_STYLE.font, TABLE_STYLE.sizePt);
  const alignment = ALIGNMENT[cell.align ?? (isLabel ? 'center' : 'left')];
  return new DocxTableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
    ...(cell.span === undefined ? {} : { columnSpan: cell.span }),
    children: cell.lines.map(
      (line) => new DocxParagraph({ alignment, spacing: exactly(TABLE_STYLE.line), children: textRuns(line, run) }),
    ),
  });
};
