import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layOut } from '../../../test/environment/libreoffice';
import { composeDocument } from '../src/compose-document';
import { writeDocx } from '../src/layout/write-docx';
import { DOCUMENT_TYPE_NAMES } from '../src/templates/document-type-names';
import { realisticDocuments } from './realistic-documents';

const FOLDER = join(__dirname, '../../../docs/pictures/documents');
const DOTS_PER_INCH = 80;
/** Tables that go on as they begin. */
const FIRST_PAGE_ONLY = new Set(['agenda', 'signInSheet']);

/** `npm run pictures:documents`: draws the first and the last page of each type, and a letter, into docs/pictures/documents. */
const draw = async (): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true });
  const documents = DOCUMENT_TYPE_NAMES.map((type) => ({
    name: type as string,
    document: composeDocument(type, realisticDocuments[type] as never),
  }));
  const letter = composeDocument('meetingNotice', { ...realisticDocuments.meetingNotice, format: 'letter' });
  const drawn = [...documents, { name: 'letter', document: letter }];
  const laidOut = await layOut(await Promise.all(drawn.map(({ document }) => writeDocx(document))));
  for (const [at, { name }] of drawn.entries()) {
    const laid = laidOut[at];
    if (laid === undefined) continue;
    for (const page of new Set([1, FIRST_PAGE_ONLY.has(name) ? 1 : laid.pages])) {
      writeFileSync(join(FOLDER, `${name}-${page}.png`), laid.picture(page, DOTS_PER_INCH));
    }
    console.log(`${name}: ${laid.pages} pages`);
    laid.close();
  }
};

draw().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
