export { type CalendarChange, changeCalendar } from './calendar-change';
export type { CalendarHistoryEntry } from './calendar-versions';
export { loadCalendar } from './load-calendar';
export { type MissingYear, missingYears } from './missing-years';
export { type NoticeDraft, type NoticeHoliday, noticeOf, readNotice } from './read-notice';
export { REALIGN_DEADLINES, workingTimeJobs } from './realign-deadlines';
export { workingTimeRefusalTexts } from './refusal-texts';
export { type AppliedChange, type CalendarPreview, WorkingTime } from './working-time';
