import type { LocalizedText, StartInput } from '@landfall/process-definition';
import type {
  AgendaItem,
  AgendaItemKind,
  MeetingKind,
  MeetingResolution,
  MeetingState,
  Reply,
  SeatRole,
  UnitOpinion,
} from '../commands';
import type { ConferenceFacts } from '../conference-facts';

/** What a unit answered and whether it came. */
export interface Attendance {
  readonly reply: Reply;
  readonly person: string | null;
  readonly post: string | null;
  readonly reason: string | null;
  readonly present: boolean;
  readonly checkedIn: string | null;
  readonly checkedInAt: string | null;
}

export const UNANSWERED: Attendance = {
  reply: 'none',
  person: null,
  post: null,
  reason: null,
  present: false,
  checkedIn: null,
  checkedInAt: null,
};

/** A group with the name of its share in a task. */
export interface Signer {
  readonly slot: string;
  readonly group: string;
}

/** The share of the units with an opinion that must be there or have written: numerator and denominator. */
export type Quorum = readonly [numerator: number, denominator: number];

/** What a meeting decides by: small and plain JSON. */
export interface MeetingContext {
  readonly meetingId: string;
  readonly meetingKey: string;
  readonly kind: MeetingKind;
  /** Where it is, for lists. */
  readonly state: MeetingState;
  readonly title: string;
  readonly period: string;
  readonly calledBecause: LocalizedText;
  /** Who prepares it, writes the minutes and follows up. */
  readonly secretary: string;
  readonly conveners: readonly string[];
  readonly chairGroup: string;
  readonly chairUnit: string;
  /** Who confirms date and agenda, and who signs the minutes. */
  readonly confirmers: readonly Signer[];
  readonly signers: readonly Signer[];
  readonly quorum: Quorum;
  /** Units that are invited whatever is on the agenda (the members of a conference). */
  readonly members: readonly string[];
  /** Which leader is in charge of a unit; the executive deputy leader where nobody is named. */
  readonly deputyGroups: Readonly<Record<string, string>>;
  readonly items: readonly AgendaItem[];
  readonly opinions: readonly UnitOpinion[];
  /** The shares of open opinion and reply tasks: what is asked again when the agenda changes. */
  readonly asked: { readonly opinions: readonly string[]; readonly replies: readonly string[] };
  readonly attendance: Readonly<Record<string, Attendance>>;
  readonly resolutions: readonly MeetingResolution[];
  /** YYYY-MM-DD, HH:mm in Asia/Shanghai. */
  readonly plannedOn: string | null;
  readonly plannedTime: string | null;
  readonly place: string | null;
  readonly rescheduled: number;
  /** Why it was moved, cancelled, or opened without a quorum. */
  readonly reason: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly withoutQuorum: boolean;
  readonly overdue: boolean;
  readonly minutesNumber: string | null;
  /** Counts resolutions, so that keys are never used twice. */
  readonly resolutionCount: number;
  /** What only the half-year conference knows; null for every other meeting. */
  readonly conference: ConferenceFacts | null;
  /** What only one kind of meeting remembers. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** An item as a meeting is called with it. */
export interface ItemInput {
  readonly key: string;
  readonly kind: AgendaItemKind;
  readonly title: string;
  readonly question?: string | null;
  readonly waiting?: string | null;
  readonly projectId?: string | null;
  readonly projectName?: string | null;
  readonly presenter?: string | null;
  readonly units?: readonly string[];
  readonly minutes?: number;
  readonly landingUnit?: string | null;
}

export interface MeetingInput extends StartInput {
  readonly meetingId: string;
  readonly meetingKey: string;
  readonly title: string;
  readonly period: string;
  readonly calledBecause: LocalizedText;
  readonly items: readonly ItemInput[];
  readonly deputyGroups?: Readonly<Record<string, string>>;
  readonly members?: readonly string[];
  readonly quorum?: Quorum;
  /** Where the kind leaves it open (a special meeting). */
  readonly chairGroup?: string;
}

/** What differs from kind to kind. */
export interface MeetingCast {
  readonly kind: MeetingKind;
  readonly secretary: string;
  readonly conveners: readonly string[];
  readonly chairGroup: string;
  readonly confirmers: readonly Signer[];
  readonly signers: readonly Signer[];
  readonly quorum: Quorum;
}

const ITEM_MINUTES = 20;

export const itemOf = (input: ItemInput, late: boolean): AgendaItem => ({
  key: input.key,
  kind: input.kind,
  title: input.title,
  question: input.question ?? null,
  waiting: input.waiting ?? null,
  projectId: input.projectId ?? null,
  projectName: input.projectName ?? null,
  presenter: input.presenter ?? null,
  units: [...new Set(input.units ?? [])].filter((unit) => unit !== input.presenter),
  minutes: input.minutes ?? ITEM_MINUTES,
  landingUnit: input.landingUnit ?? null,
  // Nobody waits for an item of the office's own, so nobody has to confirm it.
  standing: input.waiting ? 'proposed' : 'confirmed',
  late,
  outcome: null,
  conclusion: null,
});

export const initialContext = (input: MeetingInput, cast: MeetingCast): MeetingContext => {
  const chairGroup = input.chairGroup ?? cast.chairGroup;
  return {
    meetingId: input.meetingId,
    meetingKey: input.meetingKey,
    kind: cast.kind,
    state: 'planning',
    title: input.title,
    period: input.period,
    calledBecause: input.calledBecause,
    secretary: cast.secretary,
    conveners: cast.conveners,
    chairGroup,
    chairUnit: chairGroup.split('.')[0] ?? chairGroup,
    confirmers: cast.confirmers,
    signers: cast.signers,
    quorum: input.quorum ?? cast.quorum,
    members: input.members ?? [],
    deputyGroups: input.deputyGroups ?? {},
    items: input.items.map((item) => itemOf(item, false)),
    opinions: [],
    asked: { opinions: [], replies: [] },
    attendance: {},
    resolutions: [],
    plannedOn: null,
    plannedTime: null,
    place: null,
    rescheduled: 0,
    reason: null,
    openedAt: null,
    closedAt: null,
    withoutQuorum: false,
    overdue: false,
    minutesNumber: null,
    resolutionCount: 0,
    conference: null,
    more: {},
  };
};

/** Items that are still to be heard. */
export const isLive = ({ standing }: AgendaItem): boolean => standing === 'proposed' || standing === 'confirmed';

/** Items whose units give an opinion: those on a project or a problem. */
export const asksOpinions = ({ kind }: AgendaItem): boolean =>
  kind === 'judgement' || kind === 'decision' || kind === 'problem';

/** An opinion's share: `<item>/<unit>`. */
export const opinionSlot = (item: string, unit: string): string => `${item}/${unit}`;

/** The opinions that are still to be given. */
export const missingOpinions = ({
  items,
  opinions,
}: MeetingContext): { readonly item: string; readonly unit: string }[] =>
  items
    .filter((item) => isLive(item) && asksOpinions(item))
    .flatMap(({ key, units }) => units.map((unit) => ({ item: key, unit })))
    .filter(({ item, unit }) => !opinions.some((given) => given.item === item && given.unit === unit));

/** Who sits in the meeting and why, in the order of the roles; a unit sits once. */
export const seatRoles = ({ conveners, chairUnit, items, members }: MeetingContext): ReadonlyMap<string, SeatRole> => {
  const roles = new Map<string, SeatRole>();
  const add = (unit: string | null, role: SeatRole) => {
    if (unit !== null && !roles.has(unit)) roles.set(unit, role);
  };
  for (const unit of conveners) add(unit, 'convener');
  add(chairUnit, 'chair');
  for (const item of items.filter(isSeated)) {
    for (const unit of item.units) add(unit, 'reviewer');
  }
  for (const item of items.filter(isSeated)) add(item.presenter, 'presenter');
  for (const unit of members) add(unit, 'member');
  return roles;
};

const isSeated = ({ standing }: AgendaItem): boolean => standing !== 'left';

/** The units that are asked whether they come: all but whoever calls and chairs. */
export const invited = (context: MeetingContext): string[] =>
  [...seatRoles(context)].filter(([, role]) => role !== 'convener' && role !== 'chair').map(([unit]) => unit);

export const attendanceOf = ({ attendance }: MeetingContext, unit: string): Attendance =>
  attendance[unit] ?? UNANSWERED;

export const unanswered = (context: MeetingContext): string[] =>
  invited(context).filter((unit) => attendanceOf(context, unit).reply === 'none');

/** The member units whose half-year report is neither in nor written off. */
export const owingReports = ({ members, conference }: MeetingContext): string[] =>
  members.filter((unit) => !conference?.reports.some((report) => report.unit === unit));

export type ConclusionTask = 'concludeJudgement' | 'concludeDecision' | 'concludeProblem' | 'concludeTopic';

/** The task that concludes an item. */
export const conclusionTaskOf = ({ kind }: AgendaItem): ConclusionTask => {
  switch (kind) {
    case 'judgement':
      return 'concludeJudgement';
    case 'decision':
      return 'concludeDecision';
    case 'problem':
      return 'concludeProblem';
    default:
      return 'concludeTopic';
  }
};
