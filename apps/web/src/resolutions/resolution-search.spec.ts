import type { FollowedResolution } from '../api/contract';
import { countsOf, inScope, narrowed, resolutionSearchOf } from './resolution-search';

const unit = (code: string) => ({ code, name: { zh: code, en: code } });

const followed = (
  state: FollowedResolution['state'],
  own: string,
  assistUnits: readonly string[] = [],
): FollowedResolution => ({
  meeting: { id: own, title: '会议', kind: 'push', kindLabel: { zh: '会议', en: 'Meeting' } },
  ...{ meetingOn: '2026-11-24', minutesNumber: null, projectId: null, projectName: null },
  resolution: {
    ...{ key: 'r1', item: null, kind: { key: 'order', label: { zh: '交办', en: 'Order' } }, text: '办理' },
    ...{ unit: unit(own), assistUnits: assistUnits.map(unit), dueOn: '2026-11-30', criterion: '办结' },
    ...{ conditions: null, landingUnit: null, standing: 'issued', note: null, fulfilledOn: null, missing: [] },
  },
  state,
  stateLabel: { zh: state, en: state },
  daysLate: state === 'overdue' ? 3 : 0,
  supervisionItemId: null,
});

const ALL = [
  followed('open', 'D13'),
  followed('overdue', 'D12', ['D13']),
  followed('fulfilled', 'D12'),
  followed('failed', 'T01'),
];

describe('the address of the resolutions', () => {
  it('keeps what it knows and leaves out the rest', () => {
    expect(resolutionSearchOf({ scope: 'own', state: 'overdue', unit: 'D13', meeting: '', more: 1 })).toEqual({
      ...{ scope: 'own', state: 'overdue', unit: 'D13' },
    });
    expect(resolutionSearchOf({ scope: 'theirs', state: 'gone' })).toEqual({});
  });

  it('shows a unit what it carries out and what it assists', () => {
    expect(inScope(ALL, 'own', ['D13'])).toEqual([ALL[0], ALL[1]]);
    expect(inScope(ALL, 'all', ['D13'])).toEqual(ALL);
    expect(narrowed(ALL, { unit: 'D12' })).toEqual([ALL[1], ALL[2]]);
    expect(narrowed(ALL, { meeting: 'T01' })).toEqual([ALL[3]]);
  });

  it('counts an overdue one among the open ones, as its filter does', () => {
    expect(countsOf(ALL)).toEqual({ open: 2, overdue: 1, fulfilled: 1, unfulfilled: 1 });
    expect(narrowed(ALL, { state: 'open' })).toHaveLength(2);
    expect(narrowed(ALL, { state: 'unfulfilled' })).toEqual([ALL[3]]);
  });
});
