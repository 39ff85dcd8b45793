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
