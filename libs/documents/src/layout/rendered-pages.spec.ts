import { type LaidOut, layOut } from '../../../../test/environment/libreoffice';
import { realisticDocuments } from '../../test/realistic-documents';
import { composeDocument } from '../compose-document';
import { DOCUMENT_TYPE_NAMES } from '../templates/document-type-names';
import { type OfficialDocument, paragraph } from './document-model';
import { writeDocx } from './write-docx';

/** Many documents, each of which takes LibreOffice a moment. */
const TIMEOUT_MS = 120_000;
const POINTS = 72 / 25.4;
const TEXT = '招商引资工作领导小组办公室统筹协调推动各开发区各街镇专班';

const plain = (blocks: OfficialDocument['blocks']): OfficialDocument => ({ format: 'plain', name: '版面', blocks });

const imprint = { copiesTo: ['区委办公室', '区政府办公室'], printed: { by: '领导小组办公室', on: '2026-12-03' } };
const withImprint = (lines: number): OfficialDocument => ({
  ...plain(Array.from({ length: lines }, (_, at) => paragraph('flush', `第${at + 1}行`))),
  imprint,
});
const LINES_ABOVE_IMPRINT = [1, 19, 20, 22];

const DOCUMENTS: Readonly<Record<string, OfficialDocument>> = {
  full: plain([paragraph('flush', TEXT.repeat(22 * 2 + 1))]),
  indented: plain([paragraph('body', TEXT.repeat(3))]),
  numbered: plain([paragraph('flush', TEXT.repeat(30))]),
  ...Object.fromEntries(LINES_ABOVE_IMPRINT.map((lines) => [`imprint ${lines}`, withImprint(lines)])),
  ...Object.fromEntries(
    DOCUMENT_TYPE_NAMES.map((type) => [type, composeDocument(type, realisticDocuments[type] as never)]),
  ),
};

describe('official documents opened by LibreOffice', () => {
  let laidOut: ReadonlyMap<string, LaidOut>;
  beforeAll(async () => {
    const laid = await layOut(await Promise.all(Object.values(DOCUMENTS).map(writeDocx)));
    laidOut = new Map(Object.keys(DOCUMENTS).flatMap((name, at) => (laid[at] ? [[name, laid[at]]] : [])));
  }, TIMEOUT_MS);
  afterAll(() => {
    for (const laid of laidOut?.values() ?? []) laid.close();
  });
  const laidOutAs = (name: string): LaidOut => {
    const laid = laidOut.get(name);
    if (laid === undefined) throw new Error(`Expected document '${name}' to be laid out, but it is not`);
    return laid;
  };

  /** The lines of a page without its number. */
  const textLines = (laid: LaidOut, page: number) => laid.linesOf(page).filter(({ text }) => !/^—\d+—$/.test(text));

  it('22 lines of 28 characters fill a page, and the next line begins the next', () => {
    expect([...TEXT]).toHaveLength(28);
    const laid = laidOutAs('full');
    expect(laid.pages).toBe(3);
    for (const page of [1, 2]) {
      const lines = textLines(laid, page);
      expect(lines.map(({ text }) => text)).toEqual(Array(22).fill(TEXT));
      const [top, bottom] = [lines[0], lines[21]];
      expect(lines[0]?.left).toBeCloseTo(28 * POINTS, -1);
      expect((bottom?.top ?? 0) - (top?.top ?? 0)).toBeCloseTo(21 * 28.95, 0);
    }
    expect(textLines(laid, 3).map(({ text }) => text)).toEqual([TEXT]);
  });

  it('the first line of a paragraph has 26 characters', () => {
    const laid = laidOutAs('indented');
    expect(textLines(laid, 1).map(({ text }) => [...text].length)).toEqual([26, 28, 28, 2]);
  });

  it('the number of a page stands 7 mm below the text: odd right, even left', () => {
    const laid = laidOutAs('numbered');
    for (const [page, side] of [
      [1, 'right'],
      [2, 'left'],
    ] as const) {
      const number = laid.linesOf(page).find(({ text }) => text === `—${page}—`);
      expect(number?.top).toBeGreaterThan((297 - 35) * POINTS);
      expect(number?.top).toBeLessThan((297 - 35 + 7) * POINTS);
      if (side === 'right') expect(number?.right).toBeCloseTo((210 - 26) * POINTS - 14, -1);
      else expect(number?.left).toBeCloseTo(28 * POINTS + 14, -1);
    }
  });

  it('the imprint stands at the foot of the last page, however full that is', () => {
    for (const lines of LINES_ABOVE_IMPRINT) {
      const laid = laidOutAs(`imprint ${lines}`);
      const last = textLines(laid, laid.pages);
      const printed = last.at(-1);
      expect(printed?.text).toBe('领导小组办公室2026年12月3日印发');
      expect(printed?.top).toBeGreaterThan((297 - 35) * POINTS - 24);
      expect(printed?.top).toBeLessThan((297 - 35) * POINTS);
      // Never alone on a page.
      expect(last.some(({ text }) => /^第\d+行$/.test(text))).toBe(true);
    }
  });

  it.each(DOCUMENT_TYPE_NAMES)('%s opens, and says on its pages what it was given', (type) => {
    const document = composeDocument(type, realisticDocuments[type] as never);
    const laid = laidOutAs(type);
    const told = Array.from({ length: laid.pages }, (_, at) => laid.linesOf(at + 1).map(({ text }) => text)).flat();
    const text = told.join('').replaceAll(/\s/g, '');
    for (const block of document.blocks) {
      if (block.block !== 'paragraph') continue;
      for (const line of block.runs
        .flatMap((run) => run.text.split(/[\n\t]/))
        .map((one) => one.replaceAll(/\s/g, ''))) {
        if ([...line].length <= 20) expect(text).toContain(line);
      }
    }
    expect(told.filter((line) => /^—\d+—$/.test(line))).toHaveLength(laid.pages);
  });

  it('each project of a papers pack has a page of its own', () => {
    const { projects } = realisticDocuments.papersPack;
    expect(projects).toHaveLength(8);
    const laid = laidOutAs('papersPack');
    expect(laid.pages).toBe(1 + projects.length);
    projects.forEach((_project, at) => {
      expect(laid.linesOf(at + 2)[0]?.text).toBe(`议题${at + 1}`);
    });
  });
});
