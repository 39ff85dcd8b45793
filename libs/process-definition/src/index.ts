export * from './actor';
export * from './advance';
export * from './check-definition';
export * from './check-migration';
export * from './command';
export * from './countdown-rule';
export type { DefinitionProblem } from './definition-problem';
export * from './diagram';
export * from './explore';
export * from './fingerprint';
export * from './form';
export * from './graph';
export * from './localized-text';
export * from './microsteps';
export {
  delayEvents,
  leavesEntered,
  type Migration,
  type MigrationWay,
  migrate,
  rememberedStates,
  stateKind,
  statesEndedWith,
  tasksOfStates,
} from './migration';
export * from './process-definition';
export * from './rejection';
export * from './relocate';
export * from './user-task-definition';
export * from './user-task-state';
