import type { TaskPage } from '../answers';

export interface Coded {
  readonly code: string;
  readonly name: { readonly zh: string };
}

interface Labelled {
  readonly key: string;
  readonly label: { readonly zh: string };
}

/** A task of any process, as the lists of the API show it. */
export interface OpenTask {
  readonly userTaskId: string;
  readonly taskKey: string;
  readonly title: { readonly zh: string };
  readonly candidateGroup: string;
  readonly groupName: { readonly zh: string };
  readonly state: string;
  readonly createdAt: string;
  readonly dueAt: string | null;
}

export interface YearTaskPage extends TaskPage {
  readonly slot: string;
}

export interface ProjectLine {
  readonly projectId: string;
  readonly projectNo: string;
  readonly leadNo: string;
  readonly projectName: string;
  readonly stage: string | null;
  readonly state: string;
  readonly status: 'active' | 'suspended' | 'closed';
  readonly closedAs: string | null;
  readonly landingUnit: Coded | null;
  readonly leadTaskForce: Coded | null;
  readonly updatedAt: string;
}

export interface ProjectView extends ProjectLine {
  readonly openTasks: readonly OpenTask[];
}

export interface AgendaView {
  readonly key: string;
  readonly kind: Labelled;
  readonly title: string;
  readonly question: string | null;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly units: readonly Coded[];
  readonly standing: 'proposed' | 'confirmed' | 'left' | 'concluded' | 'deferred';
  readonly outcome: string | null;
  readonly opinions: readonly { readonly standing: 'given' | 'notGiven' }[];
}

export interface SeatView {
  readonly unit: Coded;
  readonly role: string;
  readonly reply: 'none' | 'attend' | 'substitute' | 'written' | 'decline' | 'silent';
  readonly present: boolean;
}

export type Standing = 'draft' | 'issued' | 'applied' | 'fulfilled' | 'lapsed' | 'failed';

export interface ResolutionView {
  readonly key: string;
  readonly item: string | null;
  readonly kind: Labelled;
  readonly text: string;
  readonly unit: Coded | null;
  readonly assistUnits: readonly Coded[];
  readonly dueOn: string | null;
  readonly criterion: string | null;
  readonly conditions: string | null;
  readonly landingUnit: Coded | null;
  readonly standing: Standing;
  readonly note: string | null;
  readonly fulfilledOn: string | null;
  readonly missing: readonly string[];
}

export type MeetingKind = 'streetTownReview' | 'push' | 'conference' | 'special' | 'plenary';

export interface MeetingLine {
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly kindLabel: { readonly zh: string };
  readonly title: string;
  readonly period: string;
  readonly state: string;
  readonly stateLabel: { readonly zh: string };
  readonly plannedOn: string | null;
  readonly plannedTime: string | null;
  readonly calledBecause: { readonly zh: string };
  readonly conveners: readonly Coded[];
  readonly chair: Coded;
  readonly minutesNumber: string | null;
  readonly rescheduled: number;
  readonly overdue: boolean;
  readonly mustAct: readonly Coded[];
}

export interface MeetingView extends MeetingLine {
  readonly rev: number;
  readonly agenda: readonly AgendaView[];
  readonly replies: { readonly given: number; readonly of: number };
  readonly seats: readonly SeatView[];
  readonly resolutions: readonly ResolutionView[];
  readonly quorum: { readonly met: number; readonly needed: number; readonly isMet: boolean };
  readonly withoutQuorum: boolean;
  readonly reason: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly more: Readonly<Record<string, unknown>>;
  readonly openTasks: readonly OpenTask[];
}

export interface DocumentLine {
  readonly id: string;
  readonly document: string;
  readonly state: 'due' | 'issued';
  readonly name: string | null;
  readonly mime: string | null;
}

export interface IssueLine {
  readonly issueId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly title: string;
  readonly source: 'person' | 'redLight' | 'track';
  readonly level: number;
  readonly running: { readonly openTasks: readonly OpenTask[] };
}

export interface ItemLine {
  readonly itemId: string;
  readonly title: string;
  readonly number: string | null;
  readonly leadUnit: Coded;
  readonly dueOn: string;
  readonly daysLate: number;
  readonly colour: 'none' | 'blue' | 'yellow' | 'red';
  readonly outcome: string | null;
  readonly inTime: boolean | null;
  readonly running: { readonly openTasks: readonly OpenTask[] };
}

export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly event: string;
  readonly title: { readonly zh: string };
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly form: Readonly<Record<string, unknown>> | null;
}
