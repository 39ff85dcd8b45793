import type { FieldProblem, FormCheck, FormValues } from '@landfall/process-definition';
import type { Agreement } from './context';
import { inOrder, onOutcome, requiredHere } from './form-checks';
import { amountOf, isTrue, textOf } from './form-values';
import { refuse } from './refusals';
import { FORBIDDEN_CLAUSES } from './thresholds';

/** The checks across fields of a draft (domain-model 3.3 agreement[], 3.10 clause scan). */
export const checkAgreement: FormCheck = onOutcome('submit', (form) => {
  const start = textOf(form, 'agreedStartOn');
  const formal = form.agreementKind === 'formal';
  return [
    ...requiredHere(form, 'agreedStartOn', formal, {
      zh: '正式协议须约定开工',
      en: 'a formal agreement says when work starts',
    }),
    ...requiredHere(form, 'agreedProductionOn', formal, {
      zh: '正式协议须约定投产',
      en: 'a formal agreement says when production starts',
    }),
    ...inOrder(
      'agreedProductionOn',
      start,
      textOf(form, 'agreedProductionOn'),
      'INVESTMENT_PROJECT.PRODUCTION_BEFORE_START',
    ),
    ...inOrder('agreedEndOn', start, textOf(form, 'agreedEndOn'), 'INVESTMENT_PROJECT.END_BEFORE_START'),
    ...(isTrue(form, 'selfReviewed') ? [] : [refuse('selfReviewed', 'INVESTMENT_PROJECT.SELF_REVIEW_MISSING')]),
    ...clauseScan(form),
  ];
});

/** Blocks a draft with a suspect clause until somebody explains it; the fair-competition review decides. */
const clauseScan = (form: FormValues): FieldProblem[] => {
  const clauses = (textOf(form, 'policyClauses') ?? '').normalize('NFKC').replace(/\s/g, '');
  const found = FORBIDDEN_CLAUSES.find((clause) => clauses.includes(clause));
  return found === undefined || textOf(form, 'clauseExplanation') !== null
    ? []
    : [refuse('policyClauses', 'INVESTMENT_PROJECT.FORBIDDEN_CLAUSE', { clause: found })];
};

export const readAgreement = (form: FormValues | undefined): Agreement => ({
  kind: form?.agreementKind === 'framework' ? 'framework' : 'formal',
  amount: amountOf(form, 'agreementAmount') ?? '0',
  landClauses: isTrue(form, 'landClauses'),
  specialTerms: isTrue(form, 'specialTerms'),
  agreedStartOn: textOf(form, 'agreedStartOn'),
});
