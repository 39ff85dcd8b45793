import type { Rejection } from '@landfall/process-definition';
import type { Meeting, MeetingState } from '../meeting';
import { refuse } from '../refusal-texts';
import type { MeetingPorts } from './meeting-cast';

/** What people change on the page of a meeting, beside its tasks. */
export const MEETING_EDITS = [
  'arrangeAgenda',
  'addItem',
  'removeItem',
  'checkIn',
  'changeReply',
  'editMinutes',
  'putResolution',
  'removeResolution',
  'settleResolution',
] as const;
export type MeetingEdit = (typeof MEETING_EDITS)[number];

const BEFORE: readonly MeetingState[] = [
  ...(['scheduled', 'collecting', 'composing', 'proposed'] as const),
  ...(['planning', 'approving', 'confirming', 'convened'] as const),
];
const WRITING: readonly MeetingState[] = ['inSession', 'minutes'];

/** When each is done. */
const STATES: Readonly<Record<MeetingEdit, readonly MeetingState[]>> = {
  arrangeAgenda: BEFORE,
  addItem: BEFORE,
  removeItem: BEFORE,
  checkIn: ['convened', 'inSession'],
  changeReply: ['convened'],
  editMinutes: WRITING,
  putResolution: WRITING,
  removeResolution: WRITING,
  settleResolution: ['followUp'],
};

/** What a unit does for its own seat. */
const OWN_SEAT: readonly MeetingEdit[] = ['checkIn', 'changeReply'];

interface About {
  readonly meeting: Pick<Meeting, 'state' | 'conveners' | 'chairGroup'>;
  readonly secretary: string;
  readonly ports: Pick<MeetingPorts, 'deskOf' | 'headOf'>;
}

/** Whether the session is still to come. */
export const isPrepared = ({ state }: Pick<Meeting, 'state'>): boolean => BEFORE.includes(state);

/** The groups that run a meeting: its secretary, the heads of the units that call it, and the chair. */
export const runnersOf = ({ meeting, secretary, ports }: About): string[] => [
  secretary,
  ...meeting.conveners.map(ports.headOf),
  meeting.chairGroup,
];

/**
 * Why somebody may not do something with a meeting now; undefined when he may.
 *
 * @param unit of check-ins and replies whose seat it is; without one, any seat of his
 */
export const refusalOf = (
  edit: MeetingEdit,
  about: About,
  groups: readonly string[],
  unit?: string,
): Rejection | undefined => {
  const { meeting, ports } = about;
  const runs = runnersOf(about).some((group) => groups.includes(group));
  const answersFor = (own: string) => [ports.deskOf(own), ports.headOf(own)].some((group) => groups.includes(group));
  if (!runs) {
    if (!OWN_SEAT.includes(edit)) return refuse('MEETING.EDITING_NOT_ALLOWED', 403);
    const own = unit === undefined ? groups.some((group) => answersFor(group.split('.')[0] ?? '')) : answersFor(unit);
    if (!own) return refuse('MEETING.OTHER_UNITS_SEAT', 403, { unit: unit ?? '' });
  }
  if (STATES[edit].includes(meeting.state)) return undefined;
  return refuse('MEETING.NOT_IN_THIS_STATE', 409, {
    allowed: STATES[edit].join(', '),
    meetingState: meeting.state,
  });
};
