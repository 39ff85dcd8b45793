import type { FieldProblem, FormCheck, FormValues } from '@landfall/process-definition';
import { exceeds, per } from './amount';
import type { CapitalType, CarrierMode, EiaClass, Evaluation, LifecycleContext } from './context';
import { onOutcome, requiredHere } from './form-checks';
import { amountOf, isTrue, numberOf, textOf } from './form-values';
import { refuse } from './refusals';
import { ENERGY_REVIEW_FROM_POWER, ENERGY_REVIEW_FROM_TCE } from './thresholds';

const FUND_SHARES = ['ownFundsPercent', 'loanPercent', 'fundPercent'] as const;

const takesLand = (mode: CarrierMode): boolean => mode === 'newLand' || mode === 'existingLand';

export const isForeign = (capitalType: CapitalType): boolean =>
  capitalType === 'foreign' || capitalType === 'hkMacaoTaiwan';

/** The checks across fields of the evaluation data (domain-model 3.3). */
export const checkEvaluation: FormCheck = onOutcome('submit', (form, context) => {
  const known = context as Partial<LifecycleContext>;
  const total = amountOf(form, 'totalInvestment') ?? known.totalInvestment ?? null;
  const fixed = amountOf(form, 'fixedInvestment');
  const equipment = amountOf(form, 'equipmentInvestment');
  const mode = form.carrierMode as CarrierMode;
  return [
    ...requiredHere(form, 'landingUnit', !known.landingUnit, {
      zh: '落地区域尚未确定',
      en: 'the landing unit is not known yet',
    }),
    ...requiredHere(form, 'totalInvestment', total === null, {
      zh: '计划总投资尚未登记',
      en: 'no total investment is recorded yet',
    }),
    ...requiredHere(form, 'landNeed', takesLand(mode), { zh: '供地项目需填用地需求', en: 'the carrier needs land' }),
    ...requiredHere(form, 'foreignPlanned', isForeign(known.capitalType ?? 'unknown'), {
      zh: '外资项目需填合同外资',
      en: 'the capital is foreign',
    }),
    ...larger('fixedInvestment', fixed, total, 'INVESTMENT_PROJECT.FIXED_EXCEEDS_TOTAL'),
    ...larger('equipmentInvestment', equipment, fixed, 'INVESTMENT_PROJECT.EQUIPMENT_EXCEEDS_FIXED'),
    ...fundShares(form),
  ];
});

const larger = (
  path: string,
  part: string | null,
  whole: string | null,
  code: 'INVESTMENT_PROJECT.FIXED_EXCEEDS_TOTAL' | 'INVESTMENT_PROJECT.EQUIPMENT_EXCEEDS_FIXED',
): FieldProblem[] =>
  part !== null && whole !== null && exceeds(part, whole) ? [refuse(path, code, { part, whole })] : [];

/** Shares are all given and sum to 100, or none is given. */
const fundShares = (form: FormValues): FieldProblem[] => {
  const shares = FUND_SHARES.flatMap((name) => numberOf(form, name) ?? []);
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.length === 0 || Math.abs(sum - 100) < 0.005
    ? []
    : [refuse('ownFundsPercent', 'INVESTMENT_PROJECT.FUND_SOURCES_SUM', { sum })];
};

/** What later decisions need of the evaluation data. */
export const readEvaluation = (form: FormValues | undefined): Evaluation => ({
  fixedInvestment: amountOf(form, 'fixedInvestment') ?? '0',
  taxPlan: amountOf(form, 'taxPlan') ?? '0',
  jobs: numberOf(form, 'jobs') ?? 0,
  landNeed: numberOf(form, 'landNeed') ?? 0,
  energyReview:
    (numberOf(form, 'energyTce') ?? 0) >= ENERGY_REVIEW_FROM_TCE ||
    (numberOf(form, 'powerKwh') ?? 0) >= ENERGY_REVIEW_FROM_POWER,
  waterNeed: isTrue(form, 'waterNeed'),
  safetyReview: isTrue(form, 'safetyFlag'),
  eiaClass: (textOf(form, 'eiaClass') ?? 'report') as EiaClass,
  foreignPlanned: amountOf(form, 'foreignPlanned'),
});

/** Amounts per 亩 are worked out to four decimals of it. */
const SMALLEST_LAND = 0.0001;

/** Figures per 亩 that nobody should have to work out by hand. */
export const computedFacts = (form: FormValues | undefined): Record<string, unknown> => {
  const land = numberOf(form, 'landNeed') ?? 0;
  const { energyReview } = readEvaluation(form);
  if (land < SMALLEST_LAND) return { energyReview };
  const perMu = (name: string): string => per(amountOf(form, name) ?? '0', land);
  return {
    energyReview,
    investIntensity: perMu('fixedInvestment'),
    outputPerMu: perMu('outputPlan'),
    taxPerMu: perMu('taxPlan'),
  };
};
