import { dayOf } from '@landfall/calendar';
import type { Person } from '@landfall/identity';
import {
  type FollowedResolution as Followed,
  ITEM_KIND_TITLES,
  isInvited,
  type LastReply,
  MEETING_KIND_TITLES,
  MEETING_STATE_TITLES,
  type Meeting,
  type MeetingRules,
  type Meetings,
  nextCalls,
  PROBLEM_TYPE_TITLES,
  PUSH_OUTCOME_TITLES,
  type PushRequestRow,
  QUEUE_TITLES,
  type QueueEntry,
  RESOLUTION_KIND_TITLES,
  type WorkingDays,
} from '@landfall/meetings';
import type { Organization, OrganizationView } from '@landfall/organization';
import type { LocalizedText, RejectionParams } from '@landfall/process-definition';
import type { Inbox, InstanceReader, ProcessEngine, UserTask } from '@landfall/process-engine';
import type { CodedName } from '../coded-name';
import { sayInChinese } from '../problem/chinese-sentences';
import type { TaskItems } from '../processes/task-items';
import type {
  FollowedResolution,
  MeetingDetail,
  MeetingItem,
  MeetingResolution,
  NextMeetingCall,
  ProjectMeeting,
  PushRequest,
  QueueItem,
} from './meeting-answers';
import { meetingViewerOf } from './meeting-viewer-of';

/** Composes the pages and lists of meetings: what the rows say, with names, and what the caller may do. */
export class MeetingPages {
  constructor(
    private readonly meetings: Meetings,
    private readonly organization: Organization,
    private readonly engine: ProcessEngine,
    private readonly instances: InstanceReader,
    private readonly inbox: Inbox,
    private readonly items: TaskItems,
    private readonly calendar: () => WorkingDays,
  ) {}

  async sayMeetings(person: Person, meetings: readonly Meeting[]): Promise<MeetingItem[]> {
    const [view, tasks] = await Promise.all([
      this.organization.view(),
      this.inbox.openTasksOf(meetings.map(({ id }) => id)),
    ]);
    const own = tasks.filter((task) => worksOn(person, task));
    return meetings.map((meeting) =>
      sayMeeting(
        person,
        meeting,
        view,
        own.filter(({ instanceId }) => instanceId === meeting.id),
      ),
    );
  }

  /** @throws Rejection `MEETING.NOT_FOUND` (404) */
  detail(person: Person, id: string): Promise<MeetingDetail> {
    return this.instances.ofOneStep(id, () => this.compose(person, id));
  }

  private async compose(person: Person, id: string): Promise<MeetingDetail> {
    const [found, tasks, view] = await Promise.all([
      this.meetings.find(person.actor, meetingViewerOf(person), id),
      this.inbox.openTasksOf([id]),
      this.organization.view(),
    ]);
    const { meeting, timetable, quorum } = found;
    const own = ownUnits(person);
    const ownTasks = tasks.filter((task) => worksOn(person, task));
    const last = await this.meetings.lastReplies(own, id);
    const unit = coder(view);
    const timers = this.engine.definitions.latest(meeting.definition).timers;
    return {
      ...sayMeeting(person, meeting, view, ownTasks),
      rev: found.rev,
      definition: meeting.definition,
      activeStates: [...found.states],
      secretary: groupOf(view, found.secretary),
      agenda: meeting.agenda.map((item) => {
        const timed = timetable.items.find(({ item: key }) => key === item.key);
        return {
          ...item,
          kind: { key: item.kind, label: ITEM_KIND_TITLES[item.kind] },
          presenter: unit.orNull(item.presenter),
          units: item.units.map(unit.of),
          landingUnit: unit.orNull(item.landingUnit),
          from: timed?.from ?? null,
          to: timed?.to ?? null,
          opinions: meeting.opinions
            .filter((opinion) => opinion.item === item.key)
            .map(({ item: _item, ...opinion }) => ({ ...opinion, unit: unit.of(opinion.unit) })),
        };
      }),
      seats: meeting.seats.map((seat) => ({
        ...seat,
        unit: unit.of(seat.unit),
        isOwn: own.includes(seat.unit),
        last: said(last.find((reply) => reply.unit === seat.unit)),
        stretches: (timetable.units.find((timed) => timed.unit === seat.unit)?.stretches ?? []).map((stretch) => ({
          ...stretch,
          items: [...stretch.items],
        })),
      })),
      resolutions: meeting.resolutions.map((resolution) => sayResolution(resolution, view)),
      quorum: { ...quorum, isMet: quorum.met >= quorum.needed },
      withoutQuorum: meeting.more.withoutQuorum === true,
      reason: meeting.reason,
      openedAt: meeting.openedAt,
      closedAt: meeting.closedAt,
      more: { ...meeting.more },
      openTasks: await this.items.say(tasks),
      ownTasks: ownTasks.map(({ id: taskId }) => taskId),
      events: found.events.map(({ type, label, fields, required, refusal }) => ({
        type,
        label,
        form: { type: 'object', additionalProperties: false, properties: fields, required },
        refusal:
          refusal === null
            ? null
            : { code: refusal.code, text: bothWays(refusal.code, refusal.detail, refusal.params) },
      })),
      edits: found.edits.map(({ edit, refusal }) => ({
        edit,
        allowed: refusal === undefined,
        refusal:
          refusal === undefined
            ? null
            : { code: refusal.code, text: bothWays(refusal.code, refusal.message, refusal.params) },
      })),
      timers: found.timers.map(({ delay, dueAt }) => ({
        delay,
        label: timers[delay] ?? { zh: delay, en: delay },
        dueAt: dueAt.toISOString(),
      })),
    };
  }

  async sayQueue(entries: readonly QueueEntry[], now: Date): Promise<QueueItem[]> {
    const view = await this.organization.view();
    const unit = coder(view);
    const calendar = this.calendar();
    return entries.map(({ id, ...entry }) => ({
      ...entry,
      place: id,
      queueLabel: QUEUE_TITLES[entry.queue],
      landingUnit: unit.orNull(entry.landingUnit),
      leadTaskForce:
        entry.leadTaskForce === null
          ? null
          : { code: entry.leadTaskForce, name: view.taskForceName(entry.leadTaskForce) },
      units: entry.units.map(unit.of),
      presenter: unit.orNull(entry.presenter),
      waitingSince: entry.waitingSince.toISOString(),
      waitingWorkingDays: calendar.workingDaysBetween(dayOf(entry.waitingSince), dayOf(now)),
    }));
  }

  /** When the rules call the next meetings; whoever is on an agenda already waits for none. */
  sayCalls(entries: readonly QueueEntry[], rules: MeetingRules, now: Date): NextMeetingCall[] {
    const free = entries.filter(({ meeting }) => meeting === null);
    return nextCalls(free, dayOf(now), rules, this.calendar()).map(({ queues, ...call }) => ({
      ...call,
      queues: [...queues],
      labels: queues.map((queue) => QUEUE_TITLES[queue]),
    }));
  }

  async sayProjectMeetings(
    meetings: readonly Meeting[],
    mayOpen: (meetingId: string) => boolean,
    projectId: string,
  ): Promise<ProjectMeeting[]> {
    const view = await this.organization.view();
    const unit = coder(view);
    return meetings.map((meeting) => ({
      meetingId: meeting.id,
      title: meeting.title,
      kindLabel: MEETING_KIND_TITLES[meeting.kind],
      state: meeting.state,
      stateLabel: MEETING_STATE_TITLES[meeting.state],
      plannedOn: meeting.plannedOn,
      plannedTime: meeting.plannedTime,
      place: meeting.place,
      conveners: meeting.conveners.map(unit.of),
      items: meeting.agenda
        .filter((item) => item.projectId === projectId && item.standing !== 'left')
        .map(({ key, title, kind, standing, waiting }) => ({
          key,
          title,
          waiting,
          kind: { key: kind, label: ITEM_KIND_TITLES[kind] },
          standing,
        })),
      mayOpen: mayOpen(meeting.id),
    }));
  }

  async sayPushRequests(requests: readonly PushRequestRow[]): Promise<PushRequest[]> {
    const view = await this.organization.view();
    const unit = coder(view);
    return requests.map(({ id, problemTypes, requester, mustAct, requestedAt, closedAt, outcome, ...request }) => ({
      ...request,
      requestId: id,
      problemTypes: problemTypes.map((key) => ({ key, label: PROBLEM_TYPE_TITLES[key] })),
      requester: { name: requester.name, unit: unit.of(requester.unit) },
      mustAct: mustAct.map((group) => groupOf(view, group)),
      requestedAt: requestedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      outcome: outcome === null ? null : { key: outcome, label: PUSH_OUTCOME_TITLES[outcome] },
    }));
  }

  async sayResolutions(followed: readonly Followed[]): Promise<FollowedResolution[]> {
    const view = await this.organization.view();
    return followed.map(({ meetingId, meetingTitle, meetingKind, resolution, ...rest }) => ({
      meetingOn: rest.meetingOn,
      minutesNumber: rest.minutesNumber,
      projectId: rest.projectId,
      projectName: rest.projectName,
      state: rest.state,
      daysLate: rest.daysLate,
      supervisionItemId: rest.supervisionItemId,
      meeting: {
        id: meetingId,
        title: meetingTitle,
        kind: meetingKind,
        kindLabel: MEETING_KIND_TITLES[meetingKind],
      },
      resolution: sayResolution(resolution, view),
      stateLabel: FOLLOW_UP_STATES[rest.state],
    }));
  }
}

export const FOLLOW_UP_STATES: Readonly<Record<Followed['state'], LocalizedText>> = {
  open: { zh: '落实中', en: 'Open' },
  overdue: { zh: '逾期未落实', en: 'Overdue' },
  fulfilled: { zh: '已落实', en: 'Fulfilled' },
  lapsed: { zh: '已了结', en: 'Lapsed' },
  failed: { zh: '未能落实', en: 'Failed' },
};

const ownUnits = (person: Person): readonly string[] => meetingViewerOf(person).units;

const coder = (view: OrganizationView) => {
  const of = (code: string): CodedName => ({ code, name: view.unitName(code) });
  return { of, orNull: (code: string | null) => (code === null ? null : of(code)) };
};

const groupOf = (view: OrganizationView, code: string): CodedName => ({ code, name: view.groupName(code) });

/** A refusal in both languages; what nobody has said in Chinese stays English. */
const bothWays = (code: string, english: string, params: RejectionParams): LocalizedText => ({
  zh: sayInChinese(code, params) ?? english,
  en: english,
});

/** Whether a task is a person's to work on: his, or nobody's yet and of one of his groups, also as a substitute. */
const worksOn = (
  { accountId, groups, actor }: Person,
  { assignee, candidateGroup, escalatedTo }: UserTask,
): boolean => {
  const principals = actor.principals ?? [];
  const accounts = [accountId, ...principals.map((principal) => principal.accountId)];
  const all = [...groups, ...principals.flatMap((principal) => principal.groups)];
  if (assignee !== null) return accounts.includes(assignee.accountId);
  return all.includes(candidateGroup) || (escalatedTo !== null && all.includes(escalatedTo));
};

const said = (last: LastReply | undefined): { person: string; post: string } | null =>
  last === undefined ? null : { person: last.person, post: last.post };

/** Of a conference the days of its half-year; the process keeps them with what only a conference knows. */
const heldBetween = ({ more }: Meeting): MeetingItem['heldBetween'] => {
  const { half } = (more.conference ?? {}) as { half?: { windowFrom: string; windowTo: string } };
  return half === undefined ? null : { from: half.windowFrom, to: half.windowTo };
};

/** Each piece of work once, however many shares of it are the caller's. */
const titlesOf = (tasks: readonly UserTask[]): LocalizedText[] => [
  ...new Map(tasks.map(({ title }) => [title.zh, { ...title }])).values(),
];

const sayMeeting = (
  person: Person,
  meeting: Meeting,
  view: OrganizationView,
  ownTasks: readonly UserTask[],
): MeetingItem => {
  const own = ownUnits(person);
  const unit = coder(view);
  const invited = meeting.seats.filter(isInvited);
  return {
    meetingId: meeting.id,
    kind: meeting.kind,
    kindLabel: MEETING_KIND_TITLES[meeting.kind],
    title: meeting.title,
    period: meeting.period,
    state: meeting.state,
    stateLabel: MEETING_STATE_TITLES[meeting.state],
    mustAct: meeting.mustAct.map((group) => groupOf(view, group)),
    conveners: meeting.conveners.map(unit.of),
    chair: groupOf(view, meeting.chairGroup),
    plannedOn: meeting.plannedOn,
    plannedTime: meeting.plannedTime,
    plannedAt: meeting.plannedAt?.toISOString() ?? null,
    place: meeting.place,
    calledBecause: meeting.calledBecause,
    items: meeting.agenda.filter(({ standing }) => standing !== 'left').length,
    ownSeats: meeting.seats
      .filter((seat) => own.includes(seat.unit))
      .map(({ unit: code, role, reply }) => ({ unit: unit.of(code), role, reply })),
    replies: {
      given: invited.filter(({ reply }) => reply !== 'none' && reply !== 'silent').length,
      of: invited.length,
    },
    heldBetween: heldBetween(meeting),
    toDo: titlesOf(ownTasks),
    openResolutions: meeting.resolutions.filter(({ standing }) => standing === 'issued' || standing === 'applied')
      .length,
    minutesNumber: meeting.minutesNumber,
    rescheduled: meeting.rescheduled,
    overdue: meeting.overdue,
  };
};

const sayResolution = (resolution: Meeting['resolutions'][number], view: OrganizationView): MeetingResolution => {
  const unit = coder(view);
  const missing = (['unit', 'dueOn', 'criterion'] as const).filter((name) => (resolution[name] ?? '').trim() === '');
  return {
    ...resolution,
    kind: { key: resolution.kind, label: RESOLUTION_KIND_TITLES[resolution.kind] },
    unit: unit.orNull(resolution.unit),
    assistUnits: resolution.assistUnits.map(unit.of),
    landingUnit: unit.orNull(resolution.landingUnit),
    missing: resolution.kind === 'note' ? [] : missing,
  };
};
