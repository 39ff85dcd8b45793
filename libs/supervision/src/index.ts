export * from './lights';
export type { WorkingDays } from './working-days';
