import type { WaitingOwner, WaitingPiece } from '../api/contract';
import type { Dictionary } from '../language/zh';
import { exactMoment, isoDay } from '../time/shanghai-time';

/** Time in one piece with one owner; what lies between two tasks of the same owner is not told apart. */
export interface WaitingSpan {
  owner: WaitingOwner;
  recorded: WaitingOwner;
  from: string;
  to: string;
  stage: string | null;
}

export const ownerKey = ({ kind, owner }: WaitingOwner): string => `${kind} ${owner}`;

/** Joins neighbouring pieces of one owner. */
export const spansOf = (pieces: readonly WaitingPiece[]): WaitingSpan[] => {
  const spans: WaitingSpan[] = [];
  for (const { owner, recorded, from, to, stage } of pieces) {
    const last = spans.at(-1);
    const isSame = last && ownerKey(last.owner) === ownerKey(owner) && ownerKey(last.recorded) === ownerKey(recorded);
    if (last && isSame) last.to = to;
    else spans.push({ owner, recorded, from, to, stage });
  }
  return spans;
};

/** Calm and told apart from each other; what is nobody's work is grey. */
const UNIT_COLOURS = ['#17579c', '#5b8cc0', '#2d8a86', '#7a6bb0', '#94b3d4', '#6f9f6a', '#a9729b', '#4d6a86'];
const OTHERS: Readonly<Record<string, string>> = {
  enterprise: '#d49a2a',
  meetingQueue: '#9aa6b3',
  suspended: '#d3dae1',
};

/** A colour for each owner, the same in the bar and in its legend. */
export const coloursOf = (owners: readonly WaitingOwner[]): ReadonlyMap<string, string> => {
  const units = owners.filter(({ kind }) => kind === 'unit');
  return new Map(
    owners.map((owner) => [
      ownerKey(owner),
      OTHERS[owner.kind] ?? UNIT_COLOURS[units.indexOf(owner) % UNIT_COLOURS.length] ?? '#17579c',
    ]),
  );
};

/** From when to when: days, or times of day where it began and ended on one. */
export const spanInWords = ({ from, to }: Pick<WaitingSpan, 'from' | 'to'>, t: Dictionary): string =>
  isoDay(from) === isoDay(to)
    ? t.supervision.pieceFromTo(exactMoment(from), exactMoment(to).slice(-5))
    : t.supervision.pieceFromTo(isoDay(from), isoDay(to));
