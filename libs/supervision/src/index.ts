export * from './issues';
export * from './items';
export { repeatableSupervisionCommands } from './repeatable-commands';
