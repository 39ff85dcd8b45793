/** 问题类型 (notice 四（二）: 选址用地、规划环评、配套政策“等”; domain-model 6.b2). */
export type ProblemType =
  | ('site' | 'planning' | 'environment' | 'policy')
  | ('energy' | 'safety' | 'registration' | 'other');

/** Where a request stands, in the words of the lists. */
export type PushRequestState = 'triage' | 'queued' | 'onAgenda' | 'concluding' | 'followUp';

export type PushRequestOutcome = 'solved' | 'byLetter' | 'refused' | 'merged' | 'notAgreed' | 'withdrawn';

export interface Requester {
  readonly account: string;
  readonly name: string;
  readonly unit: string;
  /** The candidate group that may withdraw the request and is told how it ended. */
  readonly group: string;
}

/** Adds the request to the lists. */
export interface RecordPushRequest {
  readonly projectId: string;
  readonly projectName: string;
  readonly problemTypes: readonly ProblemType[];
  readonly question: string;
  readonly urgent: boolean;
  readonly requester: Requester;
  /** The instance of the issue it comes from. */
  readonly issueId: string | null;
}

export interface MovePushRequest {
  readonly state: PushRequestState;
  /** Candidate groups. */
  readonly mustAct: readonly string[];
}

export interface ClosePushRequest {
  readonly outcome: PushRequestOutcome;
  readonly result: string | null;
}

/** Waits for a push meeting; the row is known by the instance and the turn. */
export interface QueueForMeeting {
  readonly queue: 'push';
  /** How often it has queued, this time included. */
  readonly turn: number;
  readonly title: string;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly landingUnit: string | null;
  readonly leadTaskForce: string | null;
  /** Who must sit and decide. */
  readonly units: readonly string[];
  readonly urgent: boolean;
  /** YYYY-MM-DD, by weekdays: to sort by; the timer `holdDue` knows the holidays. */
  readonly holdBy: string | null;
  /** The unit that presents it. */
  readonly presenter: string | null;
  readonly question: string | null;
}

/** Leaves the queue, for whatever reason. */
export interface LeaveMeetingQueue {
  readonly turn: number;
}
