export * from './background-work';
export { demoClockRefusalTexts } from './demo-refusal-texts';
export * from './demo-time';
export * from './installation';
export { type Meetings, meetingPorts } from './meetings';
export type { Notifications } from './notifications';
export { waitingRulesFor } from './waiting-owners';
