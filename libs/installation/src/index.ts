export * from './background-work';
export * from './installation';
export { type Meetings, meetingPorts } from './meetings';
export type { Notifications } from './notifications';
export { waitingRulesFor } from './waiting-owners';
