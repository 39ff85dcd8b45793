const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 99 in Chinese: 十二, 二十. */
export const chineseNumber = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
};

/** The number of a heading on one of the four levels: 一、 （一） 1. （1） */
export const headingNumber = (level: 1 | 2 | 3 | 4, value: number): string => {
  switch (level) {
    case 1:
      return `${chineseNumber(value)}、`;
    case 2:
      return `（${chineseNumber(value)}）`;
    case 3:
      return `${value}.`;
    case 4:
      return `（${value}）`;
  }
};

export interface DocumentNumber {
  /** 发文机关代字, such as 津滨招商办发. */
  readonly prefix: string;
  readonly year: number;
  readonly number: number;
}

/** 发文字号 with six-corner brackets, without 第 and without leading zeros: 津滨招商办发〔2026〕3号. */
export const documentNumber = ({ prefix, year, number }: DocumentNumber): string =>
  `${prefix}〔${String(year)}〕${String(number)}号`;

/** A date (YYYY-MM-DD) in Arabic digits without leading zeros: 2026年3月5日. */
export const arabicDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const IN_SHANGHAI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Day (YYYY-MM-DD) and clock (HH:MM) of an instant in Binhai. */
export const shanghaiTime = (instant: string): { readonly date: string; readonly clock: string } => {
  const parts = Object.fromEntries(
    IN_SHANGHAI.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return { date: `${parts.year}-${parts.month}-${parts.day}`, clock: `${parts.hour}:${parts.minute}` };
};

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** An instant as a notice says it: 2026年12月10日（星期四）上午9:30. */
export const meetingTime = (instant: string): string => {
  const { date, clock } = shanghaiTime(instant);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  const part = hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上';
  const spoken = hour > 12 ? hour - 12 : hour;
  return `${arabicDate(date)}（星期${weekday}）${part}${spoken}:${String(minute).padStart(2, '0')}`;
};
