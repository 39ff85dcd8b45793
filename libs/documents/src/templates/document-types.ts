import { agenda } from '../agenda';
import { bulletin } from '../bulletin';
import { conferencePapers } from '../conference-papers';
import { meetingNotice } from '../meeting-notice';
import { minutes } from '../minutes';
import { papersPack } from '../papers-pack';
import { refuse } from '../refusal-texts';
import { reviewOpinion } from '../review-opinion';
import { signInSheet } from '../sign-in-sheet';
import { supervisionSlip } from '../supervision-slip';
import type { DocumentTypeName } from './document-type-names';
import type { DocumentType } from './wording';

/** Every type of document by its name. */
export const documentTypes = {
  meetingNotice,
  agenda,
  papersPack,
  conferencePapers,
  signInSheet,
  minutes,
  reviewOpinion,
  supervisionSlip,
  bulletin,
} as const;

/** The data that a type of document is made of. */
export type DocumentData<Name extends DocumentTypeName> =
  (typeof documentTypes)[Name] extends DocumentType<infer Data> ? Data : never;

/**
 * Finds a type of document whose data are not looked at: for its parts, its placeholders and its sample.
 *
 * @throws Rejection `DOCUMENT_TEMPLATE.UNKNOWN_TYPE` (404)
 */
export const requireDocumentType = (type: string): DocumentType<unknown> => {
  if (!Object.hasOwn(documentTypes, type)) throw refuse('DOCUMENT_TEMPLATE.UNKNOWN_TYPE', 404, { type });
  return documentTypes[type as DocumentTypeName] as DocumentType<unknown>;
};
