import { getSolarDateFromLunar, getSolarTermDate } from 'chinese-days';
import { addDays } from './calendar-day';
import type { NamedDay } from './calendar-version';

const [FIRST, LAST] = [2027, 2060];

const NAMES = {
  newYear: { zh: '元旦', en: "New Year's Day" },
  springFestival: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Tomb-Sweeping Day' },
  labourDay: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  nationalDay: { zh: '国庆节', en: 'National Day' },
};

/**
 * Writes data/statutory-holidays.json: the thirteen days that are off by law in every year (全国年节及纪念日放假办法, as of
 * 2025), from the package chinese-days. The runtime's own lunar calendar has the new year of 2027 a day late.
 */
export const generate = (): Record<string, string> => {
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at);
  const lines = years
    .flatMap(statutoryHolidays)
    .map(({ on, name }) => `  { "on": "${on}", "name": { "zh": "${name.zh}", "en": "${name.en}" } }`);
  return { 'libs/calendar/data/statutory-holidays.json': `[\n${lines.join(',\n')}\n]\n` };
};

const statutoryHolidays = (year: number): NamedDay[] => {
  const lunar = (day: string): string => getSolarDateFromLunar(`${year}-${day}`).date;
  return [
    { on: `${year}-01-01`, name: NAMES.newYear },
    ...[-1, 0, 1, 2].map((days) => ({ on: addDays(lunar('01-01'), days), name: NAMES.springFestival })),
    { on: getSolarTermDate(year, 4, 'pure_brightness'), name: NAMES.qingming },
    ...['05-01', '05-02'].map((day) => ({ on: `${year}-${day}`, name: NAMES.labourDay })),
    { on: lunar('05-05'), name: NAMES.dragonBoat },
    { on: lunar('08-15'), name: NAMES.midAutumn },
    ...['10-01', '10-02', '10-03'].map((day) => ({ on: `${year}-${day}`, name: NAMES.nationalDay })),
  ];
};
