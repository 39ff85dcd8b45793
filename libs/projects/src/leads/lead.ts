import type { Money } from '../money';
import type { PartialDate } from '../partial-date';

export const CAPITAL_TYPES = ['domestic', 'foreign', 'hkMacaoTaiwan', 'unknown'] as const;
export type CapitalType = (typeof CAPITAL_TYPES)[number];

export const SOURCE_TYPES = [
  'taskForce',
  'liaison',
  'advisor',
  'superior',
  'association',
  'investorReferral',
  'event',
  'overseasOffice',
  'internet',
  'list',
  'other',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

export const OWNERSHIPS = ['CENTRAL_SOE', 'SOE', 'PRIVATE', 'FOREIGN'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** 载体方式: it decides which permits a landing needs. */
export const CARRIER_MODES = [
  'newLand',
  'existingLand',
  'leasedPlant',
  'officeSpace',
  'revivedAssets',
  'none',
] as const;
export type CarrierMode = (typeof CARRIER_MODES)[number];

export const MILESTONES = ['signedOn', 'registeredOn', 'startedOn', 'operatedOn'] as const;
export type Milestone = (typeof MILESTONES)[number];

/** A lead whose every value has been checked, whether it was entered or imported. */
export interface Lead {
  readonly projectName: string;
  readonly investorName: string | null;
  /** The investor is not to be shown to those outside. */
  readonly investorHidden: boolean;
  readonly investorUscc: string | null;
  readonly investorOrigin: string | null;
  readonly capitalType: CapitalType;
  readonly ownership: string | null;
  readonly industryFocus: string;
  readonly industryCode: string | null;
  readonly totalInvestment: Money | null;
  /** Code of a zone, street or town. */
  readonly landingUnit: string | null;
  readonly sourceType: SourceType;
  readonly contact: string | null;
  readonly brief: string | null;
  readonly carrierMode: CarrierMode | null;
  readonly crossRegion: boolean;
  readonly milestones: Readonly<Partial<Record<Milestone, PartialDate>>>;
  readonly enterpriseName: string | null;
  readonly enterpriseUscc: string | null;
  /** Further facts under their names in the data dictionary (domain-model 3.3), shown as reported. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: 'entry' | 'import';
  /** What the source calls the project (BH001). */
  readonly sourceId: string | null;
}
