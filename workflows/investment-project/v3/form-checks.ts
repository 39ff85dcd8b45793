import type { FieldProblem, FormCheck, FormOccasion, FormValues, LocalizedText } from '@landfall/process-definition';
import { businessDate } from './business-date';
import { textOf } from './form-values';
import { type InvestmentProjectRefusal, refuse } from './refusals';

/** Refuses dates that have not come yet. */
export const happened =
  (...names: readonly string[]): FormCheck =>
  (form, _context, on) =>
    names.flatMap((name) => {
      const date = textOf(form, name);
      return date !== null && date > businessDate(on.at)
        ? [refuse(name, 'INVESTMENT_PROJECT.DATE_IN_FUTURE', { on: date })]
        : [];
    });

/** Refuses dates that have come already. */
export const ahead =
  (...names: readonly string[]): FormCheck =>
  (form, _context, on) =>
    names.flatMap((name) => {
      const date = textOf(form, name);
      return date !== null && date <= businessDate(on.at)
        ? [refuse(name, 'INVESTMENT_PROJECT.DATE_NOT_IN_FUTURE', { on: date })]
        : [];
    });

/** Refuses a date that is before the one it has to follow; nothing is said while one of them is unknown. */
export const inOrder = (
  path: string,
  before: string | null | undefined,
  on: string | null,
  code: InvestmentProjectRefusal,
): FieldProblem[] => (before && on && on < before ? [refuse(path, code, { on, before })] : []);

/** Wants a field that only some projects or some choices need, and says why. */
export const requiredHere = (form: FormValues, name: string, when: boolean, why: LocalizedText): FieldProblem[] =>
  when && (form[name] === undefined || form[name] === null || form[name] === '')
    ? [refuse(name, 'INVESTMENT_PROJECT.REQUIRED_HERE', { reason: why.en, reasonZh: why.zh })]
    : [];

export const checks =
  (...list: readonly FormCheck[]): FormCheck =>
  (form, context, on) =>
    list.flatMap((check) => check(form, context, on));

/** A check that only concerns one outcome of a task. */
export const onOutcome =
  (outcome: string, check: FormCheck): FormCheck =>
  (form, context, on: FormOccasion) =>
    on.outcome === outcome ? check(form, context, on) : [];
