export * from './job-runner';
export * from './outbox';
export * from './outbox-relay';
export { openQueueBackend, type QueueBackend, type QueueBackendOptions } from './queue-backend';
