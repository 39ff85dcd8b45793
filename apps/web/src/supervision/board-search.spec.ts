import { boardSearchOf, isFiltered } from './board-search';

describe('the address of the supervision board', () => {
  it('keeps what it knows and drops everything else', () => {
    expect(
      boardSearchOf({
        list: 'issues',
        level: 2,
        type: 'planning',
        urgent: true,
        mine: 'yes',
        light: 'green',
        colour: '',
        other: 1,
      }),
    ).toEqual({ list: 'issues', level: 2, type: 'planning', urgent: true });
    expect(boardSearchOf({ list: 'lights', light: 'red', level: 4, overdue: false })).toEqual({ light: 'red' });
    expect(boardSearchOf({ list: 'items', closed: true })).toEqual({ list: 'items', closed: true });
    expect(boardSearchOf({ level: 0 })).toEqual({ level: 0 });
    expect(boardSearchOf({})).toEqual({});
  });

  it('is filtered by anything but the choice of the list', () => {
    expect(isFiltered({ list: 'items' })).toBe(false);
    expect(isFiltered({ list: 'items', closed: true })).toBe(false);
    expect(isFiltered({ list: 'items', overdue: true })).toBe(true);
  });
});
