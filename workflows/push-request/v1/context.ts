import type { StartInput } from '@landfall/process-definition';
import type { ProblemType, Requester } from '../commands';

/** The item of a meeting's agenda that the request stands on. */
export interface Agenda {
  /** The instance id of the meeting. */
  readonly meeting: string;
  readonly meetingTitle: string;
  readonly item: string;
}

/** Work resolutions are followed by a supervision item; a note is done by being taken. */
export type ResolutionKind = 'order' | 'unblock' | 'deadline' | 'note';

/** A resolution of a meeting that the request has taken. */
export interface TakenResolution {
  readonly meeting: string;
  readonly item: string;
  readonly resolution: string;
  readonly kind: ResolutionKind;
  readonly text: string;
  readonly unit: string | null;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  readonly state: 'open' | 'fulfilled' | 'failed';
}

/** What the request decides by: small and plain JSON. */
export interface PushRequestContext {
  readonly requestKey: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly projectLevel: string | null;
  readonly landingUnit: string | null;
  readonly leadTaskForce: string | null;
  readonly problemTypes: readonly ProblemType[];
  readonly question: string;
  readonly urgent: boolean;
  readonly requester: Requester;
  readonly issueId: string | null;
  /** Who must sit and decide; known from acceptance on. */
  readonly units: readonly string[];
  /** YYYY-MM-DD. */
  readonly holdBy: string | null;
  /** How often it has queued for a meeting. */
  readonly turn: number;
  readonly agenda: Agenda | null;
  /** The resolutions that its item was concluded with; unknown until the meeting says so. */
  readonly concluded: readonly string[] | null;
  readonly taken: readonly TakenResolution[];
  /** Why a resolution failed since the request was accepted. */
  readonly failure: string | null;
  readonly result: string | null;
}

export interface PushRequestInput extends StartInput {
  /** The correlation key. */
  readonly requestKey: string;
  readonly projectId: string;
  readonly projectName: string;
  /** 项目级别 as the project has it; unknown where nobody has derived it yet. */
  readonly projectLevel: string | null;
  readonly landingUnit: string | null;
  readonly leadTaskForce: string | null;
  readonly problemTypes: readonly ProblemType[];
  /** What the meeting is to decide. */
  readonly question: string;
  readonly urgent: boolean;
  readonly requester: Requester;
  /** The instance of the issue it comes from. */
  readonly issueId: string | null;
}

export const initialContext = (input: PushRequestInput): PushRequestContext => ({
  requestKey: input.requestKey,
  projectId: input.projectId,
  projectName: input.projectName,
  projectLevel: input.projectLevel,
  landingUnit: input.landingUnit,
  leadTaskForce: input.leadTaskForce,
  problemTypes: [...input.problemTypes],
  question: input.question,
  urgent: input.urgent,
  requester: { ...input.requester },
  issueId: input.issueId,
  units: [],
  holdBy: null,
  turn: 0,
  agenda: null,
  concluded: null,
  taken: [],
  failure: null,
  result: null,
});
