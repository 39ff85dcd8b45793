/** Counts working days; the working-time calendar implements it. Days are YYYY-MM-DD in Asia/Shanghai. */
export interface WorkingDays {
  /** The working days after `from` up to and including `to`; none when `to` is not later. */
  workingDaysBetween(from: string, to: string): number;
  isWorkday(day: string): boolean;
}
