import type { FormCheck, FormValues, LocalizedText } from '@landfall/process-definition';
import type { LifecycleContext } from './context';
import { onOutcome } from './form-checks';
import { numberOf, textOf } from './form-values';
import { refuse } from './refusals';

type ScoredFacts = Pick<LifecycleContext, 'totalInvestment' | 'evaluation'>;

export interface ScoreItem {
  readonly field: string;
  readonly title: LocalizedText;
  readonly weight: number;
  /** Computes the score from the project's figures, null where they do not allow it; null as a whole: the head scores. */
  readonly compute: ((facts: ScoredFacts) => number | null) | null;
}

export type ScoreBand = 'priority' | 'feasible' | 'notAdvised';

/** Full marks at 10亿 total investment, 300万元/亩 intensity, 30万元/亩 yearly tax (3.1 “Access numbers”), 200 jobs. */
const FULL = { totalInvestment: 100_000, intensity: 300, taxPerMu: 30, jobs: 200 } as const;

const share = (value: number, full: number, weight: number): number => rounded(Math.min(value / full, 1) * weight);

const rounded = (score: number): number => Math.round(score * 10) / 10;

const item = (
  field: string,
  weight: number,
  zh: string,
  en: string,
  compute: ScoreItem['compute'] = null,
): ScoreItem => ({
  field,
  weight,
  title: { zh: `${zh}（满分${weight}）`, en: `${en} (of ${weight})` },
  compute,
});

const perMu = ({ evaluation }: ScoredFacts, amount: 'fixedInvestment' | 'taxPlan'): number | null =>
  evaluation && evaluation.landNeed > 0 ? Number(evaluation[amount]) / evaluation.landNeed : null;

/** The scorecard of 团风县 (domain-model 3.1), 100 points in all. */
export const SCORE_ITEMS: readonly ScoreItem[] = [
  item('industryScore', 5, '产业类别', 'Kind of industry'),
  item('technologyScore', 5, '科技水平', 'Technology'),
  item('investorScore', 10, '投资主体', 'Investor'),
  item('environmentScore', 5, '环境影响', 'Environment'),
  item('safetyScore', 5, '安全生产', 'Safety'),
  item('landUseScore', 10, '土地利用', 'Use of land'),
  item('planningScore', 5, '规划设计', 'Planning and design'),
  item('scaleScore', 17, '投资规模', 'Scale of investment', ({ totalInvestment }) =>
    totalInvestment === null ? null : share(Number(totalInvestment), FULL.totalInvestment, 17),
  ),
  item('intensityScore', 17, '投资强度', 'Intensity of investment', (facts) => {
    const intensity = perMu(facts, 'fixedInvestment');
    return intensity === null ? null : share(intensity, FULL.intensity, 17);
  }),
  item('taxScore', 16, '税收贡献', 'Tax', (facts) => {
    const tax = perMu(facts, 'taxPlan');
    return tax === null ? null : share(tax, FULL.taxPerMu, 16);
  }),
  item('jobsScore', 5, '就业', 'Jobs', ({ evaluation }) =>
    evaluation === null ? null : share(evaluation.jobs, FULL.jobs, 5),
  ),
];

export interface Scorecard {
  readonly scorecard: Readonly<Record<string, number>>;
  readonly score: number;
  readonly scoreBand: ScoreBand;
}

const scoreOf = (scored: ScoreItem, form: FormValues | undefined, facts: ScoredFacts): number | null =>
  numberOf(form, scored.field) ?? scored.compute?.(facts) ?? null;

/** Adds up the head's marks and the computed ones; what the head fills in goes before what is computed. */
export const scorecardOf = (form: FormValues | undefined, facts: ScoredFacts): Scorecard => {
  const scorecard = Object.fromEntries(
    SCORE_ITEMS.map((scored) => [scored.field, scoreOf(scored, form, facts) ?? 0] as const),
  );
  const score = rounded(Object.values(scorecard).reduce((sum, points) => sum + points, 0));
  return { scorecard, score, scoreBand: bandOf(score) };
};

/** ≥80 优先, 60–79 可推进, <60 建议不推进 (3.6 stage 2); an advice, never a closing. */
export const bandOf = (score: number): ScoreBand => {
  if (score >= 80) return 'priority';
  return score >= 60 ? 'feasible' : 'notAdvised';
};

/** What cannot be computed has to be scored by the head, and a level set by hand has to be reasoned. */
export const checkScore: FormCheck = onOutcome('confirm', (form, context) => [
  ...SCORE_ITEMS.filter((scored) => scoreOf(scored, form, context as unknown as ScoredFacts) === null).map(
    ({ field }) => refuse(field, 'INVESTMENT_PROJECT.SCORE_NOT_COMPUTABLE'),
  ),
  ...(textOf(form, 'levelOverride') !== null && textOf(form, 'levelReason') === null
    ? [refuse('levelReason', 'INVESTMENT_PROJECT.LEVEL_WITHOUT_REASON')]
    : []),
]);
