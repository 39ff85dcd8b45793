export type { AgendaData, AgendaItem } from './agenda';
export type { BulletinData, BulletinRow, BulletinSection } from './bulletin';
export { type CalendarDeadline, type CalendarMeeting, calendarFeed, meetingIcs } from './calendar/calendar-events';
export { composeDocument, documentDocx } from './compose-document';
export type {
  ConferencePapersData,
  FiguresLine,
  GoodPractice,
  ReadBackLine,
  UnitReportText,
} from './conference-papers';
export type { OfficialDocument } from './layout/document-model';
export { htmlPreview } from './layout/html-preview';
export { arabicDate, type DocumentNumber, documentNumber, meetingTime } from './layout/numbering';
export { writeDocx } from './layout/write-docx';
export { agendaXlsx } from './lists/agenda-list';
export { type AttendanceRow, attendanceXlsx } from './lists/attendance-list';
export { type ResolutionRow, resolutionsXlsx } from './lists/resolution-list';
export type { MeetingNoticeData, NoticedItem } from './meeting-notice';
export type { MinutedItem, MinutedResolution, MinutesData } from './minutes';
export type { HeadFormat, OfficialHead } from './official-head';
export type { PapersPackData, ProjectBrief, TopicLine } from './papers-pack';
export { docxToPdf, docxToPdfs, findLibreOffice } from './preview/libre-office';
export { previewDocument } from './preview/preview-document';
export { documentRefusalTexts } from './refusal-texts';
export type { ReviewOpinionData, UnitOpinion } from './review-opinion';
export { sayMoney } from './say-money';
export type { ExpectedAttendee, SignInSheetData } from './sign-in-sheet';
export type { SupervisionSlipData } from './supervision-slip';
export { wordingProblems } from './templates/check-wording';
export { DocumentTemplates, type TemplateChange, type TemplateHistory } from './templates/document-templates';
export { DOCUMENT_TYPE_NAMES, type DocumentTypeName } from './templates/document-type-names';
export { type DocumentData, documentTypes, requireDocumentType } from './templates/document-types';
export { SHIPPED_WORDINGS } from './templates/shipped-wordings';
export type { TemplateVersion } from './templates/template-versions';
export type { DocumentType, TemplatePart, View, Wording } from './templates/wording';
