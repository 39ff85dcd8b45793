import type { WaitingOwner, WaitingPiece } from '../api/contract';
import { zh } from '../language/zh';
import { coloursOf, ownerKey, spanInWords, spansOf } from './waiting-spans';

const owner = (code: string, kind: WaitingOwner['kind'] = 'unit'): WaitingOwner => ({
  kind,
  owner: code,
  name: { zh: code, en: code },
});

const piece = (of: WaitingOwner, from: string, to: string, recorded = of): WaitingPiece => ({
  owner: of,
  recorded,
  disputeId: null,
  from: `2026-11-${from}T02:00:00.000Z`,
  to: `2026-11-${to}T02:00:00.000Z`,
  stage: 'lead',
  states: [],
  alsoWaiting: [],
});

describe('the spans of waiting time', () => {
  it('joins neighbours of one owner, and keeps apart what a dispute has moved', () => {
    const spans = spansOf([
      piece(owner('D01'), '02', '03'),
      piece(owner('D01'), '03', '06'),
      piece(owner('enterprise', 'enterprise'), '06', '09'),
      piece(owner('D01'), '09', '10'),
      piece(owner('D01'), '10', '12', owner('D12')),
    ]);
    expect(
      spans.map((span) => [span.owner.owner, span.recorded.owner, span.from.slice(8, 10), span.to.slice(8, 10)]),
    ).toEqual([
      ['D01', 'D01', '02', '06'],
      ['enterprise', 'enterprise', '06', '09'],
      ['D01', 'D01', '09', '10'],
      ['D01', 'D12', '10', '12'],
    ]);
  });

  it('gives every owner a colour, units their own', () => {
    const owners = [owner('D01'), owner('enterprise', 'enterprise'), owner('D12'), owner('suspended', 'suspended')];
    const colours = owners.map((one) => coloursOf(owners).get(ownerKey(one)));
    expect(new Set(colours).size).toBe(4);
    expect(colours).not.toContain(undefined);
  });

  it('says days, and times of day within one day of Shanghai', () => {
    const span = (from: string, to: string) => spanInWords({ from, to }, zh);
    expect(span('2026-11-02T02:00:00Z', '2026-11-03T16:30:00Z')).toBe('2026-11-02 至 2026-11-04');
    expect(span('2026-11-02T16:30:00Z', '2026-11-03T01:05:00Z')).toBe('2026-11-03 00:30 至 09:05');
  });
});
