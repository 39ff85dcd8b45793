export {
  applyDeadlineChanges,
  type DeadlineChanges,
  type DeadlineMove,
  previewDeadlineChanges,
} from './change-deadlines';
export {
  countProvisionalDeadlines,
  countStandingDeadlines,
  readStandingDeadlines,
  type StandingDeadline,
} from './open-deadlines';
