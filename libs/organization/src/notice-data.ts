import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalizedText } from '@landfall/process-definition';

interface NamedBody {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly shortZh?: string;
  readonly aliasZh?: readonly string[];
  readonly statCode?: string;
  readonly statNameZh?: string;
  readonly dutyZh?: string;
}

export interface DepartmentTaskForce extends NamedBody {
  readonly no: number;
  readonly department: string;
  readonly partners: readonly string[];
  readonly basisZh: string;
  readonly industries: readonly string[];
  readonly industriesEn: readonly string[];
}

/** The organisation that the notice of 27 December 2022 sets up, as `data/binhai-organisation.json` has it. */
export interface BinhaiOrganisation {
  readonly source: { readonly titleZh: string; readonly issuer: string; readonly issuedOn: string };
  readonly leadingGroup: NamedBody & {
    readonly dutiesZh: readonly string[];
    readonly appointmentsEffectiveFrom: string;
    readonly leaders: readonly {
      readonly seat: 'GROUP_LEADER' | 'EXEC_DEPUTY' | 'DEPUTY';
      readonly nameZh: string;
      readonly postZh: string;
      readonly order: number;
    }[];
  };
  readonly office: NamedBody & { readonly hostUnit: string };
  readonly streetEconomyOffice: NamedBody;
  readonly otherBodies: readonly NamedBody[];
  readonly departmentTaskForces: readonly DepartmentTaskForce[];
  readonly liaisonDepartments: readonly NamedBody[];
  readonly memberOnlyUnits: readonly NamedBody[];
  readonly developmentZones: readonly NamedBody[];
  readonly streetTowns: readonly NamedBody[];
  readonly administration: NamedBody;
}

/** Which words lead to which keyword of the notice, and who assists where two fields meet. */
export interface IndustryRouting {
  /** The task force that registers every project. */
  readonly registrationService: string;
  /** The task force of state-owned investors, and its fields of work that are no industries. */
  readonly stateInvestor: { readonly taskForce: string; readonly focus: readonly string[] };
  readonly rules: readonly {
    readonly keyword: string;
    readonly synonyms?: readonly string[];
    readonly assists?: readonly string[];
    readonly note?: LocalizedText;
  }[];
}

/** A kind of post: `units` names unit codes or kinds of units that have it. */
export interface PostKind {
  readonly units: readonly string[];
  readonly role: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly headsUnit?: boolean;
  readonly seats?: number;
}

export interface OrganizationData {
  readonly organisation: BinhaiOrganisation;
  readonly routing: IndustryRouting;
  readonly posts: readonly PostKind[];
}

/** Reads the data files that come with this library. */
export const readOrganizationData = (): OrganizationData => ({
  organisation: readJson<BinhaiOrganisation>('binhai-organisation.json'),
  routing: readJson<IndustryRouting>('industry-routing.json'),
  posts: readJson<readonly PostKind[]>('posts.json'),
});

// The build compiles TypeScript only, so compiled code reads the data where the sources have it.
const FOLDERS = [join(__dirname, '../data'), join(__dirname, '../../../../libs/organization/data')];

const readJson = <Content>(file: string): Content => {
  const path = FOLDERS.map((folder) => join(folder, file)).find((candidate) => existsSync(candidate));
  if (path === undefined) {
    throw new Error(`Expected to find ${file} in one of ${FOLDERS.join(', ')}, but it is in neither`);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Content;
};
