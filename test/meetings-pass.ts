import { setTimeout as sleep } from 'node:timers/promises';
import type { MeetingPage, ProjectPage } from '../apps/standalone/src/demo/answers';
import { holdMeeting } from '../apps/standalone/src/demo/hold-meeting';
import type { LandfallUnderTest } from './landfall-under-test';

/** Sessions that outlast the days between a call and its meeting. */
export const LONG_SESSIONS = { LANDFALL_SESSION_IDLE: '30d', LANDFALL_SESSION_LIFETIME: '90d' };

const OFFICE = 'lgo.staff';
const DAYS_AT_MOST = 40;
/** After the schedules of the morning. */
const MORNING = '08:15';
const LOOKS = 60;

const dayOf = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * Lets days pass until a rule calls the meeting that a project waits for, and holds it.
 *
 * @returns what `driveProject` is given as `whenWaiting`
 */
export const letMeetingsPass =
  ({ api, clock, installation }: LandfallUnderTest) =>
  async ({ projectId, leadNo }: ProjectPage): Promise<void> => {
    const meeting = async (): Promise<MeetingPage | undefined> => {
      const { items } = await api.get<{ items: MeetingPage[] }>(OFFICE, '/api/meetings?status=open');
      for (const { meetingId } of items) {
        const found = await api.get<MeetingPage>(OFFICE, `/api/meetings/${meetingId}`);
        if (found.agenda.some((item) => item.projectId === projectId)) return found;
      }
      return undefined;
    };
    const isSettled = async (): Promise<boolean> => {
      const { items } = await api.get<{ items: { key: string; last: { day: string; state: string } | null }[] }>(
        OFFICE,
        '/api/schedules',
      );
      return items
        .filter(({ key }) => key.endsWith('-batch') || key.endsWith('-call'))
        .every(({ last }) => last?.day === dayOf(clock.now()) && last.state === 'done');
    };
    for (let day = 0; day < DAYS_AT_MOST; day += 1) {
      const called = await meeting();
      if (called) {
        await holdMeeting(api, called.meetingId, {
          secretary: OFFICE,
          chair: 'lgo.director',
          now: () => clock.now(),
          goTo: async (instant) => clock.set(instant),
        });
        return;
      }
      const next = installation.workingTime.latest().addWorkingDays(dayOf(clock.now()), 1);
      clock.set(new Date(`${next}T${MORNING}:00+08:00`));
      for (let look = 0; look < LOOKS && !(await isSettled()); look += 1) await sleep(100);
    }
    throw new Error(`Project ${leadNo} waits for a meeting that no rule calls`);
  };
