import { type AgendaDraft, changesBetween, isSame, moved, rebased, stretchesOf, timesOf } from './agenda-draft';

const item = (key: string, minutes = 20, ...units: string[]) => ({ key, minutes, units });
const keys = (draft: AgendaDraft) => draft.map(({ key }) => key).join(' ');

const base = [item('i1', 20, 'D12', 'D13'), item('i2', 30, 'D13'), item('i3', 10, 'D12')];

describe('an agenda being arranged', () => {
  it('moves an item to where another stands, up and down', () => {
    expect(keys(moved(base, 'i3', 'i1'))).toBe('i3 i1 i2');
    expect(keys(moved(base, 'i1', 'i3'))).toBe('i2 i3 i1');
    expect(moved(base, 'i1', 'i1')).toBe(base);
    expect(moved(base, 'gone', 'i1')).toBe(base);
  });

  it('is unchanged whatever the order of the units', () => {
    expect(isSame(base, [item('i1', 20, 'D13', 'D12'), ...base.slice(1)])).toBe(true);
    expect(isSame(base, moved(base, 'i1', 'i2'))).toBe(false);
    expect(isSame(base, base.slice(1))).toBe(false);
  });

  it('is timed from the planned time on, past midnight too', () => {
    expect([...timesOf(base, '14:30').values()]).toEqual([
      { from: '14:30', to: '14:50' },
      { from: '14:50', to: '15:20' },
      { from: '15:20', to: '15:30' },
    ]);
    expect(timesOf([item('i1', 30)], '23:45').get('i1')).toEqual({ from: '23:45', to: '00:15' });
    expect(timesOf(base, null).size).toBe(0);
  });

  it('says when a unit has to be there, one stretch for each run of its items', () => {
    const unit = (code: string) => ({ code, name: { zh: code, en: code } });
    const sits = (code: string, role: 'reviewer' | 'convener' | 'presenter', presents: [string, string][] = []) =>
      stretchesOf({ unit: unit(code), role }, base, new Map(presents), '14:30');
    expect(sits('D12', 'reviewer')).toEqual([
      { from: '14:30', to: '14:50', items: ['i1'] },
      { from: '15:20', to: '15:30', items: ['i3'] },
    ]);
    expect(sits('D13', 'reviewer')).toEqual([{ from: '14:30', to: '15:20', items: ['i1', 'i2'] }]);
    expect(sits('LGO', 'convener')).toEqual([{ from: '14:30', to: '15:30', items: ['i1', 'i2', 'i3'] }]);
    expect(sits('T01', 'presenter', [['i2', 'T01']])).toEqual([{ from: '14:50', to: '15:20', items: ['i2'] }]);
    expect(sits('M02', 'reviewer')).toEqual([]);
  });
});

describe('an agenda that others changed meanwhile', () => {
  const theirs = [item('i2', 45, 'D13'), item('i1', 20, 'D12'), item('i4', 15)];

  it('is told change by change', () => {
    expect(changesBetween(base, theirs)).toEqual([
      { kind: 'added', key: 'i4' },
      { kind: 'gone', key: 'i3' },
      { kind: 'minutes', key: 'i2', from: 30, to: 45 },
      { kind: 'units', key: 'i1' },
      { kind: 'order' },
    ]);
    expect(changesBetween(base, base)).toEqual([]);
  });

  it('keeps my order and what I changed, takes the rest from theirs', () => {
    const mine = [base[2], item('i1', 25, 'D12', 'D13'), base[1]].flatMap((one) => (one ? [one] : []));
    expect(rebased(mine, base, theirs)).toEqual([item('i1', 25, 'D12'), item('i2', 45, 'D13'), item('i4', 15)]);
  });
});
