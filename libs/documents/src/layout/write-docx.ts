import { Document, DocumentGridType, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Block, OfficialDocument } from './document-model';
import { docxImprint } from './docx-imprint';
import { docxPage, FOOTER_DISTANCE, HEADER_DISTANCE } from './docx-page';
import { docxParagraph } from './docx-paragraphs';
import { documentStyles } from './docx-styles';
import { docxTable } from './docx-table';
import { GRID, PAGE } from './page';

/** Writes an official document as .docx that Word, WPS and LibreOffice lay out alike. */
export const writeDocx = async (document: OfficialDocument): Promise<Buffer> => {
  const { titlePage, headers, footers } = docxPage(document);
  const file = new Document({
    title: document.name,
    creator: '',
    lastModifiedBy: '',
    styles: documentStyles(),
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true },
    sections: [
      {
        headers,
        footers,
        properties: {
          titlePage,
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.top,
              bottom: PAGE.bottom,
              left: PAGE.left,
              right: PAGE.right,
              header: HEADER_DISTANCE,
              footer: FOOTER_DISTANCE,
              gutter: 0,
            },
          },
          grid: {
            type: DocumentGridType.LINES_AND_CHARS,
            linePitch: GRID.linePitch,
            charSpace: GRID.charSpace,
          },
        },
        children: [
          ...withImprint(document).map((block) => (block.block === 'table' ? docxTable(block) : docxParagraph(block))),
          ...(document.imprint === undefined ? [] : docxImprint(document.imprint)),
        ],
      },
    ],
  });
  return withLinesOfTheirOwn(await Packer.toBuffer(file));
};

/** An imprint never stands on a page alone: the last paragraph goes with it. */
const withImprint = ({ blocks, imprint }: OfficialDocument): readonly Block[] => {
  const last = blocks.at(-1);
  if (imprint === undefined || last?.block !== 'paragraph') return blocks;
  return [...blocks.slice(0, -1), { ...last, keepsWithNext: true }];
};

const STYLES = 'word/styles.xml';

/**
 * What paragraphs are told that `docx` has no option for in styles: every page is filled to its 22nd line, no room is
 * added beside letters and digits, and the grid does not move what has its lines and pitch already (LibreOffice would
 * stretch the spaces between characters).
 */
const LINES_OF_THEIR_OWN =
  '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>';

const withLinesOfTheirOwn = (file: Buffer): Buffer => {
  const parts = unzipSync(file);
  const styles = strFromU8(parts[STYLES] ?? new Uint8Array());
  const spacing = '<w:pPr><w:spacing ';
  if (!styles.includes(spacing)) throw new Error('Expected styles of paragraphs with a spacing, but found none');
  parts[STYLES] = strToU8(styles.replaceAll(spacing, `<w:pPr>${LINES_OF_THEIR_OWN}<w:spacing `));
  return Buffer.from(zipSync(parts));
};
