export { nextOccurrence, type Occurrence, occurrencesBetween, type WorkingDays } from './occurrences';
export { TIME_ZONE } from './pattern';
export { scheduleRefusalTexts } from './refusal-texts';
export type { Operator, RunState, RunView } from './run-view';
export type {
  AnySchedule,
  CatchUp,
  Overlap,
  RunContext,
  RunSummary,
  Schedule,
  WatchedRun,
  WatchedSchedule,
  WorkdayRule,
} from './schedule';
export type { RunPace } from './schedule-parts';
export { LONG_SCHEDULE_JOBS } from './schedule-runs';
export * from './schedules';
