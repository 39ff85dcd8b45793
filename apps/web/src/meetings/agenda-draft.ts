import type { ArrangedItem, MeetingAgendaItem, MeetingSeat } from '../api/contract';

/** An agenda as it is being arranged, before it is saved: the items that are heard, in their order. */
export type AgendaDraft = readonly ArrangedItem[];

export const isHeard = ({ standing }: Pick<MeetingAgendaItem, 'standing'>): boolean => standing !== 'left';

export const draftOf = (agenda: readonly MeetingAgendaItem[]): AgendaDraft =>
  agenda.filter(isHeard).map(({ key, minutes, units }) => ({ key, minutes, units: units.map(({ code }) => code) }));

const sameUnits = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((unit) => b.includes(unit));

const sameItem = (a: ArrangedItem, b: ArrangedItem | undefined): boolean =>
  b !== undefined && a.key === b.key && a.minutes === b.minutes && sameUnits(a.units, b.units);

export const isSame = (a: AgendaDraft, b: AgendaDraft): boolean =>
  a.length === b.length && a.every((item, place) => sameItem(item, b[place]));

/** Puts an item where another one stands. */
export const moved = (draft: AgendaDraft, key: string, over: string): AgendaDraft => {
  const [from, to] = [draft.findIndex((item) => item.key === key), draft.findIndex((item) => item.key === over)];
  const item = draft[from];
  if (item === undefined || to < 0 || from === to) return draft;
  const rest = draft.filter((other) => other !== item);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
};

export const changed = (draft: AgendaDraft, key: string, change: Partial<ArrangedItem>): AgendaDraft =>
  draft.map((item) => (item.key === key ? { ...item, ...change } : item));

/** What somebody arranged, over what the agenda has become since: his order and figures stay, what is new comes last. */
export const rebased = (draft: AgendaDraft, before: AgendaDraft, now: AgendaDraft): AgendaDraft => {
  const kept = draft.flatMap((mine) => {
    const theirs = now.find(({ key }) => key === mine.key);
    if (theirs === undefined) return [];
    const base = before.find(({ key }) => key === mine.key);
    return [
      {
        key: mine.key,
        minutes: base?.minutes === mine.minutes ? theirs.minutes : mine.minutes,
        units: base !== undefined && sameUnits(base.units, mine.units) ? theirs.units : mine.units,
      },
    ];
  });
  return [...kept, ...now.filter(({ key }) => !draft.some((mine) => mine.key === key))];
};

/** What others changed between two readings of an agenda. */
export type AgendaChange =
  | { readonly kind: 'added' | 'gone' | 'units'; readonly key: string }
  | { readonly kind: 'minutes'; readonly key: string; readonly from: number; readonly to: number }
  | { readonly kind: 'order' };

export const changesBetween = (before: AgendaDraft, now: AgendaDraft): AgendaChange[] => {
  const known = (draft: AgendaDraft, key: string) => draft.find((item) => item.key === key);
  const stayed = (draft: AgendaDraft, other: AgendaDraft) =>
    draft.filter(({ key }) => known(other, key)).map(({ key }) => key);
  return [
    ...now.filter(({ key }) => !known(before, key)).map(({ key }) => ({ kind: 'added' as const, key })),
    ...before.filter(({ key }) => !known(now, key)).map(({ key }) => ({ kind: 'gone' as const, key })),
    ...now.flatMap(({ key, minutes, units }): AgendaChange[] => {
      const base = known(before, key);
      if (base === undefined) return [];
      return [
        ...(base.minutes === minutes ? [] : [{ kind: 'minutes' as const, key, from: base.minutes, to: minutes }]),
        ...(sameUnits(base.units, units) ? [] : [{ kind: 'units' as const, key }]),
      ];
    }),
    ...(stayed(before, now).join() === stayed(now, before).join() ? [] : [{ kind: 'order' as const }]),
  ];
};

const two = (value: number): string => String(value).padStart(2, '0');

const clockOf = (minutes: number): string => `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

export interface Stretch {
  from: string;
  to: string;
  items: string[];
}

/** When each item of a draft is heard; nothing while no time is planned. */
export const timesOf = (draft: AgendaDraft, start: string | null): ReadonlyMap<string, Omit<Stretch, 'items'>> => {
  if (start === null) return new Map();
  let at = minutesOf(start);
  return new Map(
    draft.map(({ key, minutes }) => {
      const from = clockOf(at);
      at += minutes;
      return [key, { from, to: clockOf(at) }];
    }),
  );
};

/** Who sits through everything: those who call, chair and are members. */
const THROUGHOUT: readonly MeetingSeat['role'][] = ['convener', 'chair', 'member'];

export const sitsThroughout = ({ role }: Pick<MeetingSeat, 'role'>): boolean => THROUGHOUT.includes(role);

/** When a unit has to be there: one stretch for each run of items that it sits through. */
export const stretchesOf = (
  seat: Pick<MeetingSeat, 'unit' | 'role'>,
  draft: AgendaDraft,
  presenters: ReadonlyMap<string, string>,
  start: string | null,
): Stretch[] => {
  const times = timesOf(draft, start);
  const stretches: Stretch[] = [];
  let sat = false;
  for (const { key, units } of draft) {
    const timed = times.get(key);
    const sits = sitsThroughout(seat) || presenters.get(key) === seat.unit.code || units.includes(seat.unit.code);
    const last = stretches.at(-1);
    if (sits && timed) {
      if (sat && last) {
        last.to = timed.to;
        last.items.push(key);
      } else stretches.push({ ...timed, items: [key] });
    }
    sat = sits;
  }
  return stretches;
};
