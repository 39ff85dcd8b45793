/** Who works for a meeting: candidate groups (`<unit>.<role>`). */
export const OFFICE = 'LGO.staff';
export const OFFICE_DIRECTOR = 'LGO.director';
export const STREET_ECONOMY_DIRECTOR = 'SEO.director';
export const LEADER = 'LG.leader';
export const EXECUTIVE_DEPUTY = 'LG.exec';
export const DEPUTY = 'LG.deputy';

/** The units that have reviewers of their own (审批管理部门). */
const REVIEWING = ['D02', 'D10', 'D12', 'D13', 'D15', 'D16', 'D18', 'L04', 'L05', 'L07', 'L11', 'M01', 'M02'];

/** The group that answers for a unit in a meeting and gives its opinion. */
export const deskOf = (unit: string): string => {
  if (REVIEWING.includes(unit)) return `${unit}.reviewer`;
  if (/^[DT]\d/.test(unit)) return `${unit}.specialist`;
  if (/^Z\d/.test(unit)) return `${unit}.coordinator`;
  if (unit === 'SEO') return 'SEO.staff';
  return /^L\d/.test(unit) ? `${unit}.liaison` : OFFICE;
};

/** Who answers for a unit. */
export const headOf = (unit: string): string => {
  if (/^[DZ]\d/.test(unit)) return `${unit}.head`;
  if (/^T\d/.test(unit)) return `${unit}.commander`;
  if (unit === 'SEO') return STREET_ECONOMY_DIRECTOR;
  if (/^M\d/.test(unit)) return `${unit}.reviewer`;
  return /^L\d/.test(unit) ? `${unit}.liaison` : OFFICE_DIRECTOR;
};
