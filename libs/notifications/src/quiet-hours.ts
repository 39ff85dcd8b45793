import { dayOf, type IsWorkday, instantAt, nextDay, nextWorkday, timeOf } from './business-day';

/** When a person wants nothing but urgent notices outside the page. */
export interface QuietHours {
  /** HH:MM in Binhai; equal ends mean that no hour of the day is quiet. */
  readonly from: string;
  readonly until: string;
  /** Whether days off are quiet from their first minute to the end of their last night. */
  readonly onRestDays: boolean;
}

/** The first instant from `now` on that is not quiet: `now` itself, or the end of the quiet hours. */
export const afterQuietHours = (now: Date, quiet: QuietHours, isWorkday: IsWorkday): Date => {
  const day = dayOf(now);
  const time = timeOf(now);
  if (quiet.onRestDays && !isWorkday(day)) return morningOf(nextWorkday(day, isWorkday), quiet);
  if (!isQuietAt(time, quiet)) return now;
  // Before midnight of a span over night the quiet hours end on the next day, which may be a day off.
  const ends = quiet.from > quiet.until && time >= quiet.from ? nextDay(day) : day;
  const end = quiet.onRestDays && !isWorkday(ends) ? nextWorkday(ends, isWorkday) : ends;
  return instantAt(end, quiet.until);
};

/** When a day's first quiet span is over: at its end when the night reaches into the day, else at midnight. */
const morningOf = (day: string, quiet: QuietHours): Date =>
  instantAt(day, isQuietAt('00:00', quiet) ? quiet.until : '00:00');

const isQuietAt = (time: string, { from, until }: QuietHours): boolean =>
  from <= until ? from <= time && time < until : time >= from || time < until;
