import type { Block, Imprint, OfficialDocument, Paragraph, Table, TableCell } from './document-model';
import { SIZE } from './fonts';
import { CHARACTER_PITCH, GRID, linesHigh, millimetres, TEXT_HEIGHT, TEXT_WIDTH } from './page';
import { PARAGRAPH_STYLES, TABLE_STYLE } from './paragraph-styles';
import { breakLines } from './text-width';

/** A paragraph, or the part of one that stands on a page, line by line. */
export interface LaidParagraph {
  readonly block: 'paragraph';
  readonly paragraph: Paragraph;
  readonly lines: readonly string[];
  /** Its first line is the paragraph's first, its last line the paragraph's last. */
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/** The rows of a table that stand on a page. */
export interface LaidTable {
  readonly block: 'table';
  readonly table: Table;
  readonly rows: Table['rows'];
}

export interface LaidPage {
  readonly number: number;
  readonly blocks: readonly (LaidParagraph | LaidTable)[];
  readonly imprint?: Imprint;
}

/** What the mark and the rules of a letter take of the first page's type area. */
export const LETTER_HEAD = millimetres(17.5);

/** Cells have four points left free on both sides, and the page hangs no punctuation out of them. */
const CELL_PADDING = 8 + TABLE_STYLE.sizePt;
const IMPRINT_LINE = 480;

/** The text of a paragraph, its runs together. */
export const textOf = ({ runs }: Paragraph): string => runs.map(({ text }) => text).join('');

const linesOf = (paragraph: Paragraph): string[] => {
  const style = PARAGRAPH_STYLES[paragraph.kind];
  if (paragraph.fit !== undefined) return [textOf(paragraph)];
  const room = TEXT_WIDTH / 20 / (style.sizePt - (SIZE.three - CHARACTER_PITCH));
  const right = paragraph.rightCharacters ?? style.rightCharacters;
  const width = room - style.leftCharacters - right;
  const first = width - style.firstLineCharacters + style.hangingCharacters;
  return textOf(paragraph)
    .split('\n')
    .flatMap((line, at) => breakLines(line, at === 0 ? first : width, width));
};

const rowHeight = (table: Table, cells: readonly TableCell[]): number => {
  let column = 0;
  const heights = cells.map((cell) => {
    const span = cell.span ?? 1;
    const share = table.columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    const width = Math.max(1, (share * (TEXT_WIDTH / 20) - CELL_PADDING) / TABLE_STYLE.sizePt);
    const lines = cell.lines.reduce((sum, line) => sum + breakLines(line, width, width).length, 0);
    return lines * TABLE_STYLE.line + 80;
  });
  return Math.max(table.rowLines === undefined ? 0 : linesHigh(table.rowLines), ...heights);
};

const imprintHeight = ({ copiesTo, printed }: Imprint): number => {
  const width = TEXT_WIDTH / 20 / SIZE.four - 5;
  const copies = copiesTo.length === 0 ? 0 : breakLines(`${copiesTo.join('，')}。`, width, width).length;
  return (copies + (printed === null ? 0 : 1)) * IMPRINT_LINE;
};

/**
 * Lays a document out on pages by the grid alone, without fonts: what the preview in the page shows. Word and LibreOffice
 * know the fonts and decide for themselves; they differ where letters and digits are not half as wide as characters.
 */
export const paginate = (document: OfficialDocument): LaidPage[] => {
  const pages: (LaidParagraph | LaidTable)[][] = [[]];
  let y = document.format === 'letter' ? LETTER_HEAD : 0;
  const turn = () => {
    pages.push([]);
    y = 0;
  };
  const put = (block: LaidParagraph | LaidTable, height: number) => {
    pages.at(-1)?.push(block);
    y += height;
  };
  document.blocks.forEach((block, at) => {
    if (block.block === 'table') {
      putTable(block);
      return;
    }
    if (block.startsPage && (pages.at(-1)?.length ?? 0) > 0) turn();
    if (y > 0 && y + chainHeight(document.blocks, at) > TEXT_HEIGHT) turn();
    putParagraph(block);
  });

  function putParagraph(paragraph: Paragraph): void {
    const style = PARAGRAPH_STYLES[paragraph.kind];
    const line = lineHeight(paragraph);
    const all = linesOf(paragraph);
    y += style.before;
    let from = 0;
    while (from < all.length) {
      const fitting = Math.floor((TEXT_HEIGHT - y) / line);
      if (fitting < 1) {
        turn();
        continue;
      }
      const lines = all.slice(from, from + fitting);
      const isEnd = from + lines.length === all.length;
      put({ block: 'paragraph', paragraph, lines, isStart: from === 0, isEnd }, lines.length * line);
      from += lines.length;
    }
    y += style.after + (style.ruleBelowPt ?? 0) * 20;
  }

  function putTable(table: Table): void {
    const head = table.header === undefined ? 0 : rowHeight(table, table.header);
    let rows: Table['rows'][number][] = [];
    let height = head;
    for (const row of table.rows) {
      const high = rowHeight(table, row);
      if (y + height + high > TEXT_HEIGHT && (rows.length > 0 || y > 0)) {
        if (rows.length > 0) put({ block: 'table', table, rows }, height);
        turn();
        rows = [];
        height = head;
      }
      rows.push(row);
      height += high;
    }
    put({ block: 'table', table, rows }, height);
  }

  const { imprint } = document;
  if (imprint !== undefined && y + imprintHeight(imprint) > TEXT_HEIGHT) turn();
  return pages.map((blocks, at) => ({
    number: at + 1,
    blocks,
    ...(imprint !== undefined && at === pages.length - 1 ? { imprint } : {}),
  }));
};

/** The height of a line; a mark's follows its size. */
export const lineHeight = (paragraph: Paragraph): number =>
  paragraph.fit === undefined ? PARAGRAPH_STYLES[paragraph.kind].line : Math.round(paragraph.fit.sizePt * 23);

/** How high what may not be torn apart is: paragraphs that keep with the next, and the first line of that one. */
const chainHeight = (blocks: readonly Block[], from: number): number => {
  let height = 0;
  for (const block of blocks.slice(from)) {
    if (block.block === 'table') return height + GRID.linePitch;
    const style = PARAGRAPH_STYLES[block.kind];
    if (!style.keepsWithNext && block.keepsWithNext !== true) return height + style.before + lineHeight(block);
    height += style.before + linesOf(block).length * lineHeight(block) + (style.ruleBelowPt ?? 0) * 20;
  }
  return height;
};
