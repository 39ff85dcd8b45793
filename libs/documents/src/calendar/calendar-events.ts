import {
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { inShanghai } from './shanghai-zone';

/** A meeting as a calendar has it. */
export interface CalendarMeeting {
  /** Never changes for a meeting, however often it is moved. */
  readonly id: string;
  /** Counts how often it was changed; calendars take the highest. */
  readonly sequence: number;
  readonly status: 'planned' | 'confirmed' | 'cancelled';
  readonly title: string;
  /** Instants with a zone; without an end it takes two hours. */
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly description: string | null;
  /** The address of its page. */
  readonly url: string | null;
  /** When it was changed last. */
  readonly changedAt: string;
  readonly organizer: { readonly name: string; readonly email: string } | null;
  /** Minutes before the beginning at which people are reminded. */
  readonly remindMinutesBefore: readonly number[];
}

/** A day on which something is due. */
export interface CalendarDeadline {
  readonly id: string;
  readonly sequence: number;
  readonly title: string;
  /** The instant at which it is due. */
  readonly dueAt: string;
  readonly description: string | null;
  readonly url: string | null;
  readonly changedAt: string;
}

const HOST = 'landfall';
const TWO_HOURS_MS = 2 * 60 * 60 * 1000;
const STATUS = {
  planned: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

const newCalendar = (name: string): ICalCalendar =>
  new ICalCalendar({
    // The generator writes the name as it is: a line break in it would begin another property.
    name: name.replaceAll(/\s+/g, ' '),
    prodId: { company: 'Landfall', product: 'Meetings', language: 'ZH' },
  });

const addMeeting = (calendar: ICalCalendar, meeting: CalendarMeeting): void => {
  const start = new Date(meeting.startsAt);
  const end = meeting.endsAt === null ? new Date(start.getTime() + TWO_HOURS_MS) : new Date(meeting.endsAt);
  const event = calendar.createEvent({
    id: `${meeting.id}@${HOST}`,
    sequence: meeting.sequence,
    status: STATUS[meeting.status],
    busystatus: meeting.status === 'confirmed' ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.TENTATIVE,
    summary: meeting.status === 'cancelled' ? `（取消）${meeting.title}` : meeting.title,
    start,
    end,
    stamp: new Date(meeting.changedAt),
    lastModified: new Date(meeting.changedAt),
    ...(meeting.place === null ? {} : { location: meeting.place }),
    ...(meeting.description === null ? {} : { description: meeting.description }),
    ...(meeting.url === null ? {} : { url: meeting.url }),
    ...(meeting.organizer === null ? {} : { organizer: meeting.organizer }),
  });
  if (meeting.status === 'cancelled') return;
  for (const minutes of meeting.remindMinutesBefore) {
    event.createAlarm({ type: ICalAlarmType.display, trigger: minutes * 60, description: meeting.title });
  }
};

const addDeadline = (calendar: ICalCalendar, deadline: CalendarDeadline): void => {
  const due = new Date(deadline.dueAt);
  const event = calendar.createEvent({
    id: `${deadline.id}@${HOST}`,
    sequence: deadline.sequence,
    summary: `截止：${deadline.title}`,
    start: due,
    end: due,
    stamp: new Date(deadline.changedAt),
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(deadline.description === null ? {} : { description: deadline.description }),
    ...(deadline.url === null ? {} : { url: deadline.url }),
  });
  event.createAlarm({ type: ICalAlarmType.display, trigger: 24 * 60 * 60, description: deadline.title });
};

/**
 * One meeting as .ics: an invitation (REQUEST) that calendars take in, take again with a higher sequence when it is moved,
 * and take off again when it is cancelled (CANCEL).
 */
export const meetingIcs = (meeting: CalendarMeeting): string => {
  const calendar = newCalendar(meeting.title);
  // Without an organizer nobody could be answered; then it is only published.
  const invited = meeting.organizer === null ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.REQUEST;
  calendar.method(meeting.status === 'cancelled' ? ICalCalendarMethod.CANCEL : invited);
  addMeeting(calendar, meeting);
  return inShanghai(calendar.toString());
};

/** All meetings and deadlines of somebody, for a calendar that subscribes to them. */
export const calendarFeed = (
  name: string,
  meetings: readonly CalendarMeeting[],
  deadlines: readonly CalendarDeadline[],
): string => {
  const calendar = newCalendar(name);
  calendar.method(ICalCalendarMethod.PUBLISH);
  calendar.ttl(60 * 60);
  for (const meeting of meetings) addMeeting(calendar, meeting);
  for (const deadline of deadlines) addDeadline(calendar, deadline);
  return inShanghai(calendar.toString());
};
