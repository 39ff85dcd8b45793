import type { AgendaItem, AttendanceRow, ResolutionRow } from '@landfall/documents';
import { type FollowedResolution, isInvited, type Meeting, type Reply, timetableOf } from '@landfall/meetings';
import type { OrganizationView } from '@landfall/organization';
import { FOLLOW_UP_STATES } from './meeting-pages';

const heard = ({ agenda }: Meeting) => agenda.filter(({ standing }) => standing !== 'left');

/** The lines of an agenda: what is to be heard, by whom, when. */
export const agendaRowsOf = (meeting: Meeting, view: OrganizationView): AgendaItem[] => {
  const { items } = timetableOf(meeting);
  return heard(meeting).map(({ key, title, presenter, units }) => {
    const from = items.find(({ item }) => item === key)?.from;
    return {
      startsAt: from === undefined ? null : `${meeting.plannedOn}T${from}:00+08:00`,
      title,
      presenter: presenter === null ? null : view.unitName(presenter).zh,
      units: units.map((unit) => view.unitName(unit).zh),
    };
  });
};

/** Replies as their list says them; one that never came and one that was counted as missing are both 未回复. */
const REPLIES: Readonly<Record<Reply, AttendanceRow['reply']>> = {
  none: null,
  attend: 'attend',
  substitute: 'delegate',
  written: 'written',
  decline: 'excused',
  silent: null,
};

/** The lines of the list of attendance, seat by seat. */
export const attendanceRowsOf = (meeting: Meeting, view: OrganizationView): AttendanceRow[] => {
  const { units } = timetableOf(meeting);
  const titles = new Map(heard(meeting).map(({ key, title }) => [key, title]));
  return meeting.seats.map(({ unit, role, reply, person, post, checkedIn, checkedInAt, present }) => ({
    unitCode: unit,
    unit: view.unitName(unit).zh,
    items: (units.find((timed) => timed.unit === unit)?.stretches ?? [])
      .flatMap(({ items }) => items)
      .flatMap((key) => titles.get(key) ?? []),
    reply: isInvited({ role }) ? REPLIES[reply] : 'calls',
    name: checkedIn ?? person,
    post,
    phone: null,
    checkedInAt: present ? checkedInAt : null,
  }));
};

/** The lines of the ledger of resolutions. */
export const resolutionRowsOf = (followed: readonly FollowedResolution[], view: OrganizationView): ResolutionRow[] =>
  followed.map(({ resolution, state, daysLate, ...about }) => ({
    minutesNumber: about.minutesNumber ?? '',
    meetingTitle: about.meetingTitle,
    meetingOn: about.meetingOn,
    itemTitle: about.itemTitle ?? '',
    projectNo: about.projectNo,
    text: resolution.text,
    unit: resolution.unit === null ? null : view.unitName(resolution.unit).zh,
    dueOn: resolution.dueOn,
    criterion: resolution.criterion,
    status: daysLate > 0 ? `${FOLLOW_UP_STATES[state].zh}（${daysLate}天）` : FOLLOW_UP_STATES[state].zh,
    closedOn: resolution.fulfilledOn,
    note: resolution.note,
    supervisionNumber: about.supervisionNumber,
  }));
