import { type CalendarDay, dayOf, daysBetween } from '@landfall/calendar';
import type { Clock } from '@landfall/clock';
import { postNoticeIn } from '@landfall/notifications';
import type { Database } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import type { MissingYear, WorkingTime } from '@landfall/working-time';

const ADMINISTRATORS = ['ADMIN.system'];

/** Told every working day once so few days are left, every week before. */
const DAILY_FROM_DAYS_LEFT = 15;

/** A Monday; weeks are counted from it. */
const FIRST_MONDAY = '2024-01-01';

/** Tells the system administrators, in their working hours, of every year whose holiday notice is missing. */
export class CalendarAlarm {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly workingTime: WorkingTime,
  ) {}

  /** Posts what is to be told now, whoever asks and however often, and answers how many notices are new. */
  async tick(): Promise<number> {
    const now = this.clock.now();
    const today = dayOf(now);
    const calendar = await this.workingTime.view();
    if (!calendar.isWorkday(today) || now < calendar.openingOf(today)) return 0;
    const alarms = (await this.workingTime.missingYears()).filter(({ isAlarm }) => isAlarm);
    let told = 0;
    for (const missing of alarms) {
      const isNew = await this.database.transaction((tx) =>
        postNoticeIn(tx, {
          key: `calendar.missing-year:${missing.year}:${period(missing, today)}`,
          kind: 'calendar.missingYear',
          urgency: missing.daysLeft <= DAILY_FROM_DAYS_LEFT ? 'urgent' : 'normal',
          ...say(missing),
          link: '/calendar/notice',
          audience: { accounts: [], groups: ADMINISTRATORS },
          at: now,
        }),
      );
      if (isNew) told += 1;
    }
    return told;
  }
}

const period = ({ daysLeft }: MissingYear, today: CalendarDay): string =>
  daysLeft <= DAILY_FROM_DAYS_LEFT ? today : `week-${Math.floor(daysBetween(FIRST_MONDAY, today) / 7)}`;

const say = ({ year, daysLeft, openDeadlines }: MissingYear): { title: LocalizedText; body: LocalizedText } => {
  const begins =
    daysLeft > 0
      ? { zh: `距${year}年还有 ${daysLeft} 天`, en: `${year} begins in ${daysLeft} days` }
      : { zh: `${year}年已经开始`, en: `${year} has begun` };
  const counted =
    openDeadlines > 0
      ? {
          zh: `${openDeadlines} 个办理期限暂按法定节日和周末推算`,
          en: `open deadlines counted by weekends and statutory holidays for the time being: ${openDeadlines}`,
        }
      : { zh: '跨入该年的办理期限将暂按法定节日和周末推算', en: 'deadlines that reach into it will be provisional' };
  return {
    title: { zh: `${year}年放假安排尚未录入`, en: `The holiday notice for ${year} is missing` },
    body: {
      zh: `${begins.zh}，${counted.zh}。请录入国务院办公厅放假通知。`,
      en: `${begins.en}; ${counted.en}. Please enter the notice of the State Council.`,
    },
  };
};
