import { addDays } from '@landfall/calendar';
import type { WorkingDays } from '../working-days';

/** A day on which a batch is closed. */
export interface CutOff {
  /** As the rules name it. */
  readonly planned: string;
  /** The same, or the next working day where that is a day of rest. */
  readonly on: string;
}

const LONGEST_WAY_BACK_DAYS = 62;

/** The last cut-off on or before a day; none where the rules name no days. */
export const lastCutOff = (
  day: string,
  cutOffDays: readonly number[],
  calendar: Pick<WorkingDays, 'isWorkday'>,
): CutOff | undefined => {
  for (let back = 0; back <= LONGEST_WAY_BACK_DAYS; back += 1) {
    const planned = addDays(day, -back);
    if (!cutOffDays.includes(Number(planned.slice(8)))) continue;
    const on = nextWorkday(planned, calendar);
    if (on <= day) return { planned, on };
  }
  return undefined;
};

const nextWorkday = (from: string, calendar: Pick<WorkingDays, 'isWorkday'>): string => {
  let day = from;
  while (!calendar.isWorkday(day)) day = addDays(day, 1);
  return day;
};
