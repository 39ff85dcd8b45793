import type { FollowedResolution } from '../api/contract';

export type ResolutionNumber = 'open' | 'overdue' | 'fulfilled' | 'unfulfilled';

const NUMBERS: readonly ResolutionNumber[] = ['open', 'overdue', 'fulfilled', 'unfulfilled'];

/** What the address of the resolutions keeps. */
export interface ResolutionSearch {
  /** Whose: of one's own unit or all; who oversees everybody sees all where it is left out, others their own. */
  scope?: 'own' | 'all';
  state?: ResolutionNumber;
  unit?: string;
  meeting?: string;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads the address; what it does not know is left out. */
export const resolutionSearchOf = (search: Record<string, unknown>): ResolutionSearch => {
  const found: ResolutionSearch = {};
  if (search.scope === 'own' || search.scope === 'all') found.scope = search.scope;
  const state = NUMBERS.find((known) => known === search.state);
  if (state !== undefined) found.state = state;
  for (const name of ['unit', 'meeting'] as const) {
    const value = textOf(search[name]);
    if (value !== undefined) found[name] = value;
  }
  return found;
};

const namesUnit = ({ resolution }: FollowedResolution, units: readonly string[]): boolean =>
  [resolution.unit, ...resolution.assistUnits].some((unit) => unit !== null && units.includes(unit.code));

const isOfState = ({ state }: FollowedResolution, wanted: ResolutionNumber): boolean => {
  if (wanted === 'open') return state === 'open' || state === 'overdue';
  return wanted === 'unfulfilled' ? state === 'lapsed' || state === 'failed' : state === wanted;
};

/** The resolutions in scope: of the units of the reader, or all. */
export const inScope = (
  resolutions: readonly FollowedResolution[],
  scope: 'own' | 'all',
  ownUnits: readonly string[],
): FollowedResolution[] => resolutions.filter((one) => scope === 'all' || namesUnit(one, ownUnits));

/** Those in scope that the filters leave. */
export const narrowed = (
  resolutions: readonly FollowedResolution[],
  { state, unit, meeting }: ResolutionSearch,
): FollowedResolution[] =>
  resolutions.filter(
    (one) =>
      (state === undefined || isOfState(one, state)) &&
      (unit === undefined || namesUnit(one, [unit])) &&
      (meeting === undefined || one.meeting.id === meeting),
  );

/** How many there are of each. Overdue ones are open, too. */
export const countsOf = (resolutions: readonly FollowedResolution[]): Record<ResolutionNumber, number> => ({
  open: resolutions.filter((one) => isOfState(one, 'open')).length,
  overdue: resolutions.filter((one) => isOfState(one, 'overdue')).length,
  fulfilled: resolutions.filter((one) => isOfState(one, 'fulfilled')).length,
  unfulfilled: resolutions.filter((one) => isOfState(one, 'unfulfilled')).length,
});
