import type { PushRequestContext } from './context';
import { suggestedUnits } from './suggested-units';

/** Who works on a request: candidate groups (`<unit>.<role>`). */
export const OFFICE = 'LGO.staff';
export const OFFICE_DIRECTOR = 'LGO.director';

/** The unit that presents the request to the meeting. */
export const presenter = ({ leadTaskForce, landingUnit, requester }: PushRequestContext): string =>
  leadTaskForce ?? landingUnit ?? requester.unit;

/** Who sits and decides: whom the office names, else whom the matrix names; never those that present the request. */
export const decidingUnits = (
  context: Pick<PushRequestContext, 'problemTypes' | 'leadTaskForce' | 'landingUnit'>,
  named: readonly string[],
): string[] => {
  const presenting = [context.leadTaskForce, context.landingUnit];
  const units = named.length > 0 ? named : suggestedUnits(context.problemTypes);
  return [...new Set(units)].filter((unit) => !presenting.includes(unit));
};

/** The group that does a unit's daily work; units without posts of their own are reached through the office. */
const deskOf = (unit: string): string => {
  if (/^[DT]\d/.test(unit)) return `${unit}.specialist`;
  if (/^Z\d/.test(unit)) return `${unit}.coordinator`;
  if (unit === 'SEO') return 'SEO.staff';
  return /^L\d/.test(unit) ? `${unit}.liaison` : OFFICE;
};

/** Who carries out what is still open of the resolutions. */
export const carryingOut = ({ taken }: PushRequestContext): string[] => [
  ...new Set(taken.filter(({ state }) => state === 'open').map(({ unit }) => deskOf(unit ?? ''))),
];
