import { type Block, blank, type Imprint, type OfficialDocument, paragraph } from './layout/document-model';
import { fitMark } from './layout/issuer-mark';
import { type DocumentNumber, documentNumber } from './layout/numbering';
import { signature } from './layout/signature';
import { breakTitle } from './layout/title-lines';

/** Who issues a document, under which number, when and to whom. */
export interface OfficialHead {
  /** The issuer's name as it signs: 滨海新区招商引资工作领导小组办公室. */
  readonly issuer: string;
  /** Without a number (a draft) the line is left out. */
  readonly number: DocumentNumber | null;
  /** 成文日期, YYYY-MM-DD. */
  readonly issuedOn: string;
  /** 主送机关; none for a list, a slip to one unit has one. */
  readonly addressees: readonly string[];
  /** 抄送机关. */
  readonly copiesTo: readonly string[];
  /** A document that gets a seal places its signature differently; true when left out. */
  readonly isSealed?: boolean;
}

/** 文件 with a red head and an imprint, or 信函 with a red mark between double rules. */
export type HeadFormat = 'document' | 'letter';

const markBlocks = (mark: string): Block[] => [{ ...paragraph('issuerMark', mark), fit: fitMark(mark) }];

/** The red head of a 文件 or 纪要: the mark, the number and the rule, and the two lines left free below. */
export const redHead = (mark: string, number: DocumentNumber | null): Block[] => [
  ...markBlocks(mark),
  paragraph('documentNumberWithRule', number === null ? '　' : documentNumber(number)),
  blank(),
  blank(),
];

/** The red head of minutes: mark and number, then who issues them (left) and when (right) over the rule. */
export const minutesHead = (mark: string, number: DocumentNumber | null, issuer: string, date: string): Block[] => [
  ...markBlocks(mark),
  paragraph('documentNumber', number === null ? '　' : documentNumber(number)),
  paragraph('issuerAndDateWithRule', `${issuer}\t${date}`),
  blank(),
];

/** A title in well shaped lines. */
export const titleBlock = (title: string): Block => paragraph('title', breakTitle(title).join('\n'));

/** 主送机关, flush left, with a full-width colon. */
export const addresseeBlocks = (addressees: readonly string[]): Block[] =>
  addressees.length === 0 ? [] : [paragraph('addressee', `${addressees.join('，')}：`)];

/** 附件说明: a line left free, then the names in order, without punctuation behind them. */
export const attachmentBlocks = (names: readonly string[]): Block[] => {
  if (names.length === 0) return [];
  const one = names.length === 1;
  return [
    blank(),
    ...names.map((name, at) =>
      paragraph('attachmentNote', `${at === 0 ? '附件：' : '　　　'}${one ? '' : `${at + 1}.`}${name}`),
    ),
  ];
};

/** 署名 and 成文日期; a seal needs a little more room. */
export const signatureBlocks = (head: OfficialHead): Block[] => {
  const sealed = head.isSealed ?? true;
  return [blank(), ...(sealed ? [blank()] : []), ...signature(head.issuer, head.issuedOn, sealed)];
};

/** 附注 in its brackets, when there is one. */
export const noteBlocks = (note: string): Block[] =>
  note === '' ? [] : [paragraph('note', `（${note.replace(/^（|）$/gu, '')}）`)];

/**
 * Content and signature, which never stands on a page without content: the last paragraph goes with it (GB/T 9704-2012,
 * 7.3.5.5).
 */
export const signed = (content: readonly Block[], signature: readonly Block[]): Block[] => {
  const keep = (block: Block): Block => (block.block === 'table' ? block : { ...block, keepsWithNext: true });
  return [
    ...content.slice(0, -1),
    ...content.slice(-1).map(keep),
    ...signature.slice(0, -1).map(keep),
    ...signature.slice(-1),
  ];
};

/** 版记 of a document that is printed by whoever issues it. */
export const imprintOf = ({ copiesTo, issuer, issuedOn }: OfficialHead): Imprint => ({
  copiesTo,
  printed: { by: issuer, on: issuedOn },
});

/** A document with everything around its content: head, title, addressees, content, signature, note, imprint. */
export const officialDocument = (parts: {
  readonly format: HeadFormat;
  readonly head: OfficialHead;
  readonly title: string;
  readonly content: readonly Block[];
  readonly attachments?: readonly string[];
  readonly note?: string;
  /** What follows on pages of its own. */
  readonly annexes?: readonly Block[];
}): OfficialDocument => {
  const { format, head, title, content, attachments = [], note = '', annexes = [] } = parts;
  const inner = [
    titleBlock(title),
    blank(),
    ...addresseeBlocks(head.addressees),
    ...signed(content, [...attachmentBlocks(attachments), ...signatureBlocks(head)]),
    ...noteBlocks(note),
    ...annexes,
  ];
  if (format === 'letter') {
    const number = head.number === null ? [] : [paragraph('letterNumber', documentNumber(head.number)), blank()];
    const imprint = { copiesTo: head.copiesTo, printed: null };
    return { format, letterMark: head.issuer, name: title, blocks: [...number, blank(), ...inner], imprint };
  }
  return {
    format: 'general',
    name: title,
    blocks: [...redHead(`${head.issuer}文件`, head.number), ...inner],
    imprint: imprintOf(head),
  };
};
