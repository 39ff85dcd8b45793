import { certainlyBefore, parsePartialDate, shownDate } from './partial-date';

const date = (text: string) => {
  const parsed = parsePartialDate(text);
  if (!parsed) throw new Error(`no date: ${text}`);
  return parsed;
};

describe('partial date', () => {
  it.each([
    ['2023', '2023', 'year', '2023-01-01', '2023-12-31'],
    ['2024-02', '2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2023-2', '2023-02', 'month', '2023-02-01', '2023-02-28'],
    ['2021-10-18', '2021-10-18', 'day', '2021-10-18', '2021-10-18'],
    ['2021/1/8', '2021-01-08', 'day', '2021-01-08', '2021-01-08'],
    ['2021.10', '2021-10', 'month', '2021-10-01', '2021-10-31'],
    ['２０２１年３月５日', '2021-03-05', 'day', '2021-03-05', '2021-03-05'],
    ['2021年', '2021', 'year', '2021-01-01', '2021-12-31'],
  ])('reads %s as %s', (raw, text, precision, from, to) => {
    expect(parsePartialDate(raw)).toEqual({ text, precision, from, to });
  });

  it.each(['', '23', '2023-13', '2023-02-29', '2023-05-', '2023年5', '1890', '5月', '2023-05/01', '44927'])(
    'refuses %s',
    (raw) => {
      expect(parsePartialDate(raw)).toBeUndefined();
    },
  );

  it('orders only what is certain', () => {
    expect(certainlyBefore(date('2022'), date('2023-01'))).toBe(true);
    expect(certainlyBefore(date('2023'), date('2023-05-01'))).toBe(false);
    expect(certainlyBefore(date('2023-05-01'), date('2023'))).toBe(false);
  });

  it('shows no more than was reported', () => {
    expect(shownDate('2023-01-01', 'year')).toBe('2023');
    expect(shownDate('2023-05-01', 'month')).toBe('2023-05');
    expect(shownDate('2023-05-09', 'day')).toBe('2023-05-09');
  });
});
