import type { StartInput } from '@landfall/process-definition';
import type { Milestone, ProjectLevel } from '../commands';

export type CarrierMode = 'newLand' | 'existingLand' | 'leasedPlant' | 'officeSpace' | 'revivedAssets' | 'none';
export type LandingKind = 'ZONE' | 'STREET_TOWN';
export type CapitalType = 'domestic' | 'foreign' | 'hkMacaoTaiwan' | 'unknown';
export type EiaClass = 'report' | 'form' | 'registration' | 'exempt';

/** The regions of the pre-review that units give opinions in. */
export type PreReviewRegion = 'industry' | 'factors' | 'commercial';
/** What a unit said; `overdue` is 逾期未反馈: it is recorded as silence and never counted as consent. */
export type Opinion = 'agree' | 'agreeWithConditions' | 'disagree' | 'overdue';

export interface DuplicateMatch {
  readonly projectId: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** The figures of the evaluation that later decisions need; all others live in the project's facts. */
export interface Evaluation {
  readonly fixedInvestment: string;
  readonly taxPlan: string;
  readonly jobs: number;
  /** 亩; 0 when no land is needed. */
  readonly landNeed: number;
  readonly energyReview: boolean;
  readonly waterNeed: boolean;
  readonly safetyReview: boolean;
  readonly eiaClass: EiaClass;
  /** 万美元. */
  readonly foreignPlanned: string | null;
}

export interface Agreement {
  readonly kind: 'framework' | 'formal';
  /** 万元. */
  readonly amount: string;
  readonly landClauses: boolean;
  readonly specialTerms: boolean;
  readonly agreedStartOn: string | null;
}

/** 企业补充材料: what the project waits for the enterprise to deliver, and where it goes on then. */
export interface AwaitedMaterial {
  readonly missing: string;
  /** The unit whose work needs it. */
  readonly askedBy: string;
  readonly since: string;
  readonly during: 'collecting' | 'preReview';
}

export interface Suspension {
  readonly since: string;
  readonly until: string;
}

/** The place of a project on the agenda of a meeting. */
export interface AgendaPlace {
  /** The meeting's instance. */
  readonly meeting: string;
  readonly meetingTitle: string;
  /** The key of the agenda item. */
  readonly item: string;
}

/** A resolution that was taken, so that the same one is never taken twice. */
export interface TakenResolution {
  readonly meeting: string;
  /** Unique within its meeting. */
  readonly key: string;
  /** An order whose work is not done yet; a decision is done by being taken. */
  readonly open: boolean;
}

/** What the lifecycle decides by: small and plain JSON. Everything else about a project is in its facts. */
export interface LifecycleContext {
  /** The project's own identity, where whoever started it told; older projects never learned it. */
  readonly projectId: string | null;
  readonly projectName: string;
  readonly filer: { readonly unit: string; readonly group: string };
  readonly industryFocus: string;
  readonly leadTaskForce: string | null;
  readonly assistTaskForces: readonly string[];
  readonly landingUnit: string | null;
  readonly landingKind: LandingKind | null;
  /** 万元; null where nobody knows it yet. */
  readonly totalInvestment: string | null;
  readonly capitalType: CapitalType;
  readonly carrierMode: CarrierMode | null;
  readonly crossRegion: boolean;
  readonly level: ProjectLevel | null;
  readonly milestones: Readonly<Partial<Record<Milestone, string>>>;
  /** Signed, started or in operation before it was ever filed here: nobody evaluates it again. */
  readonly committedBeforeEntry: boolean;
  readonly matches: readonly DuplicateMatch[];
  readonly evaluation: Evaluation | null;
  readonly awaitedMaterial: AwaitedMaterial | null;
  readonly opinions: Readonly<Partial<Record<PreReviewRegion, Readonly<Record<string, Opinion>>>>>;
  readonly vetoOverruled: boolean;
  readonly score: number | null;
  /** The recorded reason for going on after an advisory negative opinion. */
  readonly advisoryOverride: string | null;
  /** How often the project has queued for a meeting; tells its places in the queues apart. */
  readonly queueTurn: number;
  readonly agenda: AgendaPlace | null;
  readonly conditionsDueOn: string | null;
  /** The meeting and its resolution that set the conditions; null while there are none. */
  readonly conditionsOf: { readonly meeting: string; readonly resolution: string } | null;
  /** The latest resolutions that were taken, oldest first. */
  readonly resolutions: readonly TakenResolution[];
  readonly pushRequests: number;
  readonly agreement: Agreement | null;
  /** Number of the fair-competition review of the current draft; null until it is passed. */
  readonly fairReviewNo: string | null;
  readonly figuresFiledBy: string | null;
  readonly rampChecks: number;
  readonly suspension: Suspension | null;
}

export interface LifecycleInput extends StartInput {
  readonly projectId?: string | null;
  readonly projectName: string;
  readonly investorName: string | null;
  readonly filer: { readonly unit: string; readonly group: string };
  readonly industryFocus: string;
  readonly leadTaskForce: string | null;
  readonly assistTaskForces: readonly string[];
  readonly landingUnit: string | null;
  readonly landingKind: LandingKind | null;
  readonly totalInvestment: string | null;
  readonly capitalType: CapitalType;
  readonly carrierMode?: CarrierMode | null;
  readonly crossRegion: boolean;
  readonly milestones: Readonly<Partial<Record<Milestone, string>>>;
}

/** Zones are Z01–Z05, streets and towns T01–T21. */
export const landingKindOf = (unit: string | null): LandingKind | null => {
  if (unit === null) return null;
  return unit.startsWith('Z') ? 'ZONE' : 'STREET_TOWN';
};

export const initialContext = (input: LifecycleInput): LifecycleContext => {
  const known = Object.entries(input.milestones).filter(([, on]) => typeof on === 'string' && on !== '');
  const milestones: LifecycleContext['milestones'] = Object.fromEntries(known);
  return {
    projectId: input.projectId ?? input.instanceId ?? null,
    projectName: input.projectName,
    filer: { unit: input.filer.unit, group: input.filer.group },
    industryFocus: input.industryFocus,
    leadTaskForce: input.leadTaskForce,
    assistTaskForces: input.assistTaskForces.filter((unit) => unit !== input.leadTaskForce),
    landingUnit: input.landingUnit,
    landingKind: input.landingKind ?? landingKindOf(input.landingUnit),
    totalInvestment: input.totalInvestment,
    capitalType: input.capitalType,
    carrierMode: input.carrierMode ?? null,
    crossRegion: input.crossRegion,
    level: null,
    milestones,
    committedBeforeEntry: known.some(([milestone]) => milestone !== 'registeredOn'),
    matches: [],
    evaluation: null,
    awaitedMaterial: null,
    opinions: {},
    vetoOverruled: false,
    score: null,
    advisoryOverride: null,
    queueTurn: 0,
    agenda: null,
    conditionsDueOn: null,
    conditionsOf: null,
    resolutions: [],
    pushRequests: 0,
    agreement: null,
    fairReviewNo: null,
    figuresFiledBy: null,
    rampChecks: 0,
    suspension: null,
  };
};
