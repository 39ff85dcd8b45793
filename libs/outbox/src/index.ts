export * from './job-runner';
export * from './outbox';
export * from './outbox-relay';
export { type Alarm, QueueAlarms } from './queue-alarms';
export { openQueueBackend, type QueueBackend, type QueueBackendOptions } from './queue-backend';
