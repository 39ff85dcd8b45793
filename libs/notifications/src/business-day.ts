const DAY_MS = 86_400_000;
/** China has one time zone and no daylight saving time. */
const OFFSET = '+08:00';

const CALENDAR_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Whether people work on a day (YYYY-MM-DD); the calendar of working time is one. */
export type IsWorkday = (day: string) => boolean;

/** The day (YYYY-MM-DD) in Binhai that an instant falls on. */
export const dayOf = (instant: Date): string => CALENDAR_DAY.format(instant);

/** The instant of a time of day (HH:MM) in Binhai. */
export const instantAt = (day: string, time: string): Date => new Date(`${day}T${time}:00${OFFSET}`);

/** The time of day (HH:MM) of an instant in Binhai. */
export const timeOf = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);

export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** The longest run of days off that is believed; a calendar that knows no working day must not stop the program. */
const LONGEST_REST = 60;

/** The first working day after a day; the plain next day when the calendar knows none within two months. */
export const nextWorkday = (day: string, isWorkday: IsWorkday): string => {
  let next = nextDay(day);
  for (let tries = 0; tries < LONGEST_REST; tries += 1) {
    if (isWorkday(next)) return next;
    next = nextDay(next);
  }
  return nextDay(day);
};

/** How many working days have begun after one day up to another, that one included; 0 when it is not later. */
export const workdaysBetween = (from: string, to: string, isWorkday: IsWorkday): number => {
  let count = 0;
  for (let day = nextDay(from); day <= to; day = nextDay(day)) {
    if (isWorkday(day)) count += 1;
  }
  return count;
};
