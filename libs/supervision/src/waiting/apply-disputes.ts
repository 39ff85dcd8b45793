import type { WaitingPiece } from './attribute-waiting';
import type { Owner } from './waiting-rules';

/** An accepted dispute: its interval belongs to another owner than recorded. */
export interface AcceptedDispute {
  readonly id: string;
  readonly from: Date;
  readonly to: Date;
  /** Only what is recorded for this owner moves. */
  readonly against: Owner;
  readonly claimed: Owner;
  readonly decidedAt: Date;
}

/** A piece as it counts; `recorded` is whom it was attributed to before a dispute moved it. */
export interface CountedPiece extends WaitingPiece {
  readonly recorded: Owner;
  readonly disputeId: string | null;
}

/**
 * Moves exactly the disputed intervals to their new owners and leaves everything else as recorded; the first attribution
 * stays readable in each piece. Of two disputes about one moment the one decided last counts, unless that moment no longer
 * belongs to the owner it was raised against.
 */
export const applyDisputes = (
  pieces: readonly WaitingPiece[],
  disputes: readonly AcceptedDispute[],
): CountedPiece[] => {
  const inOrder = [...disputes].sort((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime() || (a.id < b.id ? -1 : 1));
  const recorded = pieces.map(
    (piece): CountedPiece => ({ ...piece, recorded: { kind: piece.kind, owner: piece.owner }, disputeId: null }),
  );
  return inOrder.reduce((counted, dispute) => counted.flatMap((piece) => cut(piece, dispute)), recorded);
};

const cut = (piece: CountedPiece, { id, from, to, against, claimed }: AcceptedDispute): CountedPiece[] => {
  const start = Math.max(piece.from.getTime(), from.getTime());
  const end = Math.min(piece.to.getTime(), to.getTime());
  if (start >= end || piece.kind !== against.kind || piece.owner !== against.owner) return [piece];
  const part = (partFrom: number, partTo: number, change: Partial<CountedPiece> = {}): CountedPiece[] =>
    partFrom < partTo ? [{ ...piece, ...change, from: new Date(partFrom), to: new Date(partTo) }] : [];
  return [
    ...part(piece.from.getTime(), start),
    ...part(start, end, { kind: claimed.kind, owner: claimed.owner, disputeId: id }),
    ...part(end, piece.to.getTime()),
  ];
};
