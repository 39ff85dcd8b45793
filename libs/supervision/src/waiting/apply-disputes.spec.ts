import { applyDisputes } from './apply-disputes';
import type { WaitingPiece } from './attribute-waiting';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 2, hour));
const piece: WaitingPiece = {
  kind: 'unit',
  owner: 'D01',
  from: at(0),
  to: at(10),
  stage: null,
  states: [],
  alsoWaiting: [],
};
const dispute = (id: string, from: number, to: number, claimed: string, decided: number) => ({
  id,
  from: at(from),
  to: at(to),
  against: { kind: 'unit', owner: 'D01' } as const,
  claimed: { kind: 'unit', owner: claimed } as const,
  decidedAt: at(decided),
});

describe('accepted disputes', () => {
  it('split a piece at their edges', () => {
    const counted = applyDisputes([piece], [dispute('a', 2, 5, 'Z01', 20)]);
    expect(counted.map(({ owner, from, to, recorded }) => [owner, from, to, recorded.owner])).toEqual([
      ['D01', at(0), at(2), 'D01'],
      ['Z01', at(2), at(5), 'D01'],
      ['D01', at(5), at(10), 'D01'],
    ]);
  });

  it('are applied in the order of their decisions; what has moved is no longer the first owner’s', () => {
    const both = [dispute('later', 3, 7, 'M02', 30), dispute('earlier', 2, 5, 'Z01', 20)];
    expect(applyDisputes([piece], both).map(({ owner }) => owner)).toEqual(['D01', 'Z01', 'M02', 'D01']);
    expect(applyDisputes([piece], [...both].reverse())).toEqual(applyDisputes([piece], both));
  });

  it('leave everything as recorded when there are none', () => {
    expect(applyDisputes([piece], [])).toEqual([
      { ...piece, recorded: { kind: 'unit', owner: 'D01' }, disputeId: null },
    ]);
  });
});
