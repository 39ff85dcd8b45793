import type { OfficialDocument } from './layout/document-model';
import { writeDocx } from './layout/write-docx';
import type { DocumentTypeName } from './templates/document-type-names';
import { type DocumentData, documentTypes } from './templates/document-types';
import { SHIPPED_WORDINGS } from './templates/shipped-wordings';
import type { DocumentType, Wording } from './templates/wording';

/** Makes an official document of data and words; without words, of those that are shipped. */
export const composeDocument = <Name extends DocumentTypeName>(
  type: Name,
  data: DocumentData<Name>,
  wording: Wording = SHIPPED_WORDINGS[type],
): OfficialDocument => (documentTypes[type] as unknown as DocumentType<DocumentData<Name>>).compose(data, wording);

/** Makes the .docx of data and words. */
export const documentDocx = <Name extends DocumentTypeName>(
  type: Name,
  data: DocumentData<Name>,
  wording?: Wording,
): Promise<Buffer> => writeDocx(composeDocument(type, data, wording));
