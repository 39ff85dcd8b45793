import { type UnitNames, unitNames } from './find-unit';
import type { IndustryRule, OrganizationRows, TaskForce } from './organization-rows';
import { comparable } from './term';

/** The notice's table of one day, indexed by the words that people write. */
export interface RoutingTable {
  readonly taskForces: ReadonlyMap<string, TaskForce>;
  /** Rules by their own keyword, Chinese or English. */
  readonly keywords: ReadonlyMap<string, readonly IndustryRule[]>;
  readonly synonyms: ReadonlyMap<string, readonly IndustryRule[]>;
  readonly landingUnits: UnitNames;
  readonly registrationService: string | null;
  readonly stateInvestors: string | null;
}

/** Indexes rows that are all valid on the same day. */
export const routingTable = (rows: Pick<OrganizationRows, 'units' | 'taskForces' | 'industryRules'>): RoutingTable => {
  const keywords = new Map<string, IndustryRule[]>();
  const synonyms = new Map<string, IndustryRule[]>();
  for (const rule of rows.industryRules) {
    for (const keyword of [rule.keyword.zh, rule.keyword.en]) add(keywords, keyword, rule);
    for (const synonym of rule.synonyms) add(synonyms, synonym, rule);
  }
  return {
    taskForces: new Map(rows.taskForces.map((taskForce) => [taskForce.code, taskForce])),
    keywords,
    synonyms,
    landingUnits: unitNames(rows.units.filter((unit) => unit.kind === 'ZONE' || unit.kind === 'STREET_TOWN')),
    registrationService: rows.taskForces.find((taskForce) => taskForce.registersEveryProject)?.code ?? null,
    stateInvestors: rows.taskForces.find((taskForce) => taskForce.servesStateInvestors)?.code ?? null,
  };
};

const add = (index: Map<string, IndustryRule[]>, word: string, rule: IndustryRule): void => {
  const term = comparable(word);
  const known = index.get(term) ?? [];
  if (!known.includes(rule)) index.set(term, [...known, rule]);
};
