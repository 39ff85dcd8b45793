import { investmentProjectV1 } from './v1/investment-project.v1';
import { investmentProjectV2 } from './v2/investment-project.v2';
import { investmentProjectV3 } from './v3/investment-project.v3';

export type * from './commands';
export type {
  CapitalType,
  CarrierMode,
  DuplicateMatch,
  LandingKind,
  LifecycleContext,
  LifecycleInput,
} from './v3/context';
export { investmentProjectRefusalTexts } from './v3/refusals';

/** Every deployed version of the lifecycle, oldest first. New projects start with the last one. */
export const investmentProject = [investmentProjectV1, investmentProjectV2, investmentProjectV3] as const;
