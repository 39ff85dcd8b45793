import { setTimeout as sleep } from 'node:timers/promises';
import { passMeetings } from '../apps/standalone/src/demo/pass-meetings';
import type { LandfallUnderTest } from './landfall-under-test';

/** Sessions that outlast the days between a call and its meeting. */
export const LONG_SESSIONS = { LANDFALL_SESSION_IDLE: '30d', LANDFALL_SESSION_LIFETIME: '90d' };

/** After the schedules of the morning. */
const MORNING = '08:15';
const LOOKS = 100;

const dayOf = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** What `driveProject` is given as `whenWaiting`: days pass on the clock of the test until the meeting is called and held. */
export const letMeetingsPass = ({ api, clock, installation }: LandfallUnderTest) => {
  const callsAreDone = async (): Promise<boolean> => {
    const { items } = await api.get<{ items: { key: string; last: { day: string; state: string } | null }[] }>(
      'lgo.staff',
      '/api/schedules',
    );
    return items
      .filter(({ key }) => key.endsWith('-batch') || key.endsWith('-call'))
      .every(({ last }) => last?.day === dayOf(clock.now()) && last.state === 'done');
  };
  return passMeetings(api, {
    now: () => clock.now(),
    goTo: async (instant) => clock.set(instant),
    nextWorkday: async () => {
      const next = installation.workingTime.latest().addWorkingDays(dayOf(clock.now()), 1);
      clock.set(new Date(`${next}T${MORNING}:00+08:00`));
      for (let look = 0; look < LOOKS && !(await callsAreDone()); look += 1) await sleep(50);
    },
  });
};
