export * from './lights';
export * from './waiting';
export type { WorkingDays } from './working-days';
