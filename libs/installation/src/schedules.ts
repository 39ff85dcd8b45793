import type { CalendarDay } from '@landfall/calendar';
import type { Digests } from '@landfall/notifications';
import type { AnySchedule } from '@landfall/schedules';
import type { CalendarAlarm } from './calendar-alarm';

/** Whose work the schedules do. */
export interface ScheduledWork {
  /** Reads the lights of all projects for a day; answers what came of it. */
  readonly readDailyLights: (day: CalendarDay) => Promise<{ projects: number; changed: number } | undefined>;
  readonly digests: Pick<Digests, 'runs'>;
  readonly calendarAlarm: Pick<CalendarAlarm, 'tick'>;
}

/** Everything that happens again and again at a time of the clock, and nothing else does: the one list. */
export const schedulesOf = ({ readDailyLights, digests, calendarAlarm }: ScheduledWork): readonly AnySchedule[] => [
  {
    key: 'light-daily',
    title: { zh: '红黄绿灯每日复核', en: 'Daily reading of lights' },
    purpose: {
      zh: '清晨重算全部在办项目的灯色，提醒、提级和督办由此而来。',
      en: 'Reads the light of every running project.',
    },
    cron: '0 7 * * *',
    workdays: 'any',
    // The lights of yesterday cannot be read today.
    catchUp: 'none',
    includesFirstDay: true,
    long: true,
    run: async ({ day }) => {
      const read = await readDailyLights(day);
      return (
        read && {
          zh: `复核 ${read.projects} 个项目，${read.changed} 个灯色有变化`,
          en: `${read.projects} projects read, ${read.changed} lights changed`,
        }
      );
    },
  },
  {
    key: 'digest',
    title: { zh: '每日办件摘要', en: 'Daily digest' },
    purpose: {
      zh: '每个工作日清晨，把待办、临期和未读合成一条摘要发给本人。',
      en: 'Tells everybody what is open, due and unread.',
    },
    cron: '30 8 * * *',
    workdays: 'onlyWorkdays',
    watch: async (limit) =>
      (await digests.runs(limit)).map(({ digests: written, ...run }) => ({
        ...run,
        note: run.state === 'done' ? { zh: `发出 ${written} 份摘要`, en: `${written} digests written` } : null,
      })),
  },
  {
    key: 'calendar-check',
    title: { zh: '放假安排提醒', en: 'Check of the calendar' },
    purpose: {
      zh: '次年放假通知尚未录入时，从11月起提醒系统管理员，临近时每个工作日提醒。',
      en: 'Tells the administrators of a year whose holiday notice is missing.',
    },
    cron: '0 9 * * *',
    workdays: 'onlyWorkdays',
    catchUp: 'latest',
    run: async () => {
      const told = await calendarAlarm.tick();
      return told === 0
        ? { zh: '无需提醒', en: 'Nothing to tell' }
        : { zh: `发出 ${told} 条提醒`, en: `${told} notices posted` };
    },
  },
];
