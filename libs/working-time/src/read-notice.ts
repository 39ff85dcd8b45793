import { addDays, type CalendarDay, type HolidayNotice, isCalendarDay, type NamedDay } from '@landfall/calendar';
import { refuse } from './refusal-texts';

/** One holiday of a notice as it is entered: first and last day off, and the days worked in its place. */
export interface NoticeHoliday {
  readonly name: NamedDay['name'];
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly makeUp: readonly CalendarDay[];
}

/** A notice holiday by holiday; what the text does not tell is empty and left to the reader. */
export interface NoticeDraft extends Pick<HolidayNotice, 'year' | 'number' | 'issuedOn'> {
  readonly holidays: readonly NoticeHoliday[];
}

const ENGLISH: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Tomb-Sweeping Day',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

/**
 * Reads the text of the State Council's notice, as it is published: “一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日
 * （周日）上班。”
 *
 * @throws Rejection `CALENDAR.NOTICE_UNREADABLE` (422) when it has no year or no holiday.
 */
export const readNotice = (text: string): NoticeDraft => {
  // Weekdays and lunar days stand in brackets; they repeat what the date says.
  const plain = text.replace(/\s/g, '').replace(/（[^）]*）|\([^)]*\)/g, '');
  const year = Number(/(\d{4})年(?:部分节假日|元旦)/.exec(plain)?.[1]);
  const holidays = Number.isNaN(year)
    ? []
    : [...plain.matchAll(/[一二三四五六七八九十]、([^：:。]{2,12})[：:]([^一二三四五六七八九十]*)/g)].flatMap(
        ([, name = '', body = '']) => readHoliday(name, body, year),
      );
  if (holidays.length === 0) throw refuse('CALENDAR.NOTICE_UNREADABLE', 422);
  const signed = /国务院办公厅(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(plain);
  return {
    year,
    number: /国办发明电[〔[【]\d{4}[〕\]】]\d+号/.exec(plain)?.[0] ?? '',
    issuedOn: signed ? written(signed[1], signed[2], signed[3]) : '',
    holidays,
  };
};

/** The days of a draft one by one, as a notice has them. */
export const noticeOf = ({ year, number, issuedOn, holidays }: NoticeDraft): HolidayNotice => ({
  year,
  number,
  issuedOn,
  holidays: holidays.flatMap(({ name, from, to }) => everyDay(from, to).map((on) => ({ on, name }))),
  makeUpWorkdays: holidays.flatMap(({ name, makeUp }) => makeUp.map((on) => ({ on, name }))),
});

const readHoliday = (name: string, body: string, year: number): NoticeHoliday[] => {
  const off = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?放假/.exec(body);
  if (!off) return [];
  const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = off;
  const from = written(fromYear ?? year, fromMonth, fromDay);
  const to = toDay === undefined ? from : written(toYear ?? year, toMonth ?? fromMonth, toDay);
  const worked = /放假.*?。(.*)上班/.exec(body)?.[1] ?? '';
  let month = '';
  const makeUp = [...worked.matchAll(/(?:(\d{1,2})月)?(\d{1,2})日/g)].map((date) => {
    month = date[1] ?? month;
    return written(year, month, date[2]);
  });
  const words = name.split('、');
  return [{ name: { zh: name, en: words.map((word) => ENGLISH[word] ?? word).join(', ') }, from, to, makeUp }];
};

const written = (year: number | string | undefined, month: string | undefined, day: string | undefined): CalendarDay =>
  `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;

/** No notice has a holiday of more than a month: a wrong year must not make a day of each of them. */
const LONGEST_DAYS = 31;

const everyDay = (from: CalendarDay, to: CalendarDay): CalendarDay[] => {
  if (!isCalendarDay(from) || !isCalendarDay(to)) return [from];
  const days: CalendarDay[] = [];
  for (let day = from; day <= to && days.length < LONGEST_DAYS; day = addDays(day, 1)) days.push(day);
  return days;
};
