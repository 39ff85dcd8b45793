export * from './calendar-day';
export type * from './calendar-version';
export {
  computeDeadline,
  type Deadline,
  type DeadlineArithmetic,
  type DeadlineBasis,
  type DeadlinePause,
  deadlineOf,
  type ExtraDay,
  type SkippedDays,
} from './deadline';
export { isPaused, pauseDeadline, resumeDeadline } from './pause-deadline';
export {
  changeDeadlines,
  type DeadlineChange,
  type OpenDeadline,
  previewChange,
  recomputeDeadline,
} from './recompute-deadline';
export { sayDay } from './say-day';
export { sayDeadline } from './say-deadline';
export { shippedCalendar } from './shipped-calendar';
export { type DayInfo, type DayKind, type Interval, WorkingCalendar } from './working-calendar';
