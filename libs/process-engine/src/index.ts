export * from './command-handler';
export type { ChangeSet, Row } from './commit/change-set';
export type { CommitStep } from './commit/group-commit';
export type { Receipt } from './commit/operation';
export * from './deadline-change';
export type { DefinitionRegistry } from './definition/definition-registry';
export { engineJobs } from './engine-jobs';
export { type EngineRules, type GroupDirectory, OPEN_DIRECTORY } from './engine-rules';
export { type FormFormat, FormValidator, refuseProblems } from './form/form-validator';
export type { Incident, IncidentSubject, Incidents } from './incident/incidents';
export { InstanceReader, type InstanceView } from './instance-reader';
export { MIGRATE_JOB, type MigratedInstances } from './migration/instance-migrations';
export { MIGRATED } from './migration/migrate-instance';
export * from './process-engine';
export { TimerSweeper, type TimerSweeperOptions } from './timer/timer-sweeper';
export type { Candidate } from './user-task/acting';
export {
  type AllocationRequest,
  type Allocator,
  chooseHandler,
  type MemberWorkload,
  Workloads,
} from './user-task/allocation';
export { CarbonCopies, type CopiedTask, type CopyReader } from './user-task/carbon-copies';
export { COUNT_LIMIT, Inbox, type InboxOrder, type InboxPage, type InboxQuery } from './user-task/inbox';
export { RETURNED } from './user-task/operations/go-back';
export type { AfterReturn, ReturnTarget, TaskOperation, TaskOperationOf } from './user-task/operations/task-operation';
export type { ReturnOption, TaskOptions } from './user-task/task-options';
export type { UserTask } from './user-task/task-view';
export { SIGNER_OUTCOMES } from './user-task/work-item';
export type { WorkNotice } from './user-task/work-notice';
