export * from './issues';
export * from './items';
export {
  LeaderResponsibilities,
  type LeaderResponsibility,
  leaderRefusalTexts,
} from './leader-responsibilities';
export { repeatableSupervisionCommands } from './repeatable-commands';
