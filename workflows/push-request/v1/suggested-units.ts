import type { ProblemType } from '../commands';

/** Who decides on a problem of a type (domain-model 6.b2). */
const DECIDING: Readonly<Record<ProblemType, readonly string[]>> = {
  site: ['M02', 'D13'],
  planning: ['M02', 'D13'],
  environment: ['D12'],
  policy: ['L05', 'D10', 'L04'],
  energy: ['D10'],
  safety: ['L07'],
  registration: ['D18'],
  other: [],
};

/** The units that a push meeting on problems of these types needs, each once; none for other problems. */
export const suggestedUnits = (problemTypes: readonly ProblemType[]): string[] => [
  ...new Set(problemTypes.flatMap((type) => DECIDING[type])),
];
