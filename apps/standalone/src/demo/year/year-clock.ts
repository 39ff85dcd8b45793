import { MovedClock } from '../moved-clock';

interface CalendarYear {
  readonly days: readonly { readonly on: string; readonly kind: string }[];
}

const WORKING = ['workday', 'makeUpWorkday'];
const DAY_MS = 86_400_000;

/** The time of the demonstration and its working days, as the API tells them. */
export class YearClock extends MovedClock {
  private workdays: readonly string[] = [];

  override async open(): Promise<void> {
    await super.open();
    const year = Number(this.today.slice(0, 4));
    const pages = await Promise.all(
      [year, year + 1].map((one) => this.api.get<CalendarYear>(this.account, `/api/calendar?year=${one}`)),
    );
    this.workdays = pages.flatMap(({ days }) => days.filter(({ kind }) => WORKING.includes(kind)).map(({ on }) => on));
  }

  get today(): string {
    return dayOf(this.now());
  }

  /** How many working days of the calendar have begun. */
  get workday(): number {
    return this.indexOf(this.today);
  }

  /** How many working days had begun at an instant. */
  workdayOf(at: string): number {
    return this.indexOf(dayOf(new Date(at)));
  }

  /** The day so many working days later; only days of the week from Monday to Friday where a meeting is meant. */
  later(amount: number, from = this.today): string {
    return this.workdays[Math.min(this.workdays.length - 1, this.indexOf(from) + amount)] ?? from;
  }

  /** Working days from one day to a later one; negative when it has passed. */
  until(day: string): number {
    return this.indexOf(day) - this.indexOf(this.today);
  }

  /** A meeting is held on an ordinary working day, on make-up Saturdays people catch up. */
  meetingDay(amount: number, isTaken: (day: string) => boolean): string {
    for (let ahead = amount; ; ahead += 1) {
      const day = this.later(ahead);
      const weekday = new Date(Date.parse(day)).getUTCDay();
      if (weekday > 0 && weekday < 6 && (!isTaken(day) || ahead > amount + 10)) return day;
    }
  }

  private indexOf(day: string): number {
    let [low, high] = [0, this.workdays.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.workdays[middle] ?? '') < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The day of an instant in Asia/Shanghai. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** So many calendar days after a day. */
export const daysAfter = (day: string, amount: number): string =>
  new Date(Date.parse(day) + amount * DAY_MS).toISOString().slice(0, 10);
