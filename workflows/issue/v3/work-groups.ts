import type { TaskSlot } from '@landfall/process-definition';
import type { Level } from '../commands';
import type { IssueContext } from './context';

/** Who works on each level: candidate groups (`<unit>.<role>`) from the context. */
export const OFFICE = 'LGO.staff';
export const OFFICE_DIRECTOR = 'LGO.director';
export const SUPERVISION_OFFICER = 'LGO.supervisor';
export const STREET_ECONOMY_OFFICE = 'SEO.staff';
export const LEADER = 'LG.leader';
export const EXECUTIVE_DEPUTY = 'LG.exec';
export const DEPUTIES = 'LG.deputy';
export const LEADERS = [LEADER, EXECUTIVE_DEPUTY, DEPUTIES] as const;

/** The slot of the street economy office, which assists the office with street and town issues. */
export const SEO_SLOT = 'SEO';

/** A zone's coordinating department or a street's or town's specialist; nobody where no unit is known. */
const landingStaff = ({ landingUnit, landingKind }: IssueContext): string | null => {
  if (landingUnit === null) return null;
  return landingKind === 'ZONE' ? `${landingUnit}.coordinator` : `${landingUnit}.specialist`;
};

/** 专班: the lead task force, else the landing unit, else the office. */
export const taskForce = (context: IssueContext): string =>
  context.leadTaskForce === null ? (landingStaff(context) ?? OFFICE) : `${context.leadTaskForce}.specialist`;

/** 办公室 leads; for streets and towns the street economy office assists (domain-model 6.d). */
export const officeSlots = ({ landingKind }: IssueContext): readonly TaskSlot[] => [
  { slot: 'LGO', group: OFFICE, lead: true },
  ...(landingKind === 'STREET_TOWN' ? [{ slot: SEO_SLOT, group: STREET_ECONOMY_OFFICE }] : []),
];

/** 领导小组: the leader or the executive deputy leader, whoever decides first. */
export const leadingGroupSlots: readonly TaskSlot[] = [
  { slot: 'leader', group: LEADER },
  { slot: 'exec', group: EXECUTIVE_DEPUTY },
];

/** Who must act on a level. */
export const groupsOfLevel = (context: IssueContext, level: Level): readonly string[] => {
  switch (level) {
    case 0:
      return [taskForce(context)];
    case 1:
      return [OFFICE];
    case 2:
      return [context.deputyGroup];
    case 3:
      return [LEADER, EXECUTIVE_DEPUTY];
  }
};

/** Who is told on a level without being given the work yet. */
export const informedOfLevel = (context: IssueContext, level: Level): string =>
  groupsOfLevel(context, level)[0] ?? OFFICE;

const unitOf = (group: string): string => group.split('.')[0] ?? group;

/** The raiser verifies, else the landing unit, else the office: never a unit that says it has solved it. */
export const verifier = (context: IssueContext): string => {
  const candidates = [context.raiser.group, landingStaff(context), OFFICE];
  const independent = candidates.find((group) => group !== null && !context.resolvedByUnits.includes(unitOf(group)));
  return independent ?? EXECUTIVE_DEPUTY;
};

/** Where the office itself solved it, its supervision officer confirms. */
export const confirmer = ({ resolvedByUnits }: IssueContext): string =>
  resolvedByUnits.includes('LGO') ? SUPERVISION_OFFICER : OFFICE;

/** The group that does a unit's daily work; units without posts of their own are reached through the office. */
export const deskOf = (unit: string): string => {
  if (/^[DT]\d/.test(unit)) return `${unit}.specialist`;
  if (/^Z\d/.test(unit)) return `${unit}.coordinator`;
  if (unit === 'SEO') return STREET_ECONOMY_OFFICE;
  return /^L\d/.test(unit) ? `${unit}.liaison` : OFFICE;
};
