import type { StartInput } from '@landfall/process-definition';
import type { IssueSource, IssueType, Level, Raiser } from '../commands';

export type LandingKind = 'ZONE' | 'STREET_TOWN';

/** What a leader ordered and who carries it out; its supervision item tells when it is done. */
export interface Execution {
  /** The correlation key of the supervision item. */
  readonly item: string;
  readonly leadUnit: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
}

/** The push meeting that was asked for. */
export interface PushMeeting {
  /** The correlation key of the push request. */
  readonly request: string;
  /** The level that asked, or that its failure led to: without agreement the issue goes one above. */
  readonly askedOn: Level;
  /** Whether the meeting has ordered work that is to solve the issue. */
  readonly decided: boolean;
  /** YYYY-MM-DD: when the last of that work is due. */
  readonly dueOn: string | null;
  /** Who carries it out. */
  readonly leadUnits: readonly string[];
}

/** The item of a special meeting's agenda that the issue stands on. */
export interface Agenda {
  /** The instance id of the meeting. */
  readonly meeting: string;
  readonly meetingTitle: string;
  readonly item: string;
}

/** Work resolutions are followed by a supervision item of the meeting; a note is done by being taken. */
export type ResolutionKind = 'order' | 'unblock' | 'deadline' | 'note';

/** A resolution of the leading group's meeting that the issue has taken. */
export interface TakenResolution {
  readonly meeting: string;
  readonly item: string;
  readonly resolution: string;
  readonly kind: ResolutionKind;
  readonly unit: string | null;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  readonly state: 'open' | 'fulfilled' | 'failed';
}

/** What the leading group's meetings have to do with the issue. */
export interface Meetings {
  /** How often it has queued for one. */
  readonly turn: number;
  /** The last one that it was put on the agenda of. */
  readonly agenda: Agenda | null;
  /** The resolutions that its item was concluded with; unknown until the meeting says so. */
  readonly concluded: readonly string[] | null;
  readonly taken: readonly TakenResolution[];
}

/** What the ladder decides by: small and plain JSON. */
export interface IssueContext {
  readonly issueId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly projectLevel: string | null;
  readonly type: IssueType;
  readonly title: string;
  readonly tried: string;
  readonly urgent: boolean;
  readonly source: IssueSource;
  readonly raiser: Raiser;
  readonly leadTaskForce: string | null;
  readonly landingUnit: string | null;
  readonly landingKind: LandingKind | null;
  readonly deputyGroup: string;
  readonly level: Level;
  readonly execution: Execution | null;
  /** How many supervision items were started; it tells their correlation keys apart. */
  readonly executions: number;
  readonly push: PushMeeting | null;
  /** How many push meetings were asked for; it tells their correlation keys apart. */
  readonly pushes: number;
  readonly meetings: Meetings;
  /** YYYY-MM-DD. */
  readonly parkedUntil: string | null;
  /** The units that say it is solved: they never verify themselves. */
  readonly resolvedByUnits: readonly string[];
  readonly result: string | null;
}

export interface IssueInput extends StartInput {
  readonly issueId: string;
  readonly projectId: string;
  readonly projectName: string;
  /** 项目级别 as the project has it; left out where nobody has derived it. */
  readonly projectLevel?: string | null;
  readonly type: IssueType;
  readonly title: string;
  /** What was tried before; required of whoever raises. */
  readonly tried: string;
  readonly urgent: boolean;
  readonly source: IssueSource;
  readonly raiser: Raiser;
  readonly leadTaskForce: string | null;
  readonly landingUnit: string | null;
  readonly landingKind: LandingKind | null;
  /** 分管副组长 of the unit by the mapping of the day; the executive deputy leader where nobody is named. */
  readonly deputyGroup: string;
}

export const NO_MEETINGS: Meetings = { turn: 0, agenda: null, concluded: null, taken: [] };

export const initialContext = (input: IssueInput): IssueContext => ({
  issueId: input.issueId,
  projectId: input.projectId,
  projectName: input.projectName,
  projectLevel: input.projectLevel ?? null,
  type: input.type,
  title: input.title,
  tried: input.tried,
  urgent: input.urgent,
  source: input.source,
  raiser: { ...input.raiser },
  leadTaskForce: input.leadTaskForce,
  landingUnit: input.landingUnit,
  landingKind: input.landingKind,
  deputyGroup: input.deputyGroup,
  level: 0,
  execution: null,
  executions: 0,
  push: null,
  pushes: 0,
  meetings: NO_MEETINGS,
  parkedUntil: null,
  resolvedByUnits: [],
  result: null,
});

/** How other processes find the issue: one per project, type and raising. */
export const correlationKeyOf = ({ projectId, type, issueId }: Pick<IssueInput, 'projectId' | 'type' | 'issueId'>) =>
  `${projectId}:${type}:${issueId}`;
