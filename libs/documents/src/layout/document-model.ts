import type { FontRole } from './fonts';

/** Words in one font; a run without one takes its paragraph's. */
export interface Run {
  readonly text: string;
  readonly font?: FontRole;
}

/** What a paragraph is in an official document; how each looks is said once, in `paragraph-styles.ts`. */
export type ParagraphKind =
  | 'issuerMark'
  | 'documentNumber'
  | 'documentNumberWithRule'
  | 'issuerAndDateWithRule'
  | 'letterNumber'
  | 'title'
  | 'subtitle'
  | 'addressee'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'body'
  | 'flush'
  | 'attachmentNote'
  | 'signature'
  | 'date'
  | 'note'
  | 'attachmentLabel'
  | 'attendance'
  | 'tableCaption'
  | 'blank'
  | 'gap';

export interface Paragraph {
  readonly block: 'paragraph';
  readonly kind: ParagraphKind;
  readonly runs: readonly Run[];
  /** Characters left free on the right, where they depend on the text (signature and date). */
  readonly rightCharacters?: number;
  /** Stays on the page of what follows. */
  readonly keepsWithNext?: boolean;
  /** Begins a new page. */
  readonly startsPage?: boolean;
  /** Words of the issuer's mark are made as tall as fits the line. */
  readonly fit?: { readonly sizePt: number; readonly scalePercent: number };
}

export interface TableCell {
  /** One entry per paragraph of the cell. */
  readonly lines: readonly string[];
  readonly align?: 'left' | 'center';
  /** Columns that the cell takes; 1 when left out. */
  readonly span?: number;
  /** A label rather than a value: in 黑体. */
  readonly label?: boolean;
}

export interface Table {
  readonly block: 'table';
  /** The columns' shares of the width of the type area; they add up to 1. */
  readonly columns: readonly number[];
  /** Repeated at the top of each page. */
  readonly header?: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Height that a row has at least, in lines of the grid. */
  readonly rowLines?: number;
}

export type Block = Paragraph | Table;

/** 版记, at the foot of the last page; that of a letter says only to whom copies go, and has no rules. */
export interface Imprint {
  readonly copiesTo: readonly string[];
  readonly printed: {
    readonly by: string;
    /** YYYY-MM-DD */
    readonly on: string;
  } | null;
}

/**
 * An official document as paragraphs of known kinds: what the .docx and the preview in the page are both made of.
 *
 * `general` has the red head of a 文件 or 纪要 in its blocks, `letter` (信函) has its mark and red double rules in the page
 * itself, `plain` is an annex or a list without a head.
 */
export interface OfficialDocument {
  readonly format: 'general' | 'letter' | 'plain';
  /** The mark of a letter, which stands above the type area. */
  readonly letterMark?: string;
  /** What the file says of itself. */
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly imprint?: Imprint;
  /** Shown with made-up data: every page says so. */
  readonly isSample?: boolean;
}

export const paragraph = (kind: ParagraphKind, text: string): Paragraph => ({
  block: 'paragraph',
  kind,
  runs: [{ text }],
});

export const blank = (): Paragraph => paragraph('blank', '');

/** The little room between a table and the text around it. */
export const gap = (): Paragraph => paragraph('gap', '');

export const cell = (text: string, more: Omit<TableCell, 'lines'> = {}): TableCell => ({
  lines: text.split('\n'),
  ...more,
});
