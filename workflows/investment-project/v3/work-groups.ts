import type { TaskSlot } from '@landfall/process-definition';
import type { MeetingQueue } from '../commands';
import { atLeast } from './amount';
import type { LifecycleContext, PreReviewRegion } from './context';
import { DEPUTY_APPROVES_FROM, LEADING_GROUP_APPROVES_FROM } from './thresholds';

/**
 * Who works: candidate groups (`<unit>.<role>`) from the context. Where no unit is known yet the office takes the work,
 * because a task without an owner is lost.
 */
export const OFFICE = 'LGO.staff';
export const OFFICE_DIRECTOR = 'LGO.director';
export const STREET_ECONOMY_OFFICE = 'SEO.staff';
export const LEADING_GROUP_EXECUTIVE = 'LG.exec';
export const LEADING_GROUP_DEPUTIES = 'LG.deputy';

type Parties = Pick<LifecycleContext, 'leadTaskForce' | 'landingUnit' | 'landingKind'>;

export const leadSpecialist = ({ leadTaskForce }: Pick<Parties, 'leadTaskForce'>): string =>
  leadTaskForce === null ? OFFICE : `${leadTaskForce}.specialist`;

export const leadHead = ({ leadTaskForce }: Pick<Parties, 'leadTaskForce'>): string =>
  leadTaskForce === null ? OFFICE_DIRECTOR : `${leadTaskForce}.head`;

/**
 * Who screens a lead: a specialist of the lead task force, but its head where the task force filed the lead itself, so that
 * a specialist does not pass his own lead.
 */
export const screener = (context: Pick<LifecycleContext, 'filer' | 'leadTaskForce'>): string =>
  context.filer.unit === context.leadTaskForce ? leadHead(context) : leadSpecialist(context);

/** A zone's coordinating department (统筹部门, S8) or a street's or town's specialist (招商专员, S11). */
export const landingStaff = ({ landingUnit, landingKind }: Parties): string => {
  if (landingUnit === null) return OFFICE;
  return landingKind === 'ZONE' ? `${landingUnit}.coordinator` : `${landingUnit}.specialist`;
};

/** A zone's task-force head or a street's or town's commander (总指挥, S10). */
export const landingHead = ({ landingUnit, landingKind }: Parties): string => {
  if (landingUnit === null) return OFFICE_DIRECTOR;
  return landingKind === 'ZONE' ? `${landingUnit}.head` : `${landingUnit}.commander`;
};

/** The office confirms what a landing unit reports; what it reported itself, because no unit is known, its director does. */
export const confirmer = ({ landingUnit }: Pick<Parties, 'landingUnit'>): string =>
  landingUnit === null ? OFFICE_DIRECTOR : OFFICE;

/** The office that convenes and checks: the street economy office for streets and towns (S5, S42). */
export const convener = ({ landingKind }: Pick<Parties, 'landingKind'>): string =>
  landingKind === 'STREET_TOWN' ? STREET_ECONOMY_OFFICE : OFFICE;

const reviewer = (unit: string): TaskSlot => ({ slot: unit, group: `${unit}.reviewer` });

/** The reviewing units of a region of the pre-review (domain-model 3.6 stage 2). */
export const reviewersOf = (context: LifecycleContext, region: PreReviewRegion): TaskSlot[] => {
  const { evaluation, leadTaskForce } = context;
  switch (region) {
    case 'industry':
      return leadTaskForce === 'D10' || leadTaskForce === null
        ? [reviewer('D10')]
        : [reviewer('D10'), { slot: leadTaskForce, group: leadHead(context) }];
    case 'factors':
      return [
        ...['M02', 'D12', 'L07'].map(reviewer),
        ...(evaluation?.energyReview ? [reviewer('D10')] : []),
        ...(evaluation?.waterNeed ? [reviewer('D15')] : []),
      ];
    case 'commercial':
      return ['L05', 'L04', 'D18'].map(reviewer);
  }
};

/** The units of a region that have not said anything yet. */
export const missingReviewers = (context: LifecycleContext, region: PreReviewRegion): TaskSlot[] => {
  const said = context.opinions[region] ?? {};
  return reviewersOf(context, region).filter(({ slot }) => said[slot] === undefined);
};

/** Who convenes the meeting that a project queues for: the street economy office with the office (S42), or the office. */
export const convenersOf = (queue: MeetingQueue): readonly string[] => {
  switch (queue) {
    case 'streetTown':
      return [STREET_ECONOMY_OFFICE, OFFICE];
    case 'district':
      return [OFFICE];
    case 'leadingGroup':
      return [OFFICE, OFFICE_DIRECTOR];
  }
};

/**
 * Who sits whatever the project: land and planning (M02), environment (D12), development and reform (D10); for streets and
 * towns the other 审批管理部门 (S43: registration D18, safety L07), for the district and the leading group the money (L05).
 */
const ALWAYS_SITTING: Readonly<Record<MeetingQueue, readonly string[]>> = {
  streetTown: ['M02', 'D12', 'D10', 'D18', 'L07'],
  district: ['M02', 'D12', 'D10', 'D18', 'L05'],
  leadingGroup: ['M02', 'D12', 'D10', 'L05'],
};

/** The units that must sit when the project is reviewed: those of the body, and those that its own needs concern. */
export const sittingUnits = (context: LifecycleContext, queue: MeetingQueue): string[] => {
  const { evaluation, leadTaskForce } = context;
  const needed = [
    ...(evaluation?.energyReview ? ['D10'] : []),
    ...(evaluation?.waterNeed ? ['D15'] : []),
    ...(evaluation?.safetyReview ? ['L07'] : []),
    ...(leadTaskForce === null ? [] : [leadTaskForce]),
  ];
  return [...new Set([...ALWAYS_SITTING[queue], ...needed])];
};

/** Who may ask for a push meeting: whoever leads, lands or coordinates the project. */
export const pushRequesters = (context: LifecycleContext): readonly string[] => [
  leadHead(context),
  leadSpecialist(context),
  landingStaff(context),
  landingHead(context),
  OFFICE,
  OFFICE_DIRECTOR,
];

/** Approval of an agreement by its amount (domain-model 3.6 stage 4). */
export const agreementApprover = (context: LifecycleContext): string => {
  const amount = context.agreement?.amount ?? context.totalInvestment;
  if (context.agreement?.specialTerms || atLeast(amount, LEADING_GROUP_APPROVES_FROM)) return LEADING_GROUP_EXECUTIVE;
  return atLeast(amount, DEPUTY_APPROVES_FROM) ? LEADING_GROUP_DEPUTIES : landingHead(context);
};

export type Verification = 'statistics' | 'tax' | 'commerce' | 'registry';

/** Who verifies, in order of preference; the last ones stand in where a unit would verify figures of its own. */
const VERIFIERS: Readonly<Record<Verification, readonly string[]>> = {
  statistics: ['L10', 'L05', 'LGO'],
  tax: ['L05', 'L10', 'LGO'],
  commerce: ['D02', 'L10', 'L05', 'LGO'],
  registry: ['D18', 'L10', 'L05', 'LGO'],
};

/** The units whose own figures these are. The office sits in the commerce bureau (S3), so it stands down with it. */
export const interestedUnits = (context: LifecycleContext): ReadonlySet<string> => {
  const units = new Set(
    [context.filer.unit, context.leadTaskForce, context.landingUnit, context.figuresFiledBy].filter(
      (unit) => unit !== null,
    ),
  );
  if (units.has('D02')) units.add('LGO');
  if (units.has('LGO')) units.add('D02');
  return units;
};

/** A unit never verifies its own figures (6.2 invariant 9): the first verifier without an interest is asked. */
export const verifierOf = (context: LifecycleContext, verification: Verification): string => {
  const interested = interestedUnits(context);
  const unit = VERIFIERS[verification].find((candidate) => !interested.has(candidate));
  if (unit === undefined) return LEADING_GROUP_EXECUTIVE;
  return unit === 'LGO' ? OFFICE : `${unit}.verifier`;
};
