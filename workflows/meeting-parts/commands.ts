import type { LocalizedText } from '@landfall/process-definition';

/** The kinds of meetings that the notice knows (四（一）, 四（二）, 二（二）). */
export type MeetingKind = 'conference' | 'plenary' | 'special' | 'push' | 'streetTownReview';

/** Where a meeting is, as lists and pages show it. */
export type MeetingState =
  | 'scheduled'
  | 'collecting'
  | 'composing'
  | 'proposed'
  | 'planning'
  | 'approving'
  | 'confirming'
  | 'convened'
  | 'inSession'
  | 'minutes'
  | 'signing'
  | 'dispatching'
  | 'followUp'
  | 'archived'
  | 'cancelled';

/**
 * What an agenda item is: a project to be judged, a project to be decided on, a problem that blocks one, a report of a
 * unit, an exchange of good practice (典型做法), work that is deployed, the read-back of earlier resolutions, other.
 */
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

/**
 * What a resolution does. The first eight decide on a project in review; `order`, `unblock` and `deadline` make work, which a
 * supervision item follows; `note` (知悉) asks for nothing.
 */
export type ResolutionKind =
  | 'approve'
  | 'conditions'
  | 'supplement'
  | 'transfer'
  | 'notRecommended'
  | 'defer'
  | 'refuse'
  | 'referUp'
  | 'order'
  | 'unblock'
  | 'deadline'
  | 'note';

/** `issued` with the minutes; `applied` when the process it was said to has taken it; `fulfilled` when nothing is left of it. */
export type ResolutionStanding = 'draft' | 'issued' | 'applied' | 'fulfilled' | 'lapsed' | 'failed';

export interface AgendaItem {
  /** Stable within the meeting. */
  readonly key: string;
  readonly kind: AgendaItemKind;
  readonly title: string;
  readonly question: string | null;
  /** The instance that waits for the item: a project or a push request. */
  readonly waiting: string | null;
  readonly projectId: string | null;
  readonly projectName: string | null;
  /** The unit that presents it. */
  readonly presenter: string | null;
  /** The units that give an opinion or answer; they sit through this item only. */
  readonly units: readonly string[];
  /** How long it takes, in minutes. */
  readonly minutes: number;
  readonly landingUnit: string | null;
  readonly standing: ItemStanding;
  /** Added after the notice. */
  readonly late: boolean;
  /** The outcome of the conclusion task. */
  readonly outcome: string | null;
  readonly conclusion: string | null;
}

/** What a unit said on an item; `notGiven` is recorded as silence and never counted as consent. */
export interface UnitOpinion {
  readonly item: string;
  readonly unit: string;
  readonly standing: 'given' | 'notGiven';
  /** 产业匹配度 and 落地可行性, 1 to 5. */
  readonly match: number | null;
  readonly feasibility: number | null;
  readonly position: 'agree' | 'agreeWithConditions' | 'disagree' | 'none' | null;
  readonly text: string | null;
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string | null;
}

/** Why a unit sits in the meeting; the first of these that fits. */
export type SeatRole = 'convener' | 'chair' | 'reviewer' | 'presenter' | 'member';

export type Reply = 'none' | 'attend' | 'substitute' | 'written' | 'decline' | 'silent';

export interface Seat {
  readonly unit: string;
  readonly role: SeatRole;
  readonly reply: Reply;
  /** Who comes, as the unit says. */
  readonly person: string | null;
  readonly post: string | null;
  readonly reason: string | null;
  readonly present: boolean;
  /** Who came, where it is another than announced. */
  readonly checkedIn: string | null;
  /** ISO 8601. */
  readonly checkedInAt: string | null;
}

export interface MeetingResolution {
  readonly key: string;
  /** Null for one that belongs to no item. */
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
  /** YYYY-MM-DD on which it was fulfilled. */
  readonly fulfilledOn: string | null;
}

/** The whole standing of a meeting for lists and pages; said with every step that changes it. */
export interface RecordMeeting {
  readonly kind: MeetingKind;
  readonly meetingKey: string;
  readonly title: string;
  /** The half-year of a conference (2026H2), the day of a batch (2026-11-25). */
  readonly period: string;
  readonly state: MeetingState;
  /** Candidate groups that must act now. */
  readonly mustAct: readonly string[];
  readonly conveners: readonly string[];
  readonly chairGroup: string;
  readonly plannedOn: string | null;
  /** HH:mm in Asia/Shanghai. */
  readonly plannedTime: string | null;
  readonly place: string | null;
  readonly calledBecause: LocalizedText;
  readonly agenda: readonly AgendaItem[];
  readonly seats: readonly Seat[];
  readonly opinions: readonly UnitOpinion[];
  readonly resolutions: readonly MeetingResolution[];
  readonly minutesNumber: string | null;
  /** How often it was moved after its notice; the sequence of calendar entries. */
  readonly rescheduled: number;
  readonly reason: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly overdue: boolean;
  /** What only one kind has: the reports of a conference's units, its approvals. */
  readonly more: Readonly<Record<string, unknown>>;
}

export type MeetingDocument = 'notice' | 'agenda' | 'papers' | 'signInSheet' | 'minutes' | 'opinions' | 'bulletin';

/** Keeps documents of the meeting as they are now: what was sent stays readable when the meeting goes on. */
export interface IssueDocuments {
  readonly documents: readonly MeetingDocument[];
}

/** Asks for the number of the minutes; it comes back as `numbered`. */
export interface DrawMinutesNumber {
  readonly year: number;
}
