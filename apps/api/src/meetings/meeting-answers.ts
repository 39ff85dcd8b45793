import { MEETING_EDITS, MEETING_KINDS, MEETING_QUEUES, MEETING_STATES, RESOLUTION_KINDS } from '@landfall/meetings';
import { z } from 'zod';
import { CodedName, LocalizedText } from '../coded-name';
import { InboxItem } from '../processes/inbox-answers';

const Titled = z.object({ key: z.string(), label: LocalizedText });
const Day = z.string().nullable().describe('YYYY-MM-DD');

export const MeetingItem = z
  .object({
    meetingId: z.string(),
    kind: z.enum(MEETING_KINDS),
    kindLabel: LocalizedText,
    title: z.string(),
    period: z.string(),
    state: z.enum(MEETING_STATES),
    stateLabel: LocalizedText,
    mustAct: z.array(CodedName).describe('The posts that must act now'),
    conveners: z.array(CodedName),
    chair: CodedName,
    plannedOn: Day,
    plannedTime: z.string().nullable().describe('HH:mm in Asia/Shanghai'),
    plannedAt: z.string().nullable(),
    place: z.string().nullable(),
    calledBecause: LocalizedText,
    items: z.number().int().describe('How many items are on the agenda'),
    ownSeats: z
      .array(z.object({ unit: CodedName, role: z.string(), reply: z.string() }))
      .describe('The seats of the caller’s units'),
    replies: z.object({ given: z.number().int(), of: z.number().int() }).describe('How many units have replied'),
    heldBetween: z
      .object({ from: z.string(), to: z.string() })
      .nullable()
      .describe('Of a half-year conference the days between which it is held, YYYY-MM-DD'),
    toDo: z.array(LocalizedText).describe('What the caller has to do for it now'),
    openResolutions: z.number().int(),
    minutesNumber: z.string().nullable(),
    rescheduled: z.number().int(),
    overdue: z.boolean(),
  })
  .meta({ id: 'MeetingItem' });

export type MeetingItem = z.infer<typeof MeetingItem>;

const Opinion = z.object({
  unit: CodedName,
  standing: z.enum(['given', 'notGiven']),
  match: z.number().nullable(),
  feasibility: z.number().nullable(),
  position: z.enum(['agree', 'agreeWithConditions', 'disagree', 'none']).nullable(),
  text: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string().nullable(),
});

export const MeetingAgendaItem = z
  .object({
    key: z.string(),
    kind: Titled,
    title: z.string(),
    question: z.string().nullable(),
    waiting: z.string().nullable().describe('The project or push request that waits for it'),
    projectId: z.string().nullable(),
    projectName: z.string().nullable(),
    presenter: CodedName.nullable(),
    units: z.array(CodedName),
    minutes: z.number().int(),
    from: z.string().nullable().describe('HH:mm; null while no time is planned'),
    to: z.string().nullable(),
    landingUnit: CodedName.nullable(),
    standing: z.enum(['proposed', 'confirmed', 'left', 'concluded', 'deferred']),
    late: z.boolean().describe('Added after the notice'),
    outcome: z.string().nullable(),
    conclusion: z.string().nullable(),
    opinions: z.array(Opinion),
  })
  .meta({ id: 'MeetingAgendaItem' });

export const MeetingResolution = z
  .object({
    key: z.string(),
    item: z.string().nullable(),
    kind: Titled,
    text: z.string(),
    unit: CodedName.nullable(),
    assistUnits: z.array(CodedName),
    dueOn: Day,
    criterion: z.string().nullable(),
    conditions: z.string().nullable(),
    landingUnit: CodedName.nullable(),
    standing: z.enum(['draft', 'issued', 'applied', 'fulfilled', 'lapsed', 'failed']),
    note: z.string().nullable(),
    fulfilledOn: Day,
    missing: z.array(z.enum(['unit', 'dueOn', 'criterion'])).describe('Without these the minutes cannot be issued'),
  })
  .meta({ id: 'MeetingResolution' });

export type MeetingResolution = z.infer<typeof MeetingResolution>;

const Refusal = z.object({ code: z.string(), text: LocalizedText });

export const MeetingDetail = MeetingItem.extend({
  rev: z.number().int().describe('The step of the process; editors say it back as `seen`'),
  definition: z.string(),
  activeStates: z.array(z.string()),
  secretary: CodedName,
  agenda: z.array(MeetingAgendaItem),
  seats: z.array(
    z.object({
      unit: CodedName,
      role: z.enum(['convener', 'chair', 'reviewer', 'presenter', 'member']),
      reply: z.enum(['none', 'attend', 'substitute', 'written', 'decline', 'silent']),
      person: z.string().nullable(),
      post: z.string().nullable(),
      reason: z.string().nullable(),
      present: z.boolean(),
      checkedIn: z.string().nullable().describe('Who came'),
      checkedInAt: z.string().nullable(),
      isOwn: z.boolean().describe('Of a unit of the caller'),
      last: z
        .object({ person: z.string(), post: z.string() })
        .nullable()
        .describe('Of the caller’s units: whom the unit named the last time'),
      stretches: z
        .array(z.object({ from: z.string(), to: z.string(), items: z.array(z.string()) }))
        .describe('When the unit has to be there'),
    }),
  ),
  resolutions: z.array(MeetingResolution),
  quorum: z.object({ met: z.number().int(), needed: z.number().int(), of: z.number().int(), isMet: z.boolean() }),
  withoutQuorum: z.boolean(),
  reason: z.string().nullable().describe('Why it was moved, cancelled or opened without its quorum'),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  more: z.record(z.string(), z.unknown()).describe('What only one kind of meeting has'),
  openTasks: z.array(InboxItem),
  ownTasks: z.array(z.string()).describe('The open tasks that the caller may work on, by id'),
  events: z
    .array(
      z.object({
        type: z.string(),
        label: LocalizedText,
        form: z.record(z.string(), z.unknown()),
        refusal: Refusal.nullable().describe('What stands in its way while nothing is filled in'),
      }),
    )
    .describe('What the caller may do with it as a whole'),
  edits: z
    .array(z.object({ edit: z.enum(MEETING_EDITS), allowed: z.boolean(), refusal: Refusal.nullable() }))
    .describe('What the caller may edit, and why not'),
  timers: z.array(z.object({ delay: z.string(), label: LocalizedText, dueAt: z.string() })),
}).meta({ id: 'MeetingDetail' });

export type MeetingDetail = z.infer<typeof MeetingDetail>;

export const QueueItem = z
  .object({
    place: z.string().describe('Names the place in the queue; an item is added by it'),
    instanceId: z.string(),
    queue: z.enum(MEETING_QUEUES),
    queueLabel: LocalizedText,
    title: z.string(),
    projectId: z.string().nullable(),
    projectName: z.string().nullable(),
    landingUnit: CodedName.nullable(),
    leadTaskForce: CodedName.nullable(),
    units: z.array(CodedName),
    presenter: CodedName.nullable(),
    question: z.string().nullable(),
    urgent: z.boolean(),
    holdBy: Day,
    waitingSince: z.string(),
    waitingWorkingDays: z.number().int(),
    meeting: z
      .object({ id: z.string(), title: z.string() })
      .nullable()
      .describe('The meeting that is about to take it'),
  })
  .meta({ id: 'MeetingQueueItem' });

export type QueueItem = z.infer<typeof QueueItem>;

export const NextMeetingCall = z
  .object({
    queues: z.array(z.enum(MEETING_QUEUES)),
    labels: z.array(LocalizedText),
    waiting: z.number().int().describe('How many wait and are on no agenda'),
    oldestWorkingDays: z.number().int(),
    on: Day.describe('The day on which a rule calls the next meeting if nobody else comes; null while nobody waits'),
    because: LocalizedText.nullable(),
  })
  .meta({ id: 'NextMeetingCall' });

export type NextMeetingCall = z.infer<typeof NextMeetingCall>;

export const FollowedResolution = z
  .object({
    meeting: z.object({ id: z.string(), title: z.string(), kind: z.enum(MEETING_KINDS), kindLabel: LocalizedText }),
    meetingOn: Day,
    minutesNumber: z.string().nullable(),
    resolution: MeetingResolution,
    projectId: z.string().nullable(),
    projectName: z.string().nullable(),
    state: z.enum(['open', 'overdue', 'fulfilled', 'lapsed', 'failed']),
    stateLabel: LocalizedText,
    daysLate: z.number().int(),
    supervisionItemId: z.string().nullable(),
  })
  .meta({ id: 'FollowedResolution' });

export type FollowedResolution = z.infer<typeof FollowedResolution>;

export const MinutesSection = z
  .object({
    section: z.string().describe('`preamble`, the key of an item, or `closing`'),
    rev: z.number().int().describe('0 while nobody has saved it; say it back when saving'),
    text: z.string(),
    draft: z.string().describe('What the facts of the meeting say'),
    editedBy: z.string().nullable(),
    editedAt: z.string().nullable(),
  })
  .meta({ id: 'MinutesSection' });

export type MinutesSection = z.infer<typeof MinutesSection>;

export const MinutesVersion = z
  .object({ rev: z.number().int(), text: z.string(), editedBy: z.string(), editedAt: z.string() })
  .meta({ id: 'MinutesVersion' });

export const MeetingDocument = z
  .object({
    id: z.string(),
    document: z.enum(['notice', 'agenda', 'papers', 'signInSheet', 'minutes', 'opinions', 'bulletin']),
    item: z.string().nullable(),
    rev: z.number().int().describe('The step of the meeting that issued it'),
    state: z.enum(['due', 'issued']),
    name: z.string().nullable(),
    mime: z.string().nullable(),
    sha256: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'MeetingDocument' });

export const FreeItemBody = z.strictObject({
  kind: z.enum(['judgement', 'decision', 'problem', 'report', 'exchange', 'deployment', 'readBack', 'other']),
  title: z.string().trim().min(2).max(200),
  question: z.string().trim().min(2).max(1000).nullable().default(null),
  presenter: z.string().min(1).max(16).nullable().default(null),
  units: z.array(z.string().min(1).max(16)).max(60).default([]),
  minutes: z.number().int().min(1).max(240).optional(),
});

export const ResolutionBody = z.strictObject({
  seen: z.number().int().describe('The `rev` of the meeting that the caller has seen'),
  item: z.string().max(40).nullable().default(null),
  kind: z.enum(RESOLUTION_KINDS),
  text: z.string().trim().min(2).max(1000),
  unit: z.string().min(1).max(16).nullable().default(null),
  assistUnits: z.array(z.string().min(1).max(16)).max(20).default([]),
  dueOn: z.iso.date().nullable().default(null),
  criterion: z.string().trim().min(2).max(500).nullable().default(null),
  conditions: z.string().trim().min(2).max(2000).nullable().default(null),
  landingUnit: z.string().min(1).max(16).nullable().default(null),
});

const ProjectMeeting = z.object({
  meetingId: z.string(),
  title: z.string(),
  kindLabel: LocalizedText,
  state: z.enum(MEETING_STATES),
  stateLabel: LocalizedText,
  plannedOn: Day,
  plannedTime: z.string().nullable(),
  place: z.string().nullable(),
  conveners: z.array(CodedName),
  items: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      kind: Titled,
      standing: MeetingAgendaItem.shape.standing,
      waiting: z.string().nullable().describe('The project, issue or push request that waits for it'),
    }),
  ),
  mayOpen: z.boolean().describe('The caller may see the meeting itself'),
});

export type ProjectMeeting = z.infer<typeof ProjectMeeting>;

const PushRequest = z.object({
  requestId: z.string(),
  problemTypes: z.array(Titled),
  question: z.string(),
  urgent: z.boolean(),
  requester: z.object({ name: z.string(), unit: CodedName }),
  issueId: z.string().nullable(),
  state: z.string(),
  mustAct: z.array(CodedName),
  requestedAt: z.string(),
  closedAt: z.string().nullable(),
  outcome: z.object({ key: z.string(), label: LocalizedText }).nullable(),
  result: z.string().nullable(),
});

export type PushRequest = z.infer<typeof PushRequest>;

export const ProjectMeetings = z
  .object({
    queued: z.array(QueueItem).describe('Its places in the queues, its own and those of its push requests'),
    meetings: z.array(ProjectMeeting).describe('The meetings that have it on their agenda and are not over'),
    resolutions: z.array(FollowedResolution).describe('What meetings have resolved on it, open ones first'),
    pushRequests: z.array(PushRequest).describe('The newest first'),
    problemTypes: z.array(Titled).describe('What a push meeting may be asked for'),
    mayRequestPush: z.boolean(),
  })
  .meta({ id: 'ProjectMeetings' });

export type ProjectMeetings = z.infer<typeof ProjectMeetings>;
