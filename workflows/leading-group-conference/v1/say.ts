import type { SignalProcesses } from '@landfall/process-definition';
import { attendanceOf, owingReports } from '../../meeting-parts/v1/context';
import { desks, everybody, type On, tell } from '../../meeting-parts/v1/say';
import { deskOf, EXECUTIVE_DEPUTY, headOf, LEADER, OFFICE, OFFICE_DIRECTOR } from '../../meeting-parts/v1/work-groups';
import { openOf } from './agenda';
import { factsOf } from './context';

/** Asks the conference before how its resolutions stand; one that has ended does not answer. */
export const askReadBack = {
  type: 'signalProcesses' as const,
  params: ({ context }: On): SignalProcesses => {
    const { previous } = factsOf(context);
    const event = { type: 'readBack.asked', from: context.meetingId };
    return { signals: previous === null ? [] : [{ instanceId: previous.meetingId, event }] };
  },
};

export const answerReadBack = {
  type: 'signalProcesses' as const,
  params: ({ context, event }: On): SignalProcesses => {
    const { meetingId, title } = context;
    const resolutions = context.resolutions.map(({ key, text, unit, dueOn, standing }) => ({
      ...{ key, text, unit, dueOn, standing },
    }));
    const answer = { type: 'readBack.told', previous: { meetingId, title, resolutions } };
    return { signals: event.from === undefined ? [] : [{ instanceId: event.from, event: answer }] };
  },
};

/** The conference before is archived when the next one opens: what it left open was read back there. */
export const tellPrevious = {
  type: 'signalProcesses' as const,
  params: ({ context }: On): SignalProcesses => {
    const { previous } = factsOf(context);
    const event = { type: 'nextOpened', meeting: context.meetingId };
    return { signals: previous === null ? [] : [{ instanceId: previous.meetingId, event }] };
  },
};

const windowText = ({ windowFrom, windowTo }: { windowFrom: string; windowTo: string }): string =>
  `会期 ${windowFrom} 至 ${windowTo}`;

export const toldConference = {
  scheduled: tell({
    kind: 'conference.scheduled',
    said: { zh: '半年会议已列入计划', en: 'A half-year conference is scheduled' },
    groups: () => [OFFICE_DIRECTOR, OFFICE],
    more: (context) => windowText(factsOf(context).half),
  }),
  collecting: tell({
    kind: 'conference.collecting',
    said: { zh: '请报送半年工作情况和典型做法', en: 'Please hand in your half-year report' },
    groups: (context) => [...desks(context), OFFICE_DIRECTOR],
    more: (context) => `报送截止 ${factsOf(context).reportsDueOn ?? ''}`,
  }),
  unreported: tell({
    kind: 'conference.unreported',
    said: { zh: '半年工作情况逾期未报', en: 'Half-year reports were not handed in' },
    groups: (context) => [OFFICE_DIRECTOR, ...owingReports(context).map(headOf)],
    more: (context) => `未报：${owingReports(context).join('、')}`,
  }),
  returned: tell({
    kind: 'conference.returned',
    said: { zh: '会议方案退回修改', en: 'The plan of a conference was returned' },
    groups: () => [OFFICE, OFFICE_DIRECTOR],
    more: ({ reason }) => reason,
  }),
  papers: tell({
    kind: 'conference.papers',
    said: { zh: '会议材料已印送', en: 'The papers of a conference are out' },
    groups: desks,
  }),
  approaching: tell({
    kind: 'conference.approaching',
    said: { zh: '会议即将召开', en: 'A conference is near' },
    groups: everybody,
  }),
  substituteRefused: {
    type: 'notify' as const,
    params: ({ context, event }: On) => {
      const { title } = context;
      const about = `「${title}」，${attendanceOf(context, event.slot ?? '').person ?? ''}，${event.form?.reason ?? ''}`;
      return {
        kind: 'meeting.conference.substituteRefused',
        urgency: 'normal' as const,
        title: { zh: '委托参会未获同意，请重新回执', en: 'A substitute was not agreed to: reply again' },
        body: { zh: about, en: about },
        groups: [deskOf(event.slot ?? ''), headOf(event.slot ?? '')],
      };
    },
  },
  unplanned: tell({
    kind: 'conference.unplanned',
    said: { zh: '会期将尽，会议仍未定期', en: 'The window ends soon and no date is set' },
    groups: () => [OFFICE_DIRECTOR],
    urgency: 'urgent',
    more: (context) => windowText(factsOf(context).half),
  }),
  late: tell({
    kind: 'conference.late',
    said: { zh: '半年会议逾期未召开', en: 'A half-year passed without its conference' },
    groups: () => [EXECUTIVE_DEPUTY, OFFICE_DIRECTOR, LEADER],
    urgency: 'urgent',
    more: (context) => windowText(factsOf(context).half),
  }),
  explained: tell({
    kind: 'conference.explained',
    said: { zh: '逾期原因和新的召开日期', en: 'Why a conference is late, and its new date' },
    groups: () => [OFFICE_DIRECTOR, OFFICE, LEADER],
    more: (context) => `${factsOf(context).delay?.newDate ?? ''}，${factsOf(context).delay?.reason ?? ''}`,
  }),
  skipped: tell({
    kind: 'conference.skipped',
    said: { zh: '本半年会议不召开', en: 'The conference of this half-year is not held' },
    groups: (context) => [...everybody(context), EXECUTIVE_DEPUTY],
    urgency: 'urgent',
    more: ({ reason }) => reason,
  }),
  readBack: tell({
    kind: 'conference.readBack',
    said: { zh: '上次会议议定事项落实情况已更新', en: 'The read-back of the last conference is up to date' },
    groups: () => [OFFICE],
    more: (context) => {
      const { previous } = factsOf(context);
      return previous === null ? null : `未落实 ${openOf(previous).length} 项`;
    },
  }),
};
