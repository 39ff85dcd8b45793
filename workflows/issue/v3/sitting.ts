import type { IssueType } from '../commands';
import type { IssueContext } from './context';

/**
 * Who decides on a problem, by the type of the issue: as for push meetings (domain-model 6.b2). Where nobody is named the
 * office says who sits when it arranges the agenda.
 */
const DECIDING: Readonly<Record<IssueType, readonly string[]>> = {
  site: ['M02', 'D13'],
  planning: ['M02', 'D13'],
  constructionPermit: ['M02', 'D13'],
  environment: ['D12'],
  energy: ['D10'],
  safety: ['L07'],
  funds: ['L05', 'D10', 'L04'],
  policyDelivery: ['L05', 'D10', 'L04'],
  registration: ['D18'],
  utilities: [],
  labour: [],
  enterprise: [],
  crossRegion: [],
  other: [],
};

/** The landing unit presents what its task force could not solve; the office where neither is known. */
export const presenterOf = ({ landingUnit, leadTaskForce }: IssueContext): string =>
  landingUnit ?? leadTaskForce ?? 'LGO';

/** Who has to sit: whoever decides on such problems, and the task force; a unit never judges what it presents. */
export const sittingUnits = (context: IssueContext): string[] => {
  const { type, leadTaskForce } = context;
  const units = new Set([...DECIDING[type], ...(leadTaskForce === null ? [] : [leadTaskForce])]);
  units.delete(presenterOf(context));
  return [...units];
};
