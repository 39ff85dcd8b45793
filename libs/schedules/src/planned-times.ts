import { CronExpressionParser } from 'cron-parser';
import { type Pattern, TIME_ZONE } from './pattern';

type Times = ReturnType<typeof CronExpressionParser.parse>;

/** The times of a pattern as far as they were asked for: parsing them costs a thousand times as much as looking. */
class PlannedTimes {
  private readonly known: Date[] = [];
  private readonly times: Times;

  constructor(
    pattern: Pattern,
    readonly from: Date,
  ) {
    this.times = CronExpressionParser.parse(pattern.cron, { tz: TIME_ZONE, currentDate: from });
  }

  *after(instant: Date): Generator<Date> {
    for (let index = this.firstAfter(instant); ; index += 1) {
      const time = this.known[index] ?? this.read();
      if (!time) return;
      if (time > instant) yield time;
    }
  }

  /** The parser throws where a pattern has no further time. */
  private read(): Date | undefined {
    try {
      const time = this.times.next().toDate();
      this.known.push(time);
      return time;
    } catch {
      return undefined;
    }
  }

  private firstAfter(instant: Date): number {
    let [low, high] = [0, this.known.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.known[middle] as Date) > instant) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const timesOf = new WeakMap<Pattern, PlannedTimes>();

/** What a pattern plans after an instant, in order and without end. */
export const plannedTimesAfter = (pattern: Pattern, instant: Date): Generator<Date> => {
  const known = timesOf.get(pattern);
  if (known && known.from <= instant) return known.after(instant);
  const times = new PlannedTimes(pattern, instant);
  timesOf.set(pattern, times);
  return times.after(instant);
};
