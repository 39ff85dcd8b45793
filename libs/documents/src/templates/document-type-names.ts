/** The types of documents, in the order in which a meeting needs them. */
export const DOCUMENT_TYPE_NAMES = [
  'meetingNotice',
  'agenda',
  'papersPack',
  'conferencePapers',
  'signInSheet',
  'minutes',
  'reviewOpinion',
  'supervisionSlip',
  'bulletin',
] as const;

export type DocumentTypeName = (typeof DOCUMENT_TYPE_NAMES)[number];
