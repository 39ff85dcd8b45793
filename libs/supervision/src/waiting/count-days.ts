import { addDays, dayOf, instantOn } from '../business-day';
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

/**
 * Counts whole days per owner. Every day of a life, its first and last one too, belongs to exactly one owner: to whom most of
 * it belongs, and of equals to the later one. So days add up without fractions. Longest first.
 *
 * @param pieces in order, without gap or overlap
 */
export const countDays = (pieces: readonly Stretch[], calendar: Pick<WorkingDays, 'isWorkday'>): OwnerDays[] => {
  const sums = new Map<string, OwnerDays>();
  const add = ({ kind, owner }: Owner, more: Omit<OwnerDays, 'kind' | 'owner'>): void => {
    const sum = sums.get(`${kind} ${owner}`) ?? { kind, owner, milliseconds: 0, days: 0, workingDays: 0 };
    sums.set(`${kind} ${owner}`, {
      ...sum,
      milliseconds: sum.milliseconds + more.milliseconds,
      days: sum.days + more.days,
      workingDays: sum.workingDays + more.workingDays,
    });
  };
  for (const piece of pieces) {
    add(piece, { milliseconds: piece.to.getTime() - piece.from.getTime(), days: 0, workingDays: 0 });
  }
  for (const { day, owner } of ownersByDay(pieces)) {
    add(owner, { milliseconds: 0, days: 1, workingDays: calendar.isWorkday(day) ? 1 : 0 });
  }
  return [...sums.values()].sort((a, b) => b.milliseconds - a.milliseconds || (a.owner < b.owner ? -1 : 1));
};

/** The owner of each day, in order. */
export const ownersByDay = (pieces: readonly Stretch[]): { readonly day: string; readonly owner: Owner }[] => {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days: { day: string; owner: Owner }[] = [];
  // The end itself is no part of a life: one that ends at midnight does not reach the new day.
  const lastDay = dayOf(new Date(last.to.getTime() - 1));
  let index = 0;
  for (let day = dayOf(first.from); day <= lastDay; day = addDays(day, 1)) {
    const [start, end] = [instantOn(day).getTime(), instantOn(addDays(day, 1)).getTime()];
    while (index < pieces.length && (pieces[index]?.to.getTime() ?? end) <= start) index += 1;
    days.push({ day, owner: ownerOfDay(pieces, index, start, end) ?? ownerIn(last) });
  }
  return days;
};

const ownerIn = ({ kind, owner }: Stretch): Owner => ({ kind, owner });

const ownerOfDay = (pieces: readonly Stretch[], index: number, start: number, end: number): Owner | undefined => {
  const shares = new Map<string, { readonly owner: Owner; share: number; until: number }>();
  for (let at = index; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined || piece.from.getTime() >= end) break;
    const until = Math.min(piece.to.getTime(), end);
    const share = until - Math.max(piece.from.getTime(), start);
    const key = `${piece.kind} ${piece.owner}`;
    const known = shares.get(key);
    shares.set(key, { owner: ownerIn(piece), share: (known?.share ?? 0) + share, until });
  }
  return [...shares.values()].sort((a, b) => b.share - a.share || b.until - a.until)[0]?.owner;
};
