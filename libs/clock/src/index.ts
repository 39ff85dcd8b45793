export * from './clock';
export * from './heartbeat';
