/** The days between which the conference of a half-year is held, YYYY-MM-DD. */
export interface HalfYear {
  readonly windowFrom: string;
  readonly windowTo: string;
}

/** What a unit counts of itself; the data annex stands beside it, because no unit verifies its own figures. */
export interface ReportedFigures {
  readonly newProjects: number | null;
  readonly signedProjects: number | null;
  readonly startedProjects: number | null;
}

/** The half-year report of a member unit; `notGiven` (未报) is what was not handed in by the day it was due. */
export interface UnitReport {
  readonly unit: string;
  readonly standing: 'given' | 'notGiven';
  readonly done: string | null;
  readonly problems: string | null;
  readonly nextSteps: string | null;
  readonly figures: ReportedFigures;
  /** 典型做法: what others could learn from. */
  readonly topic: { readonly title: string; readonly text: string } | null;
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string | null;
}

/** A resolution of the conference before, as it stands when it is read back. */
export interface ReadBackResolution {
  readonly key: string;
  readonly text: string;
  readonly unit: string | null;
  readonly dueOn: string | null;
  readonly standing: string;
}

/** The conference of the half-year before: its progress is read back in this one. */
export interface PreviousConference {
  readonly meetingId: string;
  readonly title: string;
  readonly resolutions: readonly ReadBackResolution[];
}

export type ApprovalStep = 'director' | 'executive' | 'leader';

/** One approval of agenda and date; a return begins all of them anew. */
export interface ConferenceApproval {
  readonly step: ApprovalStep;
  readonly by: string;
  readonly at: string;
}

/** When and where, as it is proposed; it becomes the plan when the leader approves it. */
export interface ProposedPlan {
  readonly plannedOn: string | null;
  readonly plannedTime: string | null;
  readonly place: string | null;
}

/** The record that a half-year passed without its conference: it stays, whatever follows. */
export interface ConferenceDelay {
  /** The last day on which it ought to have been held. */
  readonly since: string;
  readonly reason: string | null;
  readonly newDate: string | null;
  readonly by: string | null;
}

/** Somebody who comes for the head of a unit, and was agreed to. */
export interface Substitute {
  readonly unit: string;
  readonly person: string | null;
}

/** What only the half-year conference knows. */
export interface ConferenceFacts {
  /** When it was called, ISO 8601. */
  readonly calledAt: string;
  readonly half: HalfYear;
  /** Fixed when the collecting begins, so that every unit reads the same date. */
  readonly reportsDueOn: string | null;
  /** One for each unit that handed one in, or did not in time. */
  readonly reports: readonly UnitReport[];
  readonly proposal: ProposedPlan;
  readonly approvals: readonly ConferenceApproval[];
  readonly substitutes: readonly Substitute[];
  /** The units whose substitute is being decided on. */
  readonly askedSubstitutes: readonly string[];
  readonly previous: PreviousConference | null;
  readonly delay: ConferenceDelay | null;
  readonly heldLate: boolean;
  /** Why the leader skipped it: such a half-year stays overdue for ever. */
  readonly skippedBecause: string | null;
}
