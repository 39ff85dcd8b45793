export * from './background-work';
export * from './installation';
export type { Notifications } from './notifications';
export { waitingRulesFor } from './waiting-owners';
