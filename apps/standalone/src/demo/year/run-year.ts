import { ApiClient } from '../api-client';
import { Happenings } from './happenings';
import { MeetingWork } from './meeting-work';
import { OpenWork, type Overview, workOf } from './open-work';
import { PeopleAtWork, type Stumble } from './people-at-work';
import type { MeetingView } from './year-answers';
import { YearClock } from './year-clock';

const OFFICE = 'lgo.staff';
/** The steps of a meeting follow each other on the same day, but not without end. */
const ROUNDS_A_DAY = 12;

export interface YearOptions {
  readonly url: string;
  readonly password: string;
  readonly root: string;
  /** The day after the last one. */
  readonly until: string;
  readonly listRows?: number | undefined;
  readonly onDay?: (day: YearDay) => void | Promise<void>;
  readonly onHappening?: (day: string, said: string) => void;
  /** Asked between two days; nothing more happens then. */
  readonly isInterrupted?: () => boolean;
  /** What people wait is taken by so much; 1 where left out, 0 when everybody acts at once. */
  readonly pace?: number | undefined;
  readonly onStep?: (reached: string) => void;
}

export interface YearDay {
  readonly day: string;
  readonly overview: Overview;
  readonly people: PeopleAtWork;
  readonly clock: YearClock;
}

export interface YearLived {
  readonly clock: YearClock;
  readonly people: PeopleAtWork;
  readonly api: ApiClient;
  readonly workMs: number;
}

/** Lives through working days as the people of the district would: the time moves on, and everybody does what is his. */
export const liveThrough = async (options: YearOptions): Promise<YearLived> => {
  const api = new ApiClient(options.url, options.password);
  const clock = new YearClock(api, OFFICE);
  await clock.open();
  let meetings: readonly MeetingView[] = [];
  const isTaken = (day: string) => meetings.some(({ plannedOn, state }) => plannedOn === day && state !== 'cancelled');
  const people = new PeopleAtWork(api, clock, isTaken, options.pace);
  const stumbles: Stumble[] = people.stumbles;
  const meetingWork = new MeetingWork(api, clock, stumbles);
  const work = new OpenWork(api);
  const happenings = new Happenings({ ...options, api, clock, meetings: meetingWork, stumbles });
  let workMs = 0;
  let quarter = '';
  for (;;) {
    await clock.nextWorkday((reached) => options.onStep?.(reached));
    if (clock.today >= options.until || options.isInterrupted?.()) break;
    const began = Date.now();
    people.beginDay();
    const now = `${clock.today.slice(0, 4)} ${Math.floor((Number(clock.today.slice(5, 7)) - 1) / 3)}`;
    if (now !== quarter) {
      quarter = now;
      const { said } = await happenings.importList();
      options.onHappening?.(clock.today, said);
    }
    let overview = await work.find();
    meetings = overview.meetings;
    for (const { said } of await happenings.ofToday(overview)) options.onHappening?.(clock.today, said);
    await people.workOn(overview.work.filter(({ meeting }) => meeting === undefined));
    for (let round = 0; round < ROUNDS_A_DAY; round += 1) {
      meetings = await work.meetings();
      let acted = 0;
      for (const meeting of meetings) {
        if (await meetingWork.open(meeting)) acted += 1;
        await meetingWork.completeResolutions(meeting);
      }
      acted += (await people.workOn(workOf(meetings))).length;
      for (const meeting of meetings) if (await meetingWork.close(meeting)) acted += 1;
      if (acted === 0) break;
    }
    overview = { ...overview, meetings };
    workMs += Date.now() - began;
    await options.onDay?.({ day: clock.today, overview, people, clock });
  }
  return { clock, people, api, workMs };
};
