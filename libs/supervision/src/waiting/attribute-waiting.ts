import { type Owner, ownerOf, ruleFor, type WaitingRules } from './waiting-rules';

/** The states that were active from an instant on, until the next such entry. */
export interface StateInterval {
  readonly kind: 'states';
  readonly at: Date;
  /** Tells entries of the same instant apart: the later one counts. */
  readonly seq: number;
  readonly states: readonly string[];
}

/** A task while it was open; without an end it still is. */
export interface TaskInterval {
  readonly kind: 'task';
  readonly id: string;
  readonly task: string;
  /** The candidate group, `<unit>.<post>`. */
  readonly group: string;
  readonly from: Date;
  readonly to: Date | null;
  readonly dueAt: Date;
}

export type WaitingInterval = StateInterval | TaskInterval;

/** A stretch of a project's life that belongs to one owner; `from` counts, `to` does not. */
export interface WaitingPiece extends Owner {
  readonly from: Date;
  readonly to: Date;
  readonly stage: string | null;
  readonly states: readonly string[];
  /** Who was waited for at the same time, but owns other work that was due later. */
  readonly alsoWaiting: readonly Owner[];
}

interface Slice {
  readonly from: number;
  readonly to: number;
  readonly states: readonly string[];
  /** Those waited for, the owner first; empty while only the system had something to do. */
  readonly owners: readonly Owner[];
}

/**
 * Attributes every moment of a project's life to exactly one owner. The pieces cover [from, to) in order, without gap or
 * overlap, so their lengths add up to the age; the order of the intervals does not matter.
 *
 * Who owns a moment:
 * 1. A state of the kind `suspended` owns it alone, whatever is open.
 * 2. Of several open tasks the one that is due first owns it (then the one opened first, then the smaller id): it is the one
 *    that holds the project up, or will first. The others are told in `alsoWaiting`. A task belongs to its candidate group's
 *    unit, or to whom the rules name for it (the enterprise, a meeting's queue).
 * 3. Without a task, an active state that the rules name owns it (of several the first by path).
 * 4. Otherwise only the system works (checks, passing over), for seconds: that time belongs to the next owner; at the end of
 *    a life to the last one, and without any to the fallback.
 */
export const attributeWaiting = (
  intervals: readonly WaitingInterval[],
  from: Date,
  to: Date,
  rules: WaitingRules,
): WaitingPiece[] => {
  if (to <= from) return [];
  const slices = slicesOf(intervals, from.getTime(), to.getTime(), rules);
  return join(slices.map((slice, index) => pieceOf(slice, ownersOf(slices, index, rules), rules)));
};

const slicesOf = (intervals: readonly WaitingInterval[], from: number, to: number, rules: WaitingRules): Slice[] => {
  const entries = intervals
    .filter((interval): interval is StateInterval => interval.kind === 'states')
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq);
  const tasks = intervals
    .filter((interval): interval is TaskInterval => interval.kind === 'task')
    .sort((a, b) => compareTasks(a, b));
  const cuts = new Set([from, to]);
  for (const { at } of entries) cuts.add(at.getTime());
  for (const task of tasks) {
    cuts.add(task.from.getTime());
    if (task.to !== null) cuts.add(task.to.getTime());
  }
  const bounds = [...cuts].filter((cut) => cut >= from && cut <= to).sort((a, b) => a - b);
  return bounds.slice(0, -1).map((start, index) => {
    const states = entries.findLast(({ at }) => at.getTime() <= start)?.states ?? [];
    const open = tasks.filter((task) => task.from.getTime() <= start && (task.to?.getTime() ?? Infinity) > start);
    return { from: start, to: bounds[index + 1] ?? to, states, owners: ownersAt(states, open, rules) };
  });
};

const compareTasks = (a: TaskInterval, b: TaskInterval): number =>
  a.dueAt.getTime() - b.dueAt.getTime() || a.from.getTime() - b.from.getTime() || (a.id < b.id ? -1 : 1);

const ownersAt = (states: readonly string[], open: readonly TaskInterval[], rules: WaitingRules): Owner[] => {
  const named = [...states].sort().flatMap((state) => ruleFor(state, rules.states) ?? []);
  const suspension = named.find(({ kind }) => kind === 'suspended');
  if (suspension !== undefined) return [ownerOf(suspension)];
  const owners = open.map((task): Owner => rules.tasks[task.task] ?? { kind: 'unit', owner: unitOf(task.group) });
  return distinct(owners.length > 0 ? owners : named.map(ownerOf));
};

const unitOf = (group: string): string => group.split('.')[0] ?? group;

const ownersOf = (slices: readonly Slice[], index: number, rules: WaitingRules): readonly Owner[] => {
  const isOwned = ({ owners }: Slice): boolean => owners.length > 0;
  const own = slices[index]?.owners ?? [];
  if (own.length > 0) return own;
  const found = slices.slice(index).find(isOwned) ?? slices.slice(0, index).findLast(isOwned);
  return [found?.owners[0] ?? { kind: 'unit', owner: rules.fallback }];
};

const pieceOf = (slice: Slice, [owner, ...others]: readonly Owner[], rules: WaitingRules): WaitingPiece => ({
  kind: owner?.kind ?? 'unit',
  owner: owner?.owner ?? rules.fallback,
  from: new Date(slice.from),
  to: new Date(slice.to),
  stage: stageOf(slice.states, rules),
  states: slice.states,
  alsoWaiting: others,
});

const stageOf = (states: readonly string[], rules: WaitingRules): string | null =>
  [...states].sort().flatMap((state) => ruleFor(state, rules.stages)?.stage ?? [])[0] ?? null;

/** Joins neighbours that say the same. */
const join = (pieces: readonly WaitingPiece[]): WaitingPiece[] => {
  const joined: WaitingPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && meaningOf(last) === meaningOf(piece))
      joined[joined.length - 1] = { ...last, to: piece.to };
    else joined.push(piece);
  }
  return joined;
};

const meaningOf = ({ kind, owner, stage, states, alsoWaiting }: WaitingPiece): string =>
  JSON.stringify([kind, owner, stage, states, alsoWaiting]);

const distinct = (owners: readonly Owner[]): Owner[] => [
  ...new Map(owners.map((owner) => [`${owner.kind} ${owner.owner}`, owner])).values(),
];
