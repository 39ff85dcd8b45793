export * from './issues';
export * from './items';
export * from './lights';
export { repeatableSupervisionCommands } from './repeatable-commands';
export * from './waiting';
export type { WorkingDays } from './working-days';
