export * from './clock';
export * from './demo-clock';
export * from './heartbeat';
