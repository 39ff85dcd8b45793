import type { CalendarDay } from '@landfall/calendar';
import type { BatchMeeting, MeetingCalls } from '@landfall/meetings';
import type { Digests } from '@landfall/notifications';
import type { AnySchedule, Schedule } from '@landfall/schedules';
import type { CalendarAlarm } from './calendar-alarm';

/** Whose work the schedules do. */
export interface ScheduledWork {
  /** Reads the lights of all projects for a day; answers what came of it. */
  readonly readDailyLights: (day: CalendarDay) => Promise<{ projects: number; changed: number } | undefined>;
  readonly digests: Pick<Digests, 'runs'>;
  readonly calendarAlarm: Pick<CalendarAlarm, 'tick'>;
  readonly meetingCalls: Pick<MeetingCalls, 'callOne'>;
}

/** Calls a kind of meeting where its rules ask for it; the rules look at who waits, so that of missed days one is enough. */
const callOf = (
  { meetingCalls }: Pick<ScheduledWork, 'meetingCalls'>,
  definition: BatchMeeting,
  said: Pick<Schedule, 'key' | 'title' | 'purpose'>,
): Schedule => ({
  ...said,
  cron: '0 8 * * *',
  workdays: 'onlyWorkdays',
  catchUp: 'latest',
  run: async ({ key, day }) => {
    const called = await meetingCalls.callOne(definition, day, key);
    return called === undefined
      ? { zh: '未达召集条件', en: 'No meeting is due' }
      : { zh: `召集${called.title}，议题${called.items}个`, en: `A meeting with ${called.items} items is called` };
  },
});

/** Everything that happens again and again at a time of the clock, and nothing else does: the one list. */
export const schedulesOf = ({
  readDailyLights,
  digests,
  calendarAlarm,
  meetingCalls,
}: ScheduledWork): readonly AnySchedule[] => [
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
  callOf({ meetingCalls }, 'street-town-review', {
    key: 'street-town-call',
    title: { zh: '街镇研判会召集', en: 'Call of the street-town meeting' },
    purpose: {
      zh: '每个工作日检查：集中研判日、待研判项目数量或等待时间达到规则的，召集街镇项目研判联席会议。',
      en: 'Calls a street-town meeting on its cut-off days, or when many wait or one too long.',
    },
  }),
  callOf({ meetingCalls }, 'push-meeting', {
    key: 'push-call',
    title: { zh: '项目推动会召集', en: 'Call of the push meeting' },
    purpose: {
      zh: '每个工作日检查：推动申请临近上会期限、待推动和待评审事项数量或等待时间达到规则的，召集项目推动联席会议。',
      en: 'Calls a push meeting when a request has to be heard soon, or when many wait or one too long.',
    },
  }),
];
