export * from './issues';
export * from './items';
