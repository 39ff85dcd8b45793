import Decimal from 'decimal.js';

/** Wide enough for any amount that a form takes: no digit is rounded away. */
const Exact = Decimal.clone({ precision: 60 });

const UNITS: Readonly<Record<string, string>> = {
  CNY: '元',
  USD: '美元',
  EUR: '欧元',
  HKD: '港元',
  JPY: '日元',
  SGD: '新元',
};

/**
 * Says an amount of 万 as people write it: 9000万元, 194.86亿元.
 *
 * @param amount a decimal in units of ten thousand; null when it is not known
 */
export const sayMoney = (amount: string | null, currency = 'CNY'): string => {
  if (amount === null || amount.trim() === '') return '未提供';
  const value = new Exact(amount);
  const unit = UNITS[currency] ?? currency;
  return value.abs().gte(10_000) ? `${value.div(10_000).toFixed()}亿${unit}` : `${value.toFixed()}万${unit}`;
};
