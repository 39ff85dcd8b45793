import type { LocalizedText } from '@landfall/process-definition';

/** The dated facts of a project that the notice pushes for: 早签约、早注册、早落地、早见效. */
export type Milestone = 'signedOn' | 'registeredOn' | 'startedOn' | 'operatedOn';

/** 项目级别: what the review routing and the priority of coordination follow from. */
export type ProjectLevel = 'ordinary' | 'streetTownKey' | 'districtKey' | 'major' | 'crossRegion';

/** Asks the duplicate check; its answer comes back as `duplicateCheck.clear` or `duplicateCheck.suspect`. */
export type CheckDuplicates = undefined;

/** Merges facts under their names of the data dictionary (domain-model 3.3) into the project. */
export interface RecordFacts {
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface RecordMilestone {
  readonly milestone: Milestone;
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly on: string;
}

/** Says who works on the project: exactly one lead task force (none before dispatch), the assisting ones, the landing unit. */
export interface AssignTaskForces {
  readonly leadTaskForce: string | null;
  readonly assistTaskForces: readonly string[];
  readonly landingUnit: string | null;
  readonly reason: LocalizedText;
}

export interface RecordLevel {
  readonly level: ProjectLevel;
}

export interface MarkDuplicate {
  /** The project that this one repeats. */
  readonly of: string;
}

/** 街镇研判、区级评审、领导小组专题会: the three bodies that review projects. */
export type MeetingQueue = 'streetTown' | 'district' | 'leadingGroup';

/** Takes a place among those who wait for a meeting; it is kept until `leaveMeetingQueue` says the same turn. */
export interface QueueForMeeting {
  readonly queue: MeetingQueue;
  /** How often the process has queued; tells its places apart. */
  readonly turn: number;
  readonly title: string;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly landingUnit: string | null;
  readonly leadTaskForce: string | null;
  /** Who must sit. */
  readonly units: readonly string[];
  readonly urgent: boolean;
  /** YYYY-MM-DD, where the meeting has to be held by a day. */
  readonly holdBy: string | null;
  /** The unit that presents it. */
  readonly presenter: string | null;
  /** What the meeting is to judge. */
  readonly question: string | null;
}

export interface LeaveMeetingQueue {
  readonly turn: number;
}
