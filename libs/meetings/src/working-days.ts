/** Counts working days; the working-time calendar implements it. Days are YYYY-MM-DD in Asia/Shanghai. */
export interface WorkingDays {
  isWorkday(day: string): boolean;
  /** The working days after one day up to and including another; none when that is not later. */
  workingDaysBetween(from: string, to: string): number;
  addWorkingDays(from: string, days: number): string;
}
