import type { ConferenceFacts, HalfYear, PreviousConference } from '../../meeting-parts/conference-facts';
import {
  attendanceOf,
  initialContext,
  invited,
  type MeetingCast,
  type MeetingContext,
  type MeetingInput,
} from '../../meeting-parts/v1/context';
import { EXECUTIVE_DEPUTY, LEADER, OFFICE, OFFICE_DIRECTOR } from '../../meeting-parts/v1/work-groups';

/** What the yearly schedule calls a conference with. */
export interface ConferenceInput extends MeetingInput {
  readonly half: HalfYear;
  /** Every member unit of the leading group. */
  readonly members: readonly string[];
  /** The conference of the half-year before; null for the first one. */
  readonly previous: PreviousConference | null;
}

/** The leader chairs; agenda and date go up by the director and the executive deputy; either of the two leaders signs. */
const cast: MeetingCast = {
  kind: 'conference',
  secretary: OFFICE,
  conveners: ['LGO'],
  chairGroup: LEADER,
  confirmers: [
    { slot: 'director', group: OFFICE_DIRECTOR },
    { slot: 'executive', group: EXECUTIVE_DEPUTY },
    { slot: 'leader', group: LEADER },
  ],
  signers: [
    { slot: 'leader', group: LEADER },
    { slot: 'executive', group: EXECUTIVE_DEPUTY },
  ],
  // Nobody gives an opinion in a conference, so no share of opinions can make it.
  quorum: [0, 1],
};

export const initialConference = (input: MeetingInput): MeetingContext => {
  const { half, previous } = input as ConferenceInput;
  const conference: ConferenceFacts = {
    calledAt: input.at,
    half,
    reportsDueOn: null,
    reports: [],
    proposal: { plannedOn: null, plannedTime: null, place: null },
    approvals: [],
    substitutes: [],
    askedSubstitutes: [],
    previous,
    delay: null,
    heldLate: false,
    skippedBecause: null,
  };
  return { ...initialContext(input, cast), state: 'scheduled', conference };
};

export const factsOf = ({ conference }: MeetingContext): ConferenceFacts => {
  if (conference === null) throw new Error('Expected the facts of a conference, but this meeting is none');
  return conference;
};

/** The units that send somebody for their head whom the office has not agreed to yet. */
export const substitutesToDecide = (context: MeetingContext): string[] =>
  invited(context).filter((unit) => {
    const { reply, person } = attendanceOf(context, unit);
    const agreed = factsOf(context).substitutes.some((known) => known.unit === unit && known.person === person);
    return reply === 'substitute' && !agreed;
  });
