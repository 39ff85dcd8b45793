import { readFileSync } from 'node:fs';
import type { HolidayNotice, NamedDay } from './calendar-version';

/** The documents that announced each year: number and date, as published on www.gov.cn. */
const DOCUMENTS = [
  { year: 2022, number: '国办发明电〔2021〕11号', issuedOn: '2021-10-25' },
  { year: 2023, number: '国办发明电〔2022〕16号', issuedOn: '2022-12-08' },
  { year: 2024, number: '国办发明电〔2023〕7号', issuedOn: '2023-10-25' },
  { year: 2025, number: '国办发明电〔2024〕12号', issuedOn: '2024-11-12' },
  { year: 2026, number: '国办发明电〔2025〕7号', issuedOn: '2025-11-04' },
];

/** The notices' own names for the holidays, by the names that the package has. */
const NAMES: Readonly<Record<string, NamedDay['name']>> = {
  元旦: { zh: '元旦', en: "New Year's Day" },
  春节: { zh: '春节', en: 'Spring Festival' },
  清明: { zh: '清明节', en: 'Tomb-Sweeping Day' },
  劳动节: { zh: '劳动节', en: 'Labour Day' },
  端午: { zh: '端午节', en: 'Dragon Boat Festival' },
  中秋: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  国庆节: { zh: '国庆节', en: 'National Day' },
};

/** What the package has of a year: days and, for each, `English name,中文名,statutory days`. */
interface PackagedYear {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** Writes data/holiday-notices.json, the holidays and make-up workdays of each notice, from the package chinese-days. */
export const generate = (): Record<string, string> => {
  const holidays = DOCUMENTS.flatMap(({ year }) => namedDays(packagedYear(year).holidays));
  const makeUpWorkdays = DOCUMENTS.flatMap(({ year }) => namedDays(packagedYear(year).workdays));
  const notices = DOCUMENTS.map(
    (document): HolidayNotice => ({
      ...document,
      holidays: holidays.filter((day) => announcedFor(day) === document.year),
      makeUpWorkdays: makeUpWorkdays.filter((day) => announcedFor(day) === document.year),
    }),
  );
  return { 'libs/calendar/data/holiday-notices.json': `${JSON.stringify(notices, null, 2)}\n` };
};

const packagedYear = (year: number): PackagedYear =>
  JSON.parse(readFileSync(require.resolve(`chinese-days/dist/years/${year}.json`), 'utf8')) as PackagedYear;

const namedDays = (days: Readonly<Record<string, string>>): NamedDay[] =>
  Object.entries(days).map(([on, description]) => {
    const name = NAMES[description.split(',')[1] ?? ''];
    if (name === undefined) throw new Error(`Expected to know the holiday of ${on}, but it is '${description}'`);
    return { on, name };
  });

/** New Year's Day may begin in December; it belongs to the notice of the year that it opens. */
const announcedFor = ({ on, name }: NamedDay): number => {
  const year = Number(on.slice(0, 4));
  return name.zh === '元旦' && on.slice(5, 7) === '12' ? year + 1 : year;
};
