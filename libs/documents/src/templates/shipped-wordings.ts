import wordings from '../../data/shipped-wordings.json';
import type { DocumentTypeName } from './document-type-names';
import type { Wording } from './wording';

/** The words that each type of document has until the office changes them: version 0 of its template. */
export const SHIPPED_WORDINGS: Readonly<Record<DocumentTypeName, Wording>> = wordings;
