import { Decimal } from 'decimal.js';

/** Amounts are counted with decimals of their own precision: no setting of another library may change them. */
const Amount = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });

/** numeric(18,4) holds 14 digits before the point. */
const LARGEST = new Amount('99999999999999.9999');
const YUAN_PER_UNIT = 10_000;

const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  元: 'CNY',
  人民币: 'CNY',
  人民币元: 'CNY',
  元人民币: 'CNY',
  cny: 'CNY',
  rmb: 'CNY',
  yuan: 'CNY',
  美元: 'USD',
  美金: 'USD',
  usd: 'USD',
  欧元: 'EUR',
  eur: 'EUR',
  日元: 'JPY',
  日圆: 'JPY',
  jpy: 'JPY',
  港元: 'HKD',
  港币: 'HKD',
  hkd: 'HKD',
  英镑: 'GBP',
  gbp: 'GBP',
  新加坡元: 'SGD',
  新元: 'SGD',
  sgd: 'SGD',
  韩元: 'KRW',
  krw: 'KRW',
  新台币: 'TWD',
  twd: 'TWD',
  澳元: 'AUD',
  aud: 'AUD',
  加元: 'CAD',
  cad: 'CAD',
  瑞士法郎: 'CHF',
  chf: 'CHF',
};

const MAGNITUDES: Readonly<Record<string, number>> = {
  '': 1,
  千: 1_000,
  thousand: 1_000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  million: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
  十亿: 1_000_000_000,
  billion: 1_000_000_000,
  万亿: 1_000_000_000_000,
};

export interface CurrencyUnit {
  /** As written, in half width (亿元, 万美元). */
  readonly label: string;
  /** ISO 4217. */
  readonly currency: string;
  /** How many yuan, dollars, … one unit is. */
  readonly magnitude: number;
}

/** A stated exchange rate: how many yuan one unit of the currency was worth, on which day, by whose word. */
export interface ExchangeRate {
  readonly rate: string;
  readonly on: string;
  readonly source: string;
}

/** An amount as it was stated and, where that can be known, in 万元. */
export interface Money {
  /** Plain decimal in the stated unit. */
  readonly amount: string;
  readonly unit: string;
  readonly currency: string;
  /** numeric(18,4) in 万元; null for a foreign currency without a stated rate: a guess would end up in statistics. */
  readonly tenThousandYuan: string | null;
  readonly rate: ExchangeRate | null;
}

export type MoneyProblem = 'notANumber' | 'notPositive' | 'tooLarge' | 'unknownUnit' | 'rateNotPositive';

const plain = (text: string): string => text.normalize('NFKC').trim();

/** Reads a unit of money (亿元, 万元, 亿美元, 万美元, million USD, …); undefined when it is none. */
export const parseCurrencyUnit = (raw: string): CurrencyUnit | undefined => {
  const label = plain(raw).replace(/\s+/g, '');
  const text = label
    .replace(/[()（）]/g, '')
    .replaceAll('萬', '万')
    .replaceAll('億', '亿')
    .replaceAll('圓', '圆')
    .toLowerCase();
  const [, before = '', magnitude = '', after = ''] =
    /^(人民币|cny|rmb|usd|eur|jpy|hkd|gbp|sgd|krw|twd|aud|cad|chf)?(万亿|十亿|亿|千万|百万|十万|万|千|thousand|million|billion)?(.*)$/.exec(
      text,
    ) ?? [];
  const words = [before, after].filter((word) => word !== '');
  const currencies = new Set(words.map((word) => CURRENCY_WORDS[word]));
  const [currency] = currencies;
  const scale = MAGNITUDES[magnitude];
  if (currencies.size !== 1 || currency === undefined || scale === undefined) return undefined;
  return { label, currency, magnitude: scale };
};

/** Splits '194.86亿元' into number and unit; a bare number has the unit given for its column. */
const split = (raw: string, unit: string): { number: string; unit: string } => {
  const [, number = '', own = ''] = /^([-+]?[\d.,]*)\s*(.*)$/s.exec(plain(raw)) ?? [];
  return { number, unit: own === '' ? unit : own };
};

const WELL_GROUPED = /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/**
 * Reads an amount of money exactly: thousands separators, an own unit ('1,234.5', '194.86亿元'), full width.
 *
 * Yuan become 万元 rounded to 4 decimals (1 yuan). A foreign amount becomes 万元 only by a stated rate; without one it is
 * kept as it is and its 万元 stay unknown.
 */
export const parseMoney = (raw: string, columnUnit: string, rate: ExchangeRate | null = null): Money | MoneyProblem => {
  const { number, unit: unitText } = split(raw, columnUnit);
  if (!WELL_GROUPED.test(number)) return 'notANumber';
  const amount = new Amount(number.replaceAll(',', ''));
  if (!amount.greaterThan(0)) return 'notPositive';
  const unit = parseCurrencyUnit(unitText);
  if (!unit) return 'unknownUnit';
  const own = amount.times(unit.magnitude).dividedBy(YUAN_PER_UNIT);
  const yuanPerCurrencyUnit = unit.currency === 'CNY' ? new Amount(1) : rate ? readRate(rate.rate) : undefined;
  if (yuanPerCurrencyUnit === null) return 'rateNotPositive';
  const converted = yuanPerCurrencyUnit ? own.times(yuanPerCurrencyUnit).toDecimalPlaces(4) : null;
  if ((converted ?? own).greaterThan(LARGEST)) return 'tooLarge';
  if (converted && !converted.greaterThan(0)) return 'notPositive';
  return {
    amount: amount.toFixed(),
    unit: unit.label,
    currency: unit.currency,
    tenThousandYuan: converted ? converted.toFixed(4) : null,
    rate: unit.currency === 'CNY' ? null : rate,
  };
};

const readRate = (text: string): Decimal | null => {
  const number = plain(text);
  if (!/^\d+(\.\d+)?$/.test(number)) return null;
  const rate = new Amount(number);
  return rate.greaterThan(0) ? rate : null;
};

/** Tells whether two amounts lie within a share of the larger one of each other. */
export const withinShare = (a: string, b: string, share: number): boolean => {
  const first = new Amount(a);
  const second = new Amount(b);
  return first.minus(second).abs().lessThanOrEqualTo(Amount.max(first, second).times(share));
};

/** How many times the larger amount is the smaller one. */
export const ratioOf = (a: string, b: string): number => {
  const first = new Amount(a);
  const second = new Amount(b);
  return Amount.max(first, second).dividedBy(Amount.min(first, second)).toNumber();
};

/** Tells whether the first amount is larger than the second. */
export const exceeds = (a: string, b: string): boolean => new Amount(a).greaterThan(b);

/** Tells whether a text is an amount in 万元 as forms send it: a plain decimal above 0 with at most 4 decimals. */
export const isPositiveMoney = (text: string): boolean =>
  /^\d{1,14}(\.\d{1,4})?$/.test(text) && new Amount(text).greaterThan(0);
