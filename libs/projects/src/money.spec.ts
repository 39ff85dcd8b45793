import { parseCurrencyUnit, parseMoney, ratioOf, withinShare } from './money';

describe('money', () => {
  it.each([
    ['1,234.5', '万元', '1234.5000'],
    ['194.86亿元', '万元', '1948600.0000'],
    ['194.86', '亿元', '1948600.0000'],
    ['９０００', '万元', '9000.0000'],
    ['0.0001', '万元', '0.0001'],
    ['12345.67', '元', '1.2346'],
    ['3', '百万元', '300.0000'],
    ['2', '亿元人民币', '20000.0000'],
    ['2', '人民币（亿元）', '20000.0000'],
    ['5', 'million RMB', '500.0000'],
    ['1.5', '萬元', '1.5000'],
    ['99999999999999.9999', '万元', '99999999999999.9999'],
  ])('reads %s in %s as %s 万元', (raw, unit, expected) => {
    expect(parseMoney(raw, unit)).toMatchObject({ tenThousandYuan: expected, currency: 'CNY', rate: null });
  });

  it('keeps what binary floats would lose', () => {
    expect(parseMoney('0.1', '亿元')).toMatchObject({ amount: '0.1', tenThousandYuan: '1000.0000' });
    expect(parseMoney('10000000000000.0003', '万元')).toMatchObject({ tenThousandYuan: '10000000000000.0003' });
  });

  it.each([
    ['-5', '万元', 'notPositive'],
    ['0', '亿元', 'notPositive'],
    ['0.00000001', '元', 'notPositive'],
    ['', '万元', 'notANumber'],
    ['约20', '亿元', 'notANumber'],
    ['12,34', '万元', 'notANumber'],
    ['1.2.3', '万元', 'notANumber'],
    ['1e9', '万元', 'unknownUnit'],
    ['7', '平方米', 'unknownUnit'],
    ['7', '', 'unknownUnit'],
    ['7', '人民币美元', 'unknownUnit'],
    ['100000000000000', '万元', 'tooLarge'],
  ])('refuses %s in %s: %s', (raw, unit, problem) => {
    expect(parseMoney(raw, unit)).toBe(problem);
  });

  it('keeps a foreign amount and does not guess its 万元', () => {
    expect(parseMoney('3', '亿美元')).toEqual({
      amount: '3',
      unit: '亿美元',
      currency: 'USD',
      tenThousandYuan: null,
      rate: null,
    });
  });

  it('converts a foreign amount by a stated rate and keeps the rate with its day and source', () => {
    const rate = { rate: '7.1095', on: '2022-12-30', source: 'PBoC central parity' };
    expect(parseMoney('3', '亿美元', rate)).toMatchObject({ tenThousandYuan: '213285.0000', rate });
    expect(parseMoney('3', '亿美元', { ...rate, rate: '0' })).toBe('rateNotPositive');
    expect(parseMoney('3', '亿元', rate)).toMatchObject({ tenThousandYuan: '30000.0000', rate: null });
  });

  it('knows the units of the list', () => {
    expect(parseCurrencyUnit('亿美元')).toEqual({ label: '亿美元', currency: 'USD', magnitude: 100_000_000 });
    expect(parseCurrencyUnit('万美元')).toMatchObject({ currency: 'USD', magnitude: 10_000 });
    expect(parseCurrencyUnit('USD million')).toMatchObject({ currency: 'USD', magnitude: 1_000_000 });
    expect(parseCurrencyUnit('亩')).toBeUndefined();
  });

  it('compares amounts', () => {
    expect(withinShare('80', '100', 0.2)).toBe(true);
    expect(withinShare('79.9999', '100', 0.2)).toBe(false);
    expect(ratioOf('10', '40')).toBe(4);
  });
});
