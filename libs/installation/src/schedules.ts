import type { CalendarDay } from '@landfall/calendar';
import type { Digests } from '@landfall/notifications';
import type { LocalizedText } from '@landfall/process-definition';
import type { AnySchedule } from '@landfall/schedules';
import type { CalendarAlarm } from './calendar-alarm';
import type { Meetings } from './meetings';

/** Whose work the schedules do. */
export interface ScheduledWork {
  /** Reads the lights of all projects for a day; answers what came of it. */
  readonly readDailyLights: (day: CalendarDay) => Promise<{ projects: number; changed: number } | undefined>;
  readonly digests: Pick<Digests, 'runs'>;
  readonly calendarAlarm: Pick<CalendarAlarm, 'tick'>;
  readonly meetings: Pick<Meetings, 'meetingCalls' | 'conferenceCalls' | 'specialCalls'>;
}

/** Everything that happens again and again at a time of the clock, and nothing else does: the one list. */
export const schedulesOf = ({
  readDailyLights,
  digests,
  calendarAlarm,
  meetings,
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
  {
    key: 'street-town-batch',
    title: { zh: '街镇项目研判会召集', en: 'Call of the street-town meeting' },
    purpose: {
      zh: '每月10日、25日截止，或满5个项目、最长等待满10个工作日时，召集街镇项目研判联席会议。',
      en: 'Calls the research meeting on its cut-off days, when enough projects wait, or when one has waited too long.',
    },
    cron: '0 8 * * *',
    workdays: 'onlyWorkdays',
    catchUp: 'latest',
    run: async ({ day, key }) => sayCalled(await meetings.meetingCalls.callOne('street-town-review', day, key)),
  },
  {
    key: 'push-meeting-call',
    title: { zh: '项目推动会召集', en: 'Call of the push meeting' },
    purpose: {
      zh: '已受理的推动申请临近限期，或待上会事项较多时，召集项目推动联席会议。',
      en: 'Calls a push meeting before the hold of a request ends, or when enough wait.',
    },
    cron: '5 8 * * *',
    workdays: 'onlyWorkdays',
    catchUp: 'latest',
    run: async ({ day, key }) => sayCalled(await meetings.meetingCalls.callOne('push-meeting', day, key)),
  },
  {
    key: 'special-meeting-call',
    title: { zh: '领导小组专题会提请', en: 'Proposal of a special meeting' },
    purpose: {
      zh: '重大、跨区域项目和升级到领导小组的堵点待研究时，提请召开专题会议。',
      en: 'Proposes a special meeting for what waits: major and cross-region projects, issues before the leading group.',
    },
    cron: '10 8 * * *',
    workdays: 'onlyWorkdays',
    catchUp: 'latest',
    run: async ({ day, key }) => sayCalled(await meetings.specialCalls.callSpecial(day, key)),
  },
  {
    key: 'conference-yearly',
    title: { zh: '半年工作会议立项', en: 'Half-year conferences of the year' },
    purpose: {
      zh: '每年1月2日列入全年两次全区招商引资工作会议；系统停机错过的，次日补上。',
      en: 'Creates both half-year conferences on 2 January; what was missed is made up for the next day.',
    },
    cron: '0 9 * * *',
    workdays: 'any',
    catchUp: 'latest',
    run: async ({ day }) => {
      const created = await meetings.conferenceCalls.createConferences(day);
      const titles = created.map(({ title }) => title).join('、');
      return created.length === 0
        ? { zh: '均已列入', en: 'None is missing' }
        : { zh: `列入${titles}`, en: `Created ${created.map(({ period }) => period).join(', ')}` };
    },
  },
];

const sayCalled = (called: { readonly title: string; readonly items: number } | undefined): LocalizedText =>
  called === undefined
    ? { zh: '未到召集条件', en: 'No rule asks for one' }
    : { zh: `召集${called.title}，${called.items}个议题`, en: `Called with ${called.items} items` };
