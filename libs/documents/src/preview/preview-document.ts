import type { OfficialDocument } from '../layout/document-model';
import { requireValidWording } from '../templates/check-wording';
import type { DocumentTypeName } from '../templates/document-type-names';
import { requireDocumentType } from '../templates/document-types';
import type { Wording } from '../templates/wording';

/**
 * Makes a document of made-up data that says on each page that it is a sample.
 *
 * @throws Rejection `DOCUMENT_TEMPLATE.INVALID` (422) with every wrong part
 */
export const previewDocument = (name: DocumentTypeName, wording: Wording): OfficialDocument => {
  const type = requireDocumentType(name);
  requireValidWording(type, wording);
  return { ...type.compose(type.sample, wording), isSample: true };
};
