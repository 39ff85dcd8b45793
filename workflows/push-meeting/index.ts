import { pushMeetingV1 } from './v1/push-meeting.v1';

/** Every deployed version of the project push meeting, oldest first. */
export const pushMeeting = [pushMeetingV1] as const;
