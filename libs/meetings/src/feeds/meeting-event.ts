import { isLive, type Meeting, type MeetingState } from '../meeting';
import type { UnitNames } from '../minutes/compose-minutes';
import { refuse } from '../refusal-texts';
import { timetableOf } from '../standing/timetable';

/** A meeting as calendars take it in. */
export interface MeetingEvent {
  readonly id: string;
  /** Rises with every change that people were told of: confirmed, moved, cancelled. */
  readonly sequence: number;
  readonly status: 'planned' | 'confirmed' | 'cancelled';
  readonly title: string;
  readonly startsAt: string;
  /** Null where the agenda says no end. */
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly description: string | null;
  readonly changedAt: string;
}

/** States before its notice went out. */
const PLANNED: readonly MeetingState[] = [
  ...(['scheduled', 'collecting', 'composing', 'proposed'] as const),
  ...(['planning', 'approving', 'confirming'] as const),
];

const MINUTE_MS = 60_000;

/** Confirming and cancelling are changes besides the movings that the meeting counts. */
const CHANGES = { planned: 0, confirmed: 1, cancelled: 2 } as const;

/**
 * Says a planned meeting for a calendar.
 *
 * @throws Rejection `MEETING.NOT_PLANNED` (409) while it has no time
 */
export const meetingEventOf = (meeting: Meeting, nameOf: UnitNames): MeetingEvent => {
  const { plannedAt, state } = meeting;
  if (plannedAt === null) throw refuse('MEETING.NOT_PLANNED', 409);
  const status = state === 'cancelled' ? 'cancelled' : PLANNED.includes(state) ? 'planned' : 'confirmed';
  return {
    id: meeting.id,
    sequence: meeting.rescheduled + CHANGES[status],
    status,
    title: meeting.title,
    startsAt: plannedAt.toISOString(),
    endsAt: endOf(meeting, plannedAt),
    place: meeting.place,
    description: descriptionOf(meeting, nameOf),
    changedAt: meeting.updatedAt.toISOString(),
  };
};

/** What stays on the agenda takes its minutes, one item after the other. */
const endOf = (meeting: Meeting, from: Date): string | null => {
  if (timetableOf(meeting).items.length === 0) return null;
  const minutes = heard(meeting).reduce((sum, item) => sum + item.minutes, 0);
  return new Date(from.getTime() + minutes * MINUTE_MS).toISOString();
};

const heard = ({ agenda }: Meeting) => agenda.filter(({ standing }) => standing !== 'left');

const descriptionOf = (meeting: Meeting, nameOf: UnitNames): string => {
  const timed = timetableOf(meeting).items;
  const items = heard(meeting).map((item, at) => {
    const from = timed.find(({ item: key }) => key === item.key)?.from;
    const mark = isLive(item) || item.standing === 'concluded' ? '' : '（暂缓）';
    return `${at + 1}. ${from === undefined ? '' : `${from} `}${item.title}${mark}`;
  });
  return [
    `召集单位：${meeting.conveners.map(nameOf).join('、')}`,
    ...(items.length === 0 ? [] : ['议程：', ...items]),
  ].join('\n');
};
