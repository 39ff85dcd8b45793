import { Document, DocumentGridType, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { OfficialDocument } from './document-model';
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
          ...document.blocks.map((block) => (block.block === 'table' ? docxTable(block) : docxParagraph(block))),
          ...(document.imprint === undefined ? [] : docxImprint(document.imprint)),
        ],
      },
    ],
  });
  return withLinesOfTheirOwn(await Packer.toBuffer(file));
};

const STYLES = 'word/styles.xml';

/**
 * Takes the paragraphs off the grid of lines, which `docx` has no option for. Their lines are as high as the grid's
 * anyhow; LibreOffice would stretch the spaces between characters.
 */
const withLinesOfTheirOwn = (file: Buffer): Buffer => {
  const parts = unzipSync(file);
  const styles = strFromU8(parts[STYLES] ?? new Uint8Array());
  const spacing = '<w:pPr><w:spacing ';
  if (!styles.includes(spacing)) throw new Error('Expected styles of paragraphs with a spacing, but found none');
  parts[STYLES] = strToU8(styles.replaceAll(spacing, '<w:pPr><w:snapToGrid w:val="0"/><w:spacing '));
  return Buffer.from(zipSync(parts));
};
