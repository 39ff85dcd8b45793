import {
  initialContext,
  type MeetingCast,
  type MeetingContext,
  type MeetingInput,
  type Signer,
} from '../../meeting-parts/v1/context';
import { EXECUTIVE_DEPUTY, LEADER, OFFICE } from '../../meeting-parts/v1/work-groups';

/** What a meeting of the leading group between its conferences is called with; a plenary one invites every member. */
export interface SpecialMeetingInput extends MeetingInput {
  readonly kind: 'special' | 'plenary';
}

/** Whoever chairs decides that it is held, confirms its plan and signs its minutes. */
export const chairedBy = (group: string) => {
  const chair: readonly Signer[] = [{ slot: 'chair', group }];
  return { chairGroup: group, confirmers: chair, signers: chair };
};

const USUAL_CHAIR = { special: EXECUTIVE_DEPUTY, plenary: LEADER } as const;

export const initialSpecialMeeting = (input: MeetingInput): MeetingContext => {
  const { kind } = input as SpecialMeetingInput;
  const cast: MeetingCast = {
    kind,
    secretary: OFFICE,
    conveners: ['LGO'],
    quorum: [1, 2],
    ...chairedBy(input.chairGroup ?? USUAL_CHAIR[kind]),
  };
  return { ...initialContext(input, cast), state: 'proposed' };
};
