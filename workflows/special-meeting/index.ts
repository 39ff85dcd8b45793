import { specialMeetingV1 } from './v1/special-meeting.v1';

export type { SpecialMeetingInput } from './v1/context';
export { specialMeetingRefusalTexts } from './v1/refusals';

/** Every deployed version of the special and the plenary meeting, oldest first. New ones start with the last one. */
export const specialMeeting = [specialMeetingV1] as const;
