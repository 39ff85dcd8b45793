import type { ProjectLevel } from '../commands';
import { atLeast } from './amount';
import type { LifecycleContext } from './context';
import { DISTRICT_KEY_FROM, MAJOR_FOREIGN_FROM_USD, MAJOR_FROM, STREET_TOWN_KEY_FROM } from './thresholds';

/** Derives 项目级别 from amount, foreign capital and reach (domain-model 8.1). */
export const projectLevel = (
  context: Pick<LifecycleContext, 'crossRegion' | 'totalInvestment' | 'evaluation' | 'landingKind'>,
): ProjectLevel => {
  const foreign = context.evaluation?.foreignPlanned ?? null;
  if (context.crossRegion) return 'crossRegion';
  if (atLeast(context.totalInvestment, MAJOR_FROM) || atLeast(foreign, MAJOR_FOREIGN_FROM_USD)) return 'major';
  if (atLeast(context.totalInvestment, DISTRICT_KEY_FROM)) return 'districtKey';
  if (context.landingKind === 'STREET_TOWN' && atLeast(context.totalInvestment, STREET_TOWN_KEY_FROM)) {
    return 'streetTownKey';
  }
  return 'ordinary';
};
