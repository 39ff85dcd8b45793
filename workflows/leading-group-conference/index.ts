import { leadingGroupConferenceV1 } from './v1/leading-group-conference.v1';

export type * from '../meeting-parts/conference-facts';
export type { ConferenceInput } from './v1/context';
export { conferenceRefusalTexts } from './v1/refusals';

/** Every deployed version of the half-year conference, oldest first. New ones start with the last one. */
export const leadingGroupConference = [leadingGroupConferenceV1] as const;
