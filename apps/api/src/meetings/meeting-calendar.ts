import type { CalendarMeeting } from '@landfall/documents';
import { type Meeting, meetingEventOf } from '@landfall/meetings';
import type { OrganizationView } from '@landfall/organization';

const DAY_AND_HOUR_BEFORE = [1440, 60];

/**
 * A planned meeting as calendars take it, with the address of its page. Nobody is named as organizer: there is no address
 * that would take an answer, replies are given on the page.
 *
 * @throws Rejection `MEETING.NOT_PLANNED` (409)
 */
export const calendarMeetingOf = (
  meeting: Meeting,
  view: OrganizationView,
  pageOf: (meetingId: string) => string,
): CalendarMeeting => ({
  ...meetingEventOf(meeting, (unit) => view.unitName(unit).zh),
  url: pageOf(meeting.id),
  organizer: null,
  remindMinutesBefore: DAY_AND_HOUR_BEFORE,
});
