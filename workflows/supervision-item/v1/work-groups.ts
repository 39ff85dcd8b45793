import type { TaskSlot } from '@landfall/process-definition';
import type { ItemContext } from './context';

/** Who works on an item: candidate groups (`<unit>.<role>`) from the context. */
export const OFFICE = 'LGO.staff';
export const OFFICE_DIRECTOR = 'LGO.director';
export const SUPERVISION_OFFICER = 'LGO.supervisor';
export const EXECUTIVE_DEPUTY = 'LG.exec';

/** The group that does a unit's daily work; units without posts of their own are reached through the office. */
export const deskOf = (unit: string): string => {
  if (/^[DT]\d/.test(unit)) return `${unit}.specialist`;
  if (/^Z\d/.test(unit)) return `${unit}.coordinator`;
  if (unit === 'SEO') return 'SEO.staff';
  return /^L\d/.test(unit) ? `${unit}.liaison` : OFFICE;
};

/** Who answers for a unit. */
export const headOf = (unit: string): string => {
  if (/^[DZ]\d/.test(unit)) return `${unit}.head`;
  if (/^T\d/.test(unit)) return `${unit}.commander`;
  if (unit === 'SEO') return 'SEO.director';
  return /^L\d/.test(unit) ? `${unit}.liaison` : OFFICE_DIRECTOR;
};

/** 主办 closes, 协办 contribute; a unit that both lead and assist are reached through has one share. */
export const slots = ({ leadUnit, assistUnits }: ItemContext): readonly TaskSlot[] => [
  { slot: leadUnit, group: deskOf(leadUnit), lead: true },
  ...assistUnits.map((unit) => ({ slot: unit, group: deskOf(unit) })),
];

/** The units whose own work is reviewed when the office leads: it sits in the commerce bureau (notice S3). */
const OWN_OF_THE_OFFICE: readonly string[] = ['LGO', 'D02'];

/** The supervision officer reviews, but no unit reviews its own work (6.2 invariant 9). */
export const reviewer = ({ leadUnit }: Pick<ItemContext, 'leadUnit'>): string =>
  OWN_OF_THE_OFFICE.includes(leadUnit) ? EXECUTIVE_DEPUTY : SUPERVISION_OFFICER;
