import { investmentProjectV1 } from './v1/investment-project.v1';

export type * from './commands';
export type {
  CapitalType,
  CarrierMode,
  DuplicateMatch,
  LandingKind,
  LifecycleContext,
  LifecycleInput,
} from './v1/context';
export { investmentProjectRefusalTexts } from './v1/refusals';

/** Every deployed version of the lifecycle, oldest first. New projects start with the last one. */
export const investmentProject = [investmentProjectV1] as const;
