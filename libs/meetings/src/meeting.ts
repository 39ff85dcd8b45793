import type { LocalizedText } from '@landfall/process-definition';

/** The kinds of meetings that the notice knows (四（一）, 四（二）, 二（二）). */
export const MEETING_KINDS = ['conference', 'plenary', 'special', 'push', 'streetTownReview'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** Where a meeting is, in the order of its life; `collecting`, `composing`, `proposed` and `approving` not in every kind. */
export const MEETING_STATES = [
  'scheduled',
  'collecting',
  'composing',
  'proposed',
  'planning',
  'approving',
  'confirming',
  'convened',
  'inSession',
  'minutes',
  'signing',
  'dispatching',
  'followUp',
  'archived',
  'cancelled',
] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** States in which nothing happens to a meeting any more. */
export const ENDED_STATES: readonly MeetingState[] = ['archived', 'cancelled'];

export type AgendaItemKind =
  | 'judgement'
  | 'decision'
  | 'problem'
  | 'report'
  | 'exchange'
  | 'deployment'
  | 'readBack'
  | 'other';

/** `proposed` until whoever waits for the item confirms it; `left` when that withdrew or was stopped meanwhile. */
export type ItemStanding = 'proposed' | 'confirmed' | 'left' | 'concluded' | 'deferred';

export interface AgendaItem {
  readonly key: string;
  readonly kind: AgendaItemKind;
  readonly title: string;
  readonly question: string | null;
  /** The instance that waits for the item: a project or a push request. */
  readonly waiting: string | null;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly presenter: string | null;
  /** The units that give an opinion; they sit through this item only. */
  readonly units: readonly string[];
  readonly minutes: number;
  readonly landingUnit: string | null;
  readonly standing: ItemStanding;
  readonly late: boolean;
  readonly outcome: string | null;
  readonly conclusion: string | null;
}

/** Items that are still to be heard. */
export const isLive = ({ standing }: Pick<AgendaItem, 'standing'>): boolean =>
  standing === 'proposed' || standing === 'confirmed';

export interface UnitOpinion {
  readonly item: string;
  readonly unit: string;
  readonly standing: 'given' | 'notGiven';
  readonly match: number | null;
  readonly feasibility: number | null;
  readonly position: 'agree' | 'agreeWithConditions' | 'disagree' | 'none' | null;
  readonly text: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

export type SeatRole = 'convener' | 'chair' | 'reviewer' | 'presenter' | 'member';

/** 参会回执: `none` is still open, `silent` (逾期未回执) is no consent. */
export type Reply = 'none' | 'attend' | 'substitute' | 'written' | 'decline' | 'silent';

export interface Seat {
  readonly unit: string;
  readonly role: SeatRole;
  readonly reply: Reply;
  readonly person: string | null;
  readonly post: string | null;
  readonly reason: string | null;
  readonly present: boolean;
  readonly checkedIn: string | null;
  readonly checkedInAt: string | null;
}

/** Whether somebody is invited and asked to reply; who calls or chairs a meeting is there anyway. */
export const isInvited = ({ role }: Pick<Seat, 'role'>): boolean => role !== 'convener' && role !== 'chair';

export const RESOLUTION_KINDS = [
  ...(['approve', 'conditions', 'supplement', 'transfer', 'notRecommended', 'defer', 'refuse', 'referUp'] as const),
  ...(['order', 'unblock', 'deadline', 'note'] as const),
] as const;
export type ResolutionKind = (typeof RESOLUTION_KINDS)[number];

export type ResolutionStanding = 'draft' | 'issued' | 'applied' | 'fulfilled' | 'lapsed' | 'failed';

export interface MeetingResolution {
  readonly key: string;
  readonly item: string | null;
  readonly kind: ResolutionKind;
  readonly text: string;
  readonly unit: string | null;
  readonly assistUnits: readonly string[];
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  /** 验收标准: by what one sees that it is done. */
  readonly criterion: string | null;
  readonly conditions: string | null;
  readonly landingUnit: string | null;
  readonly standing: ResolutionStanding;
  readonly note: string | null;
  readonly fulfilledOn: string | null;
}

/** The whole standing of a meeting, as its process says it with every step (`recordMeeting`). */
export interface MeetingStanding {
  readonly kind: MeetingKind;
  readonly meetingKey: string;
  readonly title: string;
  readonly period: string;
  readonly state: MeetingState;
  readonly mustAct: readonly string[];
  readonly conveners: readonly string[];
  readonly chairGroup: string;
  readonly plannedOn: string | null;
  readonly plannedTime: string | null;
  readonly place: string | null;
  readonly calledBecause: LocalizedText;
  readonly agenda: readonly AgendaItem[];
  readonly seats: readonly Seat[];
  readonly opinions: readonly UnitOpinion[];
  readonly resolutions: readonly MeetingResolution[];
  readonly minutesNumber: string | null;
  readonly rescheduled: number;
  readonly reason: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly overdue: boolean;
  readonly more: Readonly<Record<string, unknown>>;
}

/** A meeting as it is kept. */
export interface Meeting extends MeetingStanding {
  readonly id: string;
  readonly definition: string;
  /** The instant of the planned date and time. */
  readonly plannedAt: Date | null;
  /** The step of the process that changed the agenda, and the resolutions, last. */
  readonly agendaRev: number;
  readonly resolutionsRev: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
