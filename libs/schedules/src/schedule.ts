import type { CalendarDay } from '@landfall/calendar';
import type { LocalizedText } from '@landfall/process-definition';
import { type Pattern, readPattern } from './pattern';

/**
 * What becomes of a time that falls on a day of rest: `any` keeps it, `moveToNext` moves it to the same hour of the next
 * working day, `onlyWorkdays` drops it.
 */
export type WorkdayRule = 'any' | 'moveToNext' | 'onlyWorkdays';

/**
 * What becomes of the times that passed while nobody was there: of `latest` the last one is made up for, of `all` each, in
 * order; with `none` nothing is made up for on a later day. The others are kept as missed.
 */
export type CatchUp = 'latest' | 'all' | 'none';

/** What becomes of a run that is due while the one before is still going on: it waits for its end, or is skipped. */
export type Overlap = 'wait' | 'skip';

/** What a run is told. */
export interface RunContext {
  /** Names this run for ever, such as `street-town-batch:2026-11-25T08:00`: a client key for what it does. */
  readonly key: string;
  /** The application's time as the run begins. */
  readonly now: Date;
  /** The day that it is for. */
  readonly day: CalendarDay;
  /** The day that the pattern planned, before the calendar moved it to `day`; the same where it did not. */
  readonly plannedDay: CalendarDay;
  /** 1 at first; more when it failed or was killed before. */
  readonly attempt: number;
}

/** What a run says it did, in a short sentence; nothing where there was nothing to do. */
export type RunSummary = LocalizedText | undefined;

interface Timing {
  /** For ever: runs are kept under it. */
  readonly key: string;
  readonly title: LocalizedText;
  /** What it is for, in one sentence. */
  readonly purpose: LocalizedText;
  /**
   * Minute, hour, day of the month, month, day of the week in Asia/Shanghai: daily, weekly, monthly or yearly at a fixed
   * time, such as `0 8 * * *`, `30 9 * * 1`, `0 9 10,25 * *`, `0 9 2 1 *`.
   */
  readonly cron: string;
  readonly workdays: WorkdayRule;
}

/** Something that is to happen again and again. Its run may be told twice and has one effect. */
export interface Schedule extends Timing {
  readonly catchUp: CatchUp;
  /** `wait` unless told. */
  readonly overlap?: Overlap;
  /** Met for the first time in the middle of a day, it makes up for that day's time; otherwise it begins with the next one. */
  readonly includesFirstDay?: boolean;
  /** Takes long: it runs in the queue of long jobs and holds no short one up. */
  readonly long?: boolean;
  // biome-ignore lint/suspicious/noConfusingVoidType: a run that has nothing to say need not return anything.
  run(context: RunContext): Promise<RunSummary | void>;
}

/** A run that was kept elsewhere. */
export interface WatchedRun {
  readonly day: CalendarDay;
  readonly dueAt: Date;
  readonly state: 'due' | 'running' | 'done' | 'failed' | 'missed' | 'skipped';
  readonly endedAt: Date | null;
  readonly note: LocalizedText | null;
}

/** Something that keeps its own rows of what ought to have run: it is shown among the schedules and run by itself. */
export interface WatchedSchedule extends Timing {
  /** The last runs, the latest first; those to come are not among them. */
  watch(limit: number): Promise<readonly WatchedRun[]>;
}

export type AnySchedule = Schedule | WatchedSchedule;

export const isWatched = (schedule: AnySchedule): schedule is WatchedSchedule => 'watch' in schedule;

/** A schedule with its pattern read. */
export type Planned<Kind extends AnySchedule = AnySchedule> = Kind & { readonly pattern: Pattern };

/** @throws Error with a sentence that says what to mend, where two have one key or a pattern is none that can be said. */
export const readSchedules = (schedules: readonly AnySchedule[]): Planned[] => {
  const keys = new Set<string>();
  return schedules.map((schedule) => {
    const { key, cron } = schedule;
    if (!/^[a-z][a-z0-9-]{1,59}$/.test(key)) {
      throw new Error(`Expected the key of a schedule in small letters and hyphens, but it is '${key}'.`);
    }
    if (keys.has(key)) throw new Error(`Expected each schedule once, but '${key}' is listed twice.`);
    keys.add(key);
    return { ...schedule, pattern: readPattern(key, cron) };
  });
};
