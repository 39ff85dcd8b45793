export * from './background-work';
export * from './installation';
