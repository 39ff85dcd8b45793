import { dayOf } from '../business-day';
import type { WorkingDays } from '../working-days';
import { type LightReading, type LightReason, rankOf, worstOf } from './light';
import { lightChecks } from './light-checks';
import type { LightRules } from './light-rules';
import type { ProjectSituation } from './project-situation';

/**
 * Reads the light of a project off its situation: every reason is listed, the worst one wins, and a rule whose facts are
 * missing says nothing (domain-model 3.7).
 *
 * Pure: the order of tasks and issues does not matter, and a further reason never makes the light better. A suspended or
 * closed project is grey without reasons. Reasons come worst first, then oldest first.
 */
export const lightOf = (
  situation: ProjectSituation,
  rules: LightRules,
  now: Date,
  calendar: WorkingDays,
): LightReading => {
  if (situation.state !== 'active') return { light: 'grey', reasons: [] };
  const today = dayOf(now);
  const reasons = lightChecks.flatMap((check) => check({ situation, rules, today, calendar })).sort(inOrder);
  return { light: worstOf(reasons), reasons };
};

const keyOf = ({ since, code, subject }: LightReason): string => `${since} ${code} ${subject}`;

const inOrder = (a: LightReason, b: LightReason): number => {
  if (a.light !== b.light) return rankOf(b.light) - rankOf(a.light);
  return keyOf(a) < keyOf(b) ? -1 : 1;
};
