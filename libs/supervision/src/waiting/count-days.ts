import { dayNumberOf, dayOfNumber, instantOfNumber } from '../business-day';
import type { WorkingDays } from '../working-days';
import type { WaitingPiece } from './attribute-waiting';
import type { Owner } from './waiting-rules';

/** How long an owner was waited for. */
export interface OwnerDays extends Owner {
  readonly milliseconds: number;
  /** Calendar days in Binhai; those of all owners add up to the days of the project's life. */
  readonly days: number;
  readonly workingDays: number;
}

type Stretch = Pick<WaitingPiece, 'kind' | 'owner' | 'from' | 'to'>;

/** Days in a row that belong to one owner, as day numbers, both included. */
interface DayRun {
  readonly owner: Owner;
  readonly first: number;
  readonly last: number;
}

/** Counts the working days among day numbers, both included. */
export type WorkdayCount = (first: number, last: number) => number;

/** Asks the calendar once for each day; hand the same counter to many calls. */
export const workdayCount = (calendar: Pick<WorkingDays, 'isWorkday'>): WorkdayCount => {
  const known = new Map<number, boolean>();
  const isWorkday = (day: number): boolean => {
    const answer = known.get(day) ?? calendar.isWorkday(dayOfNumber(day));
    known.set(day, answer);
    return answer;
  };
  return (first, last) => {
    let count = 0;
    for (let day = first; day <= last; day += 1) if (isWorkday(day)) count += 1;
    return count;
  };
};

/**
 * Counts whole days per owner. Every day of a life, its first and last one too, belongs to exactly one owner: to whom most of
 * it belongs, and of equals to the later one. So days add up without fractions. Longest first.
 *
 * @param pieces in order, without gap or overlap
 */
export const countDays = (pieces: readonly Stretch[], workdays: WorkdayCount): OwnerDays[] => {
  const sums = new Map<string, { -readonly [Name in keyof OwnerDays]: OwnerDays[Name] }>();
  const sumOf = ({ kind, owner }: Owner) => {
    const key = `${kind} ${owner}`;
    const sum = sums.get(key) ?? { kind, owner, milliseconds: 0, days: 0, workingDays: 0 };
    sums.set(key, sum);
    return sum;
  };
  for (const piece of pieces) sumOf(piece).milliseconds += piece.to.getTime() - piece.from.getTime();
  for (const { owner, first, last } of runsOf(pieces)) {
    const sum = sumOf(owner);
    sum.days += last - first + 1;
    sum.workingDays += workdays(first, last);
  }
  return [...sums.values()].sort((a, b) => b.milliseconds - a.milliseconds || (a.owner < b.owner ? -1 : 1));
};

/** The owner of each day (YYYY-MM-DD), in order. */
export const ownersByDay = (pieces: readonly Stretch[]): { readonly day: string; readonly owner: Owner }[] =>
  runsOf(pieces).flatMap(({ owner, first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => ({ day: dayOfNumber(first + index), owner })),
  );

/** A day that several pieces have a part of, until it is known whose it is. */
class SharedDay {
  private readonly shares = new Map<string, { readonly owner: Owner; length: number; until: number }>();

  constructor(readonly day: number) {}

  add({ kind, owner }: Stretch, from: number, until: number): void {
    const key = `${kind} ${owner}`;
    const length = (this.shares.get(key)?.length ?? 0) + until - from;
    this.shares.set(key, { owner: { kind, owner }, length, until });
  }

  run(): DayRun[] {
    const [most] = [...this.shares.values()].sort((a, b) => b.length - a.length || b.until - a.until);
    return most === undefined ? [] : [{ owner: most.owner, first: this.day, last: this.day }];
  }
}

const runsOf = (pieces: readonly Stretch[]): DayRun[] => {
  const runs: DayRun[] = [];
  let shared = new SharedDay(Number.NaN);
  const share = (piece: Stretch, day: number, from: number, until: number): void => {
    if (shared.day !== day) {
      runs.push(...shared.run());
      shared = new SharedDay(day);
    }
    shared.add(piece, from, until);
  };
  for (const piece of pieces) {
    const [from, to] = [piece.from.getTime(), piece.to.getTime()];
    // The end itself is no part of a piece: one that ends at midnight does not reach the new day.
    const [first, last] = [dayNumberOf(from), dayNumberOf(to - 1)];
    share(piece, first, from, Math.min(to, instantOfNumber(first + 1)));
    if (last - first > 1) {
      runs.push(...shared.run());
      shared = new SharedDay(Number.NaN);
      runs.push({ owner: { kind: piece.kind, owner: piece.owner }, first: first + 1, last: last - 1 });
    }
    if (last > first) share(piece, last, instantOfNumber(last), to);
  }
  return [...runs, ...shared.run()];
};
