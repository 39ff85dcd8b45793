export * from './load-settings';
export * from './setting-error';
export * from './settings';
