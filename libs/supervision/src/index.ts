export * from './issues';
export * from './items';
export {
  LeaderResponsibilities,
  type LeaderResponsibility,
  leaderRefusalTexts,
} from './leader-responsibilities';
export * from './lights';
export { repeatableSupervisionCommands } from './repeatable-commands';
export * from './waiting';
export type { WorkingDays } from './working-days';
