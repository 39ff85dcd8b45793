export * from './background-work';
export * from './installation';
export { waitingRulesFor } from './waiting-owners';
