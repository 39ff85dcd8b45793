/** 堵点类型 (domain-model 6.d); how they are called in the lists is the supervision library's to say. */
export type IssueType =
  | ('site' | 'planning' | 'environment' | 'energy' | 'safety' | 'constructionPermit' | 'funds')
  | ('policyDelivery' | 'utilities' | 'registration' | 'labour' | 'enterprise' | 'crossRegion' | 'other');

export type IssueSource = 'person' | 'redLight' | 'track';

/** 0 专班, 1 办公室, 2 分管副组长, 3 领导小组. */
export type Level = 0 | 1 | 2 | 3;

/** Where an issue stands, in the words of the lists. */
export type IssueState =
  | ('open' | 'handling' | 'executing' | 'parked')
  | ('contested' | 'ruling' | 'verifying' | 'confirming');

/** `lapsed`: its project has ended, so there is nothing left to unblock. */
export type IssueOutcome = 'resolved' | 'invalid' | 'withdrawn' | 'lapsed';

export interface Raiser {
  readonly account: string;
  readonly name: string;
  readonly unit: string;
  /** The candidate group that is asked whether it is solved. */
  readonly group: string;
}

/** Adds the issue to the lists; one open issue per project and type. */
export interface RecordIssue {
  readonly projectId: string;
  readonly projectName: string;
  readonly type: IssueType;
  readonly title: string;
  readonly tried: string;
  readonly urgent: boolean;
  readonly source: IssueSource;
  readonly raiser: Raiser;
  readonly leadTaskForce: string | null;
  readonly landingUnit: string | null;
}

export interface MoveIssue {
  readonly state: IssueState;
  readonly level: Level;
  /** YYYY-MM-DD; only of a parked or executed issue. */
  readonly until: string | null;
}

/** Says who must unblock the project now; it stays blocked until `clearBlocked`. */
export interface MarkBlocked {
  readonly level: Level;
  /** Candidate groups. */
  readonly mustAct: readonly string[];
}

export type ClearBlocked = undefined;

/** Notes what was done for it on the office's level: 函, 电话, 项目推动联席会议, or an assisting office's contribution. */
export interface RecordCoordination {
  readonly way: string;
  readonly unit: string;
  readonly note: string;
}

export interface CloseIssue {
  readonly outcome: IssueOutcome;
  readonly result: string | null;
}

/** Waits for a meeting of the leading group; the row is known by the instance and the turn. */
export interface QueueForMeeting {
  readonly queue: 'leadingGroupIssue';
  /** How often it has queued, this time included. */
  readonly turn: number;
  readonly title: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly landingUnit: string | null;
  readonly leadTaskForce: string | null;
  /** Who must sit and decide. */
  readonly units: readonly string[];
  readonly urgent: boolean;
  /** YYYY-MM-DD. */
  readonly holdBy: string | null;
  /** The unit that presents it. */
  readonly presenter: string;
  readonly question: string;
}

/** Leaves the queue, for whatever reason. */
export interface LeaveMeetingQueue {
  readonly turn: number;
}
