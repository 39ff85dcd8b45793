import { type OwnerRule, type WaitingRules, waitingRulesOf } from '@landfall/supervision';
import { investmentProject } from '@workflows/investment-project';

/**
 * Where a project waits for somebody else than the unit of its open task. Meetings let projects queue (domain-model 3.6
 * stage 3); material asked for in a correction (补正) or in the evaluation
 * comes from the enterprise and is no time of the unit that asked.
 */
const OWNERS: readonly OwnerRule[] = [
  { state: 'active.lead.correction', kind: 'enterprise' },
  { state: 'active.evaluation.awaitingMaterial', kind: 'enterprise' },
  { state: 'active.review.queuedStreetTown', kind: 'meetingQueue', owner: 'streetTown' },
  { state: 'active.review.queuedDistrict', kind: 'meetingQueue', owner: 'district' },
  { state: 'active.review.queuedLeadingGroup', kind: 'meetingQueue', owner: 'leadingGroup' },
  { state: 'active.review.onAgenda.streetTown', kind: 'meetingQueue', owner: 'streetTown' },
  { state: 'active.review.onAgenda.district', kind: 'meetingQueue', owner: 'district' },
  { state: 'active.review.onAgenda.leadingGroup', kind: 'meetingQueue', owner: 'leadingGroup' },
];

/** Times in which nobody had anything to do are the office's: it is there to see them. */
const FALLBACK = 'LGO';

const byVersion = new Map(
  investmentProject.map((definition) => [
    `${definition.key} ${definition.version}`,
    waitingRulesOf(definition, OWNERS, FALLBACK),
  ]),
);

/** The rules by which the waiting time of a process is attributed. */
export const waitingRulesFor = (definition: string, version: number): WaitingRules => {
  const rules = byVersion.get(`${definition} ${version}`);
  if (rules === undefined)
    throw new Error(`No waiting rules for version ${version} of '${definition}'. Add them here.`);
  return rules;
};
