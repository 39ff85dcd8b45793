import type { MeetingPage, ProjectPage } from './answers';
import type { ApiClient } from './api-client';
import type { DriveOptions, Step } from './drive-project';
import { holdMeeting } from './hold-meeting';

/** A time that can be moved forward. */
export interface MovableTime {
  now(): Date;
  /** Goes to the next working day, after the schedules of its morning. */
  nextWorkday(): Promise<void>;
  goTo(instant: Date): Promise<void>;
}

const OFFICE = 'lgo.staff';
const CHAIR = 'lgo.director';
/** No rule leaves a project waiting for longer than its longest wait and the days until the next batch. */
const WORKDAYS_AT_MOST = 40;

const meetingOf = async (api: ApiClient, projectId: string): Promise<MeetingPage | undefined> => {
  const { items } = await api.get<{ items: MeetingPage[] }>(OFFICE, '/api/meetings?status=open');
  for (const { meetingId } of items) {
    const meeting = await api.get<MeetingPage>(OFFICE, `/api/meetings/${meetingId}`);
    if (meeting.agenda.some((item) => item.projectId === projectId && item.standing !== 'left')) return meeting;
  }
  return undefined;
};

/** Lets working days pass until a rule calls the meeting that a project waits for, and holds it. */
export const passMeetings =
  (
    api: ApiClient,
    time: MovableTime,
    told: { readonly onCall?: (meeting: MeetingPage) => void; readonly onStep?: (step: Step) => void } = {},
  ): NonNullable<DriveOptions['whenWaiting']> =>
  async ({ projectId, leadNo }: ProjectPage): Promise<void> => {
    for (let day = 0; day < WORKDAYS_AT_MOST; day += 1) {
      const meeting = await meetingOf(api, projectId);
      if (meeting) {
        told.onCall?.(meeting);
        await holdMeeting(api, meeting.meetingId, {
          secretary: OFFICE,
          chair: CHAIR,
          now: () => time.now(),
          goTo: (instant) => time.goTo(instant),
          ...(told.onStep ? { onStep: told.onStep } : {}),
        });
        return;
      }
      await time.nextWorkday();
    }
    throw new Error(`Project ${leadNo} waits for a meeting that no rule calls`);
  };
